// SPDX-License-Identifier: Apache-2.0
#include "capture/writing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>
#include <vector>

namespace sceau::capture {
namespace {

// A letter, or letters that touch. Sizes of a picture at 60 to 220 dpi, of type half or four times
// as large as the page's.
struct Mark {
  PixelBox box;
  int pixels = 0;

  float height() const { return static_cast<float>(box.height()); }
  float middle() const { return 0.5F * static_cast<float>(box.left + box.right); }
};

constexpr int kMinHeight = 5;
constexpr int kMaxHeight = 160;
constexpr int kMinPixels = 8;
constexpr int kWidest = 14;                // of its height: a word whose letters touch
constexpr std::size_t kMaxMarks = 20'000;  // a page of small print has some 5,000

// Joins pixels that touch, row by row: what a row leaves open are its runs of ink and the marks
// that they belong to, so that a picture that is all ink takes no more memory than a white one.
class MarkFinder {
 public:
  explicit MarkFinder(const Plane<std::uint8_t>& pixels) : pixels_(pixels) {}

  std::vector<Mark> Run() {
    for (int y = 0; y < pixels_.height(); ++y) Add(y);
    for (const Open& open : open_) Close(open);
    return std::move(marks_);
  }

 private:
  struct Stretch {
    int from = 0;
    int to = 0;
    std::size_t mark = 0;  // of open_
  };
  struct Open {
    Mark mark;
    std::size_t joined = 0;  // itself, or one that it became a part of
  };

  void Add(int y) {
    const std::size_t before = open_.size();
    const std::vector<Stretch> above = std::exchange(row_, {});
    FindStretches(y);
    std::size_t first = 0;
    for (Stretch& stretch : row_) {
      stretch.mark = open_.size();
      const PixelBox box{stretch.from, y, stretch.to, y + 1};
      open_.push_back({{box, box.width()}, stretch.mark});
      while (first < above.size() && above[first].to < stretch.from) ++first;
      for (std::size_t i = first; i < above.size() && above[i].from <= stretch.to; ++i)
        Join(above[i].mark, stretch.mark);
    }
    Leave(before);
  }

  void FindStretches(int y) {
    const std::uint8_t* row = pixels_.Row(y);
    const std::uint8_t* end = row + pixels_.width();
    const std::uint8_t* at = row;
    while (at < end) {
      const auto* from =
          static_cast<const std::uint8_t*>(std::memchr(at, 1, static_cast<std::size_t>(end - at)));
      if (from == nullptr) return;
      const void* to = std::memchr(from, 0, static_cast<std::size_t>(end - from));
      at = to != nullptr ? static_cast<const std::uint8_t*>(to) : end;
      row_.push_back({static_cast<int>(from - row), static_cast<int>(at - row), 0});
    }
  }

  // Halves the way as it goes, or a comb would make it long for each of its teeth.
  std::size_t RootOf(std::size_t i) {
    while (open_[i].joined != i) {
      open_[i].joined = open_[open_[i].joined].joined;
      i = open_[i].joined;
    }
    return i;
  }

  // The older one becomes a part of the newer one, which goes on.
  void Join(std::size_t a, std::size_t b) {
    const std::size_t from = std::min(RootOf(a), RootOf(b));
    const std::size_t to = std::max(RootOf(a), RootOf(b));
    if (from == to) return;
    const Mark& part = open_[from].mark;
    Mark& whole = open_[to].mark;
    whole.box = {std::min(whole.box.left, part.box.left), std::min(whole.box.top, part.box.top),
                 std::max(whole.box.right, part.box.right),
                 std::max(whole.box.bottom, part.box.bottom)};
    whole.pixels += part.pixels;
    open_[from].joined = to;
  }

  // Closes those of the rows above that do not go on, and numbers the others anew.
  void Leave(std::size_t before) {
    for (std::size_t i = 0; i < before; ++i) {
      if (open_[i].joined == i) Close(open_[i]);
    }
    std::vector<Open> going_on;
    std::vector<std::size_t> number(open_.size());
    for (std::size_t i = before; i < open_.size(); ++i) {
      if (open_[i].joined != i) continue;
      number[i] = going_on.size();
      going_on.push_back({open_[i].mark, number[i]});
    }
    for (Stretch& stretch : row_) stretch.mark = number[RootOf(stretch.mark)];
    open_ = std::move(going_on);
  }

  void Close(const Open& open) {
    const PixelBox& box = open.mark.box;
    const int low = std::min(box.width(), box.height());
    const int high = std::max(box.width(), box.height());
    if (open.mark.pixels >= kMinPixels && low >= 2 && high >= kMinHeight && low <= kMaxHeight &&
        high <= kWidest * low && marks_.size() <= kMaxMarks)
      marks_.push_back(open.mark);
  }

  const Plane<std::uint8_t>& pixels_;
  std::vector<Stretch> row_;
  std::vector<Open> open_;
  std::vector<Mark> marks_;
};

// Marks side by side.
struct TextRow {
  float left = 0;  // of the middle
  float top = 0;
  float slope = 0;
  float height = 0;
  int letters = 0;
};

float MedianOf(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

class RowFinder {
 public:
  explicit RowFinder(std::vector<Mark> marks) : marks_(std::move(marks)) {
    std::erase_if(marks_, [](const Mark& mark) {
      return mark.box.height() < kMinHeight || mark.box.height() > kMaxHeight;
    });
    std::ranges::sort(marks_, [](const Mark& a, const Mark& b) {
      return a.box.left < b.box.left || (a.box.left == b.box.left && a.box.top < b.box.top);
    });
    next_.assign(marks_.size(), kNone);
    before_.assign(marks_.size(), kNone);
  }

  Writing Run() {
    for (std::size_t i = 0; i < marks_.size(); ++i) Link(i);
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (before_[i] == kNone && next_[i] != kNone) AddRow(i, rows);
    }
    return Count(std::move(rows));
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  static float GapOf(const Mark& a, const Mark& b) {
    return static_cast<float>(b.box.left - a.box.right);
  }

  // On one line, of one size, and no farther than a space.
  static bool GoTogether(const Mark& a, const Mark& b) {
    const auto [low, high] = std::minmax({a.height(), b.height()});
    const float gap = GapOf(a, b);
    const auto shared =
        static_cast<float>(std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top));
    return high <= 2.2F * low && gap >= -0.3F * low && gap <= 1.2F * high && shared >= 0.5F * low;
  }

  // To the nearest at its right, unless that is nearer to another one.
  void Link(std::size_t i) {
    const Mark& mark = marks_[i];
    const int reach = mark.box.right + 3 * mark.box.height();
    std::size_t best = kNone;
    for (std::size_t j = i + 1; j < marks_.size() && marks_[j].box.left <= reach; ++j) {
      if (GoTogether(mark, marks_[j]) &&
          (best == kNone || GapOf(mark, marks_[j]) < GapOf(mark, marks_[best])))
        best = j;
    }
    if (best == kNone) return;
    const std::size_t rival = before_[best];
    if (rival != kNone && GapOf(marks_[rival], marks_[best]) <= GapOf(mark, marks_[best])) return;
    if (rival != kNone) next_[rival] = kNone;
    next_[i] = best;
    before_[best] = i;
  }

  void AddRow(std::size_t first, std::vector<TextRow>& rows) const {
    std::vector<const Mark*> marks;
    for (std::size_t i = first; i != kNone; i = next_[i]) marks.push_back(&marks_[i]);
    constexpr std::size_t kFew = 3;
    if (marks.size() < kFew) return;
    std::vector<float> heights(marks.size());
    std::ranges::transform(marks, heights.begin(), &Mark::height);
    TextRow row{.height = MedianOf(heights)};
    for (const Mark* mark : marks) {
      const auto width = static_cast<float>(mark->box.width());
      row.letters += width <= 1.3F * row.height
                         ? 1
                         : static_cast<int>(std::lround(width / (0.7F * row.height)));
    }
    constexpr int kLettersOfARow = 5;
    if (row.letters >= kLettersOfARow && !AreAllAlike(marks) && StandOnALine(marks, row))
      rows.push_back(row);
  }

  // A weave or a grid of dots: the same mark again and again.
  static bool AreAllAlike(const std::vector<const Mark*>& marks) {
    const auto median = [&](auto value) {
      std::vector<float> values;
      values.reserve(marks.size());
      for (const Mark* mark : marks) values.push_back(static_cast<float>(value(*mark)));
      return MedianOf(std::move(values));
    };
    const auto width = [](const Mark& mark) { return mark.box.width(); };
    const auto height = [](const Mark& mark) { return mark.box.height(); };
    const auto pixels = [](const Mark& mark) { return mark.pixels; };
    const auto near = [](int value, float middle) {
      return std::abs(static_cast<float>(value) - middle) <= std::max(1.0F, 0.12F * middle);
    };
    const float usual_width = median(width);
    const float usual_height = median(height);
    const float usual_pixels = median(pixels);
    const auto alike = std::ranges::count_if(marks, [&](const Mark* mark) {
      return near(width(*mark), usual_width) && near(height(*mark), usual_height) &&
             near(pixels(*mark), usual_pixels);
    });
    return 100 * static_cast<std::size_t>(alike) >= 85 * marks.size();
  }

  // Letters stand on one line, but for some that go below it; grain and weave do not.
  static bool StandOnALine(const std::vector<const Mark*>& marks, TextRow& row) {
    const std::size_t part = std::max<std::size_t>(1, marks.size() / 3);
    const auto median = [&](std::size_t from, std::size_t to, auto value) {
      std::vector<float> values;
      for (std::size_t i = from; i < to; ++i) values.push_back(value(*marks[i]));
      return MedianOf(std::move(values));
    };
    const auto foot = [](const Mark& mark) { return static_cast<float>(mark.box.bottom); };
    const auto middle = [](const Mark& mark) { return mark.middle(); };
    const std::size_t size = marks.size();
    const float run = median(size - part, size, middle) - median(0, part, middle);
    if (!(run > 0)) return false;
    row.slope = (median(size - part, size, foot) - median(0, part, foot)) / run;
    const auto off = [&](const Mark& mark) { return foot(mark) - row.slope * mark.middle(); };
    const float line = median(0, size, off);
    row.left = median(0, size, middle);
    row.top = line + row.slope * row.left;
    const auto on_it = std::ranges::count_if(marks, [&](const Mark* mark) {
      return std::abs(off(*mark) - line) <= std::max(1.5F, 0.16F * row.height);
    });
    return 10 * static_cast<std::size_t>(on_it) >= 6 * size;
  }

  // Rows of one line count for one, however long the line is and however it is tilted.
  static Writing Count(std::vector<TextRow> rows) {
    Writing writing;
    if (rows.empty()) return writing;
    std::vector<float> slopes(rows.size());
    std::ranges::transform(rows, slopes.begin(), &TextRow::slope);
    const float slope = MedianOf(std::move(slopes));
    const auto level = [slope](const TextRow& row) { return row.top - slope * row.left; };
    std::ranges::sort(rows,
                      [&](const TextRow& a, const TextRow& b) { return level(a) < level(b); });
    float last = 0;
    for (const TextRow& row : rows) {
      writing.letters += row.letters;
      if (writing.lines > 0 && level(row) - last < 0.8F * row.height) continue;
      ++writing.lines;
      last = level(row);
    }
    return writing;
  }

  std::vector<Mark> marks_;
  std::vector<std::size_t> next_;
  std::vector<std::size_t> before_;
};

// ---- where the page is not

constexpr std::uint8_t kDark = kNoInk + 60;  // a third of full ink

std::uint8_t IsDark(std::uint8_t ink) { return ink > kDark && ink != kOutside ? 1 : 0; }

constexpr int kMargin = 24;  // 3 mm, in which nobody writes a page

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
        out[x] = IsDark(row[x]);
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

Plane<std::uint8_t> MarksIn(PixelBox box, const Plane<std::uint8_t>& page) {
  Plane<std::uint8_t> marks(page.width(), page.height());
  box = Within(box, page);
  for (int y = box.top; y < box.bottom; ++y)
    std::transform(page.Row(y) + box.left, page.Row(y) + box.right, marks.Row(y) + box.left,
                   IsDark);
  return marks;
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

// Where the page prints anything, and a millimetre around: counts, for each column, the rows that
// have ink and are near.
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

}  // namespace

Writing WritingOf(const Plane<std::uint8_t>& marks) {
  std::vector<Mark> found = MarkFinder(marks).Run();
  std::vector<Mark> turned = found;
  for (Mark& mark : turned)
    mark.box = {mark.box.top, mark.box.left, mark.box.bottom, mark.box.right};
  const Writing across = RowFinder(std::move(found)).Run();
  const Writing along = RowFinder(std::move(turned)).Run();
  return across.letters >= along.letters ? across : along;
}

Writing WritingBeside(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                      const PageMap& map) {
  const Plane<std::uint8_t> marks = MarksOutside(EdgeOf(PrintOf(expected, kMargin), map), ink);
  return WritingOf(marks);
}

Writing WritingBetween(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                       const std::vector<SeenWord>& words) {
  const PixelBox print = PrintOf(expected, 0);
  Plane<std::uint8_t> marks = MarksIn(print, page);
  Clear(CodeOf(expected), marks);
  ClearExpected(expected, marks);
  for (const SeenWord& word : words) {
    constexpr int kAround = 5;
    const PixelBox& box = word.box;
    Clear({box.left + word.dx - kAround, box.top + word.dy - kAround, box.right + word.dx + kAround,
           box.bottom + word.dy + kAround},
          marks);
  }
  return WritingOf(marks);
}

Writing WritingRoundCode(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                         const PageMap& map) {
  const Plane<std::uint8_t> marks = MarksOutside(EdgeOf(CodeOf(expected), map), ink);
  return WritingOf(marks);
}

}  // namespace sceau::capture
