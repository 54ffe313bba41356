// SPDX-License-Identifier: Apache-2.0
#include "capture/small_marks.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "capture/blob.h"
#include "capture/blur.h"

namespace sceau::capture {
namespace {

// Of the square of the type's size: the dot of an i.
constexpr float kDot = 0.0115F;

float EmOf(const SeenWord& word) { return word.word->points * kPixelsPerPoint; }

// The parts of the word that are smaller than letters and whole in its box.
std::vector<Blob> MarksOf(const Plane<float>& expected, float em) {
  constexpr float kHalfInk = 0.5F;
  constexpr float kLargest = 0.42F;  // of the type's size, each way
  const float most = *std::max_element(expected.values().begin(), expected.values().end());
  Plane<std::uint8_t> dark(expected.width(), expected.height());
  for (std::size_t i = 0; i < dark.size(); ++i)
    dark.values()[i] = expected.values()[i] > kHalfInk * most ? 1 : 0;
  std::vector<Blob> marks;
  for (int y = 0; y < dark.height(); ++y) {
    for (int x = 0; x < dark.width(); ++x) {
      if (dark.At(x, y) == 0) continue;
      Blob blob = TakeBlob(dark, x, y);
      const bool whole = blob.box.left > 0 && blob.box.top > 0 && blob.box.right < dark.width() &&
                         blob.box.bottom < dark.height();
      if (whole &&
          static_cast<float>(std::max(blob.box.width(), blob.box.height())) <= kLargest * em)
        marks.push_back(std::move(blob));
    }
  }
  return marks;
}

// What the capture shows of one mark, where all else is as expected.
class MarkTest {
 public:
  MarkTest(const Plane<float>& expected, const WordFit& fit, const LocalBlur& blur)
      : expected_(expected), fit_(fit), blur_(blur) {}

  float InkOf(const Blob& mark) const {
    const PixelBox box{std::max(0, mark.box.left - kAround), std::max(0, mark.box.top - kAround),
                       std::min(expected_.width(), mark.box.right + kAround),
                       std::min(expected_.height(), mark.box.bottom + kAround)};
    const Plane<float> made = Made(mark, box);
    float most = -1;
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) most = std::max(most, Share(made, box, dx, dy));
    }
    return most;
  }

 private:
  static constexpr int kAround = 5;

  // As WordFit::made, of the mark alone.
  Plane<float> Made(const Blob& mark, PixelBox box) const {
    Plane<float> ink(box.width(), box.height());
    for (const auto& [x, y] : mark.pixels) {  // and the soft edge around
      for (int ny = y - 1; ny <= y + 1; ++ny) {
        for (int nx = x - 1; nx <= x + 1; ++nx)
          ink.At(nx - box.left, ny - box.top) = expected_.At(nx, ny);
      }
    }
    Plane<float> made = Blurred(ink, blur_.weights);
    const Plane<float> slope_x = SlopeX(made);
    const Plane<float> slope_y = SlopeY(made);
    for (std::size_t i = 0; i < made.size(); ++i) {
      made.values()[i] = fit_.strength * (made.values()[i] - fit_.shift_x * slope_x.values()[i] -
                                          fit_.shift_y * slope_y.values()[i]);
    }
    return made;
  }

  // Of the mark's ink, at a shift from where it should be.
  float Share(const Plane<float>& made, PixelBox box, int dx, int dy) const {
    float with_seen = 0;
    float own = 1e-4F;
    for (int y = std::max(0, -dy); y < std::min(made.height(), made.height() - dy); ++y) {
      const float* here = made.Row(y);
      const float* there = made.Row(y + dy);
      const float* seen = fit_.seen.Row(box.top + y + dy) + box.left;
      const float* all = fit_.made.Row(box.top + y + dy) + box.left;
      for (int x = std::max(0, -dx); x < std::min(made.width(), made.width() - dx); ++x) {
        with_seen += here[x] * (seen[x + dx] - all[x + dx] + there[x + dx]);
        own += here[x] * here[x];
      }
    }
    return with_seen / own;
  }

  const Plane<float>& expected_;
  const WordFit& fit_;
  const LocalBlur& blur_;
};

// How far to the left and to the right of a word something that is read with it may stand, up to
// the words on its line.
PixelBox ReachOf(const ExpectedPage& expected, const SeenWord& word) {
  const float em = EmOf(word);
  float left = word.word->left - em;
  float right = word.word->right + em;
  for (const ExpectedWord& other : expected.words) {
    if (other.top >= word.word->bottom || other.bottom <= word.word->top) continue;
    if (other.right <= word.word->left + 1) left = std::max(left, other.right);
    if (other.left >= word.word->right - 1) right = std::min(right, other.left);
  }
  return {static_cast<int>(left), word.box.top, static_cast<int>(right), word.box.bottom};
}

// Where there is ink, and where the page prints none and nothing within `margin`.
Plane<std::uint8_t> AddedInk(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                             const SeenWord& word, const WordFit& fit, PixelBox reach) {
  constexpr int kMargin = 2;
  constexpr float kDark = 0.45F;
  const float dark = fit.grey + kDark * fit.amplitude;
  Plane<std::uint8_t> added(reach.width(), reach.height());
  for (int y = 0; y < added.height(); ++y) {
    const int page_y = reach.top + y;
    const std::uint8_t* seen = page.Row(page_y + word.dy) + reach.left + word.dx;
    for (int x = 0; x < added.width(); ++x) {
      if (seen[x] == kOutside || !(InkOf(seen[x]) > dark)) continue;
      bool clear = true;
      for (int ny = page_y - kMargin; clear && ny <= page_y + kMargin; ++ny) {
        const std::uint8_t* row =
            expected.ink.data() + static_cast<std::ptrdiff_t>(ny) * kPageWidth + reach.left + x;
        clear =
            std::all_of(row - kMargin, row + kMargin + 1, [](std::uint8_t v) { return v < 40; });
      }
      added.At(x, y) = clear ? 1 : 0;
    }
  }
  return added;
}

// All that is read of `page` and of the expected one lies within them.
bool IsWithinPages(PixelBox reach, const SeenWord& word, const Plane<std::uint8_t>& page) {
  constexpr int kMargin = 4;
  return reach.width() > 0 && reach.height() > 0 && reach.left >= kMargin && reach.top >= kMargin &&
         reach.right <= kPageWidth - kMargin && reach.bottom <= kPageHeight - kMargin &&
         reach.left + word.dx >= 0 && reach.top + word.dy >= 0 &&
         reach.right + word.dx <= page.width() && reach.bottom + word.dy <= page.height();
}

float LargestAdded(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                   const SeenWord& word, const WordFit& fit) {
  const PixelBox reach = ReachOf(expected, word);
  if (!IsWithinPages(reach, word, page)) return 0;
  Plane<std::uint8_t> added = AddedInk(expected, page, word, fit, reach);
  std::size_t most = 0;
  for (int y = 0; y < added.height(); ++y) {
    for (int x = 0; x < added.width(); ++x) {
      if (added.At(x, y) != 0) most = std::max(most, TakeBlob(added, x, y).pixels.size());
    }
  }
  const float em = EmOf(word);
  return static_cast<float>(most) / (kDot * em * em);
}

}  // namespace

SmallMarks FindSmallMarks(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                          const SeenWord& word, const WordFit& fit, const LocalBlur& blur) {
  SmallMarks out;
  const Plane<float> ink = ExpectedInk(expected, word);
  const MarkTest test(ink, fit, blur);
  for (const Blob& mark : MarksOf(ink, EmOf(word)))
    out.faintest = std::min(out.faintest, test.InkOf(mark));
  out.added = LargestAdded(expected, page, word, fit);
  return out;
}

}  // namespace sceau::capture
