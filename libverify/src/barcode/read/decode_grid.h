// SPDX-License-Identifier: Apache-2.0
// Turns the samples of a fitted grid into a payload.
//
// The samples say how dark each module is, and with that how sure; `decode/` makes a payload of
// them. Where it gives none, the samples are equalized and tried again. A symbol of several blocks
// is mostly spoilt in some of them; the others, once they are corrected, say what their modules
// must be, and with these the samples are equalized better. Only what `decode/` is not sure of goes
// to ZXing: each sample is compared with a threshold, and the modules of the known patterns are set
// to what they must be.
#ifndef SCEAU_BARCODE_READ_DECODE_GRID_H_
#define SCEAU_BARCODE_READ_DECODE_GRID_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

enum class Persistence {
  kLow,   // the samples as they are, then equalized once
  kHigh,  // also equalized several times, at several thresholds, and mirrored
};

// `samples` are those of Grid::Sample(). Returns nothing if no attempt decodes; leaves the symbol's
// corners to the caller. Errors: those of DecodeModules().
absl::StatusOr<std::optional<Symbol>> DecodeGrid(const GridShape& shape,
                                                 const Plane<float>& samples,
                                                 Persistence persistence);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_DECODE_GRID_H_
