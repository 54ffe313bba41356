// SPDX-License-Identifier: Apache-2.0
// Reads a candidate module by module: its outline is snapped to the quiet zone, its modules
// counted, a lattice fitted to the patterns that every symbol of that size has, and each module
// sampled, so that only error correction is left to the decoder.
#ifndef SCEAU_BARCODE_READ_GRID_READER_H_
#define SCEAU_BARCODE_READ_GRID_READER_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

enum class GridEffort {
  kQuick,     // flat paper, middling blur
  kThorough,  // bent paper, strong blur, several outlines
  kInverted,  // as kQuick, light modules on dark
};

struct GridResult {
  std::optional<Symbol> symbol;
  double beat = 0;  // how strongly edges there are spaced as modules are, read or not; noise: 1
};

absl::StatusOr<GridResult> ReadGrid(ImageView page, const Candidate& candidate, GridEffort effort);

// The beat alone, of the candidate as it was located: a tenth of the cost, for a first look.
double BeatOf(ImageView page, const Candidate& candidate);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_READER_H_
