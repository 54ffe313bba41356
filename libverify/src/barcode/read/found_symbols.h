// SPDX-License-Identifier: Apache-2.0
// The symbols of one page, each once.
#ifndef SCEAU_BARCODE_READ_FOUND_SYMBOLS_H_
#define SCEAU_BARCODE_READ_FOUND_SYMBOLS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

class FoundSymbols {
 public:
  explicit FoundSymbols(int most) : most_(most) {}

  // Takes those that are not known yet. Passes a refusal on; refuses document.too-many-symbols.
  absl::Status Add(absl::StatusOr<std::vector<Symbol>> symbols);

  bool empty() const { return symbols_.empty(); }

  // True when a known symbol is what the candidate shows.
  bool Covers(const Candidate& candidate) const;

  // Top to bottom in lines, left to right in a line. Nothing is left here afterwards.
  std::vector<Symbol> TakeInReadingOrder();

 private:
  int most_;
  std::vector<Symbol> symbols_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_FOUND_SYMBOLS_H_
