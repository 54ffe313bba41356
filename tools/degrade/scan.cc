// SPDX-License-Identifier: Apache-2.0
#include "degrade/scan.h"

#include <cmath>
#include <numbers>

namespace sceau::degrade {
namespace {

constexpr float kLid = 250;  // the white of the scanner's lid, around the paper
constexpr float kScanPaper = 241;
constexpr float kScanInk = 38;  // laser print is never quite black
constexpr int kDustSpecks = 120;

void AddDust(Picture& picture, Random& random) {
  for (int i = 0; i < kDustSpecks; ++i) {
    const int x = static_cast<int>(random.Uniform() * (picture.width - 2));
    const int y = static_cast<int>(random.Uniform() * (picture.height - 2));
    const auto darkness = static_cast<float>(60 + 100 * random.Uniform());
    picture.at(x, y) -= darkness;
    if (random.Uniform() < 0.5) picture.at(x + 1, y) -= darkness;
    if (random.Uniform() < 0.5) picture.at(x, y + 1) -= darkness;
  }
}

}  // namespace

Picture Scan(const Picture& page, const ScanSettings& settings, Random& random) {
  const double angle = settings.turn_degrees * std::numbers::pi / 180;
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const double middle_x = (page.width - 1) / 2.0;
  const double middle_y = (page.height - 1) / 2.0;
  Picture scan(page.width, page.height, kLid);
  for (int y = 0; y < scan.height; ++y) {
    for (int x = 0; x < scan.width; ++x) {
      const double dx = x - middle_x;
      const double dy = y - middle_y;
      const float ink =
          Sample(page, middle_x + cosine * dx + sine * dy, middle_y - sine * dx + cosine * dy, -1);
      if (ink >= 0) scan.at(x, y) = kScanInk + ink / 255 * (kScanPaper - kScanInk);
    }
  }
  AddDust(scan, random);
  scan = Blur(scan, 0.7);
  AddNoise(scan, 3.5, random);
  return scan;
}

}  // namespace sceau::degrade
