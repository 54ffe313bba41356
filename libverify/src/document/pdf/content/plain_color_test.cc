// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/plain_color.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace sceau::document {
namespace {

std::string Number32(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

std::string Fixed(double value) {
  return Number32(static_cast<std::uint32_t>(static_cast<std::int32_t>(value * 65536)));
}

// Curves: a gamma, one of sRGB's kind, and values at equal steps.
std::string Gamma(double gamma) {
  return "curv" + Number32(0) + Number32(1) + Fixed(gamma).substr(1, 2) + "\0\0";
}
std::string Parametric(double gamma) {
  return "para" + Number32(0) + std::string("\0\3\0\0", 4) + Fixed(gamma) + Fixed(1 / 1.055) +
         Fixed(0.055 / 1.055) + Fixed(1 / 12.92) + Fixed(0.04045);
}
std::string Steps(const std::vector<int>& values) {
  std::string curve = "curv" + Number32(0) + Number32(static_cast<std::uint32_t>(values.size()));
  for (const int value : values) curve += Number32(static_cast<std::uint32_t>(value)).substr(2);
  return curve;
}
std::string Place(double y) { return "XYZ " + Number32(0) + Fixed(0.4) + Fixed(y) + Fixed(0.1); }

using Tags = std::vector<std::pair<std::string, std::string>>;

// Spec: ICC.1, 7.
std::string Profile(const std::string& space, const Tags& tags) {
  std::string head(128, '\0');
  head.replace(16, 4, space);
  head.replace(36, 4, "acsp");
  std::string table = Number32(static_cast<std::uint32_t>(tags.size()));
  std::string data;
  const std::size_t start = head.size() + 4 + 12 * tags.size();
  for (const auto& [name, content] : tags) {
    table += name + Number32(static_cast<std::uint32_t>(start + data.size())) +
             Number32(static_cast<std::uint32_t>(content.size()));
    data += content;
  }
  return head + table + data;
}

std::string Colours(const std::string& curve, double red = 0.22, double green = 0.72,
                    Tags more = {}) {
  Tags tags = {{"rTRC", curve},      {"gTRC", curve},        {"bTRC", curve},
               {"rXYZ", Place(red)}, {"gXYZ", Place(green)}, {"bXYZ", Place(0.06)}};
  tags.insert(tags.end(), more.begin(), more.end());
  return Profile("RGB ", tags);
}

std::string Grays(const std::string& curve) { return Profile("GRAY", {{"kTRC", curve}}); }

bool IsPlain(const std::string& profile, int components, const std::string& entries = "") {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, profile);
  stream.replaceDict(QPDFObjectHandle::parse("<< " + entries + " >>"));
  return IsPlainProfile(stream, components);
}

TEST(PlainColorTest, ProfilesOfUsualCurvesAndPrimariesArePlain) {
  for (const std::string& curve :
       {Gamma(1), Gamma(2.2), Parametric(2.4), Steps({}), Steps({0, 10'000, 65'535})}) {
    EXPECT_TRUE(IsPlain(Grays(curve), 1));
    EXPECT_TRUE(IsPlain(Colours(curve), 3));
  }
  EXPECT_TRUE(IsPlain(Colours(Gamma(2.2)), 3, "/Alternate /DeviceRGB"));
}

TEST(PlainColorTest, WhatMayTurnBlackToWhiteIsNotPlain) {
  const std::string usual = Gamma(2.2);
  const struct {
    const char* what;
    std::string profile;
    int components;
    const char* entries;
  } kCases[] = {
      {"a negative", Grays(Steps({65'535, 0})), 1, ""},
      {"all white", Grays(Steps({65'535, 65'535})), 1, ""},
      {"all black", Grays(Gamma(60)), 1, ""},
      {"brighter than a line", Grays(Gamma(0.2)), 1, ""},
      {"a fall", Colours(Steps({0, 40'000, 20'000, 65'535})), 3, ""},
      {"a step", Colours(Steps({0, 0, 0, 65'535})), 3, ""},
      {"green that gives no light", Colours(usual, 0.9, 0.05), 3, ""},
      {"a table", Colours(usual, 0.22, 0.72, {{"A2B0", std::string(40, 'x')}}), 3, ""},
      {"a curve that is there twice", Colours(usual, 0.22, 0.72, {{"rTRC", usual}}), 3, ""},
      {"no curve", Profile("GRAY", {}), 1, ""},
      {"a curve cut off", Grays(Steps({0, 65'535}).substr(0, 13)), 1, ""},
      {"of another kind of colour", Profile("CMYK", {{"kTRC", usual}}), 1, ""},
      {"of another number of components", Grays(usual), 3, ""},
      {"another space in its place", Colours(usual), 3, "/Alternate /DeviceGray"},
      {"a range of its own", Colours(usual), 3, "/Range [0 1 0 1 0 0.1]"},
      {"no profile", "acsp", 1, ""},
      {"nothing", "", 1, ""},
  };
  for (const auto& c : kCases) EXPECT_FALSE(IsPlain(c.profile, c.components, c.entries)) << c.what;
}

}  // namespace
}  // namespace sceau::document
