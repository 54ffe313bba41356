// SPDX-License-Identifier: Apache-2.0
// Data Matrix: bytes as data codewords, in the fewest. Spec: ISO/IEC 16022:2006, 5.2.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_

#include <cstddef>

#include "base/bytes.h"

namespace sceau::barcode {

// Digits only, in the largest symbol: no payload can be longer.
inline constexpr std::size_t kMaxDataMatrixPayload = 3116;

// Data codewords without padding, for a payload of at most kMaxDataMatrixPayload bytes. Mixes ASCII
// (with pairs of digits), C40 and Base 256 so that the sum is the least; the other modes (Text,
// X12, EDIFACT) are not used.
Bytes EncodeDataMatrixData(ByteSpan payload);

// Appends pad codewords up to `capacity` (5.2.3).
void PadDataMatrixData(Bytes& codewords, std::size_t capacity);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_ENCODATION_H_
