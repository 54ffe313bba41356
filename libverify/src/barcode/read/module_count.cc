// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/module_count.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numbers>
#include <numeric>

#include "barcode/read/grid_shape.h"
#include "barcode/read/homography.h"

namespace sceau::barcode {
namespace {

// How many samples a line has: as many as there are pixels to see, and no more than 2.5 for each of
// the 177 modules of the largest symbol.
constexpr double kSamplesAPixel = 1.25;
constexpr int kMinAcross = 96;
constexpr int kMaxAcross = 448;
constexpr double kMinSamples = 2.4;  // for each module
constexpr int kCountedLines = 48;    // how many lines are added up
constexpr double kMinCount = 8;
constexpr double kStep = 0.5;

// How steep the image is at each sample.
using Profile = std::vector<float>;
// The strength of the beat at each count of modules, from kMinCount on in steps of kStep.
using Spectrum = std::vector<float>;

// Lines over the outline, each of which runs from one side to the opposite one.
class Lines {
 public:
  // With `down` the lines run from the top to the bottom, otherwise from left to right.
  Lines(const ContrastMap& map, const Homography& to_map, bool down) : map_(map) {
    const auto& m = to_map.coefficients();
    // x and y are (along u + across v + constant) / depth.
    for (std::size_t row = 0; row < 3; ++row) {
      along_[row] = static_cast<float>(m[3 * row + (down ? 1 : 0)]);
      across_[row] = static_cast<float>(m[3 * row + (down ? 0 : 1)]);
      constant_[row] = static_cast<float>(m[3 * row + 2]);
    }
  }

  // The steepness along the lines, added up over all lines: it has a peak wherever modules meet.
  Profile Edges(int samples) const {
    Profile profile(static_cast<std::size_t>(samples));
    Profile line(profile.size() + 1), xs(line.size()), ys(line.size());
    const float step = 1.0F / static_cast<float>(samples);
    for (int j = 0; j < kCountedLines; ++j) {
      const float v = (static_cast<float>(j) + 0.5F) / kCountedLines;
      const float x0 = across_[0] * v + constant_[0];
      const float y0 = across_[1] * v + constant_[1];
      const float w0 = across_[2] * v + constant_[2];
      for (std::size_t i = 0; i < line.size(); ++i) {
        const float u = static_cast<float>(i) * step;
        const float w = 1 / (along_[2] * u + w0);
        xs[i] = (along_[0] * u + x0) * w;
        ys[i] = (along_[1] * u + y0) * w;
      }
      for (std::size_t i = 0; i < line.size(); ++i) line[i] = map_.At(xs[i], ys[i]);
      for (std::size_t i = 0; i < profile.size(); ++i)
        profile[i] += std::abs(line[i + 1] - line[i]);
    }
    const float mean = std::accumulate(profile.begin(), profile.end(), 0.0F) * step;
    for (float& value : profile) value -= mean;
    return profile;
  }

 private:
  const ContrastMap& map_;
  std::array<float, 3> along_{}, across_{}, constant_{};
};

// The magnitudes of the profile's Fourier transform at the given numbers of periods, several of
// them at once.
template <std::size_t kLanes>
std::array<float, kLanes> Beats(const Profile& profile, const std::array<double, kLanes>& counts) {
  std::array<float, kLanes> turn_c{}, turn_s{}, c{}, s{}, real{}, imaginary{};
  for (std::size_t i = 0; i < kLanes; ++i) {
    const double angle = 2 * std::numbers::pi * counts[i] / static_cast<double>(profile.size());
    turn_c[i] = static_cast<float>(std::cos(angle));
    turn_s[i] = static_cast<float>(std::sin(angle));
    c[i] = 1;
  }
  for (const float value : profile) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      real[i] += value * c[i];
      imaginary[i] += value * s[i];
      const float next = c[i] * turn_c[i] - s[i] * turn_s[i];
      s[i] = s[i] * turn_c[i] + c[i] * turn_s[i];
      c[i] = next;
    }
  }
  for (std::size_t i = 0; i < kLanes; ++i) real[i] = std::hypot(real[i], imaginary[i]);
  return real;
}

// Divides each beat by the median of those around it, since large areas of data make slow beats
// strong by themselves.
Spectrum Whitened(const Spectrum& spectrum) {
  constexpr std::size_t kReach = 24;
  Spectrum white = spectrum;
  Spectrum around;  // in order
  std::size_t last = 0;
  for (std::size_t i = 0; i < spectrum.size(); ++i) {
    for (; last < std::min(i + kReach + 1, spectrum.size()); ++last)
      around.insert(std::ranges::upper_bound(around, spectrum[last]), spectrum[last]);
    if (i > kReach) around.erase(std::ranges::lower_bound(around, spectrum[i - kReach - 1]));
    white[i] /= std::max(around[around.size() / 2], 1e-6F);
  }
  return white;
}

Spectrum BeatsOf(const Profile& profile) {
  constexpr std::size_t kLanes = 16;
  const double most = static_cast<double>(profile.size()) / kMinSamples;
  Spectrum spectrum;
  std::array<double, kLanes> counts{};
  for (double count = kMinCount; count <= most; count += kStep * kLanes) {
    for (std::size_t i = 0; i < kLanes; ++i) counts[i] = count + kStep * static_cast<double>(i);
    const auto beats = Beats(profile, counts);
    const auto wanted = std::ranges::upper_bound(counts, most) - counts.begin();
    spectrum.insert(spectrum.end(), beats.begin(), beats.begin() + wanted);
  }
  return Whitened(spectrum);
}

// The strongest beat near a size: an outline whose corner is off by a module or two moves the count
// by so much.
float StrengthOf(const Spectrum& spectrum, int size) {
  const double slack = std::max(0.6, 0.025 * size);
  const double first = std::max(0.0, (size - slack - kMinCount) / kStep);
  const double last = (size + slack - kMinCount) / kStep;
  float strongest = 0;
  for (auto i = static_cast<std::size_t>(first);
       i < spectrum.size() && static_cast<double>(i) <= last; ++i)
    strongest = std::max(strongest, spectrum[i]);
  return strongest;
}

}  // namespace

std::vector<ModuleCount> CountModules(const ContrastMap& map, const Corners& corners,
                                      std::size_t limit) {
  std::vector<ModuleCount> counts;
  const auto to_map = Homography::FromRectangle({0, 0, 1, 1}, corners);
  if (!to_map) return counts;
  const int samples =
      std::clamp(static_cast<int>(kSamplesAPixel * MeanSide(corners)), kMinAcross, kMaxAcross);
  Spectrum spectrum = BeatsOf(Lines(map, *to_map, false).Edges(samples));
  const Spectrum down = BeatsOf(Lines(map, *to_map, true).Edges(samples));
  // The geometric mean of both directions: bars and letters beat in one direction only.
  for (std::size_t i = 0; i < spectrum.size(); ++i) spectrum[i] = std::sqrt(spectrum[i] * down[i]);
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    for (const int size : SizesOf(symbology))
      counts.push_back({symbology, size, static_cast<double>(StrengthOf(spectrum, size))});
  }
  std::ranges::sort(counts, std::greater{}, &ModuleCount::strength);
  counts.resize(std::min(counts.size(), limit));
  return counts;
}

}  // namespace sceau::barcode
