// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/image_decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "codec/zlib.h"
#include "document/image/testing.h"
#include "document/pdf/content/streams.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

// A PDF that holds nothing but what a test puts in.
class Holder {
 public:
  Holder() {
    BoundStreamFilters();
    pdf_.emptyPDF();
  }
  QPDFObjectHandle Stream(const std::string& entries, const std::string& data) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf_, data);
    QPDFObjectHandle dictionary = QPDFObjectHandle::parse(&pdf_, "<<" + entries + ">>");
    dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<int>(data.size())));
    stream.replaceDict(dictionary);
    return pdf_.makeIndirectObject(stream);
  }
  QPDFObjectHandle Parse(const std::string& text) { return QPDFObjectHandle::parse(&pdf_, text); }

 private:
  QPDF pdf_;
};

std::string Sized(int width, int height, const std::string& more) {
  return fmt::format("/Width {} /Height {} {}", width, height, more);
}

absl::StatusOr<DecodedImage> Decode(QPDFObjectHandle image, Ink ink = {true, 0},
                                    const Limits& limits = {}) {
  return DecodeImage(std::move(image), QPDFObjectHandle::newNull(), ink, limits);
}

std::vector<int> Pixels(const absl::StatusOr<DecodedImage>& decoded) {
  if (!decoded.ok()) return {};
  return {decoded->image.pixels.begin(), decoded->image.pixels.end()};
}

TEST(ImageDecodeTest, SamplesBecomeLuminance) {
  const struct {
    const char* what;
    int width;
    std::string entries;
    std::string data;
    std::vector<int> pixels;
  } kCases[] = {
      {"1 bit", 4, "/BitsPerComponent 1 /ColorSpace /DeviceGray", "\xA0", {255, 0, 255, 0}},
      {"2 bits", 4, "/BitsPerComponent 2 /ColorSpace /DeviceGray", "\x1B", {0, 85, 170, 255}},
      {"4 bits", 3, "/BitsPerComponent 4 /ColorSpace /DeviceGray", "\x0F\x80", {0, 255, 136}},
      {"8 bits", 2, "/BitsPerComponent 8 /ColorSpace /DeviceGray", "\x07\xF0", {7, 240}},
      {"16 bits", 2, "/BitsPerComponent 16 /ColorSpace /DeviceGray", "\x07\xFF\xF0\x01", {7, 240}},
      {"upside down",
       4,
       "/BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0]",
       "\xA0",
       {0, 255, 0, 255}},
      {"RGB", 2, "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "\xFF\0\0\0\xFF\0"s, {76, 150}},
      {"RGB of 4 bits", 2, "/BitsPerComponent 4 /ColorSpace /DeviceRGB", "\xF0\0\xF0"s, {76, 150}},
      {"RGB upside down",
       1,
       "/BitsPerComponent 8 /ColorSpace /DeviceRGB /Decode [1 0 1 0 1 0]",
       "\0\xFF\xFF"s,
       {76}},
      {"RGB of 16 bits",
       1,
       "/BitsPerComponent 16 /ColorSpace [/CalRGB <<>>]",
       "\xFF\xFF\0\0\0\0"s,
       {76}},
      {"CMYK",
       3,
       "/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
       "\0\0\0\0\0\0\0\xFF\0\xFF\xFF\0"s,
       {255, 0, 76}},
      {"black ink",
       2,
       "/BitsPerComponent 8 /ColorSpace [/Separation /Black /DeviceGray <<>>]",
       "\x00\xFF"s,
       {255, 0}},
      {"every ink",
       1,
       "/BitsPerComponent 8 /ColorSpace [/Separation /All /DeviceGray <<>>]",
       "\xFF",
       {0}},
      {"calibrated", 1, "/BitsPerComponent 8 /ColorSpace [/CalGray <<>>]", "\x09", {9}},
      {"one name in an array", 1, "/BitsPerComponent 8 /ColorSpace [/DeviceGray]", "\x09", {9}},
      {"a palette",
       4,
       "/BitsPerComponent 2 /ColorSpace [/Indexed /DeviceGray 2 <0A1EC8>]",
       "\x1B",
       {10, 30, 200, 200}},
      {"a palette of colours",
       2,
       "/BitsPerComponent 1 /ColorSpace [/I /RGB 1 <FF000000FF00>]",
       "\x40",
       {76, 150}},
      {"a predictor",
       2,
       "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /LZWDecode /DecodeParms "
       "<< /Predictor 12 /Columns 2 >>",
       "\x80\0\x40\x40\x88\x08"s,
       {2, 10}},
      {"run lengths",
       3,
       "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /RunLengthDecode",
       "\xFE\x05\x80",
       {5, 5, 5}},
      {"hexadecimal digits",
       2,
       "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter [/ASCIIHexDecode]",
       "07F0>",
       {7, 240}},
  };
  Holder holder;
  for (const auto& c : kCases) {
    const auto decoded = Decode(holder.Stream(Sized(c.width, 1, c.entries), c.data));
    EXPECT_THAT(Pixels(decoded), ElementsAreArray(c.pixels)) << c.what << decoded.status();
    EXPECT_TRUE(!decoded.ok() || decoded->opaque) << c.what;
  }
}

TEST(ImageDecodeTest, ColourSpacesAreLookedUp) {
  Holder holder;
  QPDFObjectHandle resources = holder.Parse("<< /ColorSpace << /Loop /Loop >> >>");
  QPDFObjectHandle spaces = resources.getKey("/ColorSpace");
  for (const int components : {1, 2, 3, 4}) {
    QPDFObjectHandle profile = holder.Stream(fmt::format("/N {}", components), "");
    QPDFObjectHandle space = holder.Parse("[/ICCBased]");
    space.appendItem(profile);
    spaces.replaceKey(fmt::format("/Profile{}", components), space);
  }
  QPDFObjectHandle palette = holder.Parse("[/Indexed /DeviceGray 1]");
  palette.appendItem(holder.Stream("", "\x14\x28"));
  spaces.replaceKey("/Palette", palette);

  const struct {
    const char* space;
    std::string data;
    int pixel;  // -1: refused
  } kCases[] = {
      {"/Profile1", "\x09", 9},
      {"/Profile3", "\xFF\0\0"s, 76},
      {"/Profile4", "\0\0\0\xFF"s, 0},
      {"/Palette", "\x01", 40},
      {"/Profile2", "\x09\x09", -1},
      {"/Loop", "\x09", -1},
      {"/NotThere", "\x09", -1},
      {"/Pattern", "\x09", -1},
      {"[/Pattern /DeviceRGB]", "\x09", -1},
      {"[/Lab <<>>]", "\1\2\3", -1},
      {"[]", "\x09", -1},
      {"[7]", "\x09", -1},
      {"7", "\x09", -1},
      {"[/ICCBased 7]", "\x09", -1},
      {"[/Separation /Gold /DeviceGray 7]", "\x09", -1},
      {"[/Indexed /DeviceGray 1]", "\1", -1},
      {"[/Indexed /DeviceGray 256 <00>]", "\1", -1},
      {"[/Indexed /DeviceGray 1 <00>]", "\1", -1},
      {"[/Indexed /DeviceGray 1 7]", "\1", -1},
      {"[/Indexed [/Indexed /DeviceGray 1 <0001>] 1 <0001>]", "\1", -1},
  };
  for (const auto& c : kCases) {
    const std::string entries = fmt::format("/BitsPerComponent 8 /ColorSpace {}", c.space);
    const auto decoded =
        DecodeImage(holder.Stream(Sized(1, 1, entries), c.data), resources, {true, 0}, {});
    if (c.pixel >= 0) {
      EXPECT_THAT(Pixels(decoded), ElementsAre(c.pixel)) << c.space << decoded.status();
    } else {
      EXPECT_EQ(ReasonOf(decoded.status()), Reason::kDocumentDamaged) << c.space;
    }
  }
}

TEST(ImageDecodeTest, AStencilIsPaintedWithTheInk) {
  Holder holder;
  QPDFObjectHandle stencil = holder.Stream(Sized(4, 1, "/ImageMask true"), "\xA0");
  const auto dark = Decode(stencil, {true, 20});
  EXPECT_THAT(Pixels(dark), ElementsAre(255, 20, 255, 20));
  EXPECT_FALSE(dark->opaque);
  EXPECT_EQ(dark->darkest, 20);
  EXPECT_EQ(dark->lightest, 20);
  // Light ink stands out from black.
  EXPECT_THAT(Pixels(Decode(stencil, {true, 200})), ElementsAre(0, 200, 0, 200));
  QPDFObjectHandle other = holder.Stream(Sized(4, 1, "/ImageMask true /Decode [1 0]"), "\xA0");
  EXPECT_THAT(Pixels(Decode(other, {true, 20})), ElementsAre(20, 255, 20, 255));
  EXPECT_EQ(ReasonOf(Decode(stencil, {false, 0}).status()), Reason::kDocumentDamaged);
}

TEST(ImageDecodeTest, AMaskThatIsSoftAtItsEdgesAloneCoversThePage) {
  Holder holder;
  const std::string gray = "/BitsPerComponent 8 /ColorSpace /DeviceGray";
  const auto is_opaque = [&](int x, int y) {
    std::string opacity(100 * 100, '\xFF');
    opacity[static_cast<std::size_t>(y * 100 + x)] = '\x80';
    QPDFObjectHandle image = holder.Stream(Sized(100, 100, gray), std::string(100 * 100, '\0'));
    image.getDict().replaceKey("/SMask", holder.Stream(Sized(100, 100, gray), opacity));
    return Decode(image)->opaque;
  };
  EXPECT_TRUE(is_opaque(0, 50));
  EXPECT_TRUE(is_opaque(50, 99));
  EXPECT_FALSE(is_opaque(2, 50));
  EXPECT_FALSE(is_opaque(50, 97));
  EXPECT_FALSE(is_opaque(50, 50));
}

TEST(ImageDecodeTest, MasksLetThePageThrough) {
  Holder holder;
  const std::string gray = "/BitsPerComponent 8 /ColorSpace /DeviceGray";
  const auto masked = [&](const std::string& data, const char* key, QPDFObjectHandle mask) {
    QPDFObjectHandle image = holder.Stream(Sized(2, 1, gray), data);
    image.getDict().replaceKey(key, std::move(mask));
    return image;
  };
  QPDFObjectHandle soft = holder.Stream(Sized(2, 1, gray), "\xFF\0"s);
  const auto dark = Decode(masked("\x0A\x0A", "/SMask", soft));
  EXPECT_THAT(Pixels(dark), ElementsAre(10, 255));
  EXPECT_FALSE(dark->opaque);
  EXPECT_EQ(dark->darkest, 10);
  EXPECT_EQ(dark->lightest, 10);
  EXPECT_THAT(Pixels(Decode(masked("\xC8\xC8", "/SMask", soft))), ElementsAre(200, 0));
  // Of a stencil, 1 is not painted.
  QPDFObjectHandle stencil = holder.Stream(Sized(2, 1, "/ImageMask true"), "\x40");
  EXPECT_THAT(Pixels(Decode(masked("\x0A\x0B", "/Mask", stencil))), ElementsAre(10, 255));
  // A mask of its own size stretches the image.
  QPDFObjectHandle large = holder.Stream(Sized(4, 2, gray), "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0"s);
  EXPECT_THAT(Pixels(Decode(masked("\x0A\x14", "/SMask", large))),
              ElementsAre(10, 10, 20, 20, 10, 10, 20, 255));
  QPDFObjectHandle small = holder.Stream(Sized(1, 1, gray), "\xFF");
  EXPECT_THAT(Pixels(Decode(masked("\x0A\x14", "/SMask", small))), ElementsAre(10, 20));

  EXPECT_EQ(ReasonOf(Decode(masked("\1\2", "/Mask", holder.Parse("[0 1]"))).status()),
            Reason::kDocumentDamaged);
  QPDFObjectHandle damaged = holder.Stream(Sized(4, 4, gray), "\1");
  EXPECT_EQ(ReasonOf(Decode(masked("\1\2", "/SMask", damaged)).status()), Reason::kDocumentDamaged);
  // Each is within the bound, and both together are not.
  Limits limits;
  limits.page_pixels = 8;
  QPDFObjectHandle tall = holder.Stream(Sized(1, 5, gray), "\1\2\3\4\5");
  EXPECT_EQ(ReasonOf(Decode(masked("\1\2", "/SMask", tall), {true, 0}, limits).status()),
            Reason::kDocumentTooManyPixels);
}

TEST(ImageDecodeTest, MasksOfOtherKindsAreUnknown) {
  const struct {
    const char* key;
    const char* entries;
    const char* data;
    bool known;
  } kCases[] = {
      {"/SMask", "/BitsPerComponent 8 /ColorSpace /DeviceGray", "\xFF\xFF", true},
      {"/SMask", "/BitsPerComponent 8 /ColorSpace [/CalGray <<>>]", "\xFF\xFF", false},
      {"/SMask", "/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceGray 1 <00FF>]", "\1\1", false},
      {"/SMask", "/BitsPerComponent 8 /ColorSpace /DeviceGray /Matte [0]", "\xFF\xFF", false},
      {"/SMask", "/ImageMask true", "\x40", false},
      {"/SMask", "/BitsPerComponent 8 /ColorSpace /DeviceGray /D [1 0]", "\xFF\xFF", false},
      {"/Mask", "/ImageMask true", "\x40", true},
      {"/Mask", "/BitsPerComponent 8 /ColorSpace /DeviceGray", "\xFF\xFF", false},
  };
  Holder holder;
  for (const auto& c : kCases) {
    QPDFObjectHandle image =
        holder.Stream(Sized(2, 1, "/BitsPerComponent 8 /ColorSpace /DeviceGray"), "\1\2");
    image.getDict().replaceKey(c.key, holder.Stream(Sized(2, 1, c.entries), c.data));
    EXPECT_EQ(Decode(image).ok(), c.known) << c.key << c.entries;
  }
}

TEST(ImageDecodeTest, KeysThatSomeViewersReadAreUnknown) {
  const std::string gray = "/BitsPerComponent 8 /ColorSpace /DeviceGray";
  Holder holder;
  for (const char* more :
       {"/IM true", "/D [1 0]", "/BPC 1", "/CS /DeviceRGB", "/F /Fl", "/DP <<>>"})
    EXPECT_FALSE(Decode(holder.Stream(Sized(2, 1, gray + more), "\1\2")).ok()) << more;
  QPDFObjectHandle image = holder.Stream(Sized(2, 1, gray), "\1\2");
  const auto with = [&](const char* spaces) {
    return DecodeImage(image, holder.Parse(spaces), {true, 0}, Limits{}).ok();
  };
  EXPECT_TRUE(with("<</ColorSpace <</Other /DeviceGray>>>>"));
  EXPECT_FALSE(with("<</ColorSpace <</DeviceGray [/CalGray <<>>]>>>>"));
}

TEST(ImageDecodeTest, WhatIsNotAnImageIsRefused) {
  const struct {
    const char* what;
    std::string entries;
    std::string data;
    Reason reason;
  } kCases[] = {
      {"no size", "/BitsPerComponent 8 /ColorSpace /DeviceGray", "\1", Reason::kDocumentDamaged},
      {"no bits", Sized(1, 1, "/ColorSpace /DeviceGray"), "\1", Reason::kDocumentDamaged},
      {"three bits", Sized(1, 1, "/BitsPerComponent 3 /ColorSpace /DeviceGray"), "\1",
       Reason::kDocumentDamaged},
      {"no colour space", Sized(1, 1, "/BitsPerComponent 8"), "\1", Reason::kDocumentDamaged},
      {"too little data", Sized(2, 1, "/BitsPerComponent 8 /ColorSpace /DeviceGray"), "\1",
       Reason::kDocumentDamaged},
      {"millions of pixels", Sized(100'000, 100'000, "/BitsPerComponent 8 /ColorSpace /DeviceGray"),
       "\1", Reason::kDocumentTooManyPixels},
      {"an unknown filter", Sized(1, 1, "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /Own"),
       "\1", Reason::kDocumentDamaged},
      {"a predictor of no kind",
       Sized(1, 1,
             "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /LZWDecode /DecodeParms "
             "<< /Predictor 7 >>"),
       "\x80\x0B\x60\x50", Reason::kDocumentDamaged},
      {"JBIG2", Sized(1, 1, "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode"),
       "\1", Reason::kDocumentDamaged},
      {"a colour fax",
       Sized(1, 1,
             "/BitsPerComponent 1 /ColorSpace /DeviceRGB "
             "/Filter /CCITTFaxDecode"),
       "\1", Reason::kDocumentDamaged},
      {"no JPEG", Sized(1, 1, "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"),
       "\1", Reason::kDocumentDamaged},
      {"no JPEG 2000", Sized(1, 1, "/ColorSpace /DeviceGray /Filter /JPXDecode"), "\1",
       Reason::kDocumentDamaged},
  };
  Holder holder;
  for (const auto& c : kCases) {
    const auto decoded = Decode(holder.Stream(c.entries, c.data));
    EXPECT_EQ(ReasonOf(decoded.status()), c.reason) << c.what;
  }
}

TEST(ImageDecodeTest, DataIsInflatedToABound) {
  Holder holder;
  const Bytes packed = *codec::Deflate(Bytes(1'000, 9), codec::DeflateKind::kSparse);
  const auto image = [&](const char* filter) {
    return holder.Stream(
        Sized(1, 1, fmt::format("/BitsPerComponent 8 /ColorSpace /DeviceGray {}", filter)),
        filter[0] == '\0' ? std::string(1'000, '\x09') : std::string(AsText(packed)));
  };
  Limits limits;
  limits.pdf_image_bytes = 999;
  for (const char* filter : {"", "/Filter /FlateDecode"}) {
    EXPECT_THAT(Pixels(Decode(image(filter))), ElementsAre(9)) << filter;
    EXPECT_FALSE(Decode(image(filter), {true, 0}, limits).ok()) << filter;
  }
}

TEST(ImageDecodeTest, JpegsAreLuminance) {
  Holder holder;
  const std::string jpeg(AsText(testing::EncodeJpeg(testing::MakeQuarters())));
  const auto decode = [&](const std::string& entries, const std::string& data) {
    return Decode(holder.Stream(Sized(48, 32, "/BitsPerComponent 8 " + entries), data));
  };
  const std::string plain = "/Filter /DCTDecode /ColorSpace ";
  const auto gray = decode(plain + "/DeviceGray", jpeg);
  ASSERT_TRUE(gray.ok());
  EXPECT_EQ(testing::QuartersOf(gray->image), testing::kQuarters);
  const testing::Quarters turned = {255, 170, 85, 0};
  EXPECT_EQ(testing::QuartersOf(decode(plain + "/DeviceGray /Decode [1 0]", jpeg)->image), turned);
  EXPECT_EQ(
      testing::QuartersOf(decode(plain + "[/Separation /Black /DeviceGray <<>>]", jpeg)->image),
      turned);
  EXPECT_EQ(ReasonOf(decode(plain + "[/Indexed /DeviceGray 0 <00>]", jpeg).status()),
            Reason::kDocumentDamaged);
  // Under another filter, with parameters for each.
  const std::string packed(AsText(*codec::Deflate(AsBytes(jpeg), codec::DeflateKind::kSparse)));
  for (const char* parms : {"", "/DecodeParms [null << /ColorTransform 0 >>]"}) {
    const auto wrapped = decode(
        fmt::format("/Filter [/FlateDecode /DCTDecode] {} /ColorSpace /DeviceGray", parms), packed);
    ASSERT_TRUE(wrapped.ok()) << parms << wrapped.status();
    EXPECT_EQ(testing::QuartersOf(wrapped->image), testing::kQuarters);
  }
}

TEST(ImageDecodeTest, TheInksOfAJpegAreReadWhereAllViewersAgree) {
  Holder holder;
  const testing::Picture half_black = testing::MakeFlat(16, 16, {0, 0, 0, 128});
  const struct {
    bool adobe;
    const char* decode;
    bool read;
  } kCases[] = {
      {false, "", true},
      {false, "/Decode [0 1 0 1 0 1 0 1]", true},
      {false, "/Decode [1 0 1 0 1 0 1 0]", false},
      {true, "/Decode [1 0 1 0 1 0 1 0]", true},
      {true, "", false},
      {true, "/Decode [1 0 1 0 1 0 0 1]", false},
      {true, "/Decode [4 0 0 0 0 0 0 0]", false},
      {false, "/Decode [0 1]", false},
  };
  for (const auto& c : kCases) {
    const std::string jpeg(AsText(testing::EncodeJpeg(half_black, {.adobe = c.adobe})));
    const auto decoded = Decode(holder.Stream(
        Sized(16, 16,
              fmt::format("/BitsPerComponent 8 /Filter /DCTDecode /ColorSpace /DeviceCMYK {}",
                          c.decode)),
        jpeg));
    EXPECT_EQ(decoded.ok(), c.read) << c.adobe << c.decode;
    if (c.read) {
      ASSERT_THAT(Pixels(decoded), ::testing::SizeIs(256));
      EXPECT_NEAR(Pixels(decoded)[100], 127, 3) << c.adobe << c.decode;
    }
  }
}

}  // namespace
}  // namespace sceau::document
