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

}  // namespace sceau::capture
