// SPDX-License-Identifier: Apache-2.0
#include "capture/stray_writing.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sceau::capture {
namespace {

std::uint8_t IsInk(std::uint8_t ink, std::uint8_t least) {
  return ink > least && ink != kOutside ? 1 : 0;
}

constexpr int kUnwritten = 24;  // 3 mm, in which nobody writes a page

// What the page prints, and as much around.
PixelBox PrintOf(const ExpectedPage& expected, int around) {
  PixelBox box{kPageWidth, kPageHeight, 0, 0};
  for (int y = 0; y < kPageHeight; ++y) {
    const std::uint8_t* row = expected.ink.data() + static_cast<std::ptrdiff_t>(y) * kPageWidth;
    const auto inked = [](std::uint8_t v) { return v >= 8; };
    const auto* first = std::find_if(row, row + kPageWidth, inked);
    if (first == row + kPageWidth) continue;
    const auto* last = row + kPageWidth;
    while (!inked(last[-1])) --last;
    box = {std::min(box.left, static_cast<int>(first - row)), std::min(box.top, y),
           std::max(box.right, static_cast<int>(last - row)), y + 1};
  }
  for (const Point& p : expected.code) {
    box = {std::min(box.left, static_cast<int>(p.x)), std::min(box.top, static_cast<int>(p.y)),
           std::max(box.right, static_cast<int>(p.x)), std::max(box.bottom, static_cast<int>(p.y))};
  }
  return {box.left - around, box.top - around, box.right + around, box.bottom + around};
}

// The modules of the code, which the expected ink may leave out.
PixelBox CodeOf(const ExpectedPage& expected) {
  constexpr int kAround = 8;
  const auto [left, right] = std::ranges::minmax(expected.code, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(expected.code, {}, &Point::y);
  return {static_cast<int>(left.x) - kAround, static_cast<int>(top.y) - kAround,
          static_cast<int>(right.x) + kAround, static_cast<int>(bottom.y) + kAround};
}

// The edge of the box in the picture: bent paper has no straight edges.
std::vector<Point> EdgeOf(PixelBox box, const PageMap& map) {
  constexpr int kParts = 16;
  std::vector<Point> edge;
  const auto add = [&](double x0, double y0, double x1, double y1) {
    for (int i = 0; i < kParts; ++i) {
      const double share = static_cast<double>(i) / kParts;
      edge.push_back(map({x0 + share * (x1 - x0), y0 + share * (y1 - y0)}));
    }
  };
  add(box.left, box.top, box.right, box.top);
  add(box.right, box.top, box.right, box.bottom);
  add(box.right, box.bottom, box.left, box.bottom);
  add(box.left, box.bottom, box.left, box.top);
  return edge;
}

// From the first to the last place at which the edge crosses a row; nothing is inside of an empty
// span.
struct Span {
  int from = 0;
  int to = 0;
};

Span SpanAt(const std::vector<Point>& edge, int y, int width) {
  const double level = y + 0.5;
  double from = width;
  double to = 0;
  for (std::size_t i = 0; i < edge.size(); ++i) {
    const Point& a = edge[i];
    const Point& b = edge[(i + 1) % edge.size()];
    if ((a.y <= level) == (b.y <= level)) continue;
    const double x = a.x + (level - a.y) / (b.y - a.y) * (b.x - a.x);
    from = std::min(from, x);
    to = std::max(to, x);
  }
  if (!(from < to)) return {};
  return {static_cast<int>(std::clamp(from, 0.0, static_cast<double>(width))),
          static_cast<int>(std::clamp(to, 0.0, static_cast<double>(width)))};
}

Plane<std::uint8_t> MarksOutside(const std::vector<Point>& edge, const Plane<std::uint8_t>& ink) {
  Plane<std::uint8_t> marks(ink.width(), ink.height());
  std::size_t dark = 0;
  for (int y = 0; y < ink.height(); ++y) {
    const Span inside = SpanAt(edge, y, ink.width());
    const std::uint8_t* row = ink.Row(y);
    std::uint8_t* out = marks.Row(y);
    const auto mark = [&](int from, int to) {
      for (int x = from; x < to; ++x) {
        out[x] = IsInk(row[x], kDarkInk);
        dark += out[x];
      }
    };
    mark(0, inside.from);
    mark(inside.to, ink.width());
  }
  constexpr std::size_t kFewPixels = 400;  // of some letters
  return dark >= kFewPixels ? marks : Plane<std::uint8_t>();
}

// ---- between what the page prints

PixelBox Within(PixelBox box, const Plane<std::uint8_t>& plane) {
  return {std::clamp(box.left, 0, plane.width()), std::clamp(box.top, 0, plane.height()),
          std::clamp(box.right, 0, plane.width()), std::clamp(box.bottom, 0, plane.height())};
}

void Clear(PixelBox box, Plane<std::uint8_t>& marks) {
  box = Within(box, marks);
  for (int y = box.top; y < box.bottom; ++y)
    std::fill(marks.Row(y) + box.left, marks.Row(y) + std::max(box.left, box.right),
              std::uint8_t{0});
}

// Of a row, where ink is and a millimetre to both sides.
void MarkInk(const std::uint8_t* row, std::uint8_t* near) {
  constexpr std::ptrdiff_t kAround = 8;
  const auto inked = [](std::uint8_t v) { return v >= 8; };
  for (std::ptrdiff_t x = 0; x < kPageWidth;) {
    const std::ptrdiff_t first = std::find_if(row + x, row + kPageWidth, inked) - row;
    x = std::find_if_not(row + first, row + kPageWidth, inked) - row;
    if (first == kPageWidth) return;
    std::fill(near + std::max<std::ptrdiff_t>(0, first - kAround),
              near + std::min<std::ptrdiff_t>(kPageWidth, x + kAround), std::uint8_t{1});
  }
}

// Clears where the page prints anything, and a millimetre around: counts, for each column, the rows
// that have ink and are near.
void ClearExpected(const ExpectedPage& expected, Plane<std::uint8_t>& marks) {
  constexpr int kAround = 8;
  Plane<std::uint8_t> near(kPageWidth, kPageHeight);
  for (int y = 0; y < kPageHeight; ++y)
    MarkInk(expected.ink.data() + static_cast<std::ptrdiff_t>(y) * kPageWidth, near.Row(y));
  std::vector<std::uint8_t> count(kPageWidth);
  const auto add = [&](int y, std::uint8_t times) {
    if (y < 0 || y >= kPageHeight) return;
    const std::uint8_t* row = near.Row(y);
    for (std::size_t x = 0; x < count.size(); ++x)
      count[x] = static_cast<std::uint8_t>(count[x] + times * row[x]);
  };
  for (int y = -kAround; y < kPageHeight; ++y) {
    add(y + kAround, 1);
    if (y < 0) continue;
    std::uint8_t* row = marks.Row(y);
    for (std::size_t x = 0; x < count.size(); ++x)
      row[x] = count[x] == 0 ? row[x] : std::uint8_t{0};
    add(y - kAround, 255);  // less one
  }
}

// The darkest parts of a word, by those that it should have.
std::optional<float> StrengthOf(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                                const SeenWord& word) {
  const auto darkest = [](std::span<const float> values) {
    std::vector<float> inks(values.begin(), values.end());
    const auto place = inks.begin() + static_cast<std::ptrdiff_t>(inks.size() * 92 / 100);
    std::nth_element(inks.begin(), place, inks.end());
    return *place;
  };
  if (!word.seen) return std::nullopt;
  const Plane<float> made = ExpectedInk(expected, word);
  const Plane<float> seen = InkAt(page, word);
  if (made.empty() || seen.empty()) return std::nullopt;
  constexpr float kInked = 0.2F;
  const float full = darkest(made.values());
  return full > kInked ? std::optional(darkest(seen.values()) / full) : std::nullopt;
}

}  // namespace

std::uint8_t DarkInkOf(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                       const std::vector<SeenWord>& words) {
  constexpr std::size_t kEnough = 8;
  std::vector<float> strengths;
  for (const SeenWord& word : words) {
    if (const auto strength = StrengthOf(expected, page, word)) strengths.push_back(*strength);
  }
  if (strengths.size() < kEnough) return kDarkInk;
  const auto middle = strengths.begin() + static_cast<std::ptrdiff_t>(strengths.size() / 2);
  std::nth_element(strengths.begin(), middle, strengths.end());
  const float least = kNoInk + (kDarkInk - kNoInk) * std::min(*middle, 1.0F);
  return std::max(kPaleInk, RoundedByte(std::max(least, 0.0F)));
}

Writing WritingBeside(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                      const PageMap& map) {
  const Plane<std::uint8_t> marks = MarksOutside(EdgeOf(PrintOf(expected, kUnwritten), map), ink);
  return WritingOf(marks);
}

Plane<std::uint8_t> UnprintedSpace(const ExpectedPage& expected,
                                   const std::vector<SeenWord>& words) {
  Plane<std::uint8_t> space(kPageWidth, kPageHeight);
  const PixelBox print = Within(PrintOf(expected, 0), space);
  for (int y = print.top; y < print.bottom; ++y)
    std::fill(space.Row(y) + print.left, space.Row(y) + print.right, std::uint8_t{1});
  Clear(CodeOf(expected), space);
  ClearExpected(expected, space);
  for (const SeenWord& word : words) {
    constexpr int kAround = 5;
    const PixelBox& box = word.box;
    Clear({box.left + word.dx - kAround, box.top + word.dy - kAround, box.right + word.dx + kAround,
           box.bottom + word.dy + kAround},
          space);
  }
  return space;
}

Writing WritingIn(const Plane<std::uint8_t>& space, const Plane<std::uint8_t>& page,
                  std::uint8_t ink) {
  Plane<std::uint8_t> marks = space;
  for (int y = 0; y < marks.height(); ++y) {
    const std::uint8_t* seen = page.Row(y);
    std::uint8_t* row = marks.Row(y);
    for (int x = 0; x < marks.width(); ++x)
      row[x] = static_cast<std::uint8_t>(row[x] & (IsInk(seen[x], ink) ? 1 : 0));
  }
  return WritingOf(marks);
}

Writing WritingRoundCode(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                         const PageMap& map) {
  const Plane<std::uint8_t> marks = MarksOutside(EdgeOf(CodeOf(expected), map), ink);
  return WritingOf(marks);
}

}  // namespace sceau::capture
