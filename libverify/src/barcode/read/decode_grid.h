// SPDX-License-Identifier: Apache-2.0
// Samples of a fitted grid -> what they say.
#ifndef SCEAU_BARCODE_READ_DECODE_GRID_H_
#define SCEAU_BARCODE_READ_DECODE_GRID_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

enum class Persistence {
  kLow,   // as sampled, and once with the neighbours' part taken out
  kHigh,  // that several times over, at several thresholds; mirrored
};

// The corners are left to the caller.
absl::StatusOr<std::optional<Symbol>> DecodeGrid(const GridShape& shape,
                                                 const Plane<float>& samples,
                                                 Persistence persistence);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_DECODE_GRID_H_
