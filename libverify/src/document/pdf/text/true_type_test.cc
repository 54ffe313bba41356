// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/true_type.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "document/pdf/text/layout_faces.h"

namespace sceau::document {
namespace {

// Numbers of two bytes each.
Bytes Words(std::initializer_list<int> words) {
  Bytes bytes;
  for (const int word : words) {
    bytes.push_back(static_cast<std::uint8_t>(word >> 8));
    bytes.push_back(static_cast<std::uint8_t>(word));
  }
  return bytes;
}

const TrueType& Face() { return LayoutFaces().front(); }

// The face with another table of codes, which is no longer than its own.
std::optional<TrueType> WithMap(const Bytes& map, Bytes& file) {
  file = ToBytes(Face().file());
  const ByteSpan cmap = Face().Table(TableTag("cmap"));
  const auto begin = cmap.data() - Face().file().data();
  const Bytes header = Words({0, 1, 3, 1, 0, 12});
  std::ranges::copy(header, file.begin() + begin);
  std::ranges::copy(map, file.begin() + begin + 12);
  return TrueType::Open(file);
}

std::uint32_t GlyphBy(const Bytes& map, std::uint32_t code) {
  Bytes file;
  const auto font = WithMap(map, file);
  if (!font || font->maps().size() != 1) return 9'999;
  return TrueType::GlyphIn(font->maps().front(), code);
}

// Two segments and the last one: 65 to 67 by what is added, 97 to 98 by a list.
Bytes Segments() {
  return Words(
      {4, 44, 0, 6, 4, 1, 2, 67, 98, 0xFFFF, 0, 65, 97, 0xFFFF, 10, 0, 1, 0, 4, 0, 20, 21});
}

TEST(TrueTypeTest, BothFacesAreRead) {
  ASSERT_EQ(LayoutFaces().size(), 2U);
  for (const TrueType& face : LayoutFaces()) {
    EXPECT_EQ(face.units_per_em(), 2048);
    EXPECT_NE(GlyphOf(face, U'É'), 0U);
    EXPECT_EQ(GlyphOf(face, U'語'), 0U);
    EXPECT_TRUE(face.GlyphBytes(GlyphOf(face, U' '))->empty());
    EXPECT_FALSE(face.GlyphBytes(60'000));
    EXPECT_FALSE(face.LeftBearing(60'000));
  }
}

TEST(TrueTypeTest, CodesAreFoundInSegments) {
  EXPECT_EQ(GlyphBy(Segments(), 65), 75U);
  EXPECT_EQ(GlyphBy(Segments(), 67), 77U);
  EXPECT_EQ(GlyphBy(Segments(), 68), 0U);
  EXPECT_EQ(GlyphBy(Segments(), 97), 20U);
  EXPECT_EQ(GlyphBy(Segments(), 98), 21U);
  EXPECT_EQ(GlyphBy(Segments(), 99), 0U);
  EXPECT_EQ(GlyphBy(Segments(), 70'000), 0U);
}

TEST(TrueTypeTest, CodesAreFoundInTrimmedMapsAndMapsOfBytes) {
  const Bytes trimmed = Words({6, 14, 0, 65, 2, 30, 31});
  EXPECT_EQ(GlyphBy(trimmed, 65), 30U);
  EXPECT_EQ(GlyphBy(trimmed, 66), 31U);
  EXPECT_EQ(GlyphBy(trimmed, 67), 0U);
  EXPECT_EQ(GlyphBy(trimmed, 64), 0U);
  Bytes bytes = Words({0, 262, 0});
  for (int code = 0; code < 256; ++code) bytes.push_back(static_cast<std::uint8_t>(255 - code));
  EXPECT_EQ(GlyphBy(bytes, 65), 190U);
  EXPECT_EQ(GlyphBy(bytes, 256), 0U);
}

TEST(TrueTypeTest, MapsThatMayBeReadInTwoWaysAreNotRead) {
  Bytes file;
  ASSERT_TRUE(WithMap(Segments(), file));
  Bytes overlapping = Segments();
  overlapping[2 * 12 + 1] = 66;  // the second one begins before the first ends
  EXPECT_FALSE(WithMap(overlapping, file));
  Bytes outside = Segments();
  outside[2 * 18 + 1] = 8;  // its list goes on behind the map
  EXPECT_FALSE(WithMap(outside, file));
  Bytes open = Segments();
  open[2 * 9] = 0;  // the last segment ends too early
  EXPECT_FALSE(WithMap(open, file));
  EXPECT_FALSE(WithMap(Words({12, 0, 0, 28, 0, 0, 0, 1, 0, 65, 0, 65, 0, 3}), file));
  EXPECT_FALSE(WithMap(Words({6, 2'000, 0, 65, 900}), file)) << "longer than the table";
}

TEST(TrueTypeTest, OfACutFileNothingIsReadBeyondItsEnd) {
  const ByteSpan whole = Face().file();
  for (std::size_t size = 0; size < whole.size(); size += size < 600 ? 1 : 997) {
    const Bytes cut = ToBytes(whole.first(size));  // its own memory, so that a step too far is seen
    const auto font = TrueType::Open(cut);
    EXPECT_FALSE(font) << size;
  }
}

TEST(TrueTypeTest, ATableThatStandsTwiceOrIsUnknownIsRefused) {
  Bytes twice = ToBytes(Face().file());
  std::ranges::copy(std::string_view("hmtx"),
                    std::ranges::search(twice, std::string_view("DSIG")).begin());
  EXPECT_FALSE(TrueType::Open(twice));
  Bytes unknown = ToBytes(Face().file());
  std::ranges::copy(std::string_view("sbix"),
                    std::ranges::search(unknown, std::string_view("DSIG")).begin());
  EXPECT_FALSE(TrueType::Open(unknown));
}

}  // namespace
}  // namespace sceau::document
