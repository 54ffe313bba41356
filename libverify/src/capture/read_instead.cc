// SPDX-License-Identifier: Apache-2.0
#include "capture/read_instead.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "capture/extra_ink.h"
#include "capture/part_at.h"
#include "capture/read_strip.h"
#include "capture/word_fit.h"

namespace sceau::capture {
namespace {

constexpr int kTries = 3;  // of a text whose letters are corrected one by one

// The letters that could stand in place of those expected: of the same kinds, and their own.
std::u32string AlphabetFor(const std::u32string& expected) {
  std::u32string out = U"-";
  const auto add = [&out](std::u32string_view letters) {
    for (const char32_t letter : letters) {
      if (out.find(letter) == std::u32string::npos) out += letter;
    }
  };
  for (const char32_t letter : expected) {
    add(std::u32string_view(&letter, 1));
    add(OthersOfItsKind(letter));
    if (!IsDigit(letter)) add(U" ’'");
  }
  return out;
}

int BaselineRow(const ExpectedWord& word) { return static_cast<int>(std::floor(word.baseline)); }

// The words of a row as one, with the spaces between them.
ExpectedWord Joined(const std::vector<const SeenWord*>& row) {
  ExpectedWord whole = *row.front()->word;
  for (std::size_t i = 1; i < row.size(); ++i) {
    const ExpectedWord& word = *row[i]->word;
    whole.letters.push_back({U' ', whole.right, word.baseline});
    whole.letters.insert(whole.letters.end(), word.letters.begin(), word.letters.end());
    whole.right = word.right;
  }
  return whole;
}

std::u32string TextOf(const ExpectedWord& word) {
  std::u32string text;
  for (const ExpectedLetter& letter : word.letters) text += letter.letter;
  return text;
}

// The text set from `left` on in the type and on the line of another.
ExpectedWord Set(const ExpectedWord& like, const std::u32string& text, float left,
                 LetterStore& letters) {
  const Type type{like.face, like.points};
  ExpectedWord word = like;
  word.letters.clear();
  word.left = left;
  float pen = left;
  char32_t last = 0;
  for (const char32_t letter : text) {
    const StoredLetter* stored = letters.Sharp(type, letter);
    if (last != 0) pen += letters.Kerning(type, last, letter);
    word.letters.push_back({letter, pen, like.baseline});
    if (stored != nullptr) pen += stored->advance;
    last = letter;
  }
  word.right = pen;
  return word;
}

Plane<float> InkOfText(const SeenWord& place, float ink, LetterStore& letters) {
  const Type type{place.word->face, place.word->points};
  Plane<float> out(place.box.width(), place.box.height());
  for (const ExpectedLetter& letter : place.word->letters) {
    const StoredLetter* sharp = letters.Sharp(type, letter.letter);
    if (sharp == nullptr) continue;
    const float x = letter.x - static_cast<float>(place.box.left);
    const float y = letter.y - static_cast<float>(place.box.top);
    const Plane<float> drawn =
        PartAt(sharp->ink, kOriginX - x, static_cast<float>(type.OriginY()) - y, out.width(),
               out.height());
    for (std::size_t i = 0; i < out.size(); ++i) out.values()[i] += ink * drawn.values()[i];
  }
  for (float& v : out.values()) v = std::clamp(v, 0.0F, ink);
  return out;
}

// Where two texts differ, what each of them leaves unexplained.
void Weigh(const WordFit& own, const WordFit& other, float noise, OtherText& out) {
  constexpr float kApart = 0.1F;
  float apart = 0;
  float by_own = 0;
  float by_other = 0;
  for (std::size_t i = 0; i < own.seen.size(); ++i) {
    const float difference = own.made.values()[i] - other.made.values()[i];
    if (std::abs(difference) < kApart) continue;
    const float rest_of_own = own.seen.values()[i] - own.made.values()[i];
    const float rest_of_other = other.seen.values()[i] - other.made.values()[i];
    apart += difference * difference;
    by_own += rest_of_own * rest_of_own;
    by_other += rest_of_other * rest_of_other;
  }
  out.left = by_other / std::max(1e-4F, by_own);
  out.separation = std::sqrt(apart) / noise;
}

// The row, some pixels lower, with all the white behind it, where a longer value would end.
std::optional<SeenWord> PlaceOfRow(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                                   const std::vector<const SeenWord*>& row,
                                   const ExpectedWord& whole, int lower) {
  constexpr float kLonger = 8;  // ems
  const float reach = whole.right + kLonger * whole.points * kPixelsPerPoint;
  SeenWord place = *row.front();
  place.word = &whole;
  place.dy += lower;
  place.box.right =
      std::max(row.back()->box.right, std::min(EndOfGap(expected, whole), static_cast<int>(reach)));
  const Type type{whole.face, whole.points};
  const int top = BaselineRow(whole) - type.OriginY() + place.dy;
  if (place.box.left + place.dx < 0 || place.box.right + place.dx > page.width() || top < 0 ||
      top + type.Height() > page.height())
    return std::nullopt;
  return place;
}

// The text that explains the pixels best in the type of `whole`, set where it begins.
FoundText TextIn(const Plane<std::uint8_t>& page, const SeenWord& place, const ExpectedWord& whole,
                 float ink, float worst, LetterStore& letters, int& tries_left) {
  const Type type{whole.face, whole.points};
  SeenWord strip = place;
  strip.box.top = BaselineRow(whole) - type.OriginY();
  strip.box.bottom = strip.box.top + type.Height();
  const float below = whole.baseline - static_cast<float>(BaselineRow(whole));
  return ReadStrip({InkAt(page, strip), type, ink, below, worst},
                   whole.left - static_cast<float>(strip.box.left), AlphabetFor(TextOf(whole)),
                   letters, tries_left);
}

// Where a letter of the text is certainly another one, which its neighbours hid from the search.
bool Correct(const std::optional<std::vector<LetterEvidence>>& letters, std::u32string& text) {
  constexpr float kWrong = -0.2F;
  if (!letters) return false;
  bool corrected = false;
  for (const LetterEvidence& evidence : *letters) {
    if (!(evidence.toward < kWrong) || evidence.other == kNoLetter) continue;
    text[static_cast<std::size_t>(evidence.letter)] = evidence.other;
    corrected = true;
  }
  return corrected;
}

std::set<int> FacesOf(const ExpectedPage& expected) {
  std::set<int> faces;
  for (const ExpectedWord& word : expected.words) {
    if (word.face != kNoFace) faces.insert(word.face);
  }
  return faces;
}

float InkOfDarkest(const Plane<float>& ink) { return *std::ranges::max_element(ink.values()); }

// Reads one row, in each face of the page.
class RowReading {
 public:
  RowReading(const ExpectedPage& expected, const Plane<std::uint8_t>& page, const LocalBlur& blur,
             LetterStore& letters, int& tries_left)
      : expected_(expected), page_(page), blur_(blur), letters_(letters), tries_left_(tries_left) {}

  // `whole` is the row as one word, `place` where it stands, with the white behind it.
  void Read(ExpectedWord whole, const SeenWord& place) {
    const float ink = InkOfDarkest(ExpectedInk(expected_, place));
    for (const int face : FacesOf(expected_)) {
      whole.face = face;
      FoundText found = TextIn(page_, place, whole, ink, Worst(), letters_, tries_left_);
      found.start += static_cast<float>(place.box.left);
      for (int tries = 0; tries < kTries && !found.text.empty(); ++tries) {
        OtherText read = Measure(Set(whole, found.text, found.start, letters_), place, ink);
        read.expected = TextOf(whole);
        read.text = found.text;
        const bool corrected = Correct(read.letters, found.text);
        if (read.likeness > best_.likeness) best_ = std::move(read);
        if (!corrected) break;
      }
    }
  }

  const OtherText& best() const { return best_; }

 private:
  // A text that is as like as print leaves what the print around leaves, and some for the blur of
  // the whole page, by which letters are searched for.
  float Worst() const { return std::min(0.25F + 2 * (1 - blur_.likeness * blur_.likeness), 0.5F); }

  // Where the two texts stand: noise of the white behind them would weigh as much as a digit.
  OtherText Measure(const ExpectedWord& text, SeenWord place, float ink) {
    place.box.right =
        std::min(place.box.right, static_cast<int>(std::max(text.right, place.word->right)) + 3);
    const Plane<float> seen = InkAt(page_, place);
    const WordFit own = FitWord(ExpectedInk(expected_, place), seen, blur_);
    place.word = &text;
    const WordFit fit = FitWord(InkOfText(place, ink, letters_), seen, blur_);
    OtherText out;
    out.likeness = fit.likeness;
    out.missing = fit.missing;
    out.extra = fit.extra;
    out.letters = TestLetters(place, fit, blur_, letters_);
    Weigh(own, fit, blur_.noise, out);
    return out;
  }

  const ExpectedPage& expected_;
  const Plane<std::uint8_t>& page_;
  const LocalBlur& blur_;
  LetterStore& letters_;
  int& tries_left_;
  OtherText best_;
};

}  // namespace

std::optional<OtherText> ReadInstead(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                                     const std::vector<const SeenWord*>& row, const LocalBlur& blur,
                                     LetterStore& letters, int& tries_left) {
  if (row.empty() || row.front()->word->face == kNoFace) return std::nullopt;
  const ExpectedWord whole = Joined(row);
  RowReading reading(expected, page, blur, letters, tries_left);
  // Of a few letters nothing but the letters themselves says how high they stand.
  constexpr std::size_t kFewLetters = 2;
  const bool few = whole.letters.size() <= kFewLetters;
  for (const int by : few ? std::vector<int>{0, -1, 1, -2, 2} : std::vector<int>{0}) {
    const std::optional<SeenWord> place = PlaceOfRow(expected, page, row, whole, by);
    if (place) reading.Read(whole, *place);
  }
  if (reading.best().text.empty() || reading.best().text == reading.best().expected)
    return std::nullopt;
  return reading.best();
}

}  // namespace sceau::capture
