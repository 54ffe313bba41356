// SPDX-License-Identifier: Apache-2.0
#include "capture/extra_ink.h"

#include <algorithm>

#include "capture/blob.h"

namespace sceau::capture {
namespace {

constexpr int kMarginLeft = 160;  // page pixels, 20 mm
constexpr int kMarginRight = kPageWidth - 160;

std::uint8_t DarkestOf(const Plane<std::uint8_t>& page, PixelBox box) {
  std::vector<std::uint8_t> values;
  for (int y = box.top; y < box.bottom; ++y)
    values.insert(values.end(), page.Row(y) + box.left, page.Row(y) + box.right);
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 92 / 100);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

bool IsLetter(const Blob& blob) {
  return blob.box.height() >= 10 && blob.box.height() <= 34 && blob.box.width() >= 3 &&
         blob.box.width() <= 60 && blob.pixels.size() > 20;
}

int LettersOfBand(const Plane<std::uint8_t>& page, PixelBox band) {
  constexpr std::uint8_t kDark = kNoInk + 60;  // a third of full ink
  Plane<std::uint8_t> dark(band.width(), band.height());
  for (int y = 0; y < dark.height(); ++y) {
    const std::uint8_t* row = page.Row(band.top + y) + band.left;
    for (int x = 0; x < dark.width(); ++x)
      dark.At(x, y) = row[x] > kDark && row[x] != kOutside ? 1 : 0;
  }
  int count = 0;
  for (int y = 0; y < dark.height(); ++y) {
    for (int x = 0; x < dark.width(); ++x)
      count += dark.At(x, y) != 0 && IsLetter(TakeBlob(dark, x, y)) ? 1 : 0;
  }
  return count;
}

// Where the modules of the code are, which the expected ink leaves out.
PixelBox CodeBox(const ExpectedPage& expected) {
  constexpr int kAround = 8;
  const auto [left, right] = std::ranges::minmax(expected.code, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(expected.code, {}, &Point::y);
  return {static_cast<int>(left.x) - kAround, static_cast<int>(top.y) - kAround,
          static_cast<int>(right.x) + kAround, static_cast<int>(bottom.y) + kAround};
}

bool IsEmpty(const ExpectedPage& expected, int y, int left) {
  const std::uint8_t* row = expected.ink.data() + static_cast<std::ptrdiff_t>(y) * kPageWidth;
  return left >= kMarginRight ||
         std::all_of(row + left, row + kMarginRight, [](std::uint8_t v) { return v < 8; });
}

}  // namespace

int EndOfGap(const ExpectedPage& expected, const ExpectedWord& word) {
  float end = 535 * kPixelsPerPoint;
  for (const ExpectedWord& other : expected.words) {
    if (other.left > word.right && other.top < word.bottom && other.bottom > word.top)
      end = std::min(end, other.left);
  }
  return static_cast<int>(end - 3 * kPixelsPerPoint);
}

float InkAfter(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
               const SeenWord& word) {
  const float em = word.word->points * kPixelsPerPoint;
  const int left = static_cast<int>(word.word->right + 1.5F * kPixelsPerPoint);
  const int right = std::min(EndOfGap(expected, *word.word), left + static_cast<int>(12 * em));
  const PixelBox gap{left, static_cast<int>(word.word->baseline - 0.78F * em), right,
                     static_cast<int>(word.word->baseline)};
  if (gap.width() < 8 || gap.height() < 1 || gap.left < 0 || gap.top < 0 ||
      gap.right > page.width() || gap.bottom > page.height())
    return 0;
  const PixelBox own{std::max(0, static_cast<int>(word.word->left)), gap.top,
                     std::min(page.width(), static_cast<int>(word.word->right)), gap.bottom};
  if (own.width() < 1) return 0;
  const float dark = std::max(0.15F, InkOf(DarkestOf(page, own)));
  int columns = 0;
  for (int x = gap.left; x < gap.right; ++x) {
    int pixels = 0;
    for (int y = gap.top; y < gap.bottom; ++y) {
      if (page.At(x, y) == kOutside) return -1;
      pixels += InkOf(page.At(x, y)) > 0.5F * dark ? 1 : 0;
    }
    columns += pixels * 4 > gap.height() ? 1 : 0;
  }
  return static_cast<float>(columns) / em;
}

bool IsCrossed(const Plane<std::uint8_t>& page, const SeenWord& word) {
  constexpr int kBeyond = 14;  // page pixels, at both sides
  constexpr int kRows = 5;     // thicker than a rule or a line of a pen
  constexpr std::uint8_t kDark = kNoInk + 60;
  const int left = std::max(0, word.box.left + word.dx - kBeyond);
  const int right = std::min(page.width(), word.box.right + word.dx + kBeyond);
  int rows = 0;
  for (int y = std::max(0, word.box.top + word.dy);
       y < std::min(page.height(), word.box.bottom + word.dy); ++y) {
    const std::uint8_t* row = page.Row(y);
    const auto dark = std::count_if(
        row + left, row + right, [](std::uint8_t ink) { return ink > kDark && ink != kOutside; });
    rows = 20 * dark >= 19 * static_cast<std::ptrdiff_t>(right - left) ? rows + 1 : 0;
    if (rows >= kRows) return true;
  }
  return false;
}

std::vector<PixelBox> EmptyBands(const ExpectedPage& expected) {
  constexpr int kClear = 11;      // rows kept away from what is printed
  constexpr int kMinHeight = 34;  // of a band
  const PixelBox code = CodeBox(expected);
  const auto left_at = [&](int y) {
    return y >= code.top && y < code.bottom ? std::max(kMarginLeft, code.right) : kMarginLeft;
  };
  std::vector<PixelBox> bands;
  int first = 0;
  for (int y = 0; y <= kPageHeight; ++y) {
    const bool empty = y < kPageHeight && IsEmpty(expected, y, left_at(y));
    if (empty && left_at(y) == left_at(first)) continue;
    const PixelBox band{left_at(first), first + kClear, kMarginRight, y - kClear};
    // The margins above and below all print are where headers of a fax and desks are.
    if (first > 0 && y < kPageHeight && band.height() >= kMinHeight && band.width() > 0)
      bands.push_back(band);
    first = empty ? y : y + 1;
  }
  return bands;
}

int LettersIn(const Plane<std::uint8_t>& page, const std::vector<PixelBox>& bands) {
  int count = 0;
  for (const PixelBox& band : bands) count += LettersOfBand(page, band);
  return count;
}

}  // namespace sceau::capture
