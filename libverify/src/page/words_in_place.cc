// SPDX-License-Identifier: Apache-2.0
#include "page/words_in_place.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "layout/page_drawing.h"
#include "page/printed_page.h"
#include "page/spelling.h"

namespace sceau::page {
namespace {

// The sheet that has its code at these corners, upright or not.
class Sheet {
 public:
  Sheet(const layout::CodePlace& code, const Corners& corners)
      : code_(code), origin_(corners[0]), side_(code.module * code.modules) {
    across_ = {corners[1].x - origin_.x, corners[1].y - origin_.y};
    down_ = {corners[3].x - origin_.x, corners[3].y - origin_.y};
    area_ = across_.x * down_.y - across_.y * down_.x;
  }

  bool is_known() const { return std::abs(area_) > 0; }

  // Of a point of the page, in points of the layout.
  Point At(Point at) const {
    const Point from{at.x - origin_.x, at.y - origin_.y};
    return {code_.x + side_ * (from.x * down_.y - from.y * down_.x) / area_,
            code_.y + side_ * (across_.x * from.y - across_.y * from.x) / area_};
  }

  bool Has(Point point) const {
    if (!is_known()) return true;
    const Point at = At(point);
    return !(at.x < 0 || at.x > layout::kPageWidth || at.y < 0 || at.y > layout::kPageHeight);
  }

 private:
  layout::CodePlace code_;
  Point origin_;
  double side_;
  Point across_;
  Point down_;
  double area_ = 0;
};

// Small print elsewhere is not the page, whatever is drawn in its place.
bool IsInPlace(const Word& word, const LaidOutPage& expected, const Sheet& sheet) {
  constexpr double kNear = 5;  // points: lines are twice as far apart
  constexpr double kMinHeight = 0.6;
  constexpr double kMaxHeight = 1.6;
  const Letters letters = LettersOf(word.text);
  if (letters.empty()) return true;
  const Point from = sheet.At(word.top_left);
  const Point to = sheet.At(word.bottom_right);
  return std::ranges::any_of(expected.lines(), [&](const LaidOutLine& line) {
    const Box& box = line.box;
    const double height = box.bottom_right.y - box.top_left.y;
    const double middle = (from.y + to.y) / 2;
    return from.x >= box.top_left.x - kNear && to.x <= box.bottom_right.x + kNear &&
           std::abs(middle - (box.top_left.y + box.bottom_right.y) / 2) <= kNear &&
           to.y - from.y >= kMinHeight * height && to.y - from.y <= kMaxHeight * height &&
           line.letters.find(letters) != Letters::npos;
  });
}

// As they are written: a letter that lost its accent is another one.
std::u32string SortedLettersOf(const std::vector<Word>& words, const Sheet* sheet) {
  std::u32string letters;
  for (const Word& word : words) {
    const Point middle{(word.top_left.x + word.bottom_right.x) / 2,
                       (word.top_left.y + word.bottom_right.y) / 2};
    if (word.sight == Sight::kHidden || (sheet != nullptr && !sheet->Has(middle))) continue;
    letters += SpellingOf(word.text);
  }
  std::ranges::sort(letters);
  return letters;
}

}  // namespace

bool AreInPlace(const Page& page, const LaidOutPage& expected, const Symbol& symbol) {
  const Sheet sheet(expected.code(), symbol.corners);
  return sheet.is_known() && std::ranges::all_of(page.words, [&](const Word& word) {
           return word.sight == Sight::kHidden || IsInPlace(word, expected, sheet);
         });
}

bool PrintsMoreThanLaidOut(const Claims& claims, const Page& page, const Symbol& symbol) {
  const auto expected = LaidOutPage::For(claims, symbol);
  if (!expected || !PrintedPage(page).is_whole()) return true;
  const Sheet sheet(expected->code(), symbol.corners);
  return !std::ranges::includes(SortedLettersOf(expected->words().words, nullptr),
                                SortedLettersOf(page.words, &sheet));
}

bool LacksLettersOfLayout(const Claims& claims, const Page& page, const Symbol& symbol) {
  const auto expected = LaidOutPage::For(claims, symbol);
  return !expected || !std::ranges::includes(SortedLettersOf(page.words, nullptr),
                                             SortedLettersOf(expected->words().words, nullptr));
}

}  // namespace sceau::page
