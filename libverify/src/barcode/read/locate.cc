// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/locate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "barcode/read/blobs.h"
#include "barcode/read/dark_share.h"
#include "barcode/read/resample.h"
#include "barcode/read/texture.h"

namespace sceau::barcode {
namespace {

// The search runs on an image of about so many pixels, which for an A4 page is 120 dpi: a symbol of
// 5 mm can still be seen.
constexpr double kSearchPixels = 1e6;

// Windows of 3 and 5 cells, which are 12 and 20 pixels: the small one for small symbols near text,
// the large one for modules of many pixels.
constexpr std::array<int, 2> kRadii{1, 2};

// Thresholds, as shares of the strongest texture of the image. High ones separate a symbol from the
// text beside it; low ones keep a faint symbol beside something stronger.
constexpr std::array<float, 5> kThresholds{0.7F, 0.5F, 0.36F, 0.25F, 0.18F};

// Each area is compared with all areas before it: a page full of specks must not take seconds.
constexpr std::size_t kMaxAreas = 2000;

constexpr int kMinSide = 5;            // cells
constexpr double kMaxElongated = 4.6;  // a symbol of 8x32 modules has 4
// Symbols that matter here have at least this side; smaller areas score less.
constexpr double kUsualSide = 12;
constexpr double kMinFill = 0.6;  // the share of the rectangle that the area covers
// Measured: symbols that can be read score 0.1 or more, the grain of photographs and paper up to
// 0.034.
constexpr double kMinScore = 0.04;

std::optional<Candidate> Judge(const Blob& blob) {
  const Polygon hull = ConvexHull(EndsOf(blob));
  if (hull.size() < 4) return std::nullopt;
  Candidate candidate;
  candidate.rectangle = SmallestRectangle(hull);
  const double narrow = std::min(candidate.rectangle.width, candidate.rectangle.height);
  const double wide = std::max(candidate.rectangle.width, candidate.rectangle.height);
  if (narrow < kMinSide || wide > kMaxElongated * narrow) return std::nullopt;
  const double fill = blob.cells / (narrow * wide);
  if (fill < kMinFill) return std::nullopt;
  candidate.score =
      blob.sum / blob.cells * (narrow / wide) * fill * std::min(1.0, narrow / kUsualSide);
  return candidate;
}

bool IsSameArea(const Candidate& a, const Candidate& b) {
  const double side = std::sqrt(a.rectangle.width * a.rectangle.height);
  const double other = std::sqrt(b.rectangle.width * b.rectangle.height);
  return Length(Centre(a.rectangle.corners) - Centre(b.rectangle.corners)) < 0.12 * side &&
         std::abs(side - other) < 0.12 * side;
}

// An area on which several thresholds agree is likelier than one that only one of them shows.
void Add(Candidate candidate, std::vector<Candidate>& candidates) {
  for (Candidate& known : candidates) {
    if (!IsSameArea(known, candidate)) continue;
    known.score = 1.1 * std::max(known.score, candidate.score);
    return;
  }
  if (candidates.size() < kMaxAreas) candidates.push_back(candidate);
}

void Scale(double scale, Candidate& candidate) {
  candidate.rectangle.width *= scale;
  candidate.rectangle.height *= scale;
  for (Point& corner : candidate.rectangle.corners) corner = corner * scale;
}

}  // namespace

std::vector<Candidate> Locate(ImageView image, int limit) {
  const double pixels = static_cast<double>(image.width) * image.height;
  const int wanted = static_cast<int>(std::lround(std::sqrt(pixels / kSearchPixels)));
  const int factor = std::clamp(wanted, 1, std::max(1, std::min(image.width, image.height)));
  PageImage reduced;
  if (factor > 1) reduced = Reduce(image, factor);
  const CellSums cells = MeasureCells(factor > 1 ? View(reduced) : image);
  std::vector<Candidate> candidates;
  if (cells.xx.empty()) return candidates;
  for (const int radius : kRadii) {
    const Plane<float> texture = TextureOf(cells, radius);
    const float strongest = *std::ranges::max_element(texture.values());
    if (strongest <= 0) continue;
    for (const float threshold : kThresholds) {
      for (const Blob& blob :
           FindBlobs(texture, threshold * strongest, radius, kMinSide * kMinSide)) {
        auto candidate = Judge(blob);
        if (!candidate || candidate->score < kMinScore) continue;
        Scale(kCell, *candidate);
        Add(*candidate, candidates);
      }
    }
  }
  std::ranges::sort(candidates, std::greater{}, &Candidate::score);
  candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(limit)));
  for (Candidate& candidate : candidates) Scale(factor, candidate);
  return candidates;
}

bool IsDarkAndLight(ImageView image, const Candidate& candidate) {
  // Measured: symbols have 0.31 to 0.59, light ones on dark the complement; pages of text have up
  // to 0.29.
  constexpr double kMinDark = 0.28;
  constexpr double kMaxDark = 0.74;
  const double share = DarkShare(image, candidate.rectangle.corners);
  return share > kMinDark && share < kMaxDark;
}

}  // namespace sceau::barcode
