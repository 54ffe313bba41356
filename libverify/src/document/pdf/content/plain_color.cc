// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/plain_color.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "document/pdf/content/big_endian.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxProfile = std::size_t{1} << 16;  // those of tables alone are larger
constexpr std::size_t kMaxCurve = 4'096;
constexpr double kMinGamma = 1;
constexpr double kMaxGamma = 2.6;
constexpr double kCurveSlack = 0.05;

bool IsUsualGamma(double gamma) { return gamma >= kMinGamma && gamma <= kMaxGamma; }

// At equal steps from 0 to 1. Between a line and the steepest gamma, and never falling.
bool IsPlainCurve(const std::vector<double>& values) {
  if (values.size() < 2 || !std::ranges::is_sorted(values)) return false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double x = static_cast<double>(i) / static_cast<double>(values.size() - 1);
    if (!(values[i] >= std::pow(x, kMaxGamma) - kCurveSlack && values[i] <= x + kCurveSlack))
      return false;
  }
  return true;
}

constexpr std::uint32_t IccTag(const char (&name)[5]) {
  std::uint32_t tag = 0;
  for (std::size_t i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
  return tag;
}

// Signed, of 16 bits before the point and 16 after it.
double FixedAt(ByteSpan bytes, std::size_t at) {
  return static_cast<std::int32_t>(BigEndian32(bytes, at)) / 65536.0;
}

// Spec: ICC.1, 10.18: of sRGB and its like, types 0 and 3.
std::vector<double> ParametricCurve(ByteSpan bytes) {
  if (bytes.size() < 16) return {};
  const std::uint32_t kind = BigEndian16(bytes, 8);
  if (kind != 0 && (kind != 3 || bytes.size() < 32)) return {};
  const double gamma = FixedAt(bytes, 12);
  std::array<double, 4> p{1, 0, 0, -1};
  for (std::size_t i = 0; i < p.size() && kind == 3; ++i) p[i] = FixedAt(bytes, 16 + 4 * i);
  std::vector<double> values;
  constexpr int kSteps = 64;
  for (int i = 0; i <= kSteps; ++i) {
    const double x = static_cast<double>(i) / kSteps;
    values.push_back(x >= p[3] ? std::pow(std::max(p[0] * x + p[1], 0.0), gamma) : p[2] * x);
  }
  return values;
}

// Spec: ICC.1, 10.6.
std::vector<double> CurveOf(ByteSpan bytes) {
  if (bytes.size() < 12) return {};
  if (BigEndian32(bytes, 0) == IccTag("para")) return ParametricCurve(bytes);
  const std::size_t count = BigEndian32(bytes, 8);
  if (BigEndian32(bytes, 0) != IccTag("curv") || count > kMaxCurve || bytes.size() < 12 + 2 * count)
    return {};
  if (count == 0) return {0, 1};
  std::vector<double> values;
  if (count == 1) {
    constexpr int kSteps = 64;
    for (int i = 0; i <= kSteps; ++i)
      values.push_back(std::pow(static_cast<double>(i) / kSteps, BigEndian16(bytes, 12) / 256.0));
  }
  for (std::size_t i = 0; i < count && count > 1; ++i)
    values.push_back(BigEndian16(bytes, 12 + 2 * i) / 65535.0);
  return values;
}

// Light of red, green and blue, as the eye weighs them.
bool ArePlainPrimaries(double red, double green, double blue) {
  return red > 0.1 && red < 0.4 && green > 0.5 && green < 0.85 && blue > 0 && blue < 0.2 &&
         std::abs(red + green + blue - 1) < kCurveSlack;
}

class IccProfile {
 public:
  explicit IccProfile(ByteSpan bytes) : bytes_(bytes) {}

  // Nothing when it is not there, or there twice.
  std::optional<ByteSpan> Find(std::uint32_t tag) const {
    constexpr std::size_t kTable = 128;
    constexpr std::size_t kMaxTags = 100;
    std::optional<ByteSpan> found;
    if (bytes_.size() < kTable + 4) return found;
    const std::size_t count = std::min<std::size_t>(BigEndian32(bytes_, kTable), kMaxTags);
    for (std::size_t i = 0; i < count && kTable + 16 + 12 * i <= bytes_.size(); ++i) {
      const std::size_t at = kTable + 4 + 12 * i;
      const std::size_t start = BigEndian32(bytes_, at + 4);
      const std::size_t size = BigEndian32(bytes_, at + 8);
      if (BigEndian32(bytes_, at) != tag) continue;
      if (found || start > bytes_.size() || size > bytes_.size() - start) return std::nullopt;
      found = bytes_.subspan(start, size);
    }
    return found;
  }
  bool HasPlainCurve(std::uint32_t tag) const {
    const auto curve = Find(tag);
    return curve && IsPlainCurve(CurveOf(*curve));
  }
  double LightOf(std::uint32_t tag) const {
    const auto place = Find(tag);
    return place && place->size() >= 20 ? FixedAt(*place, 12) : 0;
  }

 private:
  ByteSpan bytes_;
};

bool IsPlainIcc(ByteSpan bytes, int components) {
  constexpr std::size_t kSpace = 16;
  constexpr std::size_t kSignature = 36;
  if (bytes.size() < 132 || BigEndian32(bytes, kSignature) != IccTag("acsp")) return false;
  const IccProfile profile(bytes);
  constexpr auto kTables =
      std::to_array<std::uint32_t>({IccTag("A2B0"), IccTag("A2B1"), IccTag("A2B2"), IccTag("D2B0"),
                                    IccTag("D2B1"), IccTag("D2B2")});
  if (std::ranges::any_of(kTables, [&](auto tag) { return profile.Find(tag).has_value(); }))
    return false;
  if (components == 1)
    return BigEndian32(bytes, kSpace) == IccTag("GRAY") && profile.HasPlainCurve(IccTag("kTRC"));
  return BigEndian32(bytes, kSpace) == IccTag("RGB ") && profile.HasPlainCurve(IccTag("rTRC")) &&
         profile.HasPlainCurve(IccTag("gTRC")) && profile.HasPlainCurve(IccTag("bTRC")) &&
         ArePlainPrimaries(profile.LightOf(IccTag("rXYZ")), profile.LightOf(IccTag("gXYZ")),
                           profile.LightOf(IccTag("bXYZ")));
}

}  // namespace

bool IsPlainProfile(QPDFObjectHandle stream, int components) {
  QPDFObjectHandle dictionary = stream.getDict();
  // Viewers without colour management take the one in its place.
  QPDFObjectHandle instead = dictionary.getKey("/Alternate");
  const bool plain_instead =
      instead.isNull() || instead.isNameAndEquals(components == 1 ? "/DeviceGray" : "/DeviceRGB");
  if (!plain_instead || !dictionary.getKey("/Range").isNull()) return false;
  const auto bytes = ReadStream(stream, kMaxProfile);
  return bytes.ok() && IsPlainIcc(*bytes, components);
}

bool IsPlainCalibration(QPDFObjectHandle dictionary, int components) {
  if (!dictionary.isDictionary()) return false;
  QPDFObjectHandle gamma = dictionary.getKey("/Gamma");
  if (components == 1)
    return gamma.isNull() || (gamma.isNumber() && IsUsualGamma(gamma.getNumericValue()));
  const auto gammas = NumbersOf(gamma);
  const bool usual =
      gamma.isNull() || (gammas.size() == 3 && std::ranges::all_of(gammas, IsUsualGamma));
  const auto m = NumbersOf(dictionary.getKey("/Matrix"));
  return usual && m.size() == 9 && ArePlainPrimaries(m[1], m[4], m[7]);
}

bool IsPlainTint(QPDFObjectHandle alternate, QPDFObjectHandle function) {
  if (!function.isDictionary()) return false;
  QPDFObjectHandle kind = function.getKey("/FunctionType");
  QPDFObjectHandle exponent = function.getKey("/N");
  if (!kind.isInteger() || kind.getIntValue() != 2 || !exponent.isNumber() ||
      exponent.getNumericValue() != 1 || function.hasKey("/Range") ||
      NumbersOf(function.getKey("/Domain")) != std::vector<double>{0, 1})
    return false;
  std::vector<double> none = NumbersOf(function.getKey("/C0"));
  std::vector<double> all = NumbersOf(function.getKey("/C1"));
  if (none.empty()) none = {0};
  if (all.empty()) all = {1};
  using Numbers = std::vector<double>;
  if (alternate.isNameAndEquals("/DeviceGray")) return none == Numbers{1} && all == Numbers{0};
  if (alternate.isNameAndEquals("/DeviceRGB"))
    return none == Numbers{1, 1, 1} && all == Numbers{0, 0, 0};
  return alternate.isNameAndEquals("/DeviceCMYK") && none == Numbers{0, 0, 0, 0} &&
         all == Numbers{0, 0, 0, 1};
}

}  // namespace sceau::document
