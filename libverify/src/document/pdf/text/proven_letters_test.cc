// SPDX-License-Identifier: Apache-2.0
// Fonts that draw what their text says, and fonts that draw something else.
#include "document/pdf/text/proven_letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/pdf/content/big_endian.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/text/layout_faces.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

constexpr std::size_t kAmpleBytes = std::size_t{1} << 22;

const TrueType& LayoutFace() { return LayoutFaces().front(); }
std::uint32_t GlyphOf(char32_t character) { return document::GlyphOf(LayoutFace(), character); }

// Where a table of the face begins in its file.
std::size_t Begin(const char (&name)[5]) {
  return static_cast<std::size_t>(LayoutFace().Table(TableTag(name)).data() -
                                  LayoutFace().file().data());
}

// The whole face, without names of its glyphs.
Bytes WholeFace() {
  Bytes file = ToBytes(LayoutFace().file());
  file[Begin("post") + 1] = 3;
  return file;
}

std::size_t BeginOfGlyph(char32_t character) {
  return static_cast<std::size_t>(LayoutFace().GlyphBytes(GlyphOf(character))->data() -
                                  LayoutFace().file().data());
}

class ProvenLettersTest : public ::testing::Test {
 protected:
  ProvenLettersTest() {
    BoundStreamFilters();
    pdf_.emptyPDF();
  }

  QPDFObjectHandle Stream(const Bytes& data) {
    return pdf_.makeIndirectObject(
        QPDFObjectHandle::newStream(&pdf_, std::string(AsText(ByteSpan(data)))));
  }

  // With one byte of WinAnsi a letter.
  QPDFObjectHandle Simple(const Bytes& program, int flags = 32) {
    QPDFObjectHandle font = QPDFObjectHandle::parse(fmt::format(
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+OpenSans {} /FontDescriptor "
        "<< /Type /FontDescriptor /Flags {} >> >>",
        flags == 32 ? "/Encoding /WinAnsiEncoding" : "", flags));
    font.getKey("/FontDescriptor").replaceKey("/FontFile2", Stream(program));
    return font;
  }

  // With two bytes a letter, which are the number of its glyph.
  QPDFObjectHandle Composite(const Bytes& program) {
    QPDFObjectHandle font = QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+OpenSans /Encoding /Identity-H "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /FontDescriptor << /Type "
        "/FontDescriptor /Flags 4 >> >>] >>");
    font.getKey("/DescendantFonts")
        .getArrayItem(0)
        .getKey("/FontDescriptor")
        .replaceKey("/FontFile2", Stream(program));
    return font;
  }

  static bool Has(QPDFObjectHandle font, std::uint32_t code, char32_t encoded,
                  const std::u32string& characters, std::size_t bytes = kAmpleBytes) {
    return ProvenLetters(font).Has(code, encoded, characters, bytes);
  }
  // Of the simple font of an altered face.
  bool HasAfter(const std::function<void(Bytes&)>& change, char32_t letter) {
    Bytes file = WholeFace();
    change(file);
    return Has(Simple(file), letter, letter, std::u32string(1, letter));
  }

  QPDF pdf_;
};

TEST_F(ProvenLettersTest, TheLayoutsOwnLettersAre) {
  for (const char32_t letter : U"AZaz07éÏç") {
    if (letter == 0) break;
    EXPECT_TRUE(Has(Simple(WholeFace()), letter, letter, std::u32string(1, letter)))
        << static_cast<std::uint32_t>(letter);
    EXPECT_TRUE(Has(Composite(WholeFace()), GlyphOf(letter), 0, std::u32string(1, letter)));
  }
  EXPECT_TRUE(Has(Simple(WholeFace()), 0x80, U'€', U"€"));
  EXPECT_TRUE(Has(Simple(WholeFace()), ' ', U' ', U" "));
}

TEST_F(ProvenLettersTest, AMapThatSaysAnotherLetterLies) {
  EXPECT_FALSE(Has(Simple(WholeFace()), '7', U'7', U"8"));
  EXPECT_FALSE(Has(Composite(WholeFace()), GlyphOf(U'7'), 0, U"8"));
  EXPECT_FALSE(Has(Simple(WholeFace()), '7', U'7', U" "))
      << "it draws something, and a space does not";
}

TEST_F(ProvenLettersTest, ALigatureIsItsLetters) {
  const std::uint32_t glyph = GlyphOf(U'\uFB01');
  ASSERT_NE(glyph, 0U);
  EXPECT_TRUE(Has(Composite(WholeFace()), glyph, 0, U"fi"));
  EXPECT_FALSE(Has(Composite(WholeFace()), glyph, 0, U"fl"));
  EXPECT_FALSE(Has(Composite(WholeFace()), glyph, 0, U"if"));
}

TEST_F(ProvenLettersTest, AnOutlineIsHeldPointByPoint) {
  const auto bend = [](char32_t of) {
    return [of](Bytes& file) { file[BeginOfGlyph(of) + 30] ^= 1; };
  };
  EXPECT_FALSE(HasAfter(bend(U'7'), U'7'));
  EXPECT_TRUE(HasAfter(bend(U'7'), U'8'));
  EXPECT_FALSE(HasAfter(bend(U'e'), U'é')) << "of which it is a part";
}

TEST_F(ProvenLettersTest, AGlyphIsWhereItsBearingPutsIt) {
  const auto move = [](Bytes& file) { file[Begin("hmtx") + 4 * GlyphOf(U'7') + 2] ^= 2; };
  EXPECT_FALSE(HasAfter(move, U'7'));
  EXPECT_TRUE(HasAfter(move, U'8'));
}

TEST_F(ProvenLettersTest, WhatElseMayDrawOtherwiseProvesNothing) {
  const std::vector<std::pair<const char*, std::function<void(Bytes&)>>> changes = {
      {"instructions", [](Bytes& file) { file[Begin("prep") + 5] ^= 1; }},
      {"names of glyphs", [](Bytes& file) { file[Begin("post") + 1] = 2; }},
      {"size of an em", [](Bytes& file) { file[Begin("head") + 18] ^= 4; }},
      {"pictures",
       [](Bytes& file) {
         const std::string_view tag = "DSIG";
         std::ranges::copy(std::string_view("CBDT"), std::ranges::search(file, tag).begin());
       }},
  };
  for (const auto& [what, change] : changes) EXPECT_FALSE(HasAfter(change, U'7')) << what;
}

TEST_F(ProvenLettersTest, CodesGoThroughTheMapOfGlyphs) {
  Bytes map(2 * 256);
  map[2 * '7'] = static_cast<std::uint8_t>(GlyphOf(U'8') >> 8);
  map[2 * '7' + 1] = static_cast<std::uint8_t>(GlyphOf(U'8'));
  QPDFObjectHandle font = Composite(WholeFace());
  font.getKey("/DescendantFonts").getArrayItem(0).replaceKey("/CIDToGIDMap", Stream(map));
  EXPECT_TRUE(Has(font, '7', 0, U"8"));
  EXPECT_FALSE(Has(font, '7', 0, U"7"));
  EXPECT_FALSE(Has(font, 300, 0, U"7")) << "beyond the map";
}

// Viewers choose one of several maps, and not all the same one.
TEST_F(ProvenLettersTest, EachMapOfASymbolicFontCounts) {
  const auto with_maps = [](char32_t of_macintosh, char32_t of_microsoft) {
    Bytes file = WholeFace();
    std::size_t at = Begin("cmap");
    const auto write = [&](std::initializer_list<std::uint32_t> words) {
      for (const std::uint32_t word : words) {
        file[at++] = static_cast<std::uint8_t>(word >> 8);
        file[at++] = static_cast<std::uint8_t>(word);
      }
    };
    write({0, 2, 1, 0, 0, 20, 3, 0, 0, 32});  // two maps of one code each
    write({6, 12, 0, 'A', 1, GlyphOf(of_macintosh)});
    write({6, 12, 0, 0xF000 + 'A', 1, GlyphOf(of_microsoft)});
    return file;
  };
  EXPECT_TRUE(Has(Simple(with_maps(U'A', U'A'), 4), 'A', 0, U"A"));
  EXPECT_FALSE(Has(Simple(with_maps(U'A', U'B'), 4), 'A', 0, U"A"));
  EXPECT_FALSE(Has(Simple(with_maps(U'B', U'A'), 4), 'A', 0, U"A"));
  EXPECT_FALSE(Has(Simple(with_maps(U'A', U'A'), 4), 'B', 0, U"B")) << "a code without a glyph";
}

TEST_F(ProvenLettersTest, TwoProgramsOrNoneOfTheFontsKindProveNothing) {
  QPDFObjectHandle two = Simple(WholeFace());
  two.getKey("/FontDescriptor").replaceKey("/FontFile3", Stream({1, 2, 3}));
  EXPECT_FALSE(Has(two, 'A', U'A', U"A"));
  QPDFObjectHandle type1 = Simple(WholeFace());
  type1.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type1"));
  EXPECT_FALSE(Has(type1, 'A', U'A', U"A"));
  EXPECT_FALSE(Has(Simple({1, 2, 3}), 'A', U'A', U"A"));
}

TEST_F(ProvenLettersTest, ProgramsTakeNoMoreThanTheyMay) {
  EXPECT_FALSE(Has(Simple(WholeFace()), 'A', U'A', U"A", 1'000));
}

TEST_F(ProvenLettersTest, WhatTheViewerBringsIsByItsEncoding) {
  const auto named = [](const char* name) {
    return QPDFObjectHandle::parse(
        fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} >>", name));
  };
  for (const char* name : {"Helvetica", "Times-Bold", "ArialMT", "Arial,Bold", "Verdana-Italic"})
    EXPECT_TRUE(Has(named(name), 'A', U'A', U"A")) << name;
  for (const char* name : {"Wingdings", "ZapfDingbats", "Symbol", "ABCDEF+Helvetica", "Unknown"})
    EXPECT_FALSE(Has(named(name), 'A', U'A', U"A")) << name;
  EXPECT_FALSE(Has(named("Helvetica"), 'A', U'A', U"B"));
  EXPECT_FALSE(Has(named("Helvetica"), 'A', 0, U"A"));
  EXPECT_TRUE(Has(named("Helvetica"), 0x80, U'\uFB01', U"fi"));
}

}  // namespace
}  // namespace sceau::document
