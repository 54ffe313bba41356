// SPDX-License-Identifier: Apache-2.0
#include "layout/set_text.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace sceau::layout {
namespace {

bool IsLetter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c >= 0xC0;
}

// Of all that Unicode knows of line breaking (UAX #14), what names, dates and French sentences
// need: after spaces, and after a hyphen, a dash or a slash between two letters.
bool MayBreakAfter(std::span<const Letter> letters, std::size_t at) {
  if (at + 1 == letters.size()) return false;
  const char32_t here = letters[at].character;
  const char32_t next = letters[at + 1].character;
  if (here == U' ') return next != U' ';
  const bool joins = here == U'-' || here == U'/' || here == U'\u2013' || here == U'\u2014';
  return joins && at > 0 && IsLetter(letters[at - 1].character) && IsLetter(next);
}

// Puts letters side by side from x = 0 until one ends beyond the width, and returns how many the
// line takes: as many as end in a place where it may break, or else as many as fit, and at least
// one. Spaces may hang over the end.
std::size_t FillLine(const Fonts& fonts, Face face, double unit, double width,
                     std::span<Letter> letters) {
  double x = 0;
  std::size_t breaks_at = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    Letter& letter = letters[i];
    if (i > 0) x += fonts.KerningBetween(face, letters[i - 1].glyph, letter.glyph) * unit;
    letter.x = x;
    x += letter.advance;
    if (letter.character != U' ' && x > width && i > 0) return breaks_at > 0 ? breaks_at : i;
    if (MayBreakAfter(letters, i)) breaks_at = i + 1;
  }
  return letters.size();
}

std::optional<std::vector<Letter>> LettersOf(const Fonts& fonts, const Phrase& phrase, Face face,
                                             double unit) {
  std::vector<Letter> letters;
  for (const Piece& piece : phrase) {
    const auto characters = DecodeUtf8(piece.text);
    if (!characters) return std::nullopt;
    for (const char32_t character : *characters) {
      const std::uint32_t glyph = fonts.GlyphOf(face, character);
      if (glyph == 0) return std::nullopt;
      letters.push_back({character, glyph, 0, fonts.Advance(face, glyph) * unit, piece.fact});
    }
  }
  return letters;
}

}  // namespace

double LineHeight(double points) { return points * (kAscent + kDescent) / kUnitsPerEm; }
double Ascent(double points) { return points * kAscent / kUnitsPerEm; }

std::optional<SetLines> SetText(const Fonts& fonts, const Phrase& phrase, const TextStyle& style,
                                double width) {
  const double unit = style.points / kUnitsPerEm;
  auto letters = LettersOf(fonts, phrase, style.face, unit);
  if (!letters) return std::nullopt;
  SetLines set;
  std::span<Letter> rest = *letters;
  do {
    const std::size_t taken = FillLine(fonts, style.face, unit, width, rest);
    set.lines.emplace_back(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(taken));
    rest = rest.subspan(taken);
  } while (!rest.empty());
  return set;
}

bool HasLettersOf(const Fonts& fonts, std::string_view text) {
  const auto characters = DecodeUtf8(text);
  return characters && std::ranges::all_of(*characters, [&](char32_t character) {
           return fonts.GlyphOf(Face::kRegular, character) != 0 &&
                  fonts.GlyphOf(Face::kSemibold, character) != 0;
         });
}

}  // namespace sceau::layout
