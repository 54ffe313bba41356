// SPDX-License-Identifier: Apache-2.0
#include "decode/preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "decode/in_process_reader.h"
#include "document/pdf/testing.h"

namespace sceau::decode {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(PreviewTest, ShrinksByAveragesToTheLimit) {
  const PageImage image{4, 2, {0, 100, 200, 200, 100, 200, 200, 200}};
  EXPECT_THAT(Shrink(image, 8).pixels, ElementsAre(0, 100, 200, 200, 100, 200, 200, 200));
  const PageImage half = Shrink(image, 7);
  EXPECT_EQ(half.width, 2);
  EXPECT_EQ(half.height, 1);
  EXPECT_THAT(half.pixels, ElementsAre(100, 200));
  EXPECT_THAT(Shrink(image, 1).pixels, ElementsAre(150));
}

TEST(PreviewTest, OfTheFirstPageWhereNoneHasASymbol) {
  const Bytes pdf = document::testing::MakePdf(
      {{"0 g 0 0 100 200 re f", "[0 0 200 200]"}, {"0 g 0 0 200 200 re f", "[0 0 200 200]"}});
  Limits limits;
  limits.preview_pixels = 100;
  const auto read = MakeInProcessReader({.previews = true})->Read(pdf, limits);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_THAT(read->previews, SizeIs(1));
  EXPECT_EQ(read->previews[0].page, 1);
  const PageImage& image = read->previews[0].image;
  EXPECT_LE(image.width * image.height, 100);
  EXPECT_EQ(image.pixels.front(), 0);
  EXPECT_EQ(image.pixels.back(), 255);
}

TEST(PreviewTest, NoneUnlessAskedFor) {
  const Bytes pdf = document::testing::MakePdf({{"", "[0 0 200 200]"}});
  const auto read = MakeInProcessReader()->Read(pdf, Limits{});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_THAT(read->previews, SizeIs(0));
}

}  // namespace
}  // namespace sceau::decode
