// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/document.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "document/preload.h"

namespace sceau::document {
namespace {

#include "document/image/heic_samples.inc"

// Of 12 x 8 greys, by ImageMagick 6.9: interlaced, and with a palette of 16 colours.
constexpr char kGif[] =
    "4749463839610c000800f207000000002424244949496d6d6d929292b6b6b6dbdbdbffffff21f90400000000"
    "0021ff0b496d6167654d616769636b0e67616d6d613d302e343534353435002c000000000c00080040031c78"
    "baacf330be42aba521eb9d8dffa0478c64390a68aaa240ebbe6d02003b";
constexpr char kBmp[] =
    "424db60000000000000076000000280000000c00000008000000010004000000000040000000000000000000"
    "000010000000100000000000000024242400494949006d6d6d0092929200b6b6b600dbdbdb00ffffff000000"
    "0000000000000000000000000000000000000000000000000000000000000000000000000000111111111111"
    "0000222222222222000033333333333300004444444444440000555555555555000066666666666600007777"
    "777777770000";

using testing::IsRefused;
using testing::MakeFlat;
using testing::MakeQuarters;

struct Sample {
  std::string name;
  Bytes bytes;
};

// A file of each format, with some of the ways in which its pixels can be stored.
std::vector<Sample> SampleFiles() {
  const testing::Picture grey = MakeQuarters();
  const testing::Picture colour = MakeFlat(48, 32, {10, 100, 200});
  const testing::Picture alpha = MakeFlat(48, 32, {10, 100, 200, 90});
  const std::string words = "BT /F1 10 Tf 20 40 Td (DUPONT) Tj ET";
  return {
      {"jpeg", testing::EncodeJpeg(grey, {.orientation = 6})},
      {"progressive jpeg", testing::EncodeJpeg(colour, {.progressive = true})},
      {"cmyk jpeg", testing::EncodeJpeg(alpha)},
      {"png", testing::EncodePng(grey, {.orientation = 6})},
      {"interlaced png", testing::EncodePng(alpha, {.interlaced = true})},
      {"palette png", testing::EncodePng(grey, {.palette = true})},
      {"tiff", testing::EncodeTiff({{grey}, {colour, testing::TiffKind::kLzwTiles}})},
      {"fax tiff", testing::EncodeTiff({{grey, testing::TiffKind::kFax4}})},
      {"jpeg tiff", testing::EncodeTiff({{grey, testing::TiffKind::kJpeg}})},
      {"lossy webp", testing::EncodeWebp(colour, false)},
      {"lossless webp", testing::EncodeWebp(alpha, true)},
      {"heic", testing::FromHex(kHeicTwo)},
      {"avif", testing::FromHex(kAvifTen)},
      {"gif", testing::FromHex(kGif)},
      {"bmp", testing::FromHex(kBmp)},
      {"pdf", testing::MakePdf({{words}, {"0 g 0 36 72 36 re f"}})},
      {"pnm", ToBytes(AsBytes("P3\n2 1\n255\n0 0 0 255 255 255\n"))},
  };
}

// Whatever the bytes are: a refusal, or pages with as many pixels as their size says.
void ReadAll(ByteSpan bytes, const std::string& name) {
  const auto document = OpenDocument(bytes, Limits{});
  if (!document.ok()) {
    EXPECT_NE(ReasonOf(document.status()), Reason::kInternal) << name;
    return;
  }
  for (int i = 0; i < (*document)->page_count(); ++i) {
    const auto page = (*document)->ReadPage(i);
    if (page.ok()) {
      EXPECT_GT(page->width, 0) << name;
      EXPECT_EQ(page->pixels.size(),
                static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height));
    } else {
      EXPECT_NE(ReasonOf(page.status()), Reason::kInternal) << name;
    }
    const auto text = (*document)->ReadText(i);
    EXPECT_TRUE(text.ok() || ReasonOf(text.status()) != Reason::kInternal) << name;
  }
}

TEST(OpenDocumentTest, EachFormatOpens) {
  for (const Sample& sample : SampleFiles()) {
    const auto document = OpenDocument(sample.bytes, Limits{});
    if (sample.name == "heic" && !document.ok()) continue;  // libheif may not be installed
    ASSERT_TRUE(document.ok()) << sample.name << document.status();
    for (int i = 0; i < (*document)->page_count(); ++i) {
      EXPECT_TRUE((*document)->ReadPage(i).ok()) << sample.name;
      EXPECT_TRUE((*document)->ReadText(i).ok()) << sample.name;
    }
  }
}

TEST(OpenDocumentTest, ACutFileIsReadOrRefused) {
  constexpr std::size_t kParts = 20;
  for (const Sample& sample : SampleFiles()) {
    for (std::size_t part = 0; part <= kParts; ++part)
      ReadAll(ByteSpan(sample.bytes).first(sample.bytes.size() * part / kParts), sample.name);
  }
}

TEST(OpenDocumentTest, AFileWithAChangedByteIsReadOrRefused) {
  constexpr std::size_t kChanges = 150;
  for (const Sample& sample : SampleFiles()) {
    for (std::size_t i = 0; i < kChanges; ++i) {
      Bytes changed = sample.bytes;
      changed[changed.size() * i / kChanges] ^= static_cast<std::uint8_t>(0xFF >> i % 8);
      ReadAll(changed, sample.name);
    }
  }
}

TEST(OpenDocumentTest, NothingAndTheUnknownAreRefused) {
  EXPECT_THAT(OpenDocument({}, Limits{}), IsRefused(Reason::kDocumentEmpty));
  EXPECT_THAT(OpenDocument(AsBytes("\x01\x02"), Limits{}), IsRefused(Reason::kDocumentUnknownType));
}

TEST(OpenDocumentTest, APageThatDoesNotExistIsOurOwnError) {
  const Bytes png = testing::EncodePng(MakeQuarters());
  const auto document = OpenDocument(png, Limits{});
  ASSERT_TRUE(document.ok());
  for (const int index : {-1, 1}) {
    EXPECT_THAT((*document)->ReadPage(index), IsRefused(Reason::kInternal));
    EXPECT_THAT((*document)->ReadText(index), IsRefused(Reason::kInternal));
  }
}

TEST(OpenDocumentTest, LibrariesAreLoadedBeforehand) {
  for (const Sample& sample : SampleFiles()) {
    Preload(DetectType(sample.bytes));
    ReadAll(sample.bytes, sample.name);
  }
  void* const heif = ::dlopen("libheif.so.1", RTLD_LAZY | RTLD_NOLOAD);
  EXPECT_NE(heif, nullptr);
  if (heif != nullptr) ::dlclose(heif);
}

TEST(OpenDocumentTest, APictureIsNeitherFinerNorInParts) {
  const Bytes png = testing::EncodePng(MakeQuarters());
  const auto document = OpenDocument(png, Limits{});
  EXPECT_THAT((*document)->ReadPageFiner(0, {}), IsRefused(Reason::kInternal));
  const auto parts = (*document)->OpenParts(0);
  ASSERT_TRUE(parts.ok());
  EXPECT_EQ(*parts, nullptr);
}

TEST(OpenDocumentTest, APictureHasNoText) {
  const Bytes png = testing::EncodePng(MakeQuarters());
  const auto text = (*OpenDocument(png, Limits{}))->ReadText(0);
  ASSERT_TRUE(text.ok());
  EXPECT_FALSE(*text);
}

}  // namespace
}  // namespace sceau::document
