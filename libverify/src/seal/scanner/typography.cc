// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/typography.h"

#include <algorithm>
#include <utility>

#include "seal/scanner/layouts.h"

namespace sceau::seal {
namespace {

struct Likeness {
  std::u32string_view characters;
  std::u32string_view meant;
};
constexpr Likeness kLikenesses[] = {
    {U"\u2018\u2019\u201A\u201B\u2032\u02BC", U"'"},
    {U"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB", U"\""},
    {U"\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200A\u205F\u3000", U" "},
    {U"\u2026", U"..."},
    {U"\u2044\u2215", U"/"},
    {U"\u2217", U"*"},
    {U"\u2236", U":"},
    {U"\u2028\u2029", U"\n"},
    // Soft hyphen, zero width, directions, word joiner, variation selectors, byte order mark.
    {U"\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
     U"\u2069\uFE0E\uFE0F\uFEFF",
     U""},
};
constexpr std::u32string_view kDashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
constexpr std::u32string_view kNoBreakSpaces = U"\u00A0\u2007\u202F";

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool IsFullWidth(char32_t c) { return c >= U'\uFF01' && c <= U'\uFF5E'; }

std::u32string Plain(std::u32string_view text, std::u32string_view dash,
                     std::u32string_view no_break_space) {
  constexpr char32_t kFullWidthDistance = U'\uFF01' - U'!';
  std::u32string plain;
  for (const char32_t c : text) {
    const auto likeness = std::ranges::find_if(
        kLikenesses, [c](const Likeness& row) { return IsOneOf(c, row.characters); });
    const char32_t accent = SpacingAccent(c);
    const char32_t letter =
        accent != 0 && !plain.empty() ? Compose(accent, plain.back()) : char32_t{0};
    if (letter != 0) {
      plain.back() = letter;
    } else if (likeness != std::end(kLikenesses)) {
      plain += likeness->meant;
    } else if (IsOneOf(c, kDashes)) {
      plain += dash;
    } else if (IsOneOf(c, kNoBreakSpaces)) {
      plain += no_break_space;
    } else {
      plain.push_back(IsFullWidth(c) ? c - kFullWidthDistance : c);
    }
  }
  return plain;
}

}  // namespace

std::vector<std::u32string> UndoTypography(std::u32string_view text) {
  std::vector<std::u32string> ways;
  for (const std::u32string_view dash : {U"-", U"--"}) {
    for (const std::u32string_view space : {U" ", U""}) {
      std::u32string plain = Plain(text, dash, space);
      if (plain != text && std::ranges::find(ways, plain) == ways.end())
        ways.push_back(std::move(plain));
    }
  }
  return ways;
}

std::u32string InCapitals(std::u32string_view text) {
  constexpr char32_t kDistance = U'a' - U'A';
  std::u32string capitals(text);
  for (char32_t& c : capitals) {
    const bool ascii = c >= U'a' && c <= U'z';
    const bool latin1 = c >= U'\u00E0' && c <= U'\u00FE' && c != U'\u00F7';
    if (ascii || latin1) c -= kDistance;
  }
  return capitals;
}

}  // namespace sceau::seal
