// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/to_unicode.h"

#include <gtest/gtest.h>

#include <string>

namespace sceau::document {
namespace {

std::optional<ToUnicode> Parse(const std::string& body, std::size_t code_bytes) {
  const std::string cmap =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
      body + "\nendcmap CMapName currentdict /CMap defineresource pop end end";
  return ToUnicode::Parse(AsBytes(cmap), code_bytes);
}

std::u32string At(const std::optional<ToUnicode>& map, std::uint32_t code) {
  const std::u32string* found = map ? map->Find(code) : nullptr;
  return found == nullptr ? U"-" : *found;
}

TEST(ToUnicodeTest, CharactersAndRangesAreTaken) {
  const auto map = Parse(
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
      "2 beginbfchar <0003> <00E9> <0004> <D835DD38> endbfchar\n"
      "2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0066006C> <0152>] endbfrange",
      2);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->size(), 7);
  EXPECT_EQ(At(map, 3), U"é");
  EXPECT_EQ(At(map, 4), U"\U0001D538");
  EXPECT_EQ(At(map, 0x12), U"C");
  EXPECT_EQ(At(map, 0x20), U"fl");
  EXPECT_EQ(At(map, 0x21), U"Œ");
  EXPECT_EQ(map->Find(5), nullptr);
}

TEST(ToUnicodeTest, TheLastOfTwoCounts) {
  const auto map = Parse("2 beginbfchar <41> <0041> <41> <0042> endbfchar", 1);
  EXPECT_EQ(At(map, 0x41), U"B");
}

TEST(ToUnicodeTest, WhatHasNoPlainMeaningIsRefused) {
  for (const char* body : {
           "/Other usecmap",
           "1 beginbfchar <0041> <0041> endbfchar",
           "1 beginbfchar <41> endbfchar",
           "1 beginbfchar <41> <> endbfchar",
           "1 beginbfchar <41> <004> endbfchar <41> <00> beginbfchar <41> <41> endbfchar",
           "1 beginbfchar <41> <D835> endbfchar",
           "1 beginbfchar <41> <DD38D835> endbfchar",
           "1 beginbfchar <41> /A endbfchar",
           "1 beginbfrange <42> <41> <0041> endbfrange",
           "1 beginbfrange <41> <43> [<0041>] endbfrange",
           "1 begincidrange <41> <43> 5 endcidrange",
           "1 begincodespacerange <0000> <FFFF> endcodespacerange",
           "1 beginbfchar <41> <0041",
       })
    EXPECT_FALSE(Parse(body, 1)) << body;
}

TEST(ToUnicodeTest, AMapThatNamesEachCodeAgainAndAgainIsRefused) {
  std::string body;
  for (int i = 0; i < 3; ++i) body += "1 beginbfrange <0000> <FFFF> <0041> endbfrange\n";
  EXPECT_FALSE(Parse(body, 2));
}

}  // namespace
}  // namespace sceau::document
