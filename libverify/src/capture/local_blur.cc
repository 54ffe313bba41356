// SPDX-License-Identifier: Apache-2.0
#include "capture/local_blur.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "capture/linear.h"

namespace sceau::capture {
namespace {

constexpr std::size_t kTerms = kFilters + 1;  // the filters, and a grey
using Vector = std::array<double, kTerms>;
using Matrix = std::array<Vector, kTerms>;

constexpr int kBandHeight = 24;  // page pixels
constexpr std::size_t kWordsAsked = 14;
constexpr std::size_t kWordsNeeded = 4;
constexpr int kMinWidth = 30;

double Dot(const Plane<float>& a, const Plane<float>& b) {
  float sum = 0;
  const float* p = a.values().data();
  const float* q = b.values().data();
  for (std::size_t i = 0; i < a.size(); ++i) sum += p[i] * q[i];
  return sum;
}

double Total(const Plane<float>& a) {
  float sum = 0;
  for (const float v : a.values()) sum += v;
  return sum;
}

double Quadratic(const Matrix& a, const Vector& x, std::size_t terms) {
  double sum = 0;
  for (std::size_t i = 0; i < terms; ++i) {
    for (std::size_t j = 0; j < terms; ++j) sum += x[i] * a[i][j] * x[j];
  }
  return sum;
}

}  // namespace

struct BlurFitter::Sums {
  Matrix products{};  // of the terms with one another
  Vector with_seen{};
  double seen_squares = 0;
  double seen_total = 0;
  double count = 0;

  // What the blur leaves of the captured word, per pixel.
  double Variance(const Vector& x) const {
    double cross = 0;
    for (std::size_t i = 0; i < kTerms; ++i) cross += x[i] * with_seen[i];
    return std::max(1e-6, (seen_squares - 2 * cross + Quadratic(products, x, kTerms)) / count);
  }

  double Likeness(const Vector& x) const {
    double total = 0;
    double cross = 0;
    for (std::size_t i = 0; i < kFilters; ++i) {
      total += x[i] * products[i][kFilters];
      cross += x[i] * with_seen[i];
    }
    const double covariance = cross - total * seen_total / count;
    const double made = Quadratic(products, x, kFilters) - total * total / count;
    const double seen = seen_squares - seen_total * seen_total / count;
    return covariance / std::sqrt(std::max(1e-9, made * seen));
  }
};

namespace {

std::optional<Vector> Solved(Matrix a, Vector b, double count) {
  for (std::size_t i = 0; i < kFilters; ++i) a[i][i] += 4e-5 * count;
  if (!Solve(a, b)) return std::nullopt;
  return b;
}

}  // namespace

BlurFitter::BlurFitter(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                       const std::vector<SeenWord>& words)
    : expected_(expected), page_(page), words_(words) {}

BlurFitter::~BlurFitter() = default;

int BlurFitter::BandOf(double baseline) { return static_cast<int>(baseline) / kBandHeight; }

const std::optional<LocalBlur>& BlurFitter::At(double baseline) {
  const int band = BandOf(baseline);
  const auto found = bands_.find(band);
  if (found != bands_.end()) return found->second;
  return bands_.emplace(band, Fit((band + 0.5) * kBandHeight)).first->second;
}

const BlurFitter::Sums& BlurFitter::SumsOf(std::size_t index) {
  const auto found = sums_.find(index);
  if (found != sums_.end()) return found->second;
  const FilterBank bank = Filtered(ExpectedInk(expected_, words_[index]));
  const Plane<float> seen = InkAt(page_, words_[index]);
  Sums sums;
  sums.count = static_cast<double>(seen.size());
  sums.seen_squares = Dot(seen, seen);
  sums.seen_total = Total(seen);
  for (std::size_t i = 0; i < kFilters; ++i) {
    for (std::size_t j = 0; j <= i; ++j)
      sums.products[i][j] = sums.products[j][i] = Dot(bank[i], bank[j]);
    sums.products[i][kFilters] = sums.products[kFilters][i] = Total(bank[i]);
    sums.with_seen[i] = Dot(bank[i], seen);
  }
  sums.products[kFilters][kFilters] = sums.count;
  sums.with_seen[kFilters] = sums.seen_total;
  return sums_.emplace(index, sums).first->second;
}

// The clear ones of the fixed words next to a line, and their share. Where too few of those are
// clear, farther ones must do.
BlurFitter::Chosen BlurFitter::Choose(double baseline) const {
  std::vector<std::pair<double, std::size_t>> near;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const SeenWord& word = words_[i];
    if (word.seen && word.word->fact == kFixedText && word.box.width() > kMinWidth)
      near.emplace_back(std::abs(word.middle.y - baseline), i);
  }
  std::sort(near.begin(), near.end());
  Chosen chosen;
  std::size_t asked = 0;
  std::size_t clear_of_asked = 0;
  for (const auto& [distance, index] : near) {
    if (asked >= kWordsAsked && chosen.words.size() >= kWordsNeeded) break;
    const bool clear = words_[index].score > 0.5F;
    if (clear) chosen.words.push_back(index);
    if (asked >= kWordsAsked) continue;
    ++asked;
    clear_of_asked += clear ? 1U : 0U;
  }
  chosen.share =
      static_cast<float>(clear_of_asked) / static_cast<float>(std::max<std::size_t>(1, asked));
  return chosen;
}

std::optional<LocalBlur> BlurFitter::Fit(double baseline) {
  const auto [near, share] = Choose(baseline);
  if (near.size() < kWordsNeeded) return std::nullopt;
  std::vector<double> weights(near.size(), 1.0);
  std::optional<Vector> blur;
  double middle = 0;
  for (int pass = 0; pass < 3; ++pass) {
    Matrix a{};
    Vector b{};
    double count = 0;
    for (std::size_t k = 0; k < near.size(); ++k) {
      const Sums& sums = SumsOf(near[k]);
      for (std::size_t i = 0; i < kTerms; ++i) {
        for (std::size_t j = 0; j < kTerms; ++j) a[i][j] += weights[k] * sums.products[i][j];
        b[i] += weights[k] * sums.with_seen[i];
      }
      count += weights[k] * sums.count;
    }
    blur = Solved(a, b, count);
    if (!blur) return std::nullopt;
    std::vector<double> variances;
    variances.reserve(near.size());
    for (const std::size_t index : near) variances.push_back(SumsOf(index).Variance(*blur));
    std::vector<double> sorted = variances;
    std::sort(sorted.begin(), sorted.end());
    middle = sorted[sorted.size() / 2];
    for (std::size_t k = 0; k < near.size(); ++k)
      weights[k] = 1 / (1 + variances[k] / (2 * middle));
  }

  LocalBlur out;
  std::vector<double> likeness;
  likeness.reserve(near.size());
  for (const std::size_t index : near) likeness.push_back(SumsOf(index).Likeness(*blur));
  std::sort(likeness.begin(), likeness.end());
  for (std::size_t i = 0; i < kFilters; ++i) out.weights[i] = static_cast<float>((*blur)[i]);
  out.likeness = static_cast<float>(likeness[likeness.size() / 2]);
  out.share = share;
  out.noise = static_cast<float>(std::max(0.02, std::sqrt(middle)));
  return out;
}

std::optional<BlurWeights> BlurFitter::Mean() const {
  Matrix a{};
  Vector b{};
  double count = 0;
  for (const auto& [index, sums] : sums_) {
    for (std::size_t i = 0; i < kTerms; ++i) {
      for (std::size_t j = 0; j < kTerms; ++j) a[i][j] += sums.products[i][j];
      b[i] += sums.with_seen[i];
    }
    count += sums.count;
  }
  if (count == 0) return std::nullopt;
  const std::optional<Vector> blur = Solved(a, b, count);
  if (!blur) return std::nullopt;
  BlurWeights out{};
  for (std::size_t i = 0; i < kFilters; ++i) out[i] = static_cast<float>((*blur)[i]);
  return out;
}

}  // namespace sceau::capture
