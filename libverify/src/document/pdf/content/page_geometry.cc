// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/page_geometry.h"

#include <cmath>

#include "document/pdf/content/streams.h"
#include "document/pdf/page_scale.h"

namespace sceau::document {
namespace {

std::optional<Box> PageBoxOf(QPDFObjectHandle array) {
  const auto numbers = NumbersOf(array);
  if (numbers.size() != 4) return std::nullopt;
  Box box;
  box.Add(Point{numbers[0], numbers[1]});
  box.Add(Point{numbers[2], numbers[3]});
  return box.IsEmpty() ? std::nullopt : std::optional(box);
}

}  // namespace

std::optional<double> UserUnitOf(QPDFObjectHandle page) {
  constexpr double kMax = 1e6;  // an inch of a page would be 14 miles
  QPDFObjectHandle unit = page.getKey("/UserUnit");
  if (unit.isNull()) return 1;
  const double value = unit.isNumber() ? unit.getNumericValue() : 0;
  return value >= 1 / kMax && value <= kMax ? std::optional(value) : std::nullopt;
}

std::optional<PageGeometry> GeometryOf(QPDFObjectHandle media_box, QPDFObjectHandle crop_box,
                                       QPDFObjectHandle rotate, double user_unit,
                                       const Limits& limits) {
  const auto media = PageBoxOf(media_box);
  if (!media) return std::nullopt;
  Box box = *media;
  if (!crop_box.isNull()) {
    const auto crop = PageBoxOf(crop_box);
    if (!crop) return std::nullopt;
    box = Common(box, *crop);
    if (box.IsEmpty()) return std::nullopt;
  }
  int turn = 0;
  if (rotate.isInteger()) {
    turn = static_cast<int>(rotate.getIntValue() % 360);
    if (turn < 0) turn += 360;
  } else if (!rotate.isNull()) {
    return std::nullopt;
  }
  if (turn % 90 != 0) return std::nullopt;
  const bool lies = turn % 180 != 0;
  const double width = lies ? box.height() : box.width();
  const double height = lies ? box.width() : box.height();
  const double k =
      DpiOf(width * user_unit, height * user_unit, limits) / kPointsPerInch * user_unit;
  PageGeometry geometry;
  geometry.width = static_cast<int>(std::lround(width * k));
  geometry.height = static_cast<int>(std::lround(height * k));
  // In a Box "bottom" is the larger y: the upper edge in user space.
  if (turn == 0) geometry.to_pixels = {k, 0, 0, -k, -k * box.left, k * box.bottom};
  if (turn == 90) geometry.to_pixels = {0, k, k, 0, -k * box.top, -k * box.left};
  if (turn == 180) geometry.to_pixels = {-k, 0, 0, k, k * box.right, -k * box.top};
  if (turn == 270) geometry.to_pixels = {0, -k, -k, 0, k * box.bottom, k * box.right};
  if (geometry.width < 1 || geometry.height < 1) return std::nullopt;
  return geometry;
}

}  // namespace sceau::document
