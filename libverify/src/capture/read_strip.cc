// SPDX-License-Identifier: Apache-2.0
#include "capture/read_strip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "capture/columns.h"
#include "capture/part_at.h"

namespace sceau::capture {
namespace {

constexpr int kTail = 28;      // columns of the letters so far that reach into what is not settled
constexpr int kWider = 20;     // than the tail: the widest letters
constexpr int kUnsettled = 3;  // columns before a letter's end that the next one reaches into
constexpr int kHalvesAround = 6;  // half pixels, to each side of where the text should begin
constexpr int kPhases = 4;        // of a pixel, at which letters are set
constexpr std::size_t kBeam = 4;  // texts that are kept for each place of the pen
constexpr std::size_t kMaxLetters = 48;

// Letters so far, and what they leave unexplained of the columns before `settled`.
struct Attempt {
  std::u32string text;
  float start = 0;
  float pen = 0;
  float cost = 0;
  int settled = 0;
  Columns tail{kTail, 0};  // from column `settled` on
};

// Squared ink of each column and of all before it.
std::vector<float> InkUpTo(const Columns& seen) {
  std::vector<float> sums(static_cast<std::size_t>(seen.width()) + 1, 0.0F);
  for (int x = 0; x < seen.width(); ++x) {
    const float* column = seen.Column(x);
    sums[static_cast<std::size_t>(x) + 1] =
        sums[static_cast<std::size_t>(x)] + SquaredSum(column, seen.height());
  }
  return sums;
}

class StripSearch {
 public:
  StripSearch(const Strip& strip, std::u32string_view alphabet, LetterStore& letters,
              int& tries_left)
      : strip_(strip),
        seen_(Columns(strip.seen)),
        alphabet_(alphabet),
        letters_(letters),
        tries_left_(tries_left),
        ink_up_to_(InkUpTo(seen_)) {}

  FoundText Read(float start) {
    for (int halves = -kHalvesAround; halves <= kHalvesAround; ++halves) {
      Attempt first;
      first.start = start + 0.5F * static_cast<float>(halves);
      first.pen = first.start;
      first.settled = std::max(0, static_cast<int>(first.pen) - kUnsettled);
      first.tail = Columns(kTail, seen_.height());
      open_[first.settled].push_back(std::move(first));
    }
    while (!open_.empty()) {
      if (tries_left_ <= 0) return {};
      const std::vector<Attempt> here = std::move(open_.begin()->second);
      open_.erase(open_.begin());
      for (const Attempt& attempt : here) {
        End(attempt);
        if (attempt.text.size() >= kMaxLetters) continue;
        LeaveUnexplained(attempt);
        for (const char32_t letter : alphabet_) GoOn(attempt, letter);
      }
    }
    return best_;
  }

 private:
  float InkBetween(int from, int to) const {
    const auto at = [&](int x) {
      return ink_up_to_[static_cast<std::size_t>(std::clamp(x, 0, seen_.width()))];
    };
    return at(to) - at(from);
  }

  // The letter as captured, with its origin `phase` quarters of a pixel right of kOriginX.
  const Columns* CellOf(char32_t letter, int phase) {
    const auto key = std::pair(letter, phase);
    if (const auto found = cells_.find(key); found != cells_.end()) return &found->second;
    const StoredLetter* stored = letters_.Captured(strip_.type, letter);
    if (stored == nullptr) return nullptr;
    const float by = static_cast<float>(phase) / kPhases;
    Plane<float> cell =
        PartAt(stored->ink, -by, -strip_.below, stored->ink.width() + 1, seen_.height());
    for (float& v : cell.values()) v *= strip_.ink;
    return &cells_.emplace(key, Columns(cell)).first->second;
  }

  void GoOn(const Attempt& before, char32_t letter) {
    const bool between = OthersOfItsKind(letter).empty();
    if (between && (before.text.empty() || OthersOfItsKind(before.text.back()).empty())) return;
    const StoredLetter* stored = letters_.Captured(strip_.type, letter);
    if (stored == nullptr) return;
    const float kerning =
        before.text.empty() ? 0 : letters_.Kerning(strip_.type, before.text.back(), letter);
    const float pen = before.pen + kerning;
    const float end = pen + stored->advance;
    const int settled = static_cast<int>(end) - kUnsettled;
    if (settled <= before.settled || settled - before.settled >= kTail + kWider ||
        settled >= seen_.width())
      return;
    const float quarters = std::round(pen * kPhases);
    const int left = static_cast<int>(std::floor(quarters / kPhases));
    const Columns* cell = CellOf(letter, static_cast<int>(quarters) - left * kPhases);
    if (cell == nullptr) return;
    --tries_left_;
    const float most = MostFor(settled);
    Attempt after;
    const int cell_left = left - kOriginX - before.settled;
    const int width = settled - before.settled;
    after.cost = before.cost + Unexplained(*cell, cell_left, width, most - before.cost);
    if (!(after.cost < most)) return;
    after.start = before.start;
    after.pen = end;
    after.settled = settled;
    after.text = before.text + letter;
    after.tail = TailAfter(before.tail, *cell, cell_left, width);
    Keep(std::move(after));
  }

  // What a text may leave unexplained up to a column to be kept.
  float MostFor(int settled) const {
    const float most = strip_.worst * InkBetween(0, settled) + kLittle;
    const auto found = open_.find(settled);
    if (found == open_.end() || found->second.size() < kBeam) return most;
    return std::min(most, found->second.back().cost);
  }

  // Ink behind the column up to which an attempt is settled, less its tail.
  void LeaveUnexplained(const Attempt& attempt) {
    for (int x = 0; x < kTail + kWider; ++x) {
      float* rest = rest_.Column(x);
      const int at = attempt.settled + x;
      if (at < seen_.width())
        std::copy_n(seen_.Column(at), seen_.height(), rest);
      else
        std::fill_n(rest, seen_.height(), 0.0F);
      if (x < kTail) {
        const float* tail = attempt.tail.Column(x);
        for (int y = 0; y < seen_.height(); ++y) rest[y] -= tail[y];
      }
      rest_up_to_[static_cast<std::size_t>(x) + 1] =
          rest_up_to_[static_cast<std::size_t>(x)] + SquaredSum(rest, seen_.height());
    }
  }

  // By the cell of a letter of the first `width` columns that are left; from `most` on, any more.
  float Unexplained(const Columns& cell, int cell_left, int width, float most) const {
    const int first = std::clamp(cell_left, 0, width);
    const int last = std::clamp(cell_left + cell.width(), first, width);
    float sum = RestBetween(0, first) + RestBetween(last, width);
    for (int x = first; x < last && sum < most; ++x)
      sum += SquaredDistance(rest_.Column(x), cell.Column(x - cell_left), seen_.height());
    return sum;
  }

  float RestBetween(int from, int to) const {
    return rest_up_to_[static_cast<std::size_t>(to)] - rest_up_to_[static_cast<std::size_t>(from)];
  }

  // Of the old tail and the new cell, what is behind the first `width` columns.
  static Columns TailAfter(const Columns& before, const Columns& cell, int cell_left, int width) {
    Columns tail(kTail, before.height());
    for (int x = 0; x < kTail; ++x) {
      if (x + width < kTail) std::copy_n(before.Column(x + width), before.height(), tail.Column(x));
      const int at = x + width - cell_left;
      if (at < 0 || at >= cell.width()) continue;
      const float* ink = cell.Column(at);
      float* to = tail.Column(x);
      for (int y = 0; y < cell.height(); ++y) to[y] += ink[y];
    }
    return tail;
  }

  // The text ends here: the rest of the strip is paper.
  void End(const Attempt& attempt) {
    if (attempt.text.empty() || OthersOfItsKind(attempt.text.back()).empty()) return;
    const int last = std::min(seen_.width(), attempt.settled + kTail);
    float cost = attempt.cost + InkBetween(last, seen_.width());
    for (int x = attempt.settled; x < last; ++x)
      cost += SquaredDistance(seen_.Column(x), attempt.tail.Column(x - attempt.settled),
                              seen_.height());
    if (cost < least_) {
      least_ = cost;
      best_ = {attempt.text, attempt.start};
    }
  }

  // The same text from another start is kept once.
  void Keep(Attempt attempt) {
    std::vector<Attempt>& here = open_[attempt.settled];
    const auto same = std::ranges::find(here, attempt.text, &Attempt::text);
    if (same != here.end()) {
      if (same->cost <= attempt.cost) return;
      here.erase(same);
    }
    const auto place = std::ranges::upper_bound(here, attempt.cost, {}, &Attempt::cost);
    here.insert(place, std::move(attempt));
    if (here.size() > kBeam) here.pop_back();
  }

  static constexpr float kLittle = 4;  // squared ink: the edge of one letter

  const Strip& strip_;
  Columns seen_;
  std::u32string_view alphabet_;
  LetterStore& letters_;
  int& tries_left_;
  std::vector<float> ink_up_to_;
  std::map<std::pair<char32_t, int>, Columns> cells_;
  std::map<int, std::vector<Attempt>> open_;  // by the column up to which they are settled
  Columns rest_{kTail + kWider, seen_.height()};
  std::array<float, kTail + kWider + 1> rest_up_to_{};
  float least_ = 1e9F;
  FoundText best_;
};

}  // namespace

FoundText ReadStrip(const Strip& strip, float start, std::u32string_view alphabet,
                    LetterStore& letters, int& tries_left) {
  return StripSearch(strip, alphabet, letters, tries_left).Read(start);
}

}  // namespace sceau::capture
