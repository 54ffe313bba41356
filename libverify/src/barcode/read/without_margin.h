// SPDX-License-Identifier: Apache-2.0
// Reads a symbol that has no quiet zone of its own: cut off at its first modules, or drawn on a
// ground that is as dark as they are.
//
// Where the quiet zone is missing, its sides cannot be found by it. So the area is bounded by what
// differs from its ground. A QR code reaches its sides with modules of both kinds; a Data Matrix on
// a dark ground loses its two solid sides in it, so that it is one module larger than what is seen.
// Grids of every size are laid over that, and those that meet the known patterns are read.
#ifndef SCEAU_BARCODE_READ_WITHOUT_MARGIN_H_
#define SCEAU_BARCODE_READ_WITHOUT_MARGIN_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

// Along the image's sides or nearly so. No symbol if it is none; errors: those of DecodeGrid().
absl::StatusOr<std::optional<Symbol>> ReadWithoutMargin(ImageView page, const Candidate& candidate);

// The whole image as a candidate, when its borders swing between dark and light as those of a
// symbol do that was cut out. Looks at four lines of pixels.
std::optional<Candidate> WholeImage(ImageView image);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_WITHOUT_MARGIN_H_
