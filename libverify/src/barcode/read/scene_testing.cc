// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/scene_testing.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "barcode/read/geometry.h"
#include "barcode/read/homography.h"
#include "barcode/write/write_symbol.h"

namespace sceau::barcode {
namespace {

constexpr double kPaper = 240;
constexpr double kInk = 25;

// The sum of 12 uniform values is close enough to a normal distribution, and the same on every
// platform.
double Normal(std::mt19937& random) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += static_cast<double>(random()) / 4294967296.0;
  return sum;
}

std::uint8_t ToPixel(double value) {
  return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

// Maps from the page to the modules: the inverse of a Homography.
class Inverse {
 public:
  explicit Inverse(const Homography& map) {
    const auto& m = map.coefficients();
    n_ = {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
          m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
          m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
  }
  Point Map(Point p) const {
    const double w = n_[6] * p.x + n_[7] * p.y + n_[8];
    return {(n_[0] * p.x + n_[1] * p.y + n_[2]) / w, (n_[3] * p.x + n_[4] * p.y + n_[5]) / w};
  }

 private:
  std::array<double, 9> n_;
};

}  // namespace

Drawing Draw(Symbology symbology, std::string_view payload) {
  const Modules modules = WriteSymbol(symbology, AsBytes(payload)).value();
  Drawing drawing{Plane<std::uint8_t>(modules.size, modules.size), QuietZone(symbology)};
  for (int y = 0; y < modules.size; ++y) {
    for (int x = 0; x < modules.size; ++x) drawing.dark.at(x, y) = modules.at(x, y);
  }
  return drawing;
}

std::string EveryByte(Symbology symbology) {
  // The writer of ZXing 2.3 takes ISO 8859-1 at its word, which has no characters from 80 to 9F.
#if __has_include(<ZXing/ReaderOptions.h>)
  constexpr bool kByTheStandard = true;
#else
  constexpr bool kByTheStandard = false;
#endif
  const bool has_control_characters = symbology != Symbology::kQrCode || !kByTheStandard;
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) {
    if (has_control_characters || byte < 0x80 || byte > 0x9F) bytes += static_cast<char>(byte);
  }
  return bytes;
}

Drawing DrawRectangularDataMatrix(std::string_view payload) {
  const ZXing::BitMatrix bits = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::DataMatrix)
                                    .setMargin(0)
                                    .encode(std::wstring(payload.begin(), payload.end()), 0, 0);
  Drawing drawing{Plane<std::uint8_t>(bits.width(), bits.height())};
  for (int y = 0; y < bits.height(); ++y) {
    for (int x = 0; x < bits.width(); ++x) drawing.dark.at(x, y) = bits.get(x, y);
  }
  return drawing;
}

std::string SomeText(std::size_t length) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::mt19937 random(static_cast<unsigned>(length));
  std::string text;
  while (text.size() < length) text += kAlphabet[random() % kAlphabet.size()];
  return text;
}

Corners Turned(double x, double y, double width, double height, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  const Point along{std::cos(angle), std::sin(angle)};
  const Point down{-along.y, along.x};
  const Point centre{x + width / 2, y + height / 2};
  const auto corner = [&](double u, double v) {
    return centre + along * (u * width / 2) + down * (v * height / 2);
  };
  return {corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)};
}

Scene::Scene(int width, int height) {
  image_.width = width;
  image_.height = height;
  image_.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                       ToPixel(kPaper));
}

Scene& Scene::AddText(unsigned seed) {
  std::mt19937 random(seed);
  constexpr int kPitch = 40;  // 12 points at 240 dpi
  const auto draw = [&](int left, int top, int width, int height) {
    for (int y = top; y < std::min(top + height, image_.height); ++y) {
      for (int x = left; x < std::min(left + width, image_.width); ++x) at(x, y) = ToPixel(kInk);
    }
  };
  for (int line = 60; line + kPitch < image_.height; line += kPitch) {
    for (int x = 80; x + 120 < image_.width;) {
      const int letters = 2 + static_cast<int>(random() % 9);
      for (int i = 0; i < letters && x + 20 < image_.width; ++i, x += 14) {
        draw(x, line, 3, 18);                                 // a stem
        if (random() % 2 == 0) draw(x + 7, line + 4, 3, 14);  // a second one
        if (random() % 3 != 0) draw(x, line + 3 + static_cast<int>(random() % 13), 10, 3);
      }
      x += 14;
    }
  }
  return *this;
}

Scene& Scene::Place(const Drawing& drawing, const Corners& area, bool light_on_dark) {
  const double width = drawing.dark.width();
  const double height = drawing.dark.height();
  const Inverse to_modules(Homography::FromRectangle({0, 0, width, height}, area).value());
  constexpr int kSamples = 4;               // a side of a pixel
  const Corners reach = Scaled(area, 1.5);  // holds the quiet zone
  const auto [left, right] = std::ranges::minmax(reach, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(reach, {}, &Point::y);
  for (int y = std::max(0, static_cast<int>(top.y)); y < std::min<double>(bottom.y, image_.height);
       ++y) {
    for (int x = std::max(0, static_cast<int>(left.x)); x < std::min<double>(right.x, image_.width);
         ++x) {
      double light = 0;
      for (int i = 0; i < kSamples * kSamples; ++i) {
        const int column = i % kSamples;
        const int row = i / kSamples;
        const Point sample{x + (column + 0.5) / kSamples, y + (row + 0.5) / kSamples};
        const Point module = to_modules.Map(sample);
        const int quiet = drawing.quiet;
        const bool near = module.x > -quiet && module.y > -quiet && module.x < width + quiet &&
                          module.y < height + quiet;
        if (!near) {
          if (i == 0) break;  // a whole pixel outside, but for a hair of the border
          light += at(x, y);
          continue;
        }
        const bool inside = module.x >= 0 && module.y >= 0 && module.x < width && module.y < height;
        const bool dark =
            inside && drawing.dark.at(static_cast<int>(module.x), static_cast<int>(module.y));
        light += dark != light_on_dark ? kInk : kPaper;
      }
      if (light > 0) at(x, y) = ToPixel(light / (kSamples * kSamples));
    }
  }
  return *this;
}

Scene& Scene::Turn() {
  PageImage turned{image_.height, image_.width, Bytes(image_.pixels.size())};
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      turned.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(turned.width) +
                    static_cast<std::size_t>(x)] = at(y, image_.height - 1 - x);
    }
  }
  image_ = std::move(turned);
  return *this;
}

Scene& Scene::Blur(double sigma) {
  const int radius = static_cast<int>(std::ceil(3 * sigma));
  std::vector<double> weights;
  double total = 0;
  for (int i = -radius; i <= radius; ++i) {
    weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
    total += weights.back();
  }
  for (const bool along_rows : {true, false}) {
    const PageImage before = image_;
    for (int y = 0; y < image_.height; ++y) {
      for (int x = 0; x < image_.width; ++x) {
        double sum = 0;
        for (int tap = 0; tap <= 2 * radius; ++tap) {
          const int i = tap - radius;
          const int sx = std::clamp(along_rows ? x + i : x, 0, image_.width - 1);
          const int sy = std::clamp(along_rows ? y : y + i, 0, image_.height - 1);
          sum +=
              weights[static_cast<std::size_t>(tap)] *
              before.pixels[static_cast<std::size_t>(sy) * static_cast<std::size_t>(image_.width) +
                            static_cast<std::size_t>(sx)];
        }
        at(x, y) = ToPixel(sum / total);
      }
    }
  }
  return *this;
}

Scene& Scene::Curl(double pixels, double wave) {
  const PageImage flat = image_;
  for (int x = 0; x < image_.width; ++x) {
    const double down = pixels * std::cos(2 * std::numbers::pi * (x - image_.width / 2) / wave);
    for (int y = 0; y < image_.height; ++y) {
      const double from = std::clamp(y - down, 0.0, image_.height - 1.001);
      const int row = static_cast<int>(from);
      const auto pixel = [&](int j) {
        return static_cast<double>(
            flat.pixels[static_cast<std::size_t>(j) * static_cast<std::size_t>(flat.width) +
                        static_cast<std::size_t>(x)]);
      };
      at(x, y) = static_cast<std::uint8_t>(
          std::lround(pixel(row) + (from - row) * (pixel(row + 1) - pixel(row))));
    }
  }
  return *this;
}

Scene& Scene::Glare(Point centre, double radius) {
  for (int y = 0; y < image_.height; ++y) {
    for (int x = 0; x < image_.width; ++x) {
      if (std::hypot(x - centre.x, y - centre.y) < radius) at(x, y) = 255;
    }
  }
  return *this;
}

Scene& Scene::AddNoise(double sigma, unsigned seed) {
  std::mt19937 random(seed);
  std::array<double, 4096> normal;
  for (double& value : normal) value = sigma * Normal(random);
  for (std::uint8_t& pixel : image_.pixels) {
    pixel = ToPixel(pixel + normal[random() % normal.size()]);
  }
  return *this;
}

}  // namespace sceau::barcode
