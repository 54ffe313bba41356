// SPDX-License-Identifier: Apache-2.0
#include "capture/compare_letters.h"

#include <algorithm>
#include <cmath>

#include "capture/part_at.h"

namespace sceau::capture {
namespace {

// The part that lies over a letter drawn with its origin at (kOriginX, OriginY()).
Plane<float> CellAt(const Plane<float>& plane, float origin_x, float origin_y, int width,
                    const Type& type) {
  return PartAt(plane, origin_x - kOriginX, origin_y - static_cast<float>(type.OriginY()), width,
                type.Height());
}

// `other` less `expected`, in columns up to where the next letter stands. A null `other` is paper.
Plane<float> Difference(const StoredLetter* other, const StoredLetter& expected, int width) {
  Plane<float> out(width, expected.ink.height());
  for (int y = 0; y < out.height(); ++y) {
    float* to = out.Row(y);
    if (other != nullptr) std::copy_n(other->ink.Row(y), std::min(width, other->ink.width()), to);
    const float* minus = expected.ink.Row(y);
    for (int x = 0; x < std::min(width, expected.ink.width()); ++x) to[x] -= minus[x];
  }
  return out;
}

struct Products {
  float with_rest = 0;  // of the difference and what is unexplained
  float own = 0;        // of the difference with itself

  // `ink` is how dark the captured letter is, of a letter drawn in full ink.
  float Toward(float ink) const { return 1 - 2 * with_rest / (ink * std::max(1e-4F, own)); }
};

Products ProductsOf(const Plane<float>& rest, const Plane<float>& difference) {
  constexpr int kFirst = 4;  // columns before the letter that belong to the one before it
  Products out;
  for (int y = 0; y < difference.height(); ++y) {
    const float* r = rest.Row(y);
    const float* d = difference.Row(y);
    for (int x = kFirst; x < difference.width(); ++x) {
      out.with_rest += r[x] * d[x];
      out.own += d[x] * d[x];
    }
  }
  return out;
}

// Tests the letters of one word.
class WordTest {
 public:
  WordTest(const SeenWord& word, const WordFit& fit, const LocalBlur& blur, LetterStore& letters)
      : word_(word),
        fit_(fit),
        blur_(blur),
        letters_(letters),
        type_{word.word->face, word.word->points},
        ink_(std::max(0.05F, fit.strength * fit.scale)),
        rest_(fit.seen.width(), fit.seen.height()) {
    for (std::size_t i = 0; i < rest_.size(); ++i)
      rest_.values()[i] = fit.seen.values()[i] - fit.made.values()[i];
  }

  std::optional<LetterEvidence> Test(int index) {
    const ExpectedLetter& expected = word_.word->letters[static_cast<std::size_t>(index)];
    const StoredLetter* sharp = letters_.Sharp(type_, expected.letter);
    if (sharp == nullptr) return std::nullopt;
    const float x = expected.x - static_cast<float>(word_.box.left) + fit_.shift_x;
    const float y = expected.y - static_cast<float>(word_.box.top) + fit_.shift_y;
    width_ = kOriginX + static_cast<int>(sharp->advance) + 3;
    const Plane<float> rest = CellAt(rest_, x, y, width_, type_);
    LetterEvidence evidence;
    evidence.letter = index;
    char32_t lowest = kNoLetter;
    Choose(expected.letter, rest, evidence.other, lowest);
    evidence.toward = Exactly(evidence.other, *sharp, rest, evidence);
    LetterEvidence of_lowest = evidence;
    evidence.lowest =
        lowest == evidence.other ? evidence.toward : Exactly(lowest, *sharp, rest, of_lowest);
    evidence.lowest_separation = of_lowest.separation;
    constexpr float kSurely = 0.7F;
    constexpr float kHardly = 0.2F;
    if (evidence.lowest < kSurely && lowest != kNoLetter)
      evidence.lowest = std::min(evidence.lowest, TowardMoved(lowest, *sharp, rest));
    if (evidence.lowest < kHardly && lowest != kNoLetter) {
      float stands = TowardWhereItStands(lowest, *sharp, rest);
      if (evidence.other != lowest && evidence.other != kNoLetter)
        stands = std::min(stands, TowardWhereItStands(evidence.other, *sharp, rest));
      evidence.lowest = std::max(evidence.lowest, stands);
    }
    const InkBalance balance =
        Balance(fit_, static_cast<int>(x - 1), static_cast<int>(x + sharp->advance + 2), 0.2F);
    evidence.missing = balance.missing;
    evidence.extra = balance.extra;
    if (evidence.toward < 0) evidence.moved = LeftWhenMoved(*sharp, rest);
    return evidence;
  }

 private:
  // Of all other letters, by the blur of the whole page: the one for which most speaks, and the one
  // whose number is lowest.
  void Choose(char32_t expected, const Plane<float>& rest, char32_t& best, char32_t& lowest) {
    const StoredLetter* captured = letters_.Captured(type_, expected);
    float least = 9;
    float most = 1e9F;
    const auto consider = [&](char32_t letter, const StoredLetter* other) {
      const Products products = ProductsOf(rest, Difference(other, *captured, width_));
      const float toward = products.Toward(ink_);
      const float speaks = toward * products.own;
      if (speaks < most) {
        most = speaks;
        best = letter;
      }
      if (toward < least) {
        least = toward;
        lowest = letter;
      }
    };
    consider(kNoLetter, nullptr);
    for (const char32_t letter : OthersOfItsKind(expected)) {
      const StoredLetter* other = letter == expected ? nullptr : letters_.Captured(type_, letter);
      if (other != nullptr) consider(letter, other);
    }
  }

  // By the blur near the word.
  float Exactly(char32_t letter, const StoredLetter& expected, const Plane<float>& rest,
                LetterEvidence& evidence) {
    const StoredLetter* other = letter == kNoLetter ? nullptr : letters_.Sharp(type_, letter);
    Plane<float> difference = Blurred(Difference(other, expected, width_), blur_.weights);
    const Products products = ProductsOf(rest, difference);
    evidence.separation = ink_ * std::sqrt(products.own) / blur_.noise;
    evidence.left = LeftBy(difference, rest);
    return products.Toward(ink_);
  }

  // The least that speaks for the expected letter when the other one stands a little along the
  // line: an O is wider than a D, and the word after it gives way.
  float TowardMoved(char32_t letter, const StoredLetter& expected, const Plane<float>& rest) {
    const StoredLetter* other = letters_.Sharp(type_, letter);
    float least = 1;
    if (other == nullptr) return least;
    for (const float by : {-2.0F, -1.0F, 1.0F, 2.0F}) {
      const StoredLetter moved = Moved(*other, by);
      const Plane<float> difference = Blurred(Difference(&moved, expected, width_), blur_.weights);
      least = std::min(least, ProductsOf(rest, difference).Toward(ink_));
    }
    return least;
  }

  // A program that draws sharp letters may set one a part of a pixel off. What that leaves speaks
  // for other letters, but none of them explains it as the letter itself does. -1 elsewhere.
  float TowardWhereItStands(char32_t other, const StoredLetter& expected,
                            const Plane<float>& rest) {
    constexpr float kFarBetter = 0.5F;
    const StoredLetter* store = letters_.Sharp(type_, other);
    if (store == nullptr) return -1;
    float least = 1;
    Plane<float> step;
    for (const float by : {-0.75F, -0.5F, -0.25F, 0.25F, 0.5F, 0.75F}) {
      const StoredLetter moved = Moved(expected, by);
      Plane<float> difference = Blurred(Difference(&moved, expected, width_), blur_.weights);
      const float left = LeftBy(difference, rest);
      if (left < least) {
        least = left;
        step = std::move(difference);
      }
    }
    if (step.empty()) return -1;
    for (const float by : {-2.0F, -1.0F, 0.0F, 1.0F, 2.0F}) {
      const StoredLetter moved = Moved(*store, by);
      const Plane<float> difference = Blurred(Difference(&moved, expected, width_), blur_.weights);
      if (!(least < kFarBetter * LeftBy(difference, rest))) return -1;
    }
    Plane<float> still = rest;
    for (std::size_t i = 0; i < still.size(); ++i) still.values()[i] -= ink_ * step.values()[i];
    const Plane<float> difference = Blurred(Difference(store, expected, width_), blur_.weights);
    return std::min(ProductsOf(still, difference).Toward(ink_),
                    TowardMoved(other, expected, still));
  }

  StoredLetter Moved(const StoredLetter& letter, float by) const {
    return {CellAt(letter.ink, kOriginX + by, static_cast<float>(type_.OriginY()), width_, type_),
            letter.advance};
  }

  // The share of what is unexplained that is left when the difference is there.
  float LeftBy(const Plane<float>& difference, const Plane<float>& rest) const {
    float before = 0;
    float after = 0;
    for (int y = 0; y < rest.height(); ++y) {
      const float* r = rest.Row(y);
      const float* d = difference.Row(y);
      for (int x = kOriginX - 1; x < width_; ++x) {
        const float left = r[x] - ink_ * d[x];
        before += r[x] * r[x];
        after += left * left;
      }
    }
    return after / std::max(1e-4F, before);
  }

  // A program that draws without smooth edges sets each letter on a whole pixel, one of 150 to the
  // inch being more than one of ours.
  float LeftWhenMoved(const StoredLetter& expected, const Plane<float>& rest) const {
    float least = 1;
    for (const float by : {-1.5F, -1.0F, -0.5F, 0.5F, 1.0F, 1.5F}) {
      const StoredLetter moved = Moved(expected, by);
      least = std::min(least,
                       LeftBy(Blurred(Difference(&moved, expected, width_), blur_.weights), rest));
    }
    return least;
  }

  const SeenWord& word_;
  const WordFit& fit_;
  const LocalBlur& blur_;
  LetterStore& letters_;
  Type type_;
  float ink_;
  Plane<float> rest_;
  int width_ = 0;
};

// The correlation of a cell with a letter, in the letter's own columns.
float LikenessOf(const Plane<float>& cell, const StoredLetter& letter) {
  const int last =
      std::min({cell.width(), letter.ink.width(), kOriginX + static_cast<int>(letter.advance) + 1});
  double n = 0;
  double sa = 0;
  double sb = 0;
  double aa = 0;
  double bb = 0;
  double ab = 0;
  for (int y = 4; y + 4 < cell.height(); ++y) {
    for (int x = kOriginX - 1; x < last; ++x) {
      const double a = static_cast<double>(cell.At(x, y));
      const double b = static_cast<double>(letter.ink.At(x, y));
      n += 1;
      sa += a;
      sb += b;
      aa += a * a;
      bb += b * b;
      ab += a * b;
    }
  }
  if (n < 1) return 0;
  return static_cast<float>((ab - sa * sb / n) /
                            std::sqrt(std::max(1e-9, (aa - sa * sa / n) * (bb - sb * sb / n))));
}

// What stands after the word, as ink above its paper. Empty when it is not all in the picture.
Plane<float> TailOf(const Plane<std::uint8_t>& page, const SeenWord& word, int width) {
  const int left = word.box.right + word.dx - 2;
  const int top = word.box.top + word.dy;
  if (left < 0 || left + width > page.width()) return {};
  Plane<float> tail(width, word.box.height());
  for (int y = 0; y < tail.height(); ++y) {
    const std::uint8_t* row = page.Row(top + y) + left;
    for (int x = 0; x < width; ++x) {
      if (row[x] == kOutside) return {};
      tail.At(x, y) = InkOf(row[x]);
    }
  }
  std::vector<float> sorted(tail.values().begin(), tail.values().end());
  const auto paper = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 5);
  std::nth_element(sorted.begin(), paper, sorted.end());
  const float grey = *paper;
  for (float& v : tail.values()) v -= grey;
  return tail;
}

}  // namespace

std::optional<std::vector<LetterEvidence>> TestLetters(const SeenWord& word, const WordFit& fit,
                                                       const LocalBlur& blur,
                                                       LetterStore& letters) {
  std::vector<LetterEvidence> out;
  WordTest test(word, fit, blur, letters);
  for (std::size_t i = 0; i < word.word->letters.size(); ++i) {
    if (!IsTested(word.word->letters[i].letter)) continue;
    if (word.word->face == kNoFace) return std::nullopt;
    const std::optional<LetterEvidence> evidence = test.Test(static_cast<int>(i));
    if (!evidence) return std::nullopt;
    out.push_back(*evidence);
  }
  return out;
}

Continuation LookAfter(const Plane<std::uint8_t>& page, const SeenWord& word, const WordFit& fit,
                       LetterStore& letters) {
  Continuation best;
  if (word.word->face == kNoFace || word.word->letters.empty()) return best;
  const Type type{word.word->face, word.word->points};
  const ExpectedLetter& last = word.word->letters.back();
  const int width = static_cast<int>(type.points * kPixelsPerPoint * 1.7F);
  const Plane<float> tail = TailOf(page, word, width);
  if (tail.empty()) return best;
  const float ink = std::max(0.05F, fit.strength * fit.scale);
  // In the tail's own pixels.
  const float end = word.word->right - static_cast<float>(word.box.right) + 2 + fit.shift_x;
  const float y = last.y - static_cast<float>(word.box.top) + fit.shift_y;
  for (const char32_t between : {char32_t{0}, U'-', U' '}) {
    const StoredLetter* gap = between == 0 ? nullptr : letters.Sharp(type, between);
    if (between != 0 && gap == nullptr) continue;
    const float start = end + (gap == nullptr ? 0 : gap->advance);
    const Plane<float> cell = CellAt(tail, start, y, width, type);
    for (const char32_t letter : WhatMayFollow(last.letter)) {
      const StoredLetter* shape = letters.Captured(type, letter);
      if (shape == nullptr) continue;
      const int letter_width = std::min(width, shape->ink.width());
      float with_tail = 0;
      float own = 0;
      for (int row = 0; row < cell.height(); ++row) {
        for (int x = 0; x < letter_width; ++x) {
          with_tail += cell.At(x, row) * shape->ink.At(x, row);
          own += shape->ink.At(x, row) * shape->ink.At(x, row);
        }
      }
      const float strength =
          with_tail / (ink * std::max(1e-4F, own));  // 1 when the letter stands there
      if (strength < 0.7F || strength > 1.4F) continue;
      const float likeness = LikenessOf(cell, *shape);
      if (likeness > best.likeness) best = {letter, likeness};
    }
  }
  return best;
}

}  // namespace sceau::capture
