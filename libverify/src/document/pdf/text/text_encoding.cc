// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/text_encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace sceau::document {
namespace {

// Codes from 0x80 to 0x9F; those that the standard leaves out draw a bullet.
constexpr std::array<char16_t, 0x20> kWinAnsi = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

// Codes from 0x80 on.
constexpr std::array<char16_t, 0x80> kMacRoman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x0000, 0x00C6, 0x00D8,
    0x0000, 0x00B1, 0x0000, 0x0000, 0x00A5, 0x00B5, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x00AA,
    0x00BA, 0x0000, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x0000, 0x0192, 0x0000, 0x0000, 0x00AB,
    0x00BB, 0x2026, 0x0020, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x0000, 0x00FF, 0x0178, 0x2044, 0x00A4, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0x0000, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

// Codes from 0xA0 on.
constexpr std::array<char16_t, 0x60> kStandard = {
    0x0000, 0x00A1, 0x00A2, 0x00A3, 0x2044, 0x00A5, 0x0192, 0x00A7, 0x00A4, 0x0027, 0x201C, 0x00AB,
    0x2039, 0x203A, 0xFB01, 0xFB02, 0x0000, 0x2013, 0x2020, 0x2021, 0x00B7, 0x0000, 0x00B6, 0x2022,
    0x201A, 0x201E, 0x201D, 0x00BB, 0x2026, 0x2030, 0x0000, 0x00BF, 0x0000, 0x0060, 0x00B4, 0x02C6,
    0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x00A8, 0x0000, 0x02DA, 0x00B8, 0x0000, 0x02DD, 0x02DB, 0x02C7,
    0x2014, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x00C6, 0x0000, 0x00AA, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0141, 0x00D8, 0x0152, 0x00BA, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x00E6, 0x0000, 0x0000,
    0x0000, 0x0131, 0x0000, 0x0000, 0x0142, 0x00F8, 0x0153, 0x00DF, 0x0000, 0x0000, 0x0000, 0x0000};

struct NamedGlyph {
  std::string_view name;
  char16_t character;
};

// Of two letters and more, sorted. The accents that stand alone are left out: readers join them
// with a letter each in their own way.
constexpr auto kGlyphs = std::to_array<NamedGlyph>({
    {"AE", 0x00C6},
    {"Aacute", 0x00C1},
    {"Acircumflex", 0x00C2},
    {"Adieresis", 0x00C4},
    {"Agrave", 0x00C0},
    {"Aring", 0x00C5},
    {"Atilde", 0x00C3},
    {"Ccedilla", 0x00C7},
    {"Eacute", 0x00C9},
    {"Ecircumflex", 0x00CA},
    {"Edieresis", 0x00CB},
    {"Egrave", 0x00C8},
    {"Eth", 0x00D0},
    {"Euro", 0x20AC},
    {"Iacute", 0x00CD},
    {"Icircumflex", 0x00CE},
    {"Idieresis", 0x00CF},
    {"Igrave", 0x00CC},
    {"Lslash", 0x0141},
    {"Ntilde", 0x00D1},
    {"OE", 0x0152},
    {"Oacute", 0x00D3},
    {"Ocircumflex", 0x00D4},
    {"Odieresis", 0x00D6},
    {"Ograve", 0x00D2},
    {"Oslash", 0x00D8},
    {"Otilde", 0x00D5},
    {"Scaron", 0x0160},
    {"Thorn", 0x00DE},
    {"Uacute", 0x00DA},
    {"Ucircumflex", 0x00DB},
    {"Udieresis", 0x00DC},
    {"Ugrave", 0x00D9},
    {"Yacute", 0x00DD},
    {"Ydieresis", 0x0178},
    {"Zcaron", 0x017D},
    {"aacute", 0x00E1},
    {"acircumflex", 0x00E2},
    {"adieresis", 0x00E4},
    {"ae", 0x00E6},
    {"agrave", 0x00E0},
    {"ampersand", 0x0026},
    {"aring", 0x00E5},
    {"asciicircum", 0x005E},
    {"asciitilde", 0x007E},
    {"asterisk", 0x002A},
    {"at", 0x0040},
    {"atilde", 0x00E3},
    {"backslash", 0x005C},
    {"bar", 0x007C},
    {"braceleft", 0x007B},
    {"braceright", 0x007D},
    {"bracketleft", 0x005B},
    {"bracketright", 0x005D},
    {"brokenbar", 0x00A6},
    {"bullet", 0x2022},
    {"ccedilla", 0x00E7},
    {"cent", 0x00A2},
    {"colon", 0x003A},
    {"comma", 0x002C},
    {"copyright", 0x00A9},
    {"currency", 0x00A4},
    {"dagger", 0x2020},
    {"daggerdbl", 0x2021},
    {"degree", 0x00B0},
    {"divide", 0x00F7},
    {"dollar", 0x0024},
    {"dotlessi", 0x0131},
    {"eacute", 0x00E9},
    {"ecircumflex", 0x00EA},
    {"edieresis", 0x00EB},
    {"egrave", 0x00E8},
    {"eight", 0x0038},
    {"ellipsis", 0x2026},
    {"emdash", 0x2014},
    {"endash", 0x2013},
    {"equal", 0x003D},
    {"eth", 0x00F0},
    {"exclam", 0x0021},
    {"exclamdown", 0x00A1},
    {"fi", 0xFB01},
    {"five", 0x0035},
    {"fl", 0xFB02},
    {"florin", 0x0192},
    {"four", 0x0034},
    {"fraction", 0x2044},
    {"germandbls", 0x00DF},
    {"greater", 0x003E},
    {"guillemotleft", 0x00AB},
    {"guillemotright", 0x00BB},
    {"guilsinglleft", 0x2039},
    {"guilsinglright", 0x203A},
    {"hyphen", 0x002D},
    {"iacute", 0x00ED},
    {"icircumflex", 0x00EE},
    {"idieresis", 0x00EF},
    {"igrave", 0x00EC},
    {"less", 0x003C},
    {"logicalnot", 0x00AC},
    {"lslash", 0x0142},
    {"minus", 0x2212},
    {"mu", 0x00B5},
    {"multiply", 0x00D7},
    {"nine", 0x0039},
    {"ntilde", 0x00F1},
    {"numbersign", 0x0023},
    {"oacute", 0x00F3},
    {"ocircumflex", 0x00F4},
    {"odieresis", 0x00F6},
    {"oe", 0x0153},
    {"ograve", 0x00F2},
    {"one", 0x0031},
    {"onehalf", 0x00BD},
    {"onequarter", 0x00BC},
    {"onesuperior", 0x00B9},
    {"ordfeminine", 0x00AA},
    {"ordmasculine", 0x00BA},
    {"oslash", 0x00F8},
    {"otilde", 0x00F5},
    {"paragraph", 0x00B6},
    {"parenleft", 0x0028},
    {"parenright", 0x0029},
    {"percent", 0x0025},
    {"period", 0x002E},
    {"periodcentered", 0x00B7},
    {"perthousand", 0x2030},
    {"plus", 0x002B},
    {"plusminus", 0x00B1},
    {"question", 0x003F},
    {"questiondown", 0x00BF},
    {"quotedbl", 0x0022},
    {"quotedblbase", 0x201E},
    {"quotedblleft", 0x201C},
    {"quotedblright", 0x201D},
    {"quoteleft", 0x2018},
    {"quoteright", 0x2019},
    {"quotesinglbase", 0x201A},
    {"quotesingle", 0x0027},
    {"registered", 0x00AE},
    {"scaron", 0x0161},
    {"section", 0x00A7},
    {"semicolon", 0x003B},
    {"seven", 0x0037},
    {"six", 0x0036},
    {"slash", 0x002F},
    {"space", 0x0020},
    {"sterling", 0x00A3},
    {"thorn", 0x00FE},
    {"three", 0x0033},
    {"threequarters", 0x00BE},
    {"threesuperior", 0x00B3},
    {"trademark", 0x2122},
    {"two", 0x0032},
    {"twosuperior", 0x00B2},
    {"uacute", 0x00FA},
    {"ucircumflex", 0x00FB},
    {"udieresis", 0x00FC},
    {"ugrave", 0x00F9},
    {"underscore", 0x005F},
    {"yacute", 0x00FD},
    {"ydieresis", 0x00FF},
    {"yen", 0x00A5},
    {"zcaron", 0x017E},
    {"zero", 0x0030},
});
static_assert(std::ranges::is_sorted(kGlyphs, {}, &NamedGlyph::name));

char32_t InWinAnsi(std::uint8_t code) {
  if (code == 0x7F) return 0x2022;
  if (code == 0xA0) return U' ';
  if (code == 0xAD) return U'-';
  return code >= 0x80 && code < 0xA0 ? kWinAnsi.at(code - 0x80U) : code;
}

char32_t InStandard(std::uint8_t code) {
  if (code == '\'') return 0x2019;
  if (code == '`') return 0x2018;
  if (code < 0x7F) return code;
  return code < 0xA0 ? 0 : kStandard.at(code - 0xA0U);
}

}  // namespace

char32_t CharacterOf(BaseEncoding encoding, std::uint8_t code) {
  if (code < 0x20) return 0;
  switch (encoding) {
    case BaseEncoding::kNone:
      return 0;
    case BaseEncoding::kStandard:
      return InStandard(code);
    case BaseEncoding::kWinAnsi:
      return InWinAnsi(code);
    case BaseEncoding::kMacRoman:
      if (code == 0x7F) return 0;
      return code >= 0x80 ? kMacRoman.at(code - 0x80U) : code;
  }
  return 0;
}

char32_t CharacterOf(std::string_view glyph_name) {
  if (glyph_name.size() == 1) {
    const char letter = glyph_name.front();
    const bool is_letter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    return is_letter ? static_cast<unsigned char>(letter) : 0U;
  }
  const auto found = std::ranges::lower_bound(kGlyphs, glyph_name, {}, &NamedGlyph::name);
  if (found != kGlyphs.end() && found->name == glyph_name) return found->character;
  constexpr std::size_t kUniName = 7;  // uni20AC
  if (glyph_name.size() != kUniName || !glyph_name.starts_with("uni")) return 0;
  std::uint32_t value = 0;
  const char* const end = glyph_name.data() + glyph_name.size();
  const auto [stop, error] = std::from_chars(glyph_name.data() + 3, end, value, 16);
  return error == std::errc() && stop == end ? static_cast<char32_t>(value) : 0;
}

}  // namespace sceau::document
