// SPDX-License-Identifier: Apache-2.0
#include "capture/missing_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "capture/captured_ink.h"

namespace sceau::capture {
namespace {

constexpr float kBlank = 0.1F;       // at most this share of the ink that words around have
constexpr float kPrinted = 0.5F;     // at least
constexpr float kMinDigit = 0.5F;    // of the type's size: as wide as a digit
constexpr float kMinInk = 0.04F;     // of its square: more than a hyphen, less than a 1
constexpr float kPalePrint = 0.72F;  // of full ink: what a threshold may take away
constexpr float kMinFit = 0.65F;     // of a word that lies where it should
constexpr float kMaxApart = 2.2F;    // pixels by which neighbours may lie apart
constexpr float kMaxSpreadAround = 1.6F;
constexpr float kLightApart = 0.12F;  // of paper and the ground of what is missing

// Ink of a band of rows, column by column, above its own paper.
std::vector<float> InkByColumn(const Plane<float>& ink) {
  Plane<float> soft(ink.width(), ink.height());
  for (int y = 1; y + 1 < ink.height(); ++y) {
    for (int x = 1; x + 1 < ink.width(); ++x) {
      float sum = 0;
      for (int k = -1; k <= 1; ++k)
        sum += ink.At(x - 1, y + k) + ink.At(x, y + k) + ink.At(x + 1, y + k);
      soft.At(x, y) = sum / 9;
    }
  }
  std::vector<float> sorted(soft.values().begin(), soft.values().end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  constexpr float kNoise = 0.06F;
  const float paper = *middle + kNoise;
  std::vector<float> columns(static_cast<std::size_t>(ink.width()));
  for (int y = 0; y < soft.height(); ++y) {
    for (int x = 0; x < soft.width(); ++x)
      columns[static_cast<std::size_t>(x)] += std::max(0.0F, soft.At(x, y) - paper);
  }
  return columns;
}

float SumOf(const std::vector<float>& columns, float from, float to) {
  const auto size = static_cast<std::ptrdiff_t>(columns.size());
  const auto first = std::clamp<std::ptrdiff_t>(std::lround(from), 0, size);
  const auto last = std::clamp<std::ptrdiff_t>(std::lround(to), first, size);
  float sum = 0;
  for (auto x = first; x < last; ++x) sum += columns[static_cast<std::size_t>(x)];
  return sum;
}

// The rows of small letters and digits, without what reaches down from the line above.
Plane<float> LineOf(const Plane<float>& word, float em) {
  const int first = static_cast<int>((1.02F - 0.80F) * em);
  const int last = std::min(word.height(), static_cast<int>(1.06F * em));
  Plane<float> line(word.width(), last - first);
  for (int y = 0; y < line.height(); ++y)
    std::copy_n(word.Row(first + y), line.width(), line.Row(y));
  return line;
}

class TextFinder {
 public:
  TextFinder(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
             const std::vector<SeenWord>& words, const Plane<std::uint8_t>& light,
             const PageMap& map, bool two_tones)
      : expected_(expected),
        page_(page),
        words_(words),
        light_(light),
        map_(map),
        two_tones_(two_tones) {}

  bool LacksSome() {
    for (const SeenWord& word : words_) prints_.push_back(PrintOf(word));
    std::vector<float> shares;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].seen && words_[i].score > kMinFit) shares.push_back(prints_[i].share);
    }
    constexpr std::size_t kEnough = 20;
    if (shares.size() < kEnough) return false;
    const auto middle = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
    std::nth_element(shares.begin(), middle, shares.end());
    usual_ = *middle;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!IsCertain(i)) continue;
      if (IsBlank(i) ? IsSeenAround(i) : LacksLetter(i)) return true;
    }
    return false;
  }

 private:
  struct Print {
    std::vector<float> expected;  // by columns of the word's box
    std::vector<float> seen;
    float share = 0;  // of the expected ink that is seen
    float ink = 0;    // expected, by the square of the type's size
    bool pale = false;
  };

  static float EmOf(const SeenWord& word) { return word.word->points * kPixelsPerPoint; }

  Print PrintOf(const SeenWord& word) const {
    Print print;
    if (!word.seen) return print;
    const float em = EmOf(word);
    const Plane<float> expected = ExpectedInk(expected_, word);
    print.pale = *std::max_element(expected.values().begin(), expected.values().end()) < kPalePrint;
    print.expected = InkByColumn(LineOf(expected, em));
    print.seen = InkByColumn(LineOf(InkAt(page_, word), em));
    const auto width = static_cast<float>(expected.width());
    const float ink = SumOf(print.expected, 0, width);
    print.share = SumOf(print.seen, 0, width) / std::max(1.0F, ink);
    print.ink = ink / (em * em);
    return print;
  }

  bool IsCertain(std::size_t i) const {
    const SeenWord& word = words_[i];
    return word.seen && word.spread <= kMaxSpreadAround && word.support >= 3 && word.column >= 1 &&
           prints_[i].ink >= kMinInk && !(prints_[i].pale && two_tones_);
  }

  bool IsBlank(std::size_t i) const { return words_[i].seen && prints_[i].share < kBlank * usual_; }

  // A word that is there, next to one that may be missing.
  bool IsPrintedBy(std::size_t other, std::size_t i) const {
    const SeenWord& word = words_[other];
    return word.seen && word.score > kMinFit && prints_[other].share > kPrinted * usual_ &&
           static_cast<float>(std::abs(word.dx - words_[i].dx)) <= kMaxApart &&
           static_cast<float>(std::abs(word.dy - words_[i].dy)) <= kMaxApart;
  }

  // The nearest word on one side that is not missing too.
  template <typename Distance>
  std::optional<std::size_t> Nearest(std::size_t i, Distance distance) const {
    std::optional<std::size_t> best;
    int least = kPageHeight;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (k == i || IsBlank(k)) continue;
      const std::optional<int> away = distance(words_[k].box, words_[i].box);
      if (away && *away < least) {
        least = *away;
        best = k;
      }
    }
    return best;
  }

  bool IsSeenAround(std::size_t i) const {
    constexpr int kBeside = static_cast<int>(20 * kPixelsPerPoint);
    const auto in_column = [](const PixelBox& a, const PixelBox& b) {
      return a.left < b.right + kBeside && a.right > b.left - kBeside;
    };
    const auto on_line = [](const PixelBox& a, const PixelBox& b) {
      return 2 * (std::min(a.bottom, b.bottom) - std::max(a.top, b.top)) > b.height();
    };
    using Away = std::optional<int>;
    const auto above = Nearest(i, [&](const PixelBox& a, const PixelBox& b) -> Away {
      return in_column(a, b) && !on_line(a, b) && a.top < b.top ? Away(b.top - a.top) : Away();
    });
    const auto below = Nearest(i, [&](const PixelBox& a, const PixelBox& b) -> Away {
      return in_column(a, b) && !on_line(a, b) && a.top > b.top ? Away(a.top - b.top) : Away();
    });
    const auto left = Nearest(i, [&](const PixelBox& a, const PixelBox& b) -> Away {
      return on_line(a, b) && a.left < b.left ? Away(b.left - a.right) : Away();
    });
    const auto right = Nearest(i, [&](const PixelBox& a, const PixelBox& b) -> Away {
      return on_line(a, b) && a.left > b.left ? Away(a.left - b.right) : Away();
    });
    const auto is_printed = [&](const auto& other) { return !other || IsPrintedBy(*other, i); };
    const auto is_ground = [&](const auto& other) { return !other || IsGroundAs(i, *other); };
    return above && (below || IsAboveCode(i)) && (left || right) &&
           std::ranges::all_of(std::array{above, below, left, right}, is_printed) &&
           // Light may change along a line, and is the same from one line to the next.
           std::ranges::all_of(std::array{above, below}, is_ground);
  }

  // The code is not a word, and was read.
  bool IsAboveCode(std::size_t i) const {
    const auto [left, right] = std::ranges::minmax(expected_.code, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(expected_.code, {}, &Point::y);
    const PixelBox& box = words_[i].box;
    return box.left < right.x && box.right > left.x && box.bottom < top.y;
  }

  // The ground of a missing word is as bright as the paper of another.
  bool IsGroundAs(std::size_t i, std::size_t other) const {
    std::uint8_t paper = 0;
    for (const Point& p : PlacesOn(words_[other], {-0.15, 1.15}))
      paper = std::max(paper, CellUnder(light_, map_(p)).value_or(0));
    return std::ranges::all_of(PlacesOn(words_[i], {0.35, 0.65}), [&](const Point& p) {
      const std::optional<std::uint8_t> ground = CellUnder(light_, map_(p));
      return ground && std::abs(static_cast<float>(*ground) - static_cast<float>(paper)) <=
                           kLightApart * static_cast<float>(paper);
    });
  }

  // Along two lines of the word's box, at these shares of its height.
  static std::vector<Point> PlacesOn(const SeenWord& word, std::array<double, 2> heights) {
    constexpr int kParts = 5;
    std::vector<Point> places;
    for (const double height : heights) {
      for (int k = 0; k < kParts; ++k) {
        places.push_back({word.box.left + word.dx + word.box.width() * (k + 0.5) / kParts,
                          word.box.top + word.dy + word.box.height() * height});
      }
    }
    return places;
  }

  // A letter that is missing beside one that is there.
  bool LacksLetter(std::size_t i) const {
    const SeenWord& word = words_[i];
    const Print& print = prints_[i];
    const float em = EmOf(word);
    const auto& letters = word.word->letters;
    bool printed_before = false;
    bool missing_before = false;
    for (std::size_t k = 0; k < letters.size(); ++k) {
      const float from = letters[k].x - static_cast<float>(word.box.left);
      const float to = (k + 1 < letters.size() ? letters[k + 1].x : word.word->right) -
                       static_cast<float>(word.box.left);
      const float ink = SumOf(print.expected, from, to);
      const float share = SumOf(print.seen, from, to) / std::max(1.0F, ink * usual_);
      const bool printed = share > kPrinted;
      const bool missing =
          to - from >= kMinDigit * em && ink >= kMinInk * em * em && share < kBlank;
      if ((missing && printed_before) || (printed && missing_before)) return true;
      printed_before = printed;
      missing_before = missing;
    }
    return false;
  }

  const ExpectedPage& expected_;
  const Plane<std::uint8_t>& page_;
  const std::vector<SeenWord>& words_;
  const Plane<std::uint8_t>& light_;
  const PageMap& map_;
  bool two_tones_;
  std::vector<Print> prints_;
  float usual_ = 0;
};

}  // namespace

bool LacksText(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
               const std::vector<SeenWord>& words, const Plane<std::uint8_t>& light,
               const PageMap& map, bool two_tones) {
  return TextFinder(expected, page, words, light, map, two_tones).LacksSome();
}

}  // namespace sceau::capture
