// SPDX-License-Identifier: Apache-2.0
// Encodes bytes as Data Matrix data codewords, in as few as possible. Spec: ISO/IEC 16022:2006,
// 5.2.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_

#include <cstddef>

#include "base/bytes.h"

namespace sceau::barcode {

// What the largest symbol holds of digits, the shortest kind: no payload can be longer.
inline constexpr std::size_t kMaxDataMatrixPayload = 3116;

// Returns the data codewords without padding, for a payload of at most kMaxDataMatrixPayload bytes.
// It mixes ASCII (with pairs of digits), C40 and Base 256 so that their sum is the least; the other
// modes (Text, X12, EDIFACT) are not used.
Bytes EncodeDataMatrixData(ByteSpan payload);

// Appends pad codewords up to `capacity` (5.2.3).
void PadDataMatrixData(Bytes& codewords, std::size_t capacity);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_
