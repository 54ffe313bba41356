// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/color_space.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "document/image/pixels.h"
#include "document/pdf/content/plain_color.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

using Kind = ColorSpace::Kind;

constexpr int kMaxIndirection = 4;  // Indexed over ICCBased, both through a name
constexpr std::size_t kMaxPalette = std::size_t{256} * 4;

ColorSpace Of(Kind kind, bool sure = true) { return {kind, nullptr, 0, sure}; }

ColorSpace ByProfile(QPDFObjectHandle stream) {
  QPDFObjectHandle n = stream.getDict().getKey("/N");
  const int count = n.isInteger() ? n.getIntValueAsInt() : 0;
  if (count == 1) return Of(Kind::kGray, IsPlainProfile(stream, count));
  if (count == 3) return Of(Kind::kRgb, IsPlainProfile(stream, count));
  return Of(count == 4 ? Kind::kCmyk : Kind::kUnknown, false);
}

ColorSpace ByName(const std::string& name, QPDFObjectHandle resources, int depth) {
  if (name == "/DeviceGray" || name == "/CalGray" || name == "/G") return Of(Kind::kGray);
  if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/RGB") return Of(Kind::kRgb);
  if (name == "/DeviceCMYK" || name == "/CMYK") return Of(Kind::kCmyk);
  if (name == "/Pattern") return Of(Kind::kPattern);
  if (!resources.isDictionary()) return Of(Kind::kUnknown);
  QPDFObjectHandle spaces = resources.getKey("/ColorSpace");
  if (!spaces.isDictionary() || !spaces.hasKey(name)) return Of(Kind::kUnknown);
  return ResolveColorSpace(spaces.getKey(name), resources, depth + 1);
}

ColorSpace Indexed(QPDFObjectHandle array, QPDFObjectHandle resources, int depth) {
  if (array.getArrayNItems() != 4 || !array.getArrayItem(2).isInteger()) return Of(Kind::kUnknown);
  const ColorSpace base = ResolveColorSpace(array.getArrayItem(1), resources, depth + 1);
  const int highest = array.getArrayItem(2).getIntValueAsInt();
  const auto components = static_cast<std::size_t>(base.components());
  if (components == 0 || base.kind == Kind::kIndexed || highest < 0 || highest > 255)
    return Of(Kind::kUnknown);
  std::string table;
  QPDFObjectHandle lookup = array.getArrayItem(3);
  if (lookup.isString()) {
    table = lookup.getStringValue();
  } else if (lookup.isStream()) {
    const auto data = ReadStream(lookup, kMaxPalette);
    if (data.ok()) table = AsText(*data);
  }
  const auto count = static_cast<std::size_t>(highest) + 1;
  if (table.size() < count * components) return Of(Kind::kUnknown);
  auto palette = std::make_shared<std::array<std::uint8_t, 256>>();
  for (std::size_t i = 0; i < count; ++i) {
    std::array<double, 4> color{};
    for (std::size_t c = 0; c < components; ++c)
      color[c] = static_cast<std::uint8_t>(table[i * components + c]) / 255.0;
    (*palette)[i] = LuminanceOf(base, std::span(color).first(components));
  }
  return {Kind::kIndexed, std::move(palette), highest, base.sure};
}

ColorSpace ByArray(QPDFObjectHandle array, QPDFObjectHandle resources, int depth) {
  const int count = array.getArrayNItems();
  if (count == 0 || !array.getArrayItem(0).isName()) return Of(Kind::kUnknown);
  const std::string family = array.getArrayItem(0).getName();
  if (count == 1) return ByName(family, resources, depth);
  QPDFObjectHandle second = array.getArrayItem(1);
  if (family == "/CalGray") return Of(Kind::kGray, IsPlainCalibration(second, 1));
  if (family == "/CalRGB") return Of(Kind::kRgb, IsPlainCalibration(second, 3));
  if (family == "/Pattern") return Of(Kind::kPattern);
  if (family == "/Indexed" || family == "/I") return Indexed(array, resources, depth);
  if (family == "/ICCBased" && second.isStream()) return ByProfile(second);
  if (family == "/Separation" && second.isName()) {
    const std::string ink = second.getName();
    if (ink != "/Black" && ink != "/All") return Of(Kind::kUnknown);
    return Of(Kind::kInk, count == 4 && IsPlainTint(array.getArrayItem(2), array.getArrayItem(3)));
  }
  return Of(Kind::kUnknown);
}

std::uint8_t ToByte(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

}  // namespace

int ColorSpace::components() const {
  switch (kind) {
    case Kind::kGray:
    case Kind::kIndexed:
    case Kind::kInk:
      return 1;
    case Kind::kRgb:
      return 3;
    case Kind::kCmyk:
      return 4;
    case Kind::kPattern:
    case Kind::kUnknown:
      return 0;
  }
  return 0;
}

ColorSpace ResolveColorSpace(QPDFObjectHandle object, QPDFObjectHandle resources, int depth) {
  if (depth > kMaxIndirection) return Of(Kind::kUnknown);
  if (object.isName()) return ByName(object.getName(), resources, depth);
  if (object.isArray()) return ByArray(object, resources, depth);
  return Of(Kind::kUnknown);
}

bool HasSureColors(QPDFObjectHandle image, QPDFObjectHandle resources) {
  QPDFObjectHandle space = image.getKey("/ColorSpace");
  // Without one, a stencil takes the ink's colour; what else has none brings colours of its own.
  QPDFObjectHandle stencil = image.getKey("/ImageMask");
  if (space.isNull()) return stencil.isBool() && stencil.getBoolValue();
  return ResolveColorSpace(space, resources).sure;
}

std::uint8_t LuminanceOf(const ColorSpace& space, std::span<const double> components) {
  switch (space.kind) {
    case Kind::kGray:
      return ToByte(components[0]);
    case Kind::kRgb:
      return Luminance(ToByte(components[0]), ToByte(components[1]), ToByte(components[2]));
    case Kind::kCmyk: {
      const unsigned light = Luminance(ToByte(1 - components[0]), ToByte(1 - components[1]),
                                       ToByte(1 - components[2]));
      return static_cast<std::uint8_t>(light * ToByte(1 - components[3]) / 255);
    }
    case Kind::kIndexed: {
      const int index = static_cast<int>(std::clamp(components[0], 0.0, 255.0));
      return (*space.palette)[static_cast<std::size_t>(std::min(index, space.highest))];
    }
    case Kind::kInk:
      return ToByte(1 - components[0]);
    case Kind::kPattern:
    case Kind::kUnknown:
      break;
  }
  return 0;
}

}  // namespace sceau::document
