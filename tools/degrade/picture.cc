// SPDX-License-Identifier: Apache-2.0
#include "degrade/picture.h"

#include <jpeglib.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>

#include "base/status.h"

namespace sceau::degrade {

std::uint64_t Random::Next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

double Random::Uniform() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

// Four uniform 16-bit numbers, summed: variance 4 * (1/12) of their range.
double Random::Normal() {
  const std::uint64_t bits = Next();
  double sum = 0;
  for (int i = 0; i < 4; ++i) sum += static_cast<double>((bits >> (16 * i)) & 0xFFFF) / 65535.0;
  return (sum - 2.0) * std::sqrt(3.0);
}

Picture::Picture(int w, int h, float value)
    : width(w),
      height(h),
      light(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value) {}

Picture::Picture(const PageImage& page)
    : width(page.width), height(page.height), light(page.pixels.begin(), page.pixels.end()) {}

float Sample(const Picture& picture, double x, double y, float outside) {
  const double left = std::floor(x);
  const double top = std::floor(y);
  // Written so that NaN counts as outside.
  if (!(left >= 0 && top >= 0 && left < picture.width - 1 && top < picture.height - 1))
    return outside;
  const int ix = static_cast<int>(left);
  const int iy = static_cast<int>(top);
  const auto fx = static_cast<float>(x - left);
  const auto fy = static_cast<float>(y - top);
  const float upper = picture.at(ix, iy) * (1 - fx) + picture.at(ix + 1, iy) * fx;
  const float lower = picture.at(ix, iy + 1) * (1 - fx) + picture.at(ix + 1, iy + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

namespace {

// One direction of a Gaussian; the edge pixels are repeated.
Picture BlurOneWay(const Picture& in, const std::vector<float>& kernel, int dx, int dy) {
  Picture out(in.width, in.height, 0);
  const int radius = static_cast<int>(kernel.size() / 2);
  for (int y = 0; y < in.height; ++y) {
    for (int x = 0; x < in.width; ++x) {
      float sum = 0;
      for (int tap = 0; tap <= 2 * radius; ++tap) {
        const int k = tap - radius;
        const int sx = std::clamp(x + k * dx, 0, in.width - 1);
        const int sy = std::clamp(y + k * dy, 0, in.height - 1);
        sum += kernel[static_cast<std::size_t>(tap)] * in.at(sx, sy);
      }
      out.at(x, y) = sum;
    }
  }
  return out;
}

}  // namespace

Picture Blur(const Picture& picture, double sigma) {
  const int radius = static_cast<int>(std::ceil(3 * sigma));
  std::vector<float> kernel;
  float total = 0;
  for (int k = -radius; k <= radius; ++k) {
    kernel.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma))));
    total += kernel.back();
  }
  for (float& weight : kernel) weight /= total;
  return BlurOneWay(BlurOneWay(picture, kernel, 1, 0), kernel, 0, 1);
}

void AddNoise(Picture& picture, double deviation, Random& random) {
  for (float& value : picture.light) value += static_cast<float>(deviation * random.Normal());
}

absl::Status WriteJpeg(const Picture& picture, const std::string& path, int quality,
                       const std::array<double, 3>& tint) {
  const bool grey = tint == std::array<double, 3>{1, 1, 1};
  const std::size_t channels = grey ? 1 : 3;

  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err =
      jpeg_std_error(&errors);  // ends the program on an error: good enough for a tool of tests
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = static_cast<JDIMENSION>(picture.width);
  jpeg.image_height = static_cast<JDIMENSION>(picture.height);
  jpeg.input_components = static_cast<int>(channels);
  jpeg.in_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  std::vector<unsigned char> row(static_cast<std::size_t>(picture.width) * channels);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      for (std::size_t c = 0; c < channels; ++c) {
        const double value = std::clamp(picture.at(x, y) * tint[c], 0.0, 255.0);
        row[static_cast<std::size_t>(x) * channels + c] =
            static_cast<unsigned char>(std::lround(value));
      }
    }
    unsigned char* rows[] = {row.data()};
    jpeg_write_scanlines(&jpeg, rows, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);

  std::ofstream out(path, std::ios::binary);
  const std::string_view text = AsText(ByteSpan(bytes, size));
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  std::free(bytes);
  return out ? absl::OkStatus() : Refuse(Reason::kOutputNotWritten, "the picture");
}

}  // namespace sceau::degrade
