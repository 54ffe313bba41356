// SPDX-License-Identifier: Apache-2.0
#include "decode/page_raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/large_memory.h"
#include "decode/picture_symbols.h"
#include "document/image/pixels.h"

namespace sceau::decode {
namespace {

constexpr float kPaper = 255;

double LengthOf(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

Point Between(Point a, Point b, double share) {
  return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

// The pixels on the way from `a` to `b`, about two for each that lies there.
std::vector<std::uint8_t> PixelsAlong(ImageView image, Point a, Point b) {
  constexpr int kMaxSamples = 1'000;
  const int count = std::clamp(static_cast<int>(2 * LengthOf(a, b)), 1, kMaxSamples);
  std::vector<std::uint8_t> pixels;
  for (int i = 0; i < count; ++i) {
    const Point at = Between(a, b, (i + 0.5) / count);
    if (!(at.x >= 0 && at.y >= 0 && at.x < image.width && at.y < image.height)) continue;
    pixels.push_back(
        image.pixels[static_cast<std::ptrdiff_t>(at.y) * image.stride + static_cast<int>(at.x)]);
  }
  return pixels;
}

// A change counts when it crosses the whole band, so that noise on an edge does not.
int ChangesIn(const std::vector<std::uint8_t>& pixels, int dark, int light) {
  int changes = 0;
  int state = -1;
  for (const int pixel : pixels) {
    if (pixel > dark && pixel < light) continue;
    const int now = pixel <= dark ? 0 : 1;
    changes += state >= 0 && now != state ? 1 : 0;
    state = now;
  }
  return changes;
}

// The pixels of a source along one axis that make one pixel of the raster, and their weights.
struct Span {
  int first = 0;
  int last = 0;  // exclusive
  std::vector<float> weights;
  float paper = 0;  // what is left for white
};

Span SpanOf(double from, double to, int length) {
  if (to < from) std::swap(from, to);
  Span span;
  span.first = static_cast<int>(std::clamp(std::floor(from), 0.0, static_cast<double>(length)));
  span.last = static_cast<int>(std::clamp(std::ceil(to), 0.0, static_cast<double>(length)));
  double covered = 0;
  for (int i = span.first; i < span.last; ++i) {
    const double share = std::max(0.0, std::min(to, i + 1.0) - std::max<double>(from, i));
    span.weights.push_back(static_cast<float>(share / (to - from)));
    covered += share / (to - from);
  }
  span.last = std::max(span.first, span.last);
  span.paper = static_cast<float>(std::max(0.0, 1 - covered));
  return span;
}

// Rows first: their sum runs over memory in order.
PageImage Averages(ImageView image, const std::vector<Span>& across,
                   const std::vector<Span>& down) {
  PageImage raster{static_cast<int>(across.size()), static_cast<int>(down.size()), {}};
  ReserveLarge(raster.pixels, across.size() * down.size());
  raster.pixels.resize(across.size() * down.size());
  std::uint8_t* to = raster.pixels.data();
  std::vector<float> sums(static_cast<std::size_t>(image.width));
  for (const Span& rows : down) {
    std::ranges::fill(sums, rows.paper * kPaper);
    for (int y = rows.first; y < rows.last; ++y) {
      const std::uint8_t* row = image.pixels + y * image.stride;
      const float weight = rows.weights[static_cast<std::size_t>(y - rows.first)];
      for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += weight * static_cast<float>(row[x]);
    }
    for (const Span& columns : across) {
      float sum = columns.paper * kPaper + 0.5F;
      const float* from = sums.data() + columns.first;
      for (const float weight : columns.weights) sum += weight * *from++;
      *to++ = static_cast<std::uint8_t>(std::min(sum, 255.0F));
    }
  }
  return raster;
}

int SideOf(int page, double scale) {
  return std::max(1, static_cast<int>(std::ceil(page * scale - 1e-6)));
}

// For each pixel of the raster what it covers of the page, and so of a source of `length` pixels,
// in which the page starts at `start` and goes `step` for each of its own. The last one may cover
// less.
std::vector<Span> SpansOf(double start, double step, double scale, int page, int length) {
  const int count = SideOf(page, scale);
  std::vector<Span> spans;
  spans.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const double end = std::min((i + 1) / scale, static_cast<double>(page));
    spans.push_back(SpanOf(start + step * i / scale, start + step * end, length));
  }
  return spans;
}

// The scale of the image itself, or less.
double ScaleOf(const Placement& page, int width, int height, const RasterBounds& bounds) {
  const double own = std::min(std::abs(page.across), std::abs(page.down));
  double scale = own * std::min(1.0, kModulePixels / bounds.module_side);
  const auto bytes = [&] { return std::int64_t{SideOf(width, scale)} * SideOf(height, scale); };
  const auto most = static_cast<double>(bounds.max_bytes);
  while (bytes() > static_cast<std::int64_t>(bounds.max_bytes) && bytes() > 1)
    scale *= std::min(0.999, std::sqrt(most / static_cast<double>(bytes())));
  return scale;
}

bool IsNear(double a, double b) { return std::abs(a - b) < 0.5; }

}  // namespace

double ModuleSide(ImageView image, const Corners& corners) {
  // Half of all modules differ from their neighbour; lines through the patterns at the corners
  // cross fewer edges.
  constexpr double kChangesAModule = 0.49;
  constexpr int kLines = 24;  // in each direction
  std::vector<std::vector<std::uint8_t>> lines;
  std::array<int, 256> histogram{};
  int samples = 0;
  for (int i = 0; i < kLines; ++i) {
    const double share = (i + 0.5) / kLines;
    lines.push_back(PixelsAlong(image, Between(corners[0], corners[3], share),
                                Between(corners[1], corners[2], share)));
    lines.push_back(PixelsAlong(image, Between(corners[0], corners[1], share),
                                Between(corners[3], corners[2], share)));
  }
  for (const auto& line : lines) {
    for (const std::uint8_t pixel : line) ++histogram[pixel];
    samples += static_cast<int>(line.size());
  }
  const auto level = [&](double share) {
    int below = 0;
    int at = 0;
    while (at < 255 && below + histogram[static_cast<std::size_t>(at)] <= share * samples)
      below += histogram[static_cast<std::size_t>(at++)];
    return at;
  };
  const int darkest = level(0.1);
  const int lightest = level(0.9);
  const int middle = (darkest + lightest) / 2;
  const int band = (lightest - darkest) / 8;
  double changes = 0;
  for (const auto& line : lines) changes += ChangesIn(line, middle - band, middle + band);
  const double modules = changes / (2 * kLines) / kChangesAModule + 1;
  double side = 0;
  for (std::size_t i = 0; i < 4; ++i) side += LengthOf(corners[i], corners[(i + 1) % 4]) / 4;
  return side / modules;
}

std::optional<double> FinestModule(ImageView image, const std::vector<Symbol>& symbols) {
  std::optional<double> finest;
  for (const Symbol& symbol : symbols) {
    if (symbol.hidden || !IsSeal(symbol)) continue;
    const double side = ModuleSide(image, symbol.corners);
    if (side > 0 && (!finest || side < *finest)) finest = side;
  }
  return finest;
}

PageRaster MakeRaster(ImageView image, const Placement& page, int width, int height,
                      const RasterBounds& bounds) {
  PageRaster raster;
  if (bounds.max_bytes == 0 || width <= 0 || height <= 0) return raster;
  raster.scale = ScaleOf(page, width, height, bounds);
  raster.image = Averages(image, SpansOf(page.left, page.across, raster.scale, width, image.width),
                          SpansOf(page.top, page.down, raster.scale, height, image.height));
  return raster;
}

std::optional<PageRaster> RasterOfPart(const document::PagePart& part, int width, int height,
                                       const RasterBounds& bounds) {
  constexpr int kTransposed = 5;  // as EXIF counts the ways in which a picture may lie
  const auto& [origin, right, opposite, below] = part.outline;
  const bool upright = IsNear(origin.y, right.y) && IsNear(origin.x, below.x);
  const bool lies = IsNear(origin.x, right.x) && IsNear(origin.y, below.y);
  if (upright == lies) return std::nullopt;
  // Where the image lies on its side, x of the page is y of the image.
  const double along_x = upright ? right.x - origin.x : right.y - origin.y;
  const double along_y = upright ? below.y - origin.y : below.x - origin.x;
  const double start_x = upright ? origin.x : origin.y;
  const double start_y = upright ? origin.y : origin.x;
  if (IsNear(along_x, 0) || IsNear(along_y, 0)) return std::nullopt;
  Placement page;
  page.across = part.image.width / along_x;
  page.down = part.image.height / along_y;
  page.left = -start_x * page.across;
  page.top = -start_y * page.down;
  PageRaster raster = MakeRaster(View(part.image), page, upright ? width : height,
                                 upright ? height : width, bounds);
  if (lies) raster.image = document::Upright(std::move(raster.image), kTransposed);
  return raster;
}

void FitRasters(std::vector<Page>& pages, std::size_t max_bytes) {
  std::size_t all = 0;
  for (const Page& page : pages) all += page.raster.image.pixels.size();
  if (all <= max_bytes) return;
  for (Page& page : pages) {
    if (page.raster.empty()) continue;
    const std::size_t share =
        static_cast<std::size_t>(static_cast<double>(page.raster.image.pixels.size()) *
                                 static_cast<double>(max_bytes) / static_cast<double>(all));
    const double scale = page.raster.scale;
    const bool drawn = page.raster.drawn;
    page.raster = MakeRaster(View(page.raster.image), {0, 0, scale, scale}, page.width, page.height,
                             {.module_side = kModulePixels, .max_bytes = share});
    page.raster.drawn = drawn;
  }
}

}  // namespace sceau::decode
