// SPDX-License-Identifier: Apache-2.0
// A grey picture in floating point, and what paper, lenses, sensors and JPEG do to it.
#ifndef SCEAU_TOOLS_DEGRADE_PICTURE_H_
#define SCEAU_TOOLS_DEGRADE_PICTURE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "base/page.h"

namespace sceau::degrade {

// SplitMix64: the same numbers from the same seed on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  double Uniform();  // 0 to 1
  double Normal();   // mean 0, deviation 1, within +-3.5
 private:
  std::uint64_t state_;
};

// Light from 0 (black) to 255 (white), row by row.
struct Picture {
  Picture(int w, int h, float value);
  explicit Picture(const PageImage& page);

  float& at(int x, int y) { return light[Index(x, y)]; }
  float at(int x, int y) const { return light[Index(x, y)]; }

  int width;
  int height;
  std::vector<float> light;

 private:
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

// Between pixel centres; `outside` beyond the edges.
float Sample(const Picture& picture, double x, double y, float outside);

Picture Blur(const Picture& picture, double sigma);
void AddNoise(Picture& picture, double deviation, Random& random);

// JPEG at `quality` 1 to 100. `tint` multiplies red, green and blue; {1, 1, 1} writes a grey JPEG.
absl::Status WriteJpeg(const Picture& picture, const std::string& path, int quality,
                       const std::array<double, 3>& tint);

}  // namespace sceau::degrade

#endif  // SCEAU_TOOLS_DEGRADE_PICTURE_H_
