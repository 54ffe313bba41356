// SPDX-License-Identifier: Apache-2.0
// Reads a symbol whose modules are dots, or squares with gaps between them.
//
// So little of it is dark that it counts as text, and its edges repeat twice a module. But they
// repeat more strongly than anything else does; so the dots are let grow until they touch, and what
// comes of it is read as any other symbol.
#ifndef SCEAU_BARCODE_READ_DOTS_H_
#define SCEAU_BARCODE_READ_DOTS_H_

#include <optional>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

// By how much of it is dark, or light on a dark ground, and by its beat.
bool MayBeDots(ImageView page, const Candidate& candidate);

// No symbol if it is none. The symbol's corners are in pixels of the page. Errors: those of
// ReadGrid().
absl::StatusOr<std::optional<Symbol>> ReadDots(ImageView page, const Candidate& candidate);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_DOTS_H_
