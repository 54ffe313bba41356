// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/to_unicode.h"

#include <gtest/gtest.h>

#include <algorithm>
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
  return map ? map->Find(code).value_or(U"-") : U"-";
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
  EXPECT_FALSE(map->Find(5));
}

TEST(ToUnicodeTest, TheLastOfTwoCounts) {
  const auto map = Parse("2 beginbfchar <41> <0041> <41> <0042> endbfchar", 1);
  EXPECT_EQ(At(map, 0x41), U"B");
  EXPECT_EQ(map->size(), 1);
}

// Of "abcdef" from 10 on, what a second range leaves.
TEST(ToUnicodeTest, ARangeMayCoverAPartOfAnother) {
  const struct {
    const char* range;
    std::u32string from_0e;  // to 18
  } kCases[] = {
      {"<12> <13> <0041>", U"--abABef---"},          {"<10> <11> <0041>", U"--ABcdef---"},
      {"<14> <17> <0041>", U"--abcdABCD-"},          {"<0E> <10> <0041>", U"ABCbcdef---"},
      {"<0E> <18> <0041>", U"ABCDEFGHIJK"},          {"<10> <15> <0041>", U"--ABCDEF---"},
      {"<15> <15> <0041>", U"--abcdeA---"},          {"<16> <17> <0041>", U"--abcdefAB-"},
      {"<11> <12> [<0041> <0058>]", U"--aAXdef---"},
  };
  for (const auto& c : kCases) {
    const auto map =
        Parse("2 beginbfrange <10> <15> <0061> " + std::string(c.range) + " endbfrange", 1);
    std::u32string seen;
    for (std::uint32_t code = 0x0E; code <= 0x18; ++code) seen += At(map, code);
    EXPECT_EQ(seen, c.from_0e) << c.range;
    EXPECT_EQ(map->size(), 11 - std::ranges::count(c.from_0e, U'-')) << c.range;
  }
}

TEST(ToUnicodeTest, ARangeOfEveryCodeIsOneEntry) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "1 beginbfrange <0000> <FFFF> <0041> endbfrange\n";
  const auto map = Parse(body, 2);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->size(), 0x10000);
  EXPECT_EQ(At(map, 0), U"A");
  EXPECT_EQ(At(map, 0x1000), U"\u1041");
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
  for (int i = 0; i < 140'000; ++i) body += "1 beginbfchar <0000> <0041> endbfchar\n";
  EXPECT_FALSE(Parse(body, 2));
}

}  // namespace
}  // namespace sceau::document
