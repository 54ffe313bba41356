// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/found_symbols.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "barcode/read/geometry.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

// Two readings of one symbol differ by a few pixels; two symbols never lie on top of one another.
bool Overlap(const Corners& a, const Corners& b) {
  return Contains(a, Centre(b)) || Contains(b, Centre(a));
}

// An area larger than this many times a symbol in it may hold another one beside it.
constexpr double kOneSymbol = 1.8;

}  // namespace

absl::Status FoundSymbols::Add(absl::StatusOr<std::vector<Symbol>> symbols) {
  if (!symbols.ok()) return symbols.status();
  for (Symbol& symbol : *symbols) {
    const bool known = std::ranges::any_of(symbols_, [&](const Symbol& other) {
      return other.symbology == symbol.symbology && other.payload == symbol.payload &&
             Overlap(other.corners, symbol.corners);
    });
    if (!known) symbols_.push_back(std::move(symbol));
  }
  if (symbols_.size() > static_cast<std::size_t>(std::max(0, most_))) {
    return Refuse(Reason::kDocumentTooManySymbols, "page: more symbols than the limit");
  }
  return absl::OkStatus();
}

bool FoundSymbols::Covers(const Candidate& candidate) const {
  const Corners& area = candidate.rectangle.corners;
  return std::ranges::any_of(symbols_, [&](const Symbol& symbol) {
    if (Contains(symbol.corners, Centre(area))) return true;
    return Contains(area, Centre(symbol.corners)) &&
           std::abs(SignedArea(area)) < kOneSymbol * std::abs(SignedArea(symbol.corners));
  });
}

std::vector<Symbol> FoundSymbols::TakeInReadingOrder() {
  const auto centre = [](const Symbol& symbol) { return Centre(symbol.corners); };
  std::ranges::sort(symbols_, {}, [&](const Symbol& symbol) { return centre(symbol).y; });
  // A line ends with the first symbol whose centre is below the lower half of the line's first one.
  for (auto first = symbols_.begin(); first != symbols_.end();) {
    const double bottom = centre(*first).y + MeanSide(first->corners) / 2;
    const auto next = std::find_if(first, symbols_.end(),
                                   [&](const Symbol& symbol) { return centre(symbol).y > bottom; });
    std::ranges::stable_sort(first, next, {},
                             [&](const Symbol& symbol) { return centre(symbol).x; });
    first = next;
  }
  return std::exchange(symbols_, {});
}

}  // namespace sceau::barcode
