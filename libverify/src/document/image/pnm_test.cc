// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"

namespace sceau::document {
namespace {

using namespace std::string_view_literals;
using testing::IsRefused;

struct PnmCase {
  std::string_view file;
  int width;
  int height;
  Bytes pixels;
};

TEST(PnmTest, AllSixKinds) {
  const PnmCase cases[] = {
      {"P1\n3 2\n1 0 1\n010", 3, 2, {0, 255, 0, 255, 0, 255}},
      {"P2 2 2 15 0 5 10 15\n", 2, 2, {0, 85, 170, 255}},
      {"P3\n1 2\n255\n255 0 0  0 0 255", 1, 2, {76, 29}},
      {"P4\n9 2\n\xAA\x80\x00\x00"sv,
       9,
       2,
       {0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255}},
      {"P5\n2 1\n255\n\x00\x80"sv, 2, 1, {0, 128}},
      {"P6\n1 1\n255\n\xFF\x00\x00"sv, 1, 1, {76}},
      {"P5\n2 1\n65535\n\x00\x00\x80\x00"sv, 2, 1, {0, 128}},
      {"P5\n2 1\n100\n\x64\x32"sv, 2, 1, {255, 128}},
      {"P2\n# a comment\n1 # width\n 1\n255 7", 1, 1, {7}},
      {"P5 1 1 255\n\n\n", 1, 1, {10}},
  };
  for (const PnmCase& c : cases) {
    const auto page = DecodePnm(AsBytes(c.file), Limits{});
    ASSERT_TRUE(page.ok()) << c.file << page.status();
    EXPECT_EQ(page->width, c.width) << c.file;
    EXPECT_EQ(page->height, c.height) << c.file;
    EXPECT_EQ(page->pixels, c.pixels) << c.file;
  }
}

TEST(PnmTest, WhatIsNotExactlyAPictureIsRefused) {
  const std::string_view cases[] = {
      "P5",
      "P5\n",
      "P5\n2",
      "P5\n2 2\n255",
      "P5\n2 1\n255\n\x01",        // a sample is missing
      "P5\n1 1\n255\n\x01\x02",    // one too many
      "P5\n1 1\n100\n\x65",        // above the maximum
      "P5\n1 1\n0\n\x01",          // maximum 0
      "P5\n1 1\n65536\n\x01\x01",  // and above 16 bits
      "P5\n0 1\n255\n",
      "P5\n-1 1\n255\n\x01",
      "P5\n99999999999999999999 1\n255\n",
      "P2\n1 1\n255\n256",
      "P2\n1 1\n255\nx",
      "P1\n1 1\n2",
      "P4\n9 1\n\xFF",
      "P6\n1 1\n255\n\x01\x02",
      "P7\n1 1\n255\n\x01",
      "P5\n# a comment without end",
  };
  for (const std::string_view file : cases)
    EXPECT_THAT(DecodePnm(AsBytes(file), Limits{}), IsRefused(Reason::kDocumentDamaged)) << file;
}

TEST(PnmTest, AHugeSizeIsRefusedBeforeItIsAllocated) {
  for (const std::string_view file :
       {"P4\n60000 60000\n", "P5\n60000 60000\n255\n", "P6\n1000000000 1000000000\n255\n"})
    EXPECT_THAT(DecodePnm(AsBytes(file), Limits{}), IsRefused(Reason::kDocumentTooManyPixels));
}

}  // namespace
}  // namespace sceau::document
