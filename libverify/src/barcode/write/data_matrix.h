// SPDX-License-Identifier: Apache-2.0
// Writes a payload as a square Data Matrix. Spec: ISO/IEC 16022:2006, ECC 200.
//
// This writer is our own because that of ZXing 1.4 draws rectangles for some lengths, refuses some
// texts ("Illegal character" after a switch of mode) and draws about one mixed text in forty so
// that no reader can read it.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_H_

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/bytes.h"

namespace sceau::barcode {

// The smallest square that holds the payload. It takes any bytes, control characters included: GS
// is written as itself, never as FNC1. There is no macro and no ECI. Errors:
// claims.too-large-for-code; kInternal for an empty payload.
absl::StatusOr<Modules> WriteDataMatrix(ByteSpan payload);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_H_
