// SPDX-License-Identifier: Apache-2.0
// Collects the symbols of one page, each once.
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

  // Adds the symbols that are not known yet. Returns the error that it was given; refuses
  // document.too-many-symbols.
  absl::Status Add(absl::StatusOr<std::vector<Symbol>> symbols);

  bool empty() const { return symbols_.empty(); }

  // True when the candidate shows a symbol that is known already.
  bool Covers(const Candidate& candidate) const;

  // Takes all symbols out, line by line from the top and from left to right within a line.
  std::vector<Symbol> TakeInReadingOrder();

 private:
  int most_;
  std::vector<Symbol> symbols_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_FOUND_SYMBOLS_H_
