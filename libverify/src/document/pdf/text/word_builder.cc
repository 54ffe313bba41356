// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/word_builder.h"

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

// What must be seen of a word, of 1 em above its base line: neither underlining nor rules touch it.
constexpr double kCoreTop = 0.7;
constexpr double kCoreEnd = 0.05;  // left off at each end
// All that its glyphs may paint, of 1 em.
constexpr double kWholeTop = 1.1;
constexpr double kWholeBottom = -0.35;
constexpr double kWholeEnd = 0.3;
// The least size of text: that of the small print, in points and as a share of a page's shorter
// side.
constexpr double kClearPoints = 4.5;
constexpr double kClearShare = 0.004;
constexpr double kTinyPoints = 1.5;
constexpr double kTinyShare = 0.0015;
constexpr double kNarrow = 0.15;  // of 1 em a letter, on the average

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
  // Not a narrow letter that the next one leans over, as in "d’Alsace".
  const bool twice = place.along - piece.last_start < kSameGlyph * size && gap < kSurelyTouching;
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
    unsure_ = unsure_ || !glyph.hidden;
    return;
  }
  const Fit fit = open_ ? FitOf(pieces_.back(), glyph) : Fit::kAnother;
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
                       .doubtful = fit == Fit::kUnsure,
                       .hidden = glyph.hidden,
                       .look = glyph.look});
  }
  Piece& piece = pieces_.back();
  piece.text += glyph.characters;
  piece.end = end.along;
  piece.last_start = start.along;
  piece.font = glyph.font;
  piece.look.Add(glyph.look);
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

// Where it matters: of what nobody sees, nothing does.
bool WordBuilder::AnyDoubtful() const {
  for (std::size_t i = 1; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const Piece& before = pieces_[i - 1];
    if (piece.sight == Sight::kHidden || before.sight == Sight::kHidden) continue;
    const bool spaced_out = piece.near && piece.text.size() == 1 && before.text.size() == 1;
    if (piece.doubtful || spaced_out) return true;
  }
  return false;
}

// Poppler drops what is printed twice, and may join what stands side by side.
bool WordBuilder::AnyTouch() const {
  std::vector<const Piece*> sorted;
  sorted.reserve(pieces_.size());
  for (const Piece& piece : pieces_) {
    if (piece.sight != Sight::kHidden) sorted.push_back(&piece);
  }
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

Box WordBuilder::BoxOf(const Piece& piece, double ascent, double descent) {
  const Axes& axes = AxesOf(piece.turn);
  const auto at = [&](double along, double across) {
    return Point{along * axes.along.x + across * axes.across.x,
                 along * axes.along.y + across * axes.across.y};
  };
  Box box;
  box.Add(at(piece.start, piece.base - ascent * piece.size));
  box.Add(at(piece.end, piece.base - descent * piece.size));
  return box;
}

Word WordBuilder::ToWord(const Piece& piece) {
  const Box box = BoxOf(piece, piece.ascent, piece.descent);
  return {EncodeUtf8(piece.text), {box.left, box.top}, {box.right, box.bottom}, piece.sight};
}

Sight WordBuilder::SightOf(const Piece& piece, PageMarks& marks) const {
  if (piece.hidden) return Sight::kHidden;
  Piece core = piece;
  const double end = std::min(kCoreEnd * piece.size, (piece.end - piece.start) / 4);
  core.start += end;
  core.end -= end;
  Piece whole = piece;
  whole.start -= kWholeEnd * piece.size;
  whole.end += kWholeEnd * piece.size;
  const Box all = BoxOf(whole, kWholeTop, kWholeBottom);
  const Sight sight = marks.SightOf(piece.look, BoxOf(core, kCoreTop, 0), all);
  if (sight == Sight::kHidden) return sight;
  const double points = piece.size / pixels_per_point_;
  const double share = piece.size / std::min(page_.width(), page_.height());
  if (points < kTinyPoints && share < kTinyShare) {
    marks.AddDrawing(all);  // nobody reads it, but many of them make a shape
    return Sight::kHidden;
  }
  const double letter = (piece.end - piece.start) / static_cast<double>(piece.text.size());
  const bool clear =
      points >= kClearPoints && share >= kClearShare && letter >= kNarrow * piece.size;
  return clear ? sight : Sight::kUnsure;
}

std::optional<WordBuilder::Words> WordBuilder::Finish(PageMarks& marks) {
  if (unsure_) return std::nullopt;
  for (Piece& piece : pieces_) piece.sight = SightOf(piece, marks);
  if (AnyDoubtful() || AnyTouch()) return std::nullopt;
  SortByLines(pieces_);
  Words words;
  for (const Piece& piece : pieces_)
    (piece.sight == Sight::kHidden ? words.hidden : words.shown).push_back(ToWord(piece));
  return words;
}

}  // namespace sceau::document
