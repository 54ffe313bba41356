// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/text_encoding.h"

#include <gtest/gtest.h>

namespace sceau::document {
namespace {

TEST(TextEncodingTest, CodesHaveTheirCharacters) {
  const struct {
    BaseEncoding encoding;
    std::uint8_t code;
    char32_t character;
  } cases[] = {
      {BaseEncoding::kStandard, 'A', U'A'},  {BaseEncoding::kStandard, '\'', U'’'},
      {BaseEncoding::kStandard, 0xE9, U'Ø'}, {BaseEncoding::kStandard, 0xFB, U'ß'},
      {BaseEncoding::kStandard, 0xD0, U'—'}, {BaseEncoding::kStandard, 0x80, 0},
      {BaseEncoding::kWinAnsi, '\'', U'\''}, {BaseEncoding::kWinAnsi, 0xE9, U'é'},
      {BaseEncoding::kWinAnsi, 0x80, U'€'},  {BaseEncoding::kWinAnsi, 0x9C, U'œ'},
      {BaseEncoding::kWinAnsi, 0xA0, U' '},  {BaseEncoding::kWinAnsi, 0xAD, U'-'},
      {BaseEncoding::kWinAnsi, 0x81, U'•'},  {BaseEncoding::kMacRoman, 0x8E, U'é'},
      {BaseEncoding::kMacRoman, 0xCF, U'œ'}, {BaseEncoding::kMacRoman, 0xDB, U'¤'},
      {BaseEncoding::kMacRoman, 0xCA, U' '}, {BaseEncoding::kMacRoman, 0xF0, 0},
      {BaseEncoding::kMacRoman, 0x1F, 0},    {BaseEncoding::kNone, 'A', 0},
  };
  for (const auto& c : cases)
    EXPECT_EQ(CharacterOf(c.encoding, c.code), c.character) << static_cast<int>(c.code);
}

TEST(TextEncodingTest, GlyphsHaveTheirCharacters) {
  const struct {
    const char* name;
    char32_t character;
  } cases[] = {
      {"A", U'A'},       {"eacute", U'é'},  {"OE", U'Œ'}, {"zero", U'0'}, {"zcaron", U'ž'},
      {"AE", U'Æ'},      {"uni0152", U'Œ'}, {"acute", 0}, {"g12", 0},     {"uni015", 0},
      {"uni0152.sc", 0}, {"ffi", 0},        {"", 0},      {"1", 0},       {"uniXYZW", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(CharacterOf(c.name), c.character) << c.name;
}

}  // namespace
}  // namespace sceau::document
