// SPDX-License-Identifier: Apache-2.0
#include "capture/captured_ink.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "capture/blur.h"

namespace sceau::capture {
namespace {

// The mean of the pixels under each pixel of a smaller raster, those at its edge by the share of
// them that is under it. One pass: rows are summed into `sums` as they are read.
class Reducer {
 public:
  Reducer(ImageView from, double scale)
      : from_(from),
        step_(1 / scale),
        out_(Plane<std::uint8_t>::Unset(std::max(1, static_cast<int>(from.width * scale)),
                                        std::max(1, static_cast<int>(from.height * scale)))) {
    for (int x = 0; x < out_.width(); ++x) columns_.push_back(Span(x, from.width));
  }

  Plane<std::uint8_t> Run() {
    std::vector<float> sums(static_cast<std::size_t>(from_.width));
    for (int y = 0; y < out_.height(); ++y) {
      SumRows(Span(y, from_.height), sums);
      std::uint8_t* row = out_.Row(y);
      for (int x = 0; x < out_.width(); ++x)
        row[x] = Mean(columns_[static_cast<std::size_t>(x)], sums);
    }
    return std::move(out_);
  }

 private:
  struct Range {
    int first;
    int last;  // included
    float first_share;
    float last_share;
    float length;
  };

  Range Span(int index, int size) const {
    const double begin = index * step_;
    const double end = std::min<double>(size, begin + step_);
    Range range{};
    range.first = std::min(size - 1, static_cast<int>(begin));
    range.last = std::clamp(static_cast<int>(std::ceil(end)) - 1, range.first, size - 1);
    range.first_share = static_cast<float>(range.first + 1 - begin);
    range.last_share = static_cast<float>(end - range.last);
    if (range.first == range.last) range.first_share = range.last_share = 1;
    range.length = range.first == range.last ? 1
                                             : range.first_share + range.last_share +
                                                   static_cast<float>(range.last - range.first - 1);
    return range;
  }

  void SumRows(const Range& range, std::vector<float>& sums) const {
    std::fill(sums.begin(), sums.end(), 0.0F);
    for (int y = range.first; y <= range.last; ++y) {
      const std::uint8_t* row = from_.pixels + y * from_.stride;
      const float share = (y == range.first  ? range.first_share
                           : y == range.last ? range.last_share
                                             : 1) /
                          range.length;
      for (int x = 0; x < from_.width; ++x)
        sums[static_cast<std::size_t>(x)] += share * static_cast<float>(row[x]);
    }
  }

  static std::uint8_t Mean(const Range& range, const std::vector<float>& sums) {
    float sum = range.first_share * sums[static_cast<std::size_t>(range.first)];
    for (int x = range.first + 1; x < range.last; ++x) sum += sums[static_cast<std::size_t>(x)];
    if (range.last > range.first)
      sum += range.last_share * sums[static_cast<std::size_t>(range.last)];
    return static_cast<std::uint8_t>(std::clamp(sum / range.length + 0.5F, 0.0F, 255.0F));
  }

  ImageView from_;
  double step_;
  Plane<std::uint8_t> out_;
  std::vector<Range> columns_;
};

Plane<std::uint8_t> Copied(ImageView from) {
  Plane<std::uint8_t> out = Plane<std::uint8_t>::Unset(from.width, from.height);
  for (int y = 0; y < from.height; ++y)
    std::copy_n(from.pixels + y * from.stride, from.width, out.Row(y));
  return out;
}

ImageView ViewOf(const Plane<std::uint8_t>& plane) {
  return {plane.values().data(), plane.width(), plane.height(), plane.width()};
}

// The largest (or, of `smallest`, the smallest) value within `radius`, along rows and then along
// columns.
void Spread(Plane<std::uint8_t>& plane, int radius, bool smallest) {
  const auto better = [smallest](std::uint8_t a, std::uint8_t b) {
    return smallest ? std::min(a, b) : std::max(a, b);
  };
  Plane<std::uint8_t> rows = plane;
  for (int y = 0; y < plane.height(); ++y) {
    for (int x = 0; x < plane.width(); ++x) {
      std::uint8_t best = plane.At(x, y);
      for (int k = std::max(0, x - radius); k <= std::min(plane.width() - 1, x + radius); ++k)
        best = better(best, plane.At(k, y));
      rows.At(x, y) = best;
    }
  }
  for (int y = 0; y < plane.height(); ++y) {
    std::uint8_t* out = plane.Row(y);
    std::copy_n(rows.Row(y), plane.width(), out);
    for (int k = std::max(0, y - radius); k <= std::min(plane.height() - 1, y + radius); ++k) {
      const std::uint8_t* row = rows.Row(k);
      for (int x = 0; x < plane.width(); ++x) out[x] = better(out[x], row[x]);
    }
  }
}

Plane<float> PaperOf(const Plane<std::uint8_t>& cells) {
  Plane<std::uint8_t> bright = cells;
  Spread(bright, 3, false);
  Spread(bright, 2, true);
  Plane<float> paper(bright.width(), bright.height());
  std::transform(bright.values().begin(), bright.values().end(), paper.values().begin(),
                 [](std::uint8_t v) { return static_cast<float>(v); });
  return GaussianBlur(paper, 2.5F);
}

// From one value per cell to one per pixel, along straight lines between the cells' middles.
// `pixels` has room for kCellSide more.
void Along(const std::vector<float>& cells, std::vector<float>& pixels) {
  constexpr int kHalf = kCellSide / 2;
  std::fill_n(pixels.begin(), kHalf, cells.front());
  const std::size_t last = (pixels.size() - kHalf) / kCellSide;
  for (std::size_t c = 0; c < last; ++c) {
    const float from = cells[std::min(c, cells.size() - 1)];
    const float step = (cells[std::min(c + 1, cells.size() - 1)] - from) / kCellSide;
    float* out = pixels.data() + kHalf + c * kCellSide;
    for (int k = 0; k < kCellSide; ++k) out[k] = from + step * (static_cast<float>(k) + 0.5F);
  }
}

void DivideByPaper(const Plane<float>& paper, Plane<std::uint8_t>& pixels) {
  constexpr float kRange = kFullInk - kNoInk;
  std::vector<float> cells(static_cast<std::size_t>(paper.width()));
  std::vector<float> factor(static_cast<std::size_t>(pixels.width() + 2 * kCellSide), 1.0F);
  for (int y = 0; y < pixels.height(); ++y) {
    const float at = std::clamp((static_cast<float>(y) + 0.5F) / kCellSide - 0.5F, 0.0F,
                                static_cast<float>(paper.height() - 1));
    const int first = static_cast<int>(at);
    const float share = at - static_cast<float>(first);
    const float* a = paper.Row(first);
    const float* b = paper.Row(std::min(first + 1, paper.height() - 1));
    for (std::size_t x = 0; x < cells.size(); ++x)
      cells[x] = kRange / std::max(8.0F, a[x] + share * (b[x] - a[x]));
    Along(cells, factor);
    std::uint8_t* row = pixels.Row(y);
    for (int x = 0; x < pixels.width(); ++x) {
      const float ink =
          kFullInk + 0.5F - static_cast<float>(row[x]) * factor[static_cast<std::size_t>(x)];
      row[x] = static_cast<std::uint8_t>(std::clamp(ink, 0.0F, static_cast<float>(kOutside - 1)));
    }
  }
}

// A sensor that saturates shows white where a lamp mirrors itself, also where ink is. Where all
// paper is that white, as on a scan, it tells nothing, nor where all is either black or white.
Plane<std::uint8_t> GlareOf(Plane<std::uint8_t> cells) {
  std::vector<std::uint8_t> lit(cells.values().begin(), cells.values().end());
  const auto middle = lit.begin() + static_cast<std::ptrdiff_t>(lit.size() / 2);
  std::nth_element(lit.begin(), middle, lit.end());
  const float floor = 0.8F * static_cast<float>(*middle);
  std::erase_if(lit, [floor](std::uint8_t v) { return static_cast<float>(v) <= floor; });
  if (lit.empty()) return {};
  const auto paper = lit.begin() + static_cast<std::ptrdiff_t>(lit.size() / 2);
  std::nth_element(lit.begin(), paper, lit.end());
  if (*paper >= 236) return {};
  for (std::uint8_t& v : cells.values()) v = v >= 250 ? 1 : 0;
  return cells;
}

// Of every seventh pixel of every fifth row, one in 200 may be neither black nor white.
bool TwoTones(ImageView captured) {
  std::size_t seen = 0;
  std::size_t grey = 0;
  for (int y = 0; y < captured.height; y += 5) {
    const std::uint8_t* row = captured.pixels + y * captured.stride;
    for (int x = 0; x < captured.width; x += 7) {
      ++seen;
      grey += row[x] > 16 && row[x] < 239 ? 1U : 0U;
    }
  }
  return grey * 200 < seen;
}

}  // namespace

bool IsNegative(ImageView captured, const Corners& code) {
  constexpr int kParts = 16;
  constexpr double kInTheQuietZone = 1.03;  // from the middle; half a module and more
  const Point middle{(code[0].x + code[1].x + code[2].x + code[3].x) / 4,
                     (code[0].y + code[1].y + code[2].y + code[3].y) / 4};
  double around = 0;
  double within = 0;
  int count = 0;
  const auto light = [&](const Point& edge, double share) -> std::optional<int> {
    const double x = middle.x + share * (edge.x - middle.x);
    const double y = middle.y + share * (edge.y - middle.y);
    if (!(x >= 0 && y >= 0 && x < captured.width && y < captured.height)) return std::nullopt;
    return captured.pixels[static_cast<int>(y) * captured.stride + static_cast<int>(x)];
  };
  for (std::size_t side = 0; side < 4; ++side) {
    const Point& a = code[side];
    const Point& b = code[(side + 1) % 4];
    for (int i = 0; i < kParts; ++i) {
      const double at = (i + 0.5) / kParts;
      const Point edge{a.x + at * (b.x - a.x), a.y + at * (b.y - a.y)};
      const std::optional<int> outside = light(edge, kInTheQuietZone);
      const std::optional<int> inside = light(edge, (i + 1.0) / (kParts + 2));
      if (!outside || !inside) continue;
      around += *outside;
      within += *inside;
      ++count;
    }
  }
  return count >= 2 * kParts && around < within;
}

CapturedInk ReadInk(ImageView captured, double scale, bool negative) {
  CapturedInk out;
  if (captured.width < kCellSide || captured.height < kCellSide) return out;
  out.two_tones = TwoTones(captured);
  out.scale = scale < 0.999 ? scale : 1;
  out.ink = out.scale < 1 ? Reducer(captured, scale).Run() : Copied(captured);
  if (negative) {
    for (std::uint8_t& v : out.ink.values()) v = static_cast<std::uint8_t>(255 - v);
  }
  const Plane<std::uint8_t> cells = Reducer(ViewOf(out.ink), 1.0 / kCellSide).Run();
  DivideByPaper(PaperOf(cells), out.ink);
  if (!out.two_tones) out.glare = GlareOf(cells);
  out.light = cells;
  return out;
}

std::optional<std::uint8_t> CellUnder(const Plane<std::uint8_t>& cells, Point pixel) {
  const double x = pixel.x / kCellSide;
  const double y = pixel.y / kCellSide;
  if (!(x >= 0 && y >= 0 && x < cells.width() && y < cells.height())) return std::nullopt;
  return cells.At(static_cast<int>(x), static_cast<int>(y));
}

Plane<std::uint8_t> Halved(const Plane<std::uint8_t>& plane) {
  Plane<std::uint8_t> out = Plane<std::uint8_t>::Unset(plane.width() / 2, plane.height() / 2);
  for (int y = 0; y < out.height(); ++y) {
    const std::uint8_t* a = plane.Row(2 * y);
    const std::uint8_t* b = plane.Row(2 * y + 1);
    std::uint8_t* row = out.Row(y);
    for (std::ptrdiff_t x = 0; x < out.width(); ++x) {
      row[x] =
          static_cast<std::uint8_t>((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) / 4);
    }
  }
  return out;
}

}  // namespace sceau::capture
