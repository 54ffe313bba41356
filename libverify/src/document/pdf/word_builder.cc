// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/word_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace sceau::document {
namespace {

// All of 1 em. Poppler breaks words at gaps of 0.1, and joins letters that are spaced out by up to
// 0.4; it breaks them at overlaps of 0.1, and joins them again where the font is the same.
constexpr double kSurelyOne = 0.09;
constexpr double kSurelyNotOne = 0.11;
constexpr double kSurelyTwo = 0.41;
constexpr double kSurelyTouching = -0.09;
constexpr double kSurelyKerned = -0.35;
constexpr double kSameGlyph = 0.105;  // nearer to the start of the one before: printed twice
constexpr double kOtherLine = 0.6;
constexpr double kSameSize = 0.01;
// Poppler's, 0.5, less what rounding may do.
constexpr double kSameBasePoints = 0.4;
constexpr double kLineSpread = 0.3;  // how far base lines of one line lie apart

constexpr int kMaxNeighbours = 200;  // of one word, on its line

// As Poppler has them.
bool IsSpace(char32_t character) {
  return character == 0x20 || character == 0xA0 || (character >= 0x2000 && character <= 0x200A) ||
         character == 0x202F || character == 0x205F;
}

struct Axes {
  Point along;
  Point across;
};
constexpr std::array<Axes, 4> kAxes = {
    {{{1, 0}, {0, 1}}, {{0, 1}, {-1, 0}}, {{-1, 0}, {0, -1}}, {{0, -1}, {1, 0}}}};

const Axes& AxesOf(Turn turn) { return kAxes.at(static_cast<std::size_t>(turn)); }

}  // namespace

WordBuilder::Place WordBuilder::PlaceOf(Turn turn, Point at) {
  const Axes& axes = AxesOf(turn);
  return {at.x * axes.along.x + at.y * axes.along.y, at.x * axes.across.x + at.y * axes.across.y};
}

WordBuilder::Fit WordBuilder::FitOf(const Piece& piece, const PlacedGlyph& glyph) const {
  const Place place = PlaceOf(glyph.turn, glyph.start);
  if (glyph.turn != piece.turn) return Fit::kAnother;
  const double size = std::min(piece.size, glyph.size);
  const double across = std::abs(place.across - piece.base);
  const double gap = (place.along - piece.end) / size;
  if (across > kOtherLine * size || gap > kSurelyTwo || place.along + size < piece.start)
    return Fit::kAnother;
  if (gap > kSurelyNotOne) return Fit::kNear;
  const bool same_size = std::abs(glyph.size - piece.size) <= kSameSize * size;
  const bool same_base = across <= kSameBasePoints * pixels_per_point_;
  const bool twice = place.along - piece.last_start < kSameGlyph * size;
  if (!same_size || !same_base || twice || glyph.hidden != piece.hidden) return Fit::kUnsure;
  const bool one = gap >= (glyph.font == piece.font ? kSurelyKerned : kSurelyTouching);
  return one && gap <= kSurelyOne ? Fit::kGoesOn : Fit::kUnsure;
}

void WordBuilder::Add(const PlacedGlyph& glyph) {
  if (unsure_) return;
  const auto is_space = [](char32_t character) { return IsSpace(character); };
  if (std::ranges::all_of(glyph.characters, is_space)) {
    open_ = false;
    return;
  }
  const Place start = PlaceOf(glyph.turn, glyph.start);
  const Place end = PlaceOf(glyph.turn, glyph.end);
  if (!(glyph.size > 0) || !(end.along > start.along) ||
      std::ranges::any_of(glyph.characters, is_space)) {
    unsure_ = true;
    return;
  }
  const Fit fit = open_ ? FitOf(pieces_.back(), glyph) : Fit::kAnother;
  if (fit == Fit::kUnsure) {
    unsure_ = true;
    return;
  }
  if (fit != Fit::kGoesOn) {
    pieces_.push_back({.text = {},
                       .turn = glyph.turn,
                       .start = start.along,
                       .end = end.along,
                       .last_start = start.along,
                       .base = start.across,
                       .size = glyph.size,
                       .ascent = glyph.ascent,
                       .descent = glyph.descent,
                       .font = glyph.font,
                       .near = fit == Fit::kNear,
                       .hidden = glyph.hidden});
  }
  Piece& piece = pieces_.back();
  piece.text += glyph.characters;
  piece.end = end.along;
  piece.last_start = start.along;
  piece.font = glyph.font;
  open_ = true;
}

// Base lines that lie near one another make a line.
void WordBuilder::SortByLines(std::vector<Piece>& pieces) {
  std::ranges::sort(pieces, [](const Piece& a, const Piece& b) {
    return std::tie(a.turn, a.base) < std::tie(b.turn, b.base);
  });
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t end = first + 1;
    while (end < pieces.size() && pieces[end].turn == pieces[first].turn &&
           pieces[end].base - pieces[first].base <= kLineSpread * pieces[first].size)
      ++end;
    std::ranges::sort(pieces.begin() + static_cast<std::ptrdiff_t>(first),
                      pieces.begin() + static_cast<std::ptrdiff_t>(end), {}, &Piece::start);
    first = end;
  }
}

bool WordBuilder::AnySpacedOut() const {
  for (std::size_t i = 1; i < pieces_.size(); ++i) {
    if (pieces_[i].near && pieces_[i].text.size() == 1 && pieces_[i - 1].text.size() == 1)
      return true;
  }
  return false;
}

// Poppler drops what is printed twice, and may join what stands side by side.
bool WordBuilder::AnyTouch() const {
  std::vector<const Piece*> sorted;
  sorted.reserve(pieces_.size());
  for (const Piece& piece : pieces_) sorted.push_back(&piece);
  std::ranges::sort(sorted, [](const Piece* a, const Piece* b) {
    return std::tie(a->turn, a->base) < std::tie(b->turn, b->base);
  });
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Piece& piece = *sorted[i];
    for (std::size_t k = i + 1; k < sorted.size(); ++k) {
      const Piece& other = *sorted[k];
      if (other.turn != piece.turn || other.base - piece.base > kOtherLine * piece.size) break;
      if (k - i > kMaxNeighbours) return true;
      const double near = kSurelyOne * std::min(piece.size, other.size);
      if (piece.start < other.end + near && other.start < piece.end + near) return true;
    }
  }
  return false;
}

Word WordBuilder::ToWord(const Piece& piece) {
  const Axes& axes = AxesOf(piece.turn);
  const auto at = [&](double along, double across) {
    return Point{along * axes.along.x + across * axes.across.x,
                 along * axes.along.y + across * axes.across.y};
  };
  const Point one = at(piece.start, piece.base - piece.ascent * piece.size);
  const Point other = at(piece.end, piece.base - piece.descent * piece.size);
  return {EncodeUtf8(piece.text),
          {std::min(one.x, other.x), std::min(one.y, other.y)},
          {std::max(one.x, other.x), std::max(one.y, other.y)}};
}

std::optional<WordBuilder::Words> WordBuilder::Finish() {
  if (unsure_ || AnySpacedOut() || AnyTouch()) return std::nullopt;
  SortByLines(pieces_);
  Words words;
  for (const Piece& piece : pieces_)
    (piece.hidden ? words.hidden : words.shown).push_back(ToWord(piece));
  return words;
}

}  // namespace sceau::document
