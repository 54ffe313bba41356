// SPDX-License-Identifier: Apache-2.0
#include "page/letter_edits.h"

#include <algorithm>
#include <cstdint>

namespace sceau::page {
namespace {

// The greedy search of Myers (An O(ND) Difference Algorithm and Its Variations, 1986). A diagonal
// is how many letters of `from` were passed less those of `to`; for each number of edits, the
// farthest place on every diagonal that so many can reach.
class EditSearch {
 public:
  EditSearch(std::string_view from, std::string_view to, std::size_t most)
      : from_(from), to_(to), most_(static_cast<std::int64_t>(most)) {}

  std::optional<LetterEdits> Run() {
    for (std::int64_t edits = 0; edits <= most_; ++edits) {
      if (Reach(edits)) return Trace(edits);
    }
    return std::nullopt;
  }

 private:
  using Reached = std::vector<std::int64_t>;  // letters of `from` passed, by diagonal

  std::int64_t Size(std::string_view text) const { return static_cast<std::int64_t>(text.size()); }

  static bool IsFromAbove(const Reached& last, std::int64_t edits, std::int64_t diagonal) {
    const auto at = static_cast<std::size_t>(diagonal + edits);  // of `last`, one edit fewer
    return diagonal == -edits || (diagonal != edits && last[at - 2] < last[at]);
  }

  // Where one more edit from the last step begins on the diagonal.
  static std::int64_t Begin(const Reached& last, std::int64_t edits, std::int64_t diagonal) {
    const auto at = static_cast<std::size_t>(diagonal + edits);
    return IsFromAbove(last, edits, diagonal) ? last[at] : last[at - 2] + 1;
  }

  bool Reach(std::int64_t edits) {
    Reached now(static_cast<std::size_t>(2 * edits + 1), -1);
    for (std::int64_t diagonal = -edits; diagonal <= edits; diagonal += 2) {
      std::int64_t x = edits == 0 ? 0 : Begin(steps_.back(), edits, diagonal);
      while (x < Size(from_) && x - diagonal < Size(to_) &&
             from_[static_cast<std::size_t>(x)] == to_[static_cast<std::size_t>(x - diagonal)])
        ++x;
      now[static_cast<std::size_t>(diagonal + edits)] = x;
      if (x >= Size(from_) && x - diagonal >= Size(to_)) {
        steps_.push_back(std::move(now));
        return true;
      }
    }
    steps_.push_back(std::move(now));
    return false;
  }

  LetterEdits Trace(std::int64_t edits) const {
    LetterEdits found;
    found.kept.assign(from_.size(), true);
    found.added.resize(from_.size() + 1);
    std::int64_t diagonal = Size(from_) - Size(to_);
    for (; edits > 0; --edits) {
      const Reached& last = steps_[static_cast<std::size_t>(edits - 1)];
      const bool above = IsFromAbove(last, edits, diagonal);
      const std::int64_t x = Begin(last, edits, diagonal);
      if (above) {
        found.added[static_cast<std::size_t>(x)].push_back(
            static_cast<std::size_t>(x - diagonal - 1));
        ++diagonal;
      } else {
        found.kept[static_cast<std::size_t>(x - 1)] = false;
        --diagonal;
      }
    }
    for (auto& letters : found.added) std::ranges::reverse(letters);
    return found;
  }

  std::string_view from_;
  std::string_view to_;
  std::int64_t most_;
  std::vector<Reached> steps_;  // by number of edits
};

}  // namespace

std::optional<LetterEdits> EditsBetween(std::string_view from, std::string_view to,
                                        std::size_t most) {
  return EditSearch(from, to, most).Run();
}

}  // namespace sceau::page
