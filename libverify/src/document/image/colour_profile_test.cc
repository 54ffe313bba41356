// SPDX-License-Identifier: Apache-2.0
#include "document/image/colour_profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/image/testing_colours.h"

namespace sceau::document {
namespace {

using testing::MakeGreyProfile;
using testing::MakeProfile;
using testing::MakeTableProfile;

constexpr Chromaticities kP3 = {{0.3127, 0.3290}, {0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
constexpr Chromaticities kAdobe = {{0.3127, 0.3290}, {0.64, 0.33}, {0.21, 0.71}, {0.15, 0.06}};
constexpr Chromaticities kProPhoto = {
    {0.3457, 0.3585}, {0.7347, 0.2653}, {0.1596, 0.8404}, {0.0366, 0.0001}};
constexpr Chromaticities kRec2020 = {
    {0.3127, 0.3290}, {0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};
// As kPlainChromaticities with blue in the place of green and green in that of blue.
constexpr Chromaticities kExchanged = {{0.3127, 0.3290}, {0.64, 0.33}, {0.15, 0.06}, {0.30, 0.60}};

Showing ShowingBy(const Bytes& icc, const Limits& limits = {}) {
  return ColourProfile(icc, limits).showing();
}

// The reflection of dots of ink that spread by a fifth in the middle, from black to white.
std::vector<float> DotGain() {
  std::vector<float> light;
  for (int i = 0; i < 256; ++i) {
    const double ink = 1 - i / 255.0;
    light.push_back(static_cast<float>(1 - ink - 0.8 * ink * (1 - ink)));
  }
  return light;
}

std::vector<float> Negative() { return {1, 0}; }
// Level 200 of 255 is as black as level 0.
std::vector<float> OneBlackLevel() {
  std::vector<float> light;
  for (int i = 0; i < 256; ++i)
    light.push_back(i == 200 ? 0 : static_cast<float>(std::pow(i / 255.0, 2.2)));
  return light;
}

Bytes CutAfter(std::size_t size) {
  Bytes icc = testing::MakeBlueProfile();
  icc.resize(size);
  return icc;
}
Bytes OfSpace(std::string_view space) {
  Bytes icc = MakeProfile(kPlainChromaticities, 2.2);
  std::ranges::copy(AsBytes(space), icc.begin() + 16);
  return icc;
}

TEST(ColourProfileTest, WhatDevicesAndProgramsWriteIsShownAlike) {
  const struct {
    const char* what;
    Bytes icc;
  } kCases[] = {
      {"none", {}},
      {"no profile", Bytes(200, 'x')},
      {"sRGB", MakeProfile(kPlainChromaticities, 2.2)},
      {"Display P3", MakeProfile(kP3, 2.2)},
      {"Adobe RGB", MakeProfile(kAdobe, 2.2)},
      {"ProPhoto", MakeProfile(kProPhoto, 1.8)},
      {"Rec. 2020", MakeProfile(kRec2020, 2.4)},
      {"of a scanner, linear", MakeProfile(kPlainChromaticities, 1)},
      {"of an old Macintosh", MakeProfile(kPlainChromaticities, 1.8)},
      {"generic grey, gamma 2.2", MakeGreyProfile(2.2)},
      {"generic grey, gamma 1.8", MakeGreyProfile(1.8)},
      {"dot gain of 20 %", MakeGreyProfile(DotGain())},
      {"a table of the same colours", MakeTableProfile(testing::kNoStep)},
      {"cut before its mark", CutAfter(36)},
  };
  for (const auto& c : kCases) EXPECT_EQ(ShowingBy(c.icc), Showing::kAlike) << c.what;
}

TEST(ColourProfileTest, WhatMakesOtherColoursDiffers) {
  const struct {
    const char* what;
    Bytes icc;
  } kCases[] = {
      {"blue is white", testing::MakeBlueProfile()},
      {"green is blue", MakeProfile(kExchanged, 2.2)},
      {"almost all black", MakeProfile(kPlainChromaticities, 8)},
      {"almost all white", MakeProfile(kPlainChromaticities, 0.3)},
      {"a negative", MakeGreyProfile(Negative())},
      {"one level of grey is black", MakeGreyProfile(OneBlackLevel())},
      {"a table in which a grey is black", MakeTableProfile({16, 16, 16})},
      {"cut, which another program may read", CutAfter(300)},
      {"of an unknown kind of colour", OfSpace("XYZ ")},
      {"as of inks, without their tables", OfSpace("CMYK")},
  };
  for (const auto& c : kCases) EXPECT_EQ(ShowingBy(c.icc), Showing::kDiffers) << c.what;
  EXPECT_EQ(ColourProfile::Unknown().showing(), Showing::kDiffers);
}

TEST(ColourProfileTest, AProfileLargerThanTheLimitDiffers) {
  const Bytes icc = MakeProfile(kPlainChromaticities, 2.2);
  Limits limits;
  limits.colour_profile_bytes = icc.size();
  EXPECT_EQ(ShowingBy(icc, limits), Showing::kAlike);
  --limits.colour_profile_bytes;
  EXPECT_EQ(ShowingBy(icc, limits), Showing::kDiffers);
}

// Between all samples.
constexpr testing::Steps kBlack = {23, 27, 25};
constexpr std::array<std::uint8_t, 4> kAtBlack = {183, 215, 199, 10};

TEST(ColourProfileTest, ATableIsJudgedByTheColoursOfThePicture) {
  const Bytes icc = MakeTableProfile(kBlack);
  for (const Samples samples : {Samples::kRgb, Samples::kRgba}) {
    ColourProfile profile(icc, Limits{});
    ASSERT_TRUE(profile.NeedsPixels());
    const Bytes plain(4000, 250);
    profile.See(samples, plain.data(), 1000);
    EXPECT_EQ(profile.showing(), Showing::kAlike);
    profile.See(samples, kAtBlack.data(), 1);
    EXPECT_EQ(profile.showing(), Showing::kDiffers);
    EXPECT_FALSE(profile.NeedsPixels());
  }
  ColourProfile as_grey(icc, Limits{});
  as_grey.See(Samples::kGrayAlpha, kAtBlack.data(), 2);
  as_grey.SeeInks(kAtBlack.data(), 1, 0);
  EXPECT_EQ(as_grey.showing(), Showing::kAlike);
}

TEST(ColourProfileTest, CurvesNeedNoPixels) {
  EXPECT_FALSE(ColourProfile(MakeProfile(kP3, 2.2), Limits{}).NeedsPixels());
  EXPECT_FALSE(ColourProfile().NeedsPixels());
}

TEST(ColourProfileTest, NumbersInPlaceOfAProfileAreJudgedAsIt) {
  const struct {
    double gamma;
    Chromaticities colours;
    Showing showing;
  } kCases[] = {
      {2.2, kPlainChromaticities, Showing::kAlike}, {1.8, kP3, Showing::kAlike},
      {1, kPlainChromaticities, Showing::kAlike},   {0.4, kPlainChromaticities, Showing::kDiffers},
      {8, kPlainChromaticities, Showing::kDiffers}, {2.2, kExchanged, Showing::kDiffers},
      {2.2, Chromaticities{}, Showing::kAlike},  // of no light: viewers ignore it
  };
  for (const auto& c : kCases)
    EXPECT_EQ(ColourProfile(c.gamma, c.colours).showing(), c.showing) << c.gamma;
}

TEST(ColourProfileTest, TransferFunctionsLikeThatOfSrgbArePlain) {
  for (const int number : {1, 2, 4, 6, 13, 14}) EXPECT_TRUE(IsPlainTransfer(number)) << number;
  for (const int number : {0, 3, 8, 9, 16, 17, 18, 255}) EXPECT_FALSE(IsPlainTransfer(number));
}

}  // namespace
}  // namespace sceau::document
