// SPDX-License-Identifier: Apache-2.0
#include "capture/word_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "capture/linear.h"

namespace sceau::capture {
namespace {

// The blurred word, its two slopes, and a grey.
struct Terms {
  Plane<float> ink;
  Plane<float> slope_x;
  Plane<float> slope_y;
};
using Four = std::array<double, 4>;

float ValueOf(const Terms& terms, const Four& p, std::size_t i) {
  return static_cast<float>(p[0]) * terms.ink.values()[i] +
         static_cast<float>(p[1]) * terms.slope_x.values()[i] +
         static_cast<float>(p[2]) * terms.slope_y.values()[i] + static_cast<float>(p[3]);
}

Four LeastSquares(const Terms& terms, std::span<const float> seen,
                  const std::vector<float>& weights) {
  std::array<float, 14> s{};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const float k = terms.ink.values()[i];
    const float x = terms.slope_x.values()[i];
    const float y = terms.slope_y.values()[i];
    const float w = weights[i];
    const float c = seen[i];
    s[0] += w * k * k;
    s[1] += w * k * x;
    s[2] += w * k * y;
    s[3] += w * k;
    s[4] += w * x * x;
    s[5] += w * x * y;
    s[6] += w * x;
    s[7] += w * y * y;
    s[8] += w * y;
    s[9] += w;
    s[10] += w * k * c;
    s[11] += w * x * c;
    s[12] += w * y * c;
    s[13] += w * c;
  }
  // The shift is held towards none: two per cent of what the ink weighs.
  const double hold = 0.02 * static_cast<double>(s[0]);
  std::array<Four, 4> a{{{s[0] + 1e-6, s[1], s[2], s[3]},
                         {s[1], s[4] + hold + 1e-6, s[5], s[6]},
                         {s[2], s[5], s[7] + hold + 1e-6, s[8]},
                         {s[3], s[6], s[8], s[9] + 1e-6}}};
  Four b{s[10], s[11], s[12], s[13]};
  if (!Solve(a, b)) return {1, 0, 0, 0};
  b[0] = std::clamp(b[0], 0.5, 1.6);
  b[1] = std::clamp(b[1], -0.9 * b[0], 0.9 * b[0]);
  b[2] = std::clamp(b[2], -0.9 * b[0], 0.9 * b[0]);
  return b;
}

float Quantile(std::span<const float> of, double share) {
  std::vector<float> values(of.begin(), of.end());
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

Four FitRobustly(const Terms& terms, std::span<const float> seen) {
  std::vector<float> weights(seen.size(), 1.0F);
  std::vector<float> off(seen.size());
  Four p{};
  for (int pass = 0; pass < 3; ++pass) {
    p = LeastSquares(terms, seen, weights);
    if (pass == 2) break;
    for (std::size_t i = 0; i < seen.size(); ++i) off[i] = std::abs(seen[i] - ValueOf(terms, p, i));
    const float scale = 2.5F * std::max(0.02F, 1.4826F * Quantile(off, 0.5));
    for (std::size_t i = 0; i < seen.size(); ++i)
      weights[i] = 1 / (1 + (off[i] / scale) * (off[i] / scale));
  }
  return p;
}

float Correlation(std::span<const float> a, std::span<const float> b) {
  double sa = 0;
  double sb = 0;
  double aa = 0;
  double bb = 0;
  double ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sa += static_cast<double>(a[i]);
    sb += static_cast<double>(b[i]);
    aa += static_cast<double>(a[i] * a[i]);
    bb += static_cast<double>(b[i] * b[i]);
    ab += static_cast<double>(a[i] * b[i]);
  }
  const double n = static_cast<double>(a.size());
  return static_cast<float>((ab - sa * sb / n) /
                            std::sqrt(std::max(1e-9, (aa - sa * sa / n) * (bb - sb * sb / n))));
}

constexpr float kTolerance = 0.25F;  // of the ink of the word, before a pixel is missing or extra

// What is seen and not made is more than this, by the ink of the word.
float ExtraInk(const WordFit& fit, float made, float seen, float tolerance) {
  // Where half of a word is gone, the fit takes the other half for darker than it is.
  const float full = std::max(1.0F, 1 / fit.strength);
  const float ink = std::clamp((made - fit.grey) / fit.amplitude, 0.0F, 1.0F);
  return (seen - fit.grey) / fit.amplitude - full * ink - tolerance;
}

// Squared slopes along the line, a pixel.
class Edges {
 public:
  void Add(float slope) {
    sum_ += slope * slope;
    pixels_ += 1;
  }
  float Mean() const { return sum_ / std::max(1.0F, pixels_); }

 private:
  float sum_ = 0;
  float pixels_ = 0;
};

float WrittenShare(const WordFit& fit, const Terms& terms) {
  const Plane<float> slopes = SlopeX(fit.seen);
  const float ink = kTolerance * fit.scale;
  Edges of_word;
  Edges of_extra;
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    if (terms.ink.values()[i] > ink) of_word.Add(terms.slope_x.values()[i]);
    if (ExtraInk(fit, fit.made.values()[i], fit.seen.values()[i], kTolerance) > 0)
      of_extra.Add(slopes.values()[i]);
  }
  return of_extra.Mean() / std::max(1e-6F, of_word.Mean());
}

}  // namespace

WordFit FitWord(const Plane<float>& expected, Plane<float> seen, const LocalBlur& blur) {
  WordFit fit;
  Terms terms{Blurred(expected, blur.weights), {}, {}};
  terms.slope_x = SlopeX(terms.ink);
  terms.slope_y = SlopeY(terms.ink);
  const Four p = FitRobustly(terms, seen.values());
  fit.strength = static_cast<float>(p[0]);
  fit.grey = static_cast<float>(p[3]);
  // Ink that grows along x where the slope is added lies further to the left.
  fit.shift_x = static_cast<float>(-p[1] / std::max(0.3, p[0]));
  fit.shift_y = static_cast<float>(-p[2] / std::max(0.3, p[0]));
  fit.made = Plane<float>(expected.width(), expected.height());
  for (std::size_t i = 0; i < fit.made.size(); ++i) fit.made.values()[i] = ValueOf(terms, p, i);
  fit.amplitude = std::max(0.05F, Quantile(fit.made.values(), 0.99) - fit.grey);
  fit.scale = *std::max_element(expected.values().begin(), expected.values().end());
  fit.likeness = Correlation(seen.values(), fit.made.values());
  fit.seen = std::move(seen);
  const InkBalance balance = Balance(fit, 0, fit.seen.width(), kTolerance);
  fit.missing = balance.missing;
  fit.extra = balance.extra;
  fit.written = WrittenShare(fit, terms);
  return fit;
}

InkBalance Balance(const WordFit& fit, int from, int to, float tolerance) {
  from = std::max(0, from);
  to = std::min(fit.seen.width(), to);
  const float by = 1 / fit.amplitude;
  float made = 0;
  float missing = 0;
  float extra = 0;
  for (int y = 0; y < fit.seen.height(); ++y) {
    const float* m = fit.made.Row(y);
    const float* s = fit.seen.Row(y);
    for (int x = from; x < to; ++x) {
      const float ink = std::clamp((m[x] - fit.grey) * by, 0.0F, 1.0F);
      const float seen = (s[x] - fit.grey) * by;
      made += ink;
      missing += std::clamp(ink - seen - tolerance, 0.0F, 1.0F);
      extra += std::clamp(ExtraInk(fit, m[x], s[x], tolerance), 0.0F, 1.0F);
    }
  }
  made = std::max(1e-3F, made);
  return {missing / made, extra / made};
}

bool HasDarkerInk(const WordFit& fit) {
  constexpr float kDarker = 1.4F;
  constexpr double kDarkest = 0.97;  // noise is darker than that
  const float print = fit.amplitude / std::max(0.3F, fit.strength);
  return Quantile(fit.seen.values(), kDarkest) > kDarker * print;
}

}  // namespace sceau::capture
