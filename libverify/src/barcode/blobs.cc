// SPDX-License-Identifier: Apache-2.0
#include "barcode/blobs.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sceau::barcode {
namespace {

using Mask = Plane<std::uint8_t>;

// Erosion keeps a cell when all of its window of 2 radius + 1 is set, dilation when any of it is.
// Outside the map nothing is set.
enum class Change { kErode, kDilate };
int Wanted(Change change, int radius) { return change == Change::kErode ? 2 * radius + 1 : 1; }

Mask AlongRows(const Mask& mask, int radius, Change change) {
  Mask out(mask.width(), mask.height());
  const int width = mask.width();
  const int wanted = Wanted(change, radius);
  for (int y = 0; y < mask.height(); ++y) {
    const std::uint8_t* in = mask.row(y);
    std::uint8_t* row = out.row(y);
    int set = 0;
    for (int x = 0; x < std::min(radius, width); ++x) set += in[x];
    for (int x = 0; x < width; ++x) {
      if (x + radius < width) set += in[x + radius];
      if (x - radius > 0) set -= in[x - radius - 1];
      row[x] = set >= wanted;
    }
  }
  return out;
}

Mask AlongColumns(const Mask& mask, int radius, Change change) {
  Mask out(mask.width(), mask.height());
  const int width = mask.width();
  const int wanted = Wanted(change, radius);
  std::vector<int> set(static_cast<std::size_t>(width));
  for (int y = 0; y < mask.height(); ++y) {
    std::ranges::fill(set, 0);
    for (int i = std::max(0, y - radius); i <= std::min(y + radius, mask.height() - 1); ++i) {
      const std::uint8_t* in = mask.row(i);
      int* sums = set.data();
      for (int x = 0; x < width; ++x) sums[x] += in[x];
    }
    std::uint8_t* row = out.row(y);
    const int* sums = set.data();
    for (int x = 0; x < width; ++x) row[x] = sums[x] >= wanted;
  }
  return out;
}

Mask Open(const Mask& mask, int radius) {
  const Mask eroded = AlongColumns(AlongRows(mask, radius, Change::kErode), radius, Change::kErode);
  return AlongColumns(AlongRows(eroded, radius, Change::kDilate), radius, Change::kDilate);
}

// The first and the last cell of one blob in each row, or in each column.
class Extents {
 public:
  explicit Extents(int lines) : spans_(static_cast<std::size_t>(lines)) {}

  void Add(int line, int i) {
    Span& span = spans_[static_cast<std::size_t>(line)];
    span = {std::min(span.first, i), std::max(span.last, i)};
    low_ = std::min(low_, line);
    high_ = std::max(high_, line);
  }

  // use(line, first, last) for each line of the blob, then forgets it.
  template <typename Use>
  void Take(Use use) {
    for (int line = low_; line <= high_; ++line) {
      Span& span = spans_[static_cast<std::size_t>(line)];
      use(line, span.first, span.last);
      span = {};
    }
    low_ = std::numeric_limits<int>::max();
    high_ = -1;
  }

 private:
  struct Span {
    int first = std::numeric_limits<int>::max();
    int last = -1;
  };

  std::vector<Span> spans_;
  int low_ = std::numeric_limits<int>::max();
  int high_ = -1;
};

// Fills blobs one after another, with the same memory.
class BlobTaker {
 public:
  BlobTaker(const Plane<float>& map, Mask& mask)
      : map_(map), mask_(mask), rows_(map.height()), columns_(map.width()) {}

  // Takes the blob at (x, y) off the mask.
  Blob Take(int x, int y) {
    blob_ = {};
    Push(x, y);
    while (!open_.empty()) {
      const auto [cell_x, cell_y] = open_.back();
      open_.pop_back();
      Push(cell_x + 1, cell_y);
      Push(cell_x - 1, cell_y);
      Push(cell_x, cell_y + 1);
      Push(cell_x, cell_y - 1);
    }
    rows_.Take([&](int row, int first, int last) {
      blob_.outline.push_back({static_cast<double>(first), row + 0.5});
      blob_.outline.push_back({last + 1.0, row + 0.5});
    });
    columns_.Take([&](int column, int first, int last) {
      blob_.outline.push_back({column + 0.5, static_cast<double>(first)});
      blob_.outline.push_back({column + 0.5, last + 1.0});
    });
    return std::move(blob_);
  }

 private:
  void Push(int x, int y) {
    if (x < 0 || y < 0 || x >= mask_.width() || y >= mask_.height() || !mask_.at(x, y)) return;
    mask_.at(x, y) = 0;
    open_.emplace_back(x, y);
    ++blob_.cells;
    blob_.sum += static_cast<double>(map_.at(x, y));
    rows_.Add(y, x);
    columns_.Add(x, y);
  }

  const Plane<float>& map_;
  Mask& mask_;
  Blob blob_;
  Extents rows_;
  Extents columns_;
  std::vector<std::pair<int, int>> open_;
};

}  // namespace

std::vector<Blob> FindBlobs(const Plane<float>& map, float threshold, int radius, int least_cells) {
  Mask mask(map.width(), map.height());
  for (int y = 0; y < map.height(); ++y) {
    for (int x = 0; x < map.width(); ++x) mask.at(x, y) = map.at(x, y) > threshold;
  }
  mask = Open(mask, radius);
  std::vector<Blob> blobs;
  BlobTaker taker(map, mask);
  for (int y = 0; y < mask.height(); ++y) {
    for (int x = 0; x < mask.width(); ++x) {
      if (!mask.at(x, y)) continue;
      Blob blob = taker.Take(x, y);
      if (blob.cells >= least_cells) blobs.push_back(std::move(blob));
    }
  }
  return blobs;
}

}  // namespace sceau::barcode
