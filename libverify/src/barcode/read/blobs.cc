// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/blobs.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace sceau::barcode {
namespace {

using Mask = Plane<std::uint8_t>;

// Erosion keeps a cell if it and both its neighbours are set; dilation sets a cell if it or a
// neighbour is set. Outside the map nothing is set.
enum class Change { kErode, kDilate };

std::uint8_t Merged(Change change, int a, int b, int c) {
  return static_cast<std::uint8_t>(change == Change::kErode ? a & b & c : a | b | c);
}

void AlongRows(const Mask& mask, Change change, Mask& out) {
  const int last = mask.width() - 1;
  for (int y = 0; y < mask.height(); ++y) {
    const std::uint8_t* in = mask.row(y);
    std::uint8_t* row = out.row(y);
    for (int x = 1; x < last; ++x) row[x] = Merged(change, in[x - 1], in[x], in[x + 1]);
    row[0] = Merged(change, 0, in[0], last > 0 ? in[1] : 0);
    if (last > 0) row[last] = Merged(change, in[last - 1], in[last], 0);
  }
}

void AlongColumns(const Mask& mask, Change change, Mask& out) {
  const std::vector<std::uint8_t> outside(static_cast<std::size_t>(mask.width()));
  for (int y = 0; y < mask.height(); ++y) {
    const std::uint8_t* above = y > 0 ? mask.row(y - 1) : outside.data();
    const std::uint8_t* in = mask.row(y);
    const std::uint8_t* below = y + 1 < mask.height() ? mask.row(y + 1) : outside.data();
    std::uint8_t* row = out.row(y);
    for (int x = 0; x < mask.width(); ++x) row[x] = Merged(change, above[x], in[x], below[x]);
  }
}

// Opens the mask with a window of 2 radius + 1 cells, in `radius` steps of one cell each.
Mask Open(Mask mask, int radius) {
  Mask other(mask.width(), mask.height());
  for (const Change change : {Change::kErode, Change::kDilate}) {
    for (int i = 0; i < radius; ++i) {
      AlongRows(mask, change, other);
      AlongColumns(other, change, mask);
    }
  }
  return mask;
}

// Joins blobs whose runs touch in neighbouring rows (union-find).
class Joiner {
 public:
  std::size_t AddBlob() {
    parents_.push_back(parents_.size());
    return parents_.size() - 1;
  }
  std::size_t Root(std::size_t blob) {
    while (parents_[blob] != blob) blob = parents_[blob] = parents_[parents_[blob]];
    return blob;
  }
  void Join(std::size_t a, std::size_t b) { parents_[Root(b)] = Root(a); }
  std::size_t size() const { return parents_.size(); }

 private:
  std::vector<std::size_t> parents_;
};

struct LabelledRun {
  Run run;
  std::size_t blob;
};

std::vector<LabelledRun> LabelRuns(const Mask& mask, Joiner& joiner) {
  std::vector<LabelledRun> runs;
  std::size_t above = 0;  // the first run of the row above that may touch the next one
  for (int y = 0; y < mask.height(); ++y) {
    const std::uint8_t* row = mask.row(y);
    const std::uint8_t* end = row + mask.width();
    const std::size_t first = runs.size();
    for (const std::uint8_t* cell = row; (cell = std::find(cell, end, 1)) != end;) {
      const std::uint8_t* after = std::find(cell, end, 0);
      const Run run{y, static_cast<int>(cell - row), static_cast<int>(after - row)};
      cell = after;
      while (above < first && runs[above].run.end <= run.begin) ++above;
      std::size_t blob = joiner.size();
      for (std::size_t i = above; i < first && runs[i].run.begin < run.end; ++i) {
        if (blob == joiner.size()) {
          blob = runs[i].blob;
        } else {
          joiner.Join(blob, runs[i].blob);
        }
      }
      if (blob == joiner.size()) joiner.AddBlob();
      runs.push_back({run, blob});
    }
    above = first;
  }
  return runs;
}

}  // namespace

std::vector<Blob> FindBlobs(const Plane<float>& map, float threshold, int radius, int least_cells) {
  std::vector<Blob> blobs;
  if (map.empty()) return blobs;
  Mask mask(map.width(), map.height());
  for (int y = 0; y < map.height(); ++y) {
    const float* in = map.row(y);
    std::uint8_t* row = mask.row(y);
    for (int x = 0; x < map.width(); ++x) row[x] = in[x] > threshold ? 1 : 0;
  }
  mask = Open(std::move(mask), radius);
  Joiner joiner;
  const std::vector<LabelledRun> runs = LabelRuns(mask, joiner);
  std::vector<int> cells(joiner.size());
  for (const auto& [run, label] : runs) cells[joiner.Root(label)] += run.end - run.begin;
  constexpr auto kTooSmall = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> places(joiner.size(), kTooSmall);
  for (const auto& [run, label] : runs) {
    const std::size_t root = joiner.Root(label);
    if (cells[root] < least_cells) continue;
    if (places[root] == kTooSmall) {
      places[root] = blobs.size();
      blobs.push_back({cells[root], 0, {}});
    }
    Blob& blob = blobs[places[root]];
    const float* row = map.row(run.row);
    blob.sum += static_cast<double>(std::accumulate(row + run.begin, row + run.end, 0.0F));
    blob.runs.push_back(run);
  }
  return blobs;
}

Polygon EndsOf(const Blob& blob) {
  Polygon ends;
  for (const Run& run : blob.runs) {
    for (const int side : {run.row, run.row + 1}) {
      ends.push_back({static_cast<double>(run.begin), static_cast<double>(side)});
      ends.push_back({static_cast<double>(run.end), static_cast<double>(side)});
    }
  }
  return ends;
}

}  // namespace sceau::barcode
