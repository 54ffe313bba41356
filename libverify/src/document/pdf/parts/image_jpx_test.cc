// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "document/pdf/parts/image_codecs.h"

namespace sceau::document {
namespace {

using ::testing::ElementsAre;

struct Jpx {
  int components = 1;
  OPJ_CODEC_FORMAT format = OPJ_CODEC_JP2;
  bool is_signed = false;
  OPJ_COLOR_SPACE space = OPJ_CLRSPC_UNSPECIFIED;
};

OPJ_SIZE_T Append(void* from, OPJ_SIZE_T count, void* to) {
  auto& [bytes, at] = *static_cast<std::pair<std::string, std::size_t>*>(to);
  bytes.resize(std::max(bytes.size(), at + count));
  std::memcpy(bytes.data() + at, from, count);
  at += count;
  return count;
}
OPJ_OFF_T Skip(OPJ_OFF_T count, void* to) {
  auto& [bytes, at] = *static_cast<std::pair<std::string, std::size_t>*>(to);
  at += static_cast<std::size_t>(count);
  bytes.resize(std::max(bytes.size(), at));
  return count;
}
OPJ_BOOL Seek(OPJ_OFF_T where, void* to) {
  static_cast<std::pair<std::string, std::size_t>*>(to)->second = static_cast<std::size_t>(where);
  return OPJ_TRUE;
}

// Two by two pixels, without loss: the first component is 0, 50, 100 and 150, the others are 0.
std::string EncodeJpx(const Jpx& options) {
  std::vector<opj_image_cmptparm_t> parts(static_cast<std::size_t>(options.components));
  for (opj_image_cmptparm_t& part : parts) {
    part = {};
    part.dx = part.dy = 1;
    part.w = part.h = 2;
    part.prec = 8;
    part.sgnd = options.is_signed ? 1 : 0;
  }
  opj_image_t* image =
      opj_image_create(static_cast<OPJ_UINT32>(parts.size()), parts.data(), options.space);
  image->x1 = image->y1 = 2;
  for (int i = 0; i < 4; ++i) image->comps[0].data[i] = 50 * i - (options.is_signed ? 128 : 0);
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.numresolution = 1;
  parameters.tcp_numlayers = 1;
  parameters.cp_disto_alloc = 1;
  opj_codec_t* codec = opj_create_compress(options.format);
  std::pair<std::string, std::size_t> out;
  opj_stream_t* stream = opj_stream_default_create(OPJ_FALSE);
  opj_stream_set_user_data(stream, &out, nullptr);
  opj_stream_set_write_function(stream, Append);
  opj_stream_set_skip_function(stream, Skip);
  opj_stream_set_seek_function(stream, Seek);
  EXPECT_TRUE(opj_setup_encoder(codec, &parameters, image) &&
              opj_start_compress(codec, image, stream) && opj_encode(codec, stream) &&
              opj_end_compress(codec, stream));
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(image);
  return out.first;
}

std::vector<int> Pixels(const absl::StatusOr<PageImage>& decoded) {
  if (!decoded.ok()) return {};
  return {decoded->pixels.begin(), decoded->pixels.end()};
}

absl::StatusOr<PageImage> Decode(const std::string& bytes, const Limits& limits = {}) {
  return DecodeJpx(AsBytes(bytes), JpxColors::kOfThePage, limits);
}

TEST(ImageJpxTest, PicturesAreLuminance) {
  EXPECT_THAT(Pixels(Decode(EncodeJpx({}))), ElementsAre(0, 50, 100, 150));
  EXPECT_THAT(Pixels(Decode(EncodeJpx({.format = OPJ_CODEC_J2K}))), ElementsAre(0, 50, 100, 150));
  EXPECT_THAT(Pixels(Decode(EncodeJpx({.is_signed = true}))), ElementsAre(0, 50, 100, 150));
  // Red alone; luminance and differences of colour.
  EXPECT_THAT(Pixels(Decode(EncodeJpx({.components = 3, .space = OPJ_CLRSPC_SRGB}))),
              ElementsAre(0, 15, 30, 45));
  EXPECT_THAT(Pixels(Decode(EncodeJpx({.components = 3, .space = OPJ_CLRSPC_SYCC}))),
              ElementsAre(0, 50, 100, 150));
}

TEST(ImageJpxTest, ItsOwnWordIsTakenForGreyAndForColours) {
  struct OwnCase {
    int components;
    OPJ_COLOR_SPACE space;
    bool read;
  };
  for (const OwnCase& c : {OwnCase{1, OPJ_CLRSPC_GRAY, true}, OwnCase{3, OPJ_CLRSPC_SRGB, true},
                           OwnCase{3, OPJ_CLRSPC_SYCC, true}, OwnCase{3, OPJ_CLRSPC_GRAY, false},
                           OwnCase{1, OPJ_CLRSPC_SRGB, false}, OwnCase{4, OPJ_CLRSPC_SRGB, false},
                           OwnCase{4, OPJ_CLRSPC_CMYK, false}}) {
    const std::string bytes = EncodeJpx({.components = c.components, .space = c.space});
    const auto own = DecodeJpx(AsBytes(bytes), JpxColors::kItsOwn, {});
    EXPECT_EQ(own.ok(), c.read) << c.components << ' ' << c.space;
    if (c.read) {
      EXPECT_EQ(Pixels(own), Pixels(Decode(bytes)));
    }
  }
  // A bare stream of codes says nothing of its colours.
  const std::string bare = EncodeJpx({.format = OPJ_CODEC_J2K});
  EXPECT_FALSE(DecodeJpx(AsBytes(bare), JpxColors::kItsOwn, {}).ok());
}

// As much as the decoder does not have before it.
TEST(ImageJpxTest, BoxesOfOthersArePassedOver) {
  constexpr std::size_t kHeader = 32;  // the signature and the file's type
  const std::string whole = EncodeJpx({});
  const std::string box = std::string(
                              "\0\x20\0\x08"
                              "free",
                              8) +
                          std::string(0x200000, 'x');
  const std::string with = whole.substr(0, kHeader) + box + whole.substr(kHeader);
  EXPECT_THAT(Pixels(Decode(with)), ElementsAre(0, 50, 100, 150));
  EXPECT_FALSE(Decode(with.substr(0, kHeader + 1'000)).ok());
}

TEST(ImageJpxTest, WhatIsNotReadIsDamaged) {
  EXPECT_EQ(ReasonOf(Decode(EncodeJpx({.components = 5, .format = OPJ_CODEC_J2K})).status()),
            Reason::kDocumentDamaged);
  const std::string whole = EncodeJpx({});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto cut = Decode(whole.substr(0, length));
    EXPECT_TRUE(cut.ok() || ReasonOf(cut.status()) == Reason::kDocumentDamaged) << length;
  }
  EXPECT_FALSE(Decode(whole.substr(0, whole.size() / 2)).ok());
}

TEST(ImageJpxTest, TheSizeIsLookedAtFirst) {
  Limits limits;
  limits.page_pixels = 3;
  EXPECT_EQ(ReasonOf(Decode(EncodeJpx({}), limits).status()), Reason::kDocumentTooManyPixels);
}

}  // namespace
}  // namespace sceau::document
