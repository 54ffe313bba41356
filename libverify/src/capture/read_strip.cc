// SPDX-License-Identifier: Apache-2.0
#include "capture/read_strip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

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
  Plane<float> tail;  // from column `settled` on
};

// Squared ink of each column and of all before it.
std::vector<float> InkUpTo(const Plane<float>& seen) {
  std::vector<float> sums(static_cast<std::size_t>(seen.width()) + 1, 0.0F);
  for (int x = 0; x < seen.width(); ++x) {
    float column = 0;
    for (int y = 0; y < seen.height(); ++y) column += seen.At(x, y) * seen.At(x, y);
    sums[static_cast<std::size_t>(x) + 1] = sums[static_cast<std::size_t>(x)] + column;
  }
  return sums;
}

class StripSearch {
 public:
  StripSearch(const Strip& strip, std::u32string_view alphabet, LetterStore& letters,
              int& tries_left)
      : strip_(strip),
        seen_(strip.seen),
        alphabet_(alphabet),
        letters_(letters),
        tries_left_(tries_left),
        ink_up_to_(InkUpTo(strip.seen)) {}

  FoundText Read(float start) {
    for (int halves = -kHalvesAround; halves <= kHalvesAround; ++halves) {
      Attempt first;
      first.start = start + 0.5F * static_cast<float>(halves);
      first.pen = first.start;
      first.settled = std::max(0, static_cast<int>(first.pen) - kUnsettled);
      first.tail = Plane<float>(kTail, seen_.height());
      open_[first.settled].push_back(std::move(first));
    }
    while (!open_.empty()) {
      if (tries_left_ <= 0) return {};
      const std::vector<Attempt> here = std::move(open_.begin()->second);
      open_.erase(open_.begin());
      for (const Attempt& attempt : here) {
        End(attempt);
        if (attempt.text.size() >= kMaxLetters) continue;
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
  const Plane<float>* CellOf(char32_t letter, int phase) {
    const auto key = std::pair(letter, phase);
    if (const auto found = cells_.find(key); found != cells_.end()) return &found->second;
    const StoredLetter* stored = letters_.Captured(strip_.type, letter);
    if (stored == nullptr) return nullptr;
    const float by = static_cast<float>(phase) / kPhases;
    Plane<float> cell =
        PartAt(stored->ink, -by, -strip_.below, stored->ink.width() + 1, seen_.height());
    for (float& v : cell.values()) v *= strip_.ink;
    return &cells_.emplace(key, std::move(cell)).first->second;
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
    const Plane<float>* cell = CellOf(letter, static_cast<int>(quarters) - left * kPhases);
    if (cell == nullptr) return;
    --tries_left_;
    const float most = MostFor(settled);
    Attempt after;
    after.cost =
        before.cost + Unexplained(before, *cell, left - kOriginX, settled, most - before.cost);
    if (!(after.cost < most)) return;
    after.start = before.start;
    after.pen = end;
    after.settled = settled;
    after.text = before.text + letter;
    after.tail = TailAfter(before, *cell, left - kOriginX, settled);
    Keep(std::move(after));
  }

  // What a text may leave unexplained up to a column to be kept.
  float MostFor(int settled) const {
    const float most = strip_.worst * InkBetween(0, settled) + kLittle;
    const auto found = open_.find(settled);
    if (found == open_.end() || found->second.size() < kBeam) return most;
    return std::min(most, found->second.back().cost);
  }

  // Of the columns from where `before` is settled up to `settled`; from `most` on, any more.
  float Unexplained(const Attempt& before, const Plane<float>& cell, int cell_left, int settled,
                    float most) const {
    const int width = settled - before.settled;
    const int first = std::max(0, cell_left - before.settled);
    const int last = std::min(width, cell_left + cell.width() - before.settled);
    const int with_tail = std::min(width, kTail);
    std::array<float, kTail + kWider> row{};
    float sum = 0;
    // From the line upwards, where most ink is, then what hangs below it.
    for (int i = 0; i < seen_.height() && sum < most; ++i) {
      const int y = i <= strip_.type.OriginY() ? strip_.type.OriginY() - i : i;
      const float* seen = seen_.Row(y) + before.settled;
      const float* tail = before.tail.Row(y);
      const float* ink = cell.Row(y);
      std::copy_n(seen, width, row.data());
      for (int x = 0; x < with_tail; ++x) row[static_cast<std::size_t>(x)] -= tail[x];
      for (int x = first; x < last; ++x)
        row[static_cast<std::size_t>(x)] -= ink[x + before.settled - cell_left];
      for (int x = 0; x < width; ++x)
        sum += row[static_cast<std::size_t>(x)] * row[static_cast<std::size_t>(x)];
    }
    return sum;
  }

  Plane<float> TailAfter(const Attempt& before, const Plane<float>& cell, int cell_left,
                         int settled) const {
    Plane<float> tail(kTail, seen_.height());
    const int by = settled - before.settled;
    for (int y = 0; y < tail.height(); ++y) {
      const float* old = before.tail.Row(y);
      const float* ink = cell.Row(y);
      float* to = tail.Row(y);
      for (int x = 0; x < kTail; ++x) {
        if (x + by < kTail) to[x] += old[x + by];
        const int at = x + settled - cell_left;
        if (at >= 0 && at < cell.width()) to[x] += ink[at];
      }
    }
    return tail;
  }

  // The text ends here: the rest of the strip is paper.
  void End(const Attempt& attempt) {
    if (attempt.text.empty() || OthersOfItsKind(attempt.text.back()).empty()) return;
    const int last = std::min(seen_.width(), attempt.settled + kTail);
    float cost = attempt.cost + InkBetween(last, seen_.width());
    for (int y = 0; y < seen_.height(); ++y) {
      for (int x = attempt.settled; x < last; ++x) {
        const float rest = seen_.At(x, y) - attempt.tail.At(x - attempt.settled, y);
        cost += rest * rest;
      }
    }
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
  const Plane<float>& seen_;
  std::u32string_view alphabet_;
  LetterStore& letters_;
  int& tries_left_;
  std::vector<float> ink_up_to_;
  std::map<std::pair<char32_t, int>, Plane<float>> cells_;
  std::map<int, std::vector<Attempt>> open_;  // by the column up to which they are settled
  float least_ = 1e9F;
  FoundText best_;
};

}  // namespace

FoundText ReadStrip(const Strip& strip, float start, std::u32string_view alphabet,
                    LetterStore& letters, int& tries_left) {
  return StripSearch(strip, alphabet, letters, tries_left).Read(start);
}

}  // namespace sceau::capture
