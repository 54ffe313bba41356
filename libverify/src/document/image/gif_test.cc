// SPDX-License-Identifier: Apache-2.0
#include <gif_lib.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::IsPage;
using testing::IsRefused;
using testing::kQuarters;
using testing::MakeQuarters;
using testing::Quarters;

struct GifOptions {
  bool interlaced = false;
  int transparent = -1;  // index
  int left = 0;          // of the picture on the screen
  int top = 0;
  int screen = 0;  // its width and height; 0: those of the picture
  bool own_colours = false;
  int pictures = 1;  // the second is of one colour
};

int AppendGif(GifFileType* gif, const GifByteType* bytes, int count) {
  auto& all = *static_cast<Bytes*>(gif->UserData);
  all.insert(all.end(), bytes, bytes + count);
  return count;
}

void PutGifPicture(GifFileType* gif, const testing::Picture& picture, const GifOptions& options,
                   ColorMapObject* colours) {
  GraphicsControlBlock control{DISPOSAL_UNSPECIFIED, false, 10, options.transparent};
  std::array<GifByteType, 4> block{};
  EGifGCBToExtension(&control, block.data());
  EXPECT_EQ(EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, block.data()), GIF_OK);
  EXPECT_EQ(EGifPutImageDesc(gif, options.left, options.top, picture.width, picture.height,
                             options.interlaced, options.own_colours ? colours : nullptr),
            GIF_OK);
  const int passes[][2] = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
  for (const auto& [first, step] : passes) {
    const int start = options.interlaced ? first : 0;
    for (int y = start; y < picture.height; y += options.interlaced ? step : 1) {
      std::vector<GifByteType> row(picture.samples.begin() + y * picture.width,
                                   picture.samples.begin() + (y + 1) * picture.width);
      EXPECT_EQ(EGifPutLine(gif, row.data(), picture.width), GIF_OK);
    }
    if (!options.interlaced) return;
  }
}

Bytes EncodeGif(const testing::Picture& picture, const GifOptions& options = {}) {
  Bytes bytes;
  int error = 0;
  GifFileType* gif = EGifOpen(&bytes, AppendGif, &error);
  EGifSetGifVersion(gif, true);
  ColorMapObject* colours = GifMakeMapObject(256, nullptr);
  for (int i = 0; i < 256; ++i) {
    const auto grey = static_cast<GifByteType>(i);
    colours->Colors[i] = {grey, grey, grey};
  }
  const int width = options.screen != 0 ? options.screen : picture.width;
  const int height = options.screen != 0 ? options.screen : picture.height;
  EXPECT_EQ(EGifPutScreenDesc(gif, width, height, 8, 0, options.own_colours ? nullptr : colours),
            GIF_OK);
  PutGifPicture(gif, picture, options, colours);
  for (int i = 1; i < options.pictures; ++i)
    PutGifPicture(gif, testing::MakeFlat(picture.width, picture.height, {0}), options, colours);
  EGifCloseFile(gif, &error);
  GifFreeMapObject(colours);
  return bytes;
}

TEST(GifTest, EachFormIsTheSamePage) {
  const GifOptions cases[] = {{}, {.interlaced = true}, {.own_colours = true}, {.pictures = 3}};
  for (const GifOptions& options : cases)
    EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters(), options), Limits{}),
                IsPage(48, 32, kQuarters, 0));
}

TEST(GifTest, TheOldVersionIsRead) {
  Bytes gif = EncodeGif(MakeQuarters());
  gif[4] = '7';
  EXPECT_THAT(DecodeGif(gif, Limits{}), IsPage(48, 32, kQuarters, 0));
}

TEST(GifTest, WhatIsTransparentShowsWhitePaper) {
  EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters(), {.transparent = 85}), Limits{}),
              IsPage(48, 32, Quarters{0, 255, 170, 255}, 0));
}

TEST(GifTest, WhereWhitePaperShowsNothingThePaperIsBlack) {
  EXPECT_THAT(
      DecodeGif(EncodeGif(testing::MakeQuarters(48, 32, {0, 255, 255, 0}), {.transparent = 0}),
                Limits{}),
      IsPage(48, 32, Quarters{0, 255, 255, 0}, 0));
}

Showing ShowingOfGif(const Bytes& gif) {
  const auto page = DecodeGif(gif, Limits{});
  return page.ok() ? page->showing : Showing::kUnchecked;
}

TEST(GifTest, AFileOfSeveralPicturesDiffers) {
  const Bytes one = EncodeGif(MakeQuarters());
  EXPECT_EQ(ShowingOfGif(one), Showing::kAlike);
  EXPECT_EQ(ShowingOfGif(EncodeGif(MakeQuarters(), {.pictures = 2})), Showing::kDiffers);
  // Where the end should be: nothing, an extension, what no program writes.
  const auto ending = [&](const std::string& end) {
    Bytes gif(one.begin(), one.end() - 1);
    gif.insert(gif.end(), end.begin(), end.end());
    return gif;
  };
  EXPECT_EQ(ShowingOfGif(ending("")), Showing::kAlike);
  EXPECT_EQ(ShowingOfGif(ending("!\xFE\x02hi" + std::string(1, '\0') + ";")), Showing::kAlike);
  EXPECT_EQ(ShowingOfGif(ending("x;")), Showing::kDiffers);
}

TEST(GifTest, LettersOnATransparentGroundDifferUnlessAllAreDark) {
  const testing::Picture noise = testing::MakeNoise(64, 48, 1);
  EXPECT_EQ(ShowingOfGif(EncodeGif(noise)), Showing::kAlike);
  EXPECT_EQ(ShowingOfGif(EncodeGif(noise, {.transparent = 85})), Showing::kDiffers);
  EXPECT_EQ(ShowingOfGif(
                EncodeGif(testing::MakeQuarters(48, 32, {0, 255, 255, 0}), {.transparent = 255})),
            Showing::kAlike);
}

TEST(GifTest, ThePictureLiesOnItsScreen) {
  EXPECT_THAT(
      DecodeGif(EncodeGif(MakeQuarters(24, 24), {.left = 24, .top = 24, .screen = 48}), Limits{}),
      IsPage(48, 48, Quarters{255, 255, 255, 0}, 255));
  const auto page =
      DecodeGif(EncodeGif(MakeQuarters(24, 24), {.left = 24, .top = 24, .screen = 48}), Limits{});
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->pixels[0], 255);
  EXPECT_EQ(page->pixels[25 * 48 + 25], 0);
  // A screen that states less than the picture needs.
  EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters(), {.screen = 4}), Limits{}),
              IsPage(48, 32, kQuarters, 0));
}

TEST(GifTest, ACutPictureIsGivenAsFarAsItGoes) {
  const Bytes whole = EncodeGif(testing::MakeNoise(64, 64, 1));
  Bytes half(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
  const auto page = DecodeGif(half, Limits{});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_TRUE(page->cut);
  EXPECT_FALSE(DecodeGif(whole, Limits{})->cut);
  for (const std::size_t length : {std::size_t{6}, std::size_t{13}, std::size_t{790}})
    EXPECT_THAT(DecodeGif(ByteSpan(whole).first(length), Limits{}),
                IsRefused(Reason::kDocumentDamaged))
        << length;
}

TEST(GifTest, SizesAreHeldAgainstTheLimitBeforeAnythingIsMade) {
  Limits limits;
  limits.page_pixels = 48 * 32;
  EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters()), limits), IsPage(48, 32, kQuarters, 0));
  EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters(), {.left = 1}), limits),
              IsRefused(Reason::kDocumentTooManyPixels));
  EXPECT_THAT(DecodeGif(EncodeGif(MakeQuarters(), {.screen = 65'535}), Limits{}),
              IsRefused(Reason::kDocumentTooManyPixels));
}

TEST(GifTest, WithoutAPictureOrColoursItIsDamaged) {
  Bytes gif = EncodeGif(MakeQuarters(), {.own_colours = true});
  constexpr std::size_t kScreen = 13;
  Bytes none(gif.begin(), gif.begin() + kScreen);
  none.push_back(';');
  EXPECT_THAT(DecodeGif(none, Limits{}), IsRefused(Reason::kDocumentDamaged));
  // The picture's flags: its own colours are taken for its data.
  const std::size_t flags = kScreen + 8 + 9;
  gif[flags] = 0;
  EXPECT_THAT(DecodeGif(gif, Limits{}), IsRefused(Reason::kDocumentDamaged));
}

}  // namespace
}  // namespace sceau::document
