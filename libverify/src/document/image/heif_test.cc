// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "document/image/codecs.h"
#include "document/image/heif_library.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

#include "document/image/heic_samples.inc"

using testing::FromHex;
using testing::IsPage;
using testing::IsRefused;
using testing::kLossyError;
using testing::kQuarters;
using testing::Quarters;

class HeifTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (LoadHeif() == nullptr) GTEST_SKIP() << "libheif is not installed";
  }
};

absl::StatusOr<PageImage> DecodeFirstPicture(const Bytes& heic, const Limits& limits = {}) {
  auto document = OpenHeif(heic, limits);
  if (!document.ok()) return document.status();
  return (*document)->ReadPage(0);
}

void Put(Bytes& bytes, std::size_t at, std::uint32_t number, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    bytes.at(at + i) = static_cast<std::uint8_t>(number >> (8 * (size - 1 - i)));
}

// The properties "ispe" state the size: version and flags, width, height, 4 bytes each.
Bytes WithStatedSize(Bytes heic, std::uint32_t width, std::uint32_t height) {
  constexpr std::string_view kName = "ispe";
  for (std::size_t at = AsText(heic).find(kName); at != std::string_view::npos;
       at = AsText(heic).find(kName, at + 1)) {
    Put(heic, at + 8, width, 4);
    Put(heic, at + 12, height, 4);
  }
  return heic;
}

// The samples are grids of one tile: "idat", 4 bytes of version, flags and rows and columns, then
// width and height, 2 bytes each.
Bytes WithGridSize(Bytes heic, std::uint32_t width, std::uint32_t height) {
  const std::size_t at = AsText(heic).find("idat");
  Put(heic, at + 8, width, 2);
  Put(heic, at + 10, height, 2);
  return heic;
}

TEST_F(HeifTest, APictureIsDecoded) {
  EXPECT_THAT(DecodeFirstPicture(FromHex(kHeicPlain)), IsPage(64, 48, kQuarters, kLossyError));
}

// Where its decoder is a plug-in, it need not be installed.
TEST_F(HeifTest, PicturesInAv1AreDecodedOrTheirDecoderIsMissed) {
  for (const char* const avif : {kAvifGrey, kAvifTen}) {
    const auto page = DecodeFirstPicture(FromHex(avif));
    if (!page.ok() && ReasonOf(page.status()) == Reason::kDocumentUnsupportedType)
      GTEST_SKIP() << page.status();
    EXPECT_THAT(page, IsPage(64, 48, kQuarters, kLossyError));
  }
}

TEST_F(HeifTest, APictureIsTurnedByItsOwnProperty) {
  EXPECT_THAT(DecodeFirstPicture(FromHex(kHeicTurned)),
              IsPage(48, 64, testing::QuartersTurned(6), kLossyError));
}

TEST_F(HeifTest, ThePrimaryPictureIsTheFirstPage) {
  const Bytes heic = FromHex(kHeicTwo);
  const auto document = OpenHeif(heic, Limits{});
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ((*document)->page_count(), 2);
  EXPECT_THAT((*document)->ReadPage(0), IsPage(64, 48, Quarters{255, 170, 85, 0}, kLossyError));
  EXPECT_THAT((*document)->ReadPage(1), IsPage(64, 48, kQuarters, kLossyError));
  Limits limits;
  limits.pages = 1;
  EXPECT_THAT(OpenHeif(heic, limits), IsRefused(Reason::kDocumentTooManyPages));
}

TEST_F(HeifTest, AHugeSizeIsRefusedBeforeItIsDecoded) {
  for (const std::uint32_t side : {10'000U, 60'000U})
    EXPECT_THAT(DecodeFirstPicture(WithStatedSize(FromHex(kHeicPlain), side, side)),
                IsRefused(Reason::kDocumentTooManyPixels));
}

TEST_F(HeifTest, ASizeHiddenInTheGridIsRefusedToo) {
  for (const std::uint32_t side : {20'000U, 0xFFFFU})
    EXPECT_THAT(DecodeFirstPicture(WithGridSize(FromHex(kHeicPlain), side, side)),
                IsRefused(Reason::kDocumentTooManyPixels));
}

TEST_F(HeifTest, TheCodedPictureIsMeasuredToo) {
  Limits limits;
  limits.page_pixels = 100;
  const Bytes small = WithStatedSize(FromHex(kHeicPlain), 10, 10);
  EXPECT_FALSE(DecodeFirstPicture(small, limits).ok());
}

TEST_F(HeifTest, ACutFileIsRefused) {
  const Bytes heic = FromHex(kHeicPlain);
  EXPECT_THAT(DecodeFirstPicture(Bytes(heic.begin(), heic.begin() + 100)),
              IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodeFirstPicture(Bytes(heic.begin(), heic.end() - 80)),
              IsRefused(Reason::kDocumentDamaged));
}

}  // namespace
}  // namespace sceau::document
