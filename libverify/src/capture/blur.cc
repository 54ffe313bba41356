// SPDX-License-Identifier: Apache-2.0
#include "capture/blur.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sceau::capture {
namespace {

// Weights of a Gaussian from its middle outwards.
std::vector<float> Taps(float sigma) {
  const int radius = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
  std::vector<float> taps;
  float sum = 0;
  for (int i = 0; i <= radius; ++i) {
    taps.push_back(std::exp(-0.5F * static_cast<float>(i * i) / (sigma * sigma)));
    sum += (i == 0 ? 1.0F : 2.0F) * taps.back();
  }
  for (float& tap : taps) tap /= sum;
  return taps;
}

void BlurRows(const Plane<float>& in, const std::vector<float>& taps, Plane<float>& out) {
  const int radius = static_cast<int>(taps.size()) - 1;
  const int width = in.width();
  std::vector<float> padded(static_cast<std::size_t>(width + 2 * radius));
  for (int y = 0; y < in.height(); ++y) {
    const float* row = in.Row(y);
    std::fill_n(padded.begin(), radius, row[0]);
    std::copy_n(row, width, padded.begin() + radius);
    std::fill_n(padded.end() - radius, radius, row[width - 1]);
    float* to = out.Row(y);
    const float* middle = padded.data() + radius;
    for (int x = 0; x < width; ++x) to[x] = taps[0] * middle[x];
    for (int i = 1; i <= radius; ++i) {
      const float tap = taps[static_cast<std::size_t>(i)];
      for (int x = 0; x < width; ++x) to[x] += tap * (middle[x - i] + middle[x + i]);
    }
  }
}

void BlurColumns(const Plane<float>& in, const std::vector<float>& taps, Plane<float>& out) {
  const int radius = static_cast<int>(taps.size()) - 1;
  const int width = in.width();
  for (int y = 0; y < in.height(); ++y) {
    float* to = out.Row(y);
    const float* row = in.Row(y);
    for (int x = 0; x < width; ++x) to[x] = taps[0] * row[x];
    for (int i = 1; i <= radius; ++i) {
      const float tap = taps[static_cast<std::size_t>(i)];
      const float* above = in.Row(std::max(0, y - i));
      const float* below = in.Row(std::min(in.height() - 1, y + i));
      for (int x = 0; x < width; ++x) to[x] += tap * (above[x] + below[x]);
    }
  }
}

void Add(const Plane<float>& from, float weight, Plane<float>& to) {
  const float* a = from.values().data();
  float* b = to.values().data();
  for (std::size_t i = 0; i < to.size(); ++i) b[i] += weight * a[i];
}

constexpr float kNarrowSigma = 0.8F;
constexpr float kMiddleSigma = 1.5F;
constexpr float kWideSigma = 2.6F;

}  // namespace

Plane<float> GaussianBlur(const Plane<float>& plane, float sigma) {
  if (plane.empty()) return plane;
  const std::vector<float> taps = Taps(sigma);
  Plane<float> rows = Plane<float>::Unset(plane.width(), plane.height());
  Plane<float> out = Plane<float>::Unset(plane.width(), plane.height());
  BlurRows(plane, taps, rows);
  BlurColumns(rows, taps, out);
  return out;
}

Plane<float> SlopeX(const Plane<float>& plane) {
  Plane<float> out(plane.width(), plane.height());
  for (int y = 0; y < plane.height(); ++y) {
    const float* row = plane.Row(y);
    float* to = out.Row(y);
    for (int x = 1; x + 1 < plane.width(); ++x) to[x] = 0.5F * (row[x + 1] - row[x - 1]);
  }
  return out;
}

Plane<float> SlopeY(const Plane<float>& plane) {
  Plane<float> out(plane.width(), plane.height());
  for (int y = 1; y + 1 < plane.height(); ++y) {
    const float* above = plane.Row(y - 1);
    const float* below = plane.Row(y + 1);
    float* to = out.Row(y);
    for (int x = 0; x < plane.width(); ++x) to[x] = 0.5F * (below[x] - above[x]);
  }
  return out;
}

FilterBank Filtered(const Plane<float>& plane) {
  const Plane<float> narrow = GaussianBlur(plane, kNarrowSigma);
  const Plane<float> middle = GaussianBlur(plane, kMiddleSigma);
  const Plane<float> across = SlopeX(middle);
  const Plane<float> down = SlopeY(middle);
  return {plane,          narrow,         middle,         GaussianBlur(plane, kWideSigma),
          SlopeX(narrow), SlopeY(narrow), SlopeX(across), SlopeY(down),
          SlopeY(across)};
}

Plane<float> Blurred(const Plane<float>& plane, const BlurWeights& weights) {
  Plane<float> out(plane.width(), plane.height());
  if (plane.empty()) return out;
  const Plane<float> narrow = GaussianBlur(plane, kNarrowSigma);
  const Plane<float> middle = GaussianBlur(plane, kMiddleSigma);
  const Plane<float> across = SlopeX(middle);
  Add(plane, weights[0], out);
  Add(narrow, weights[1], out);
  Add(middle, weights[2], out);
  Add(GaussianBlur(plane, kWideSigma), weights[3], out);
  Add(SlopeX(narrow), weights[4], out);
  Add(SlopeY(narrow), weights[5], out);
  Add(SlopeX(across), weights[6], out);
  Add(SlopeY(SlopeY(middle)), weights[7], out);
  Add(SlopeY(across), weights[8], out);
  return out;
}

}  // namespace sceau::capture
