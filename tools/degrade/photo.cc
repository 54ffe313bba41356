// SPDX-License-Identifier: Apache-2.0
#include "degrade/photo.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace sceau::degrade {
namespace {

using Vector = std::array<double, 3>;

constexpr float kDesk = 96;
constexpr float kPhotoPaper = 226;
constexpr float kPhotoInk = 44;
constexpr double kFocalLength =
    0.73;  // of the picture's width: 26 mm on 24x36, a telephone's main lens
constexpr double kMillimetresPerInch = 25.4;

double Dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
Vector Cross(const Vector& a, const Vector& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

// Turns `v` by `degrees` in the plane of the axes `from` and `to`.
Vector Turn(Vector v, std::size_t from, std::size_t to, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  const double a = v[from];
  const double b = v[to];
  v[from] = std::cos(angle) * a - std::sin(angle) * b;
  v[to] = std::sin(angle) * a + std::cos(angle) * b;
  return v;
}

// A pinhole camera before a flat page: picture pixel -> page pixel.
class Camera {
 public:
  explicit Camera(const PhotoSettings& settings)
      : settings_(settings),
        focal_(kFocalLength * settings.width),
        right_(Lean({1, 0, 0})),
        down_(Lean({0, 1, 0})),
        normal_(Cross(right_, down_)),
        aim_({0, 0, focal_ * settings.span_mm / settings.width}) {}

  std::pair<double, double> OnPage(double x, double y) const {
    const Vector ray = {x - settings_.width / 2.0, y - settings_.height / 2.0, focal_};
    const double reach = Dot(normal_, aim_) / Dot(normal_, ray);
    const Vector hit = {reach * ray[0] - aim_[0], reach * ray[1] - aim_[1],
                        reach * ray[2] - aim_[2]};
    const double pixels_per_mm = settings_.page_dpi / kMillimetresPerInch;
    return {(settings_.aim_x_mm + Dot(hit, right_)) * pixels_per_mm,
            (settings_.aim_y_mm + Dot(hit, down_)) * pixels_per_mm};
  }

 private:
  Vector Lean(Vector v) const {
    v = Turn(v, 1, 2, -settings_.tilt_degrees);
    v = Turn(v, 0, 2, settings_.turn_degrees);
    return Turn(v, 0, 1, settings_.roll_degrees);
  }

  PhotoSettings settings_;
  double focal_;
  Vector right_;  // the page's own axes, seen from the camera, in millimetres
  Vector down_;
  Vector normal_;
  Vector aim_;
};

// A lamp on the upper left, the photographer's shadow over the lower right, and the lens's own
// fall-off.
double Light(double x, double y) {
  const double across = (x + y) / 2;
  const double shadow = 1 / (1 + std::exp(-(1.25 - x - 0.6 * y) * 9));
  const double radius2 = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
  return (1.08 - 0.22 * across) * (0.72 + 0.28 * shadow) * (1 - 0.35 * radius2);
}

}  // namespace

Picture Photograph(const Picture& page, const PhotoSettings& settings, Random& random) {
  const Camera camera(settings);
  // Takes four samples per pixel, as a sensor averages over its area.
  constexpr std::array<double, 2> kOffsets = {0.25, 0.75};
  Picture photo(settings.width, settings.height, 0);
  for (int y = 0; y < photo.height; ++y) {
    for (int x = 0; x < photo.width; ++x) {
      float sum = 0;
      for (double dy : kOffsets) {
        for (double dx : kOffsets) {
          const auto [page_x, page_y] = camera.OnPage(x + dx, y + dy);
          const float ink = Sample(page, page_x, page_y, -1);
          sum += ink < 0 ? kDesk : kPhotoInk + ink / 255 * (kPhotoPaper - kPhotoInk);
        }
      }
      const double light =
          Light(static_cast<double>(x) / photo.width, static_cast<double>(y) / photo.height);
      photo.at(x, y) = sum / 4 * static_cast<float>(light);
    }
  }
  photo = Blur(photo, settings.blur_pixels);
  AddNoise(photo, 5, random);
  return photo;
}

}  // namespace sceau::degrade
