// SPDX-License-Identifier: Apache-2.0
// Reads a candidate module by module, so that only error correction is left to the decoder.
//
// The candidate's outline is snapped to the quiet zone and its modules are counted by the beat of
// their edges. Both steps give several answers. A grid of each likely size and turn is laid over
// each outline and fitted to the patterns that every symbol of that size has; the grids that fit
// best are sampled and decoded. If none of them decodes, a thorough effort grows grids, which
// follow bent paper.
#ifndef SCEAU_BARCODE_READ_GRID_READER_H_
#define SCEAU_BARCODE_READ_GRID_READER_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

enum class GridEffort {
  kQuick,     // for flat paper and middling blur
  kThorough,  // also for bent paper and strong blur; tries several outlines
  kInverted,  // as kQuick, with light modules on a dark ground
};

struct GridResult {
  std::optional<Symbol> symbol;
  double beat = 0;  // of the modules, whether they were read or not; noise has 1
};

// Returns no symbol if the candidate cannot be read. The symbol's corners are in pixels of the
// page. Errors: those of DecodeGrid().
absl::StatusOr<GridResult> ReadGrid(ImageView page, const Candidate& candidate, GridEffort effort);

// Measures the beat alone, of the candidate as it was located, at a tenth of the cost of
// ReadGrid().
double BeatOf(ImageView page, const Candidate& candidate);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_READER_H_
