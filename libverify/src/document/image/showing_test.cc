// SPDX-License-Identifier: Apache-2.0
// Whether viewers show a picture as it is decoded, in each format of files.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/image/heif_library.h"
#include "document/image/testing.h"
#include "document/image/testing_colours.h"

namespace sceau::document {
namespace {

#include "document/image/heic_samples.inc"

using testing::EncodeJpeg;
using testing::EncodePng;
using testing::EncodeTiff;
using testing::EncodeWebp;
using testing::MakeFlat;
using testing::MakeQuarters;
using testing::Picture;
using testing::WithPngChunk;
using testing::WithPngProfile;
using testing::WithWebpProfile;

struct ShowingCase {
  std::string what;
  Bytes file;
};

Showing ShowingOfFile(const Bytes& file, int page = 0) {
  const auto document = OpenDocument(file, Limits{});
  EXPECT_TRUE(document.ok()) << document.status();
  if (!document.ok()) return Showing::kUnchecked;
  const auto image = (*document)->ReadPage(page);
  EXPECT_TRUE(image.ok()) << image.status();
  EXPECT_EQ((*document)->ShowingOf(page), image.ok() ? image->showing : Showing::kUnchecked);
  return (*document)->ShowingOf(page);
}

// Black and white on transparent pixels.
Picture TwoTexts(int channels) {
  Picture picture{64, 48, channels, {}};
  for (int i = 0; i < 64 * 48; ++i) {
    const auto grey = static_cast<std::uint8_t>(i % 7 == 0 ? 255 : 0);
    picture.samples.insert(picture.samples.end(), static_cast<std::size_t>(channels - 1), grey);
    picture.samples.push_back(i % 5 == 0 ? 255 : 0);
  }
  return picture;
}

// A page of noise with transparent room around it.
Picture PageWithRoom(int channels) {
  Picture picture = testing::MakeNoise(64, 48, channels);
  for (int y = 0; y < 48; ++y) {
    for (int x = 0; x < 64; ++x) {
      const bool is_page = x >= 8 && x < 60 && y >= 10 && y < 40;
      picture.samples[static_cast<std::size_t>((y * 64 + x + 1) * channels - 1)] =
          is_page ? 255 : 0;
    }
  }
  return picture;
}

// A colour that MakeTableProfile() makes black below.
constexpr testing::Steps kBlackAt = {23, 27, 25};
Picture OfThatColour() { return MakeFlat(64, 48, {183, 215, 199}); }

std::vector<ShowingCase> FilesWithProfile(const Picture& picture, const Bytes& icc) {
  return {{"jpeg", EncodeJpeg(picture, {.icc = icc})},
          {"png", WithPngProfile(EncodePng(picture), icc)},
          {"interlaced png", WithPngProfile(EncodePng(picture, {.interlaced = true}), icc)},
          {"tiff", EncodeTiff({{.picture = picture, .icc = icc}})},
          {"lossy webp", WithWebpProfile(EncodeWebp(picture, false), picture, icc)},
          {"webp", WithWebpProfile(EncodeWebp(picture, true), picture, icc)}};
}

TEST(PictureShowingTest, AProfileThatMakesOtherColoursDiffersInEachFormat) {
  const Picture colour = MakeFlat(64, 48, {10, 100, 200});
  for (const ShowingCase& c : FilesWithProfile(colour, testing::MakeBlueProfile()))
    EXPECT_EQ(ShowingOfFile(c.file), Showing::kDiffers) << c.what;
  for (const ShowingCase& c :
       FilesWithProfile(colour, testing::MakeProfile(kPlainChromaticities, 2.2)))
    EXPECT_EQ(ShowingOfFile(c.file), Showing::kAlike) << c.what;
}

TEST(PictureShowingTest, ATableDiffersWhereThePictureHasItsColours) {
  const Bytes icc = testing::MakeTableProfile(kBlackAt);
  for (const ShowingCase& c : FilesWithProfile(OfThatColour(), icc))
    EXPECT_EQ(ShowingOfFile(c.file), Showing::kDiffers) << c.what;
  for (const ShowingCase& c : FilesWithProfile(MakeFlat(64, 48, {250, 250, 250}), icc))
    EXPECT_EQ(ShowingOfFile(c.file), Showing::kAlike) << c.what;
}

// Averages of several pixels would not have the colour.
TEST(PictureShowingTest, APictureWithATableIsNotReduced) {
  const Picture large = MakeFlat(4000, 3000, {183, 215, 199});
  const Bytes with_table = EncodeJpeg(large, {.icc = testing::MakeTableProfile(kBlackAt)});
  const Bytes with_curves = EncodeJpeg(large, {.icc = testing::MakeBlueProfile()});
  const auto table = OpenDocument(with_table, Limits{});
  const auto curves = OpenDocument(with_curves, Limits{});
  ASSERT_TRUE(table.ok() && curves.ok());
  const auto whole = (*table)->ReadReducedPage(0, kAnyFactor);
  ASSERT_TRUE(whole.ok());
  EXPECT_FALSE(whole->has_value());
  const auto reduced = (*curves)->ReadReducedPage(0, kAnyFactor);
  ASSERT_TRUE(reduced.ok() && reduced->has_value());
  EXPECT_EQ((*curves)->ShowingOf(0), Showing::kDiffers);
}

TEST(PictureShowingTest, ChunksOfAPngThatChangeItsColoursDiffer) {
  const Bytes png = EncodePng(MakeQuarters());
  const auto number = [](std::uint32_t value) {
    Bytes bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    return bytes;
  };
  Bytes exchanged;
  for (const std::uint32_t value : {31270U, 32900U, 64000U, 33000U, 15000U, 6000U, 30000U, 60000U})
    for (const std::uint8_t byte : number(value)) exchanged.push_back(byte);
  Bytes broken = {'n', 0, 0, 'x', 'x', 'x'};
  const Bytes srgb = testing::MakeProfile(kPlainChromaticities, 2.2);
  const struct {
    const char* what;
    Bytes file;
    Showing showing;
  } kCases[] = {
      {"none", png, Showing::kAlike},
      {"the gamma of sRGB", WithPngChunk(png, "gAMA", number(45455)), Showing::kAlike},
      {"of an old Macintosh", WithPngChunk(png, "gAMA", number(55556)), Showing::kAlike},
      {"far too light", WithPngChunk(png, "gAMA", number(400000)), Showing::kDiffers},
      {"far too dark", WithPngChunk(png, "gAMA", number(10000)), Showing::kDiffers},
      {"no light", WithPngChunk(png, "gAMA", number(0)), Showing::kDiffers},
      {"cut short", WithPngChunk(png, "gAMA", {1, 2}), Showing::kAlike},
      {"green is blue", WithPngChunk(png, "cHRM", exchanged), Showing::kDiffers},
      {"sRGB by number", WithPngChunk(png, "cICP", {1, 13, 0, 1}), Showing::kAlike},
      {"high dynamic range", WithPngChunk(png, "cICP", {9, 16, 0, 1}), Showing::kDiffers},
      {"a profile that does not inflate", WithPngChunk(png, "iCCP", broken), Showing::kDiffers},
      {"two profiles", WithPngProfile(WithPngProfile(png, srgb), srgb), Showing::kDiffers},
      {"an animation", WithPngChunk(png, "acTL", {0, 0, 0, 2, 0, 0, 0, 1}), Showing::kDiffers},
  };
  for (const auto& c : kCases) EXPECT_EQ(ShowingOfFile(c.file), c.showing) << c.what;
}

TEST(PictureShowingTest, TwoTextsOnTransparentPixelsDifferInEachFormat) {
  const std::vector<ShowingCase> cases = {
      {"grey png", EncodePng(TwoTexts(2))},
      {"png", EncodePng(TwoTexts(4))},
      {"interlaced png", EncodePng(TwoTexts(4), {.interlaced = true})},
      {"tiff", EncodeTiff({{TwoTexts(4)}})},
      {"lossy webp", EncodeWebp(TwoTexts(4), false)},
      {"webp", EncodeWebp(TwoTexts(4), true)}};
  for (const ShowingCase& c : cases) EXPECT_EQ(ShowingOfFile(c.file), Showing::kDiffers) << c.what;
}

TEST(PictureShowingTest, APageWithTransparentRoomIsAlikeInEachFormat) {
  const std::vector<ShowingCase> cases = {{"grey png", EncodePng(PageWithRoom(2))},
                                          {"png", EncodePng(PageWithRoom(4))},
                                          {"tiff", EncodeTiff({{PageWithRoom(4)}})},
                                          {"webp", EncodeWebp(PageWithRoom(4), true)}};
  for (const ShowingCase& c : cases) EXPECT_EQ(ShowingOfFile(c.file), Showing::kAlike) << c.what;
}

TEST(PictureShowingTest, EachPageOfATiffIsJudgedByItself) {
  const Bytes tiff = EncodeTiff({{.picture = MakeQuarters()},
                                 {.picture = MakeQuarters(), .icc = testing::MakeBlueProfile()},
                                 {.picture = TwoTexts(4)},
                                 {.picture = MakeQuarters()}});
  EXPECT_EQ(ShowingOfFile(tiff, 0), Showing::kAlike);
  EXPECT_EQ(ShowingOfFile(tiff, 1), Showing::kDiffers);
  EXPECT_EQ(ShowingOfFile(tiff, 2), Showing::kDiffers);
  EXPECT_EQ(ShowingOfFile(tiff, 3), Showing::kAlike);
}

// Boxes of a size and a name. Spec: ISO/IEC 14496-12, 4.2.
TEST(PictureShowingTest, AHeifFileWithAFilmDiffers) {
  if (LoadHeif() == nullptr) GTEST_SKIP() << "libheif is not installed";
  const Bytes heic = testing::FromHex(kHeicPlain);
  const auto with = [&](const std::string& boxes) {
    Bytes file = heic;
    file.insert(file.end(), boxes.begin(), boxes.end());
    return file;
  };
  EXPECT_EQ(ShowingOfFile(heic), Showing::kAlike);
  EXPECT_EQ(ShowingOfFile(with(std::string("\0\0\0\x0Cuserabcd", 12))), Showing::kAlike);
  EXPECT_EQ(ShowingOfFile(with(std::string("\0\0\0\x08moov", 8))), Showing::kDiffers);
  const std::string longer("\0\0\0\x01user\0\0\0\0\0\0\0\x12xx", 18);
  EXPECT_EQ(ShowingOfFile(with(longer + std::string("\0\0\0\x08moov", 8))), Showing::kDiffers);
}

}  // namespace
}  // namespace sceau::document
