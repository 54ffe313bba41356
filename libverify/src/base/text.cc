// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "fmt/format.h"

namespace sceau {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};
// Greek, Cyrillic, Armenian, Cherokee, Coptic and Lisu.
constexpr auto kLikeLatin = std::to_array<CharacterRange>({{0x370, 0x3FF},
                                                           {0x400, 0x52F},
                                                           {0x531, 0x58A},
                                                           {0x13A0, 0x13FF},
                                                           {0x1F00, 0x1FFF},
                                                           {0x2C80, 0x2CFF},
                                                           {0xA4D0, 0xA4FF},
                                                           {0xA640, 0xA69F},
                                                           {0xAB70, 0xABBF}});
constexpr auto kLatin =
    std::to_array<CharacterRange>({{'A', 'Z'}, {'a', 'z'}, {0xC0, 0x24F}, {0x1E00, 0x1EFF}});
// Letters of full width and of mathematics.
constexpr auto kLatinInDisguise =
    std::to_array<CharacterRange>({{0xFF01, 0xFF5E}, {0x1D400, 0x1D7FF}});

// Sorted. The noncharacters at the end of each plane are recognised by their last digits.
constexpr auto kUnsafe = std::to_array<CharacterRange>({
    {0x00, 0x1F},        // C0
    {0x7F, 0x9F},        // DEL, C1
    {0xAD, 0xAD},        // soft hyphen
    {0x34F, 0x34F},      // combining grapheme joiner
    {0x61C, 0x61C},      // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer vowels that are not drawn
    {0x180B, 0x180F},    // Mongolian variation selectors, vowel separator
    {0x200B, 0x200F},    // zero width, direction
    {0x2028, 0x202E},    // line and paragraph separators, direction
    {0x2060, 0x206F},    // word joiner, invisible operators, direction
    {0x2800, 0x2800},    // the Braille pattern without a dot
    {0x3164, 0x3164},    // Hangul filler
    {0xFDD0, 0xFDEF},    // noncharacters
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // half-width Hangul filler
    {0xFFF0, 0xFFFB},    // interlinear annotation
    {0x13430, 0x13440},  // format of Egyptian hieroglyphs
    {0x1BCA0, 0x1BCA3},  // format of shorthand
    {0x1D173, 0x1D17A},  // format of music
    {0xE0000, 0xE0FFF},  // tags, variation selectors
});

template <std::size_t kCount>
bool IsAmong(char32_t c, const std::array<CharacterRange, kCount>& ranges) {
  return std::ranges::any_of(
      ranges, [c](const CharacterRange& range) { return c >= range.first && c <= range.last; });
}

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // 0: not UTF-8 here
};

// Decodes one sequence (RFC 3629 §4) at the start of `text`, which is not empty.
CodePoint DecodeOne(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
  char32_t value = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return {};
  return {value, length};
}

void AppendUtf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

void AppendEscaped(std::string& out, char32_t c) {
  out += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c));
}

// Bytes that are not UTF-8 are always escaped, code points where `must_be` says so.
template <typename Predicate>
std::string EscapeWhere(std::string_view text, Predicate must_be) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = DecodeOne(text);
    if (c.length == 0) {
      out += fmt::format("\\x{{{:02X}}}", static_cast<std::uint8_t>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (must_be(c.value)) {
      AppendEscaped(out, c.value);
    } else {
      out += text.substr(0, c.length);
    }
    text.remove_prefix(c.length);
  }
  return out;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = DecodeOne(text);
    if (c.length == 0) return false;
    text.remove_prefix(c.length);
  }
  return true;
}

std::optional<std::u32string> DecodeUtf8(std::string_view text) {
  std::u32string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = DecodeOne(text);
    if (c.length == 0) return std::nullopt;
    decoded.push_back(c.value);
    text.remove_prefix(c.length);
  }
  return decoded;
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t c : text) AppendUtf8(out, c);
  return out;
}

bool IsUnsafeInText(char32_t c) { return IsAmong(c, kUnsafe) || (c & 0xFFFE) == 0xFFFE; }

std::string EscapeUnsafe(std::string_view text) { return EscapeWhere(text, IsUnsafeInText); }

std::string EscapeNonUtf8(std::string_view text) {
  return EscapeWhere(text, [](char32_t) { return false; });
}

std::string EscapeLookAlikes(std::string_view text) {
  const auto decoded = DecodeUtf8(text);
  if (!decoded) return std::string(text);
  const auto is_letter = [](char32_t c) { return IsAmong(c, kLatin) || IsAmong(c, kLikeLatin); };
  std::string out;
  out.reserve(text.size());
  for (auto at = decoded->begin(); at != decoded->end();) {
    const auto end = std::find_if_not(at, decoded->end(), is_letter);
    const bool mixed = std::any_of(at, end, [](char32_t c) { return IsAmong(c, kLatin); });
    for (; at != end; ++at) {
      if (mixed && IsAmong(*at, kLikeLatin))
        AppendEscaped(out, *at);
      else
        AppendUtf8(out, *at);
    }
    if (at == decoded->end()) break;
    if (IsAmong(*at, kLatinInDisguise))
      AppendEscaped(out, *at);
    else
      AppendUtf8(out, *at);
    ++at;
  }
  return out;
}

std::string MaskNir(std::string_view nir) {
  if (nir.size() == 15) {
    return fmt::format("{} {} {} •• ••• ••• ••", nir.substr(0, 1), nir.substr(1, 2),
                       nir.substr(3, 2));
  }
  std::string bullets;
  for (std::size_t i = 0; i < nir.size(); ++i) bullets += "•";
  return bullets;
}

std::string Lower(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

}  // namespace sceau
