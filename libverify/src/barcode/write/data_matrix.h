// SPDX-License-Identifier: Apache-2.0
// Draws a payload as a square Data Matrix. Spec: ISO/IEC 16022:2006, ECC 200.
//
// Our own, since ZXing 1.4's writer draws rectangles for some lengths, refuses some texts ("Illegal
// character" after a switch of mode) and draws about one text in forty with mixed contents so that
// no reader can read it.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_H_

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/bytes.h"

namespace sceau::barcode {

// The smallest square for any bytes, control characters included: GS is written as itself, never as
// FNC1; no macro, no ECI. Errors: claims.too-large-for-code; kInternal for an empty payload.
absl::StatusOr<Modules> WriteDataMatrix(ByteSpan payload);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_H_
