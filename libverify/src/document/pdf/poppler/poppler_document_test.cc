// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/poppler/poppler_document.h"

#include <gtest/gtest.h>

#include <string>

#include "document/image/matchers_testing.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"

namespace sceau::document {
namespace {

#include "document/pdf/encrypted_samples.inc"

using testing::AtDpi;
using testing::IsPage;
using testing::IsRefused;
using testing::MakePdf;
using testing::Quarters;

// The upper left quarter of a page of 144 x 72 points.
constexpr char kBlackTopLeft[] = "0 g 0 36 72 36 re f";

absl::StatusOr<PageImage> DrawFirst(ByteSpan pdf, const Limits& limits) {
  auto document = OpenPopplerDocument(pdf, limits);
  if (!document.ok()) return document.status();
  return (*document)->ReadPage(0);
}

TEST(PopplerDocumentTest, APageIsDrawnAtTheAskedResolution) {
  const Bytes pdf = MakePdf({{kBlackTopLeft}});
  EXPECT_THAT(DrawFirst(pdf, AtDpi(72)), IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(200)), IsPage(400, 200, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(400)), IsPage(800, 400, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(9999)), IsPage(800, 400, Quarters{0, 255, 255, 255}, 0));
}

TEST(PopplerDocumentTest, ColourBecomesLuminance) {
  const auto page = DrawFirst(MakePdf({{"1 0 0 rg 0 0 144 72 re f"}}), AtDpi(72));
  EXPECT_THAT(page, IsPage(144, 72, Quarters{76, 76, 76, 76}, 1));
}

TEST(PopplerDocumentTest, RotatedPagesAreUpright) {
  const auto draw = [](const std::string& rotate) {
    return DrawFirst(MakePdf({{kBlackTopLeft, "[0 0 144 72]", "/Rotate " + rotate}}), AtDpi(72));
  };
  EXPECT_THAT(draw("90"), IsPage(72, 144, Quarters{255, 0, 255, 255}, 0));
  EXPECT_THAT(draw("180"), IsPage(144, 72, Quarters{255, 255, 255, 0}, 0));
  EXPECT_THAT(draw("270"), IsPage(72, 144, Quarters{255, 255, 0, 255}, 0));
}

TEST(PopplerDocumentTest, APageIsItsCropBox) {
  const auto page =
      DrawFirst(MakePdf({{kBlackTopLeft, "[0 0 144 72]", "/CropBox [0 36 72 72]"}}), AtDpi(72));
  EXPECT_THAT(page, IsPage(72, 36, Quarters{0, 0, 0, 0}, 0));
}

TEST(PopplerDocumentTest, AnAbsurdPageIsDrawnSmaller) {
  Limits limits = AtDpi(200);
  limits.page_pixels = 1'000'000;
  for (const char* box : {"[0 0 14400 14400]", "[0 0 1000000000 1000000000]", "[0 0 1e9 10]",
                          "[0 0 10 1e9]", "[0 0 100000 0.001]"}) {
    const auto page = DrawFirst(MakePdf({{"", box}}), limits);
    ASSERT_TRUE(page.ok()) << box << page.status();
    EXPECT_LE(std::int64_t{page->width} * page->height, limits.page_pixels) << box;
  }
  const auto square = DrawFirst(MakePdf({{"", "[0 0 14400 14400]"}}), limits);
  EXPECT_GT(square->width, 990) << "as large as the limit allows";
}

TEST(PopplerDocumentTest, AnAbsurdlyLongPageIsDrawnSmaller) {
  const auto page = DrawFirst(MakePdf({{"", "[0 0 1000000 1]"}}), AtDpi(200));
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_LE(page->width, 32'768);
}

TEST(PopplerDocumentTest, AnEmptyUserPasswordIsTried) {
  EXPECT_THAT(DrawFirst(testing::FromHex(kEmptyPassword), AtDpi(72)),
              IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
}

TEST(PopplerDocumentTest, AnotherPasswordIsNotGuessed) {
  EXPECT_THAT(OpenPopplerDocument(testing::FromHex(kUserPassword), Limits{}),
              IsRefused(Reason::kDocumentEncrypted));
}

TEST(PopplerDocumentTest, FiveThousandPagesAreRefused) {
  EXPECT_THAT(OpenPopplerDocument(MakePdf(std::vector(5000, testing::PdfPage{})), Limits{}),
              IsRefused(Reason::kDocumentTooManyPages));
  const Bytes hundred = MakePdf(std::vector(100, testing::PdfPage{}));
  const auto document = OpenPopplerDocument(hundred, Limits{});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ((*document)->page_count(), 100);
}

TEST(PopplerDocumentTest, WhatHasNoPageIsDamaged) {
  EXPECT_THAT(OpenPopplerDocument(AsBytes("%PDF-1.4\nnothing"), Limits{}),
              IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(OpenPopplerDocument(MakePdf({}), Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(PopplerDocumentTest, JunkBeforeTheHeaderIsPassedOver) {
  const Bytes pdf = MakePdf({{kBlackTopLeft}});
  const std::string with_junk = std::string(1000, ' ').append(AsText(pdf));
  EXPECT_THAT(DrawFirst(AsBytes(with_junk), AtDpi(72)),
              IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
}

}  // namespace
}  // namespace sceau::document
