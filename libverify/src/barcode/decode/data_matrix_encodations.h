// SPDX-License-Identifier: Apache-2.0
// From the data codewords of a Data Matrix to its payload. Spec: ISO/IEC 16022:2006, 5.2 to 5.6.
//
// The payload is what ZXing's reader calls the bytes of a symbol. FNC1 is a group separator but in
// first and second place, where it says what follows; the macros 05 and 06 are written out;
// extended channel interpretations and the header of a structured append are read and leave nothing
// in it.
#ifndef SCEAU_BARCODE_DECODE_DATA_MATRIX_ENCODATIONS_H_
#define SCEAU_BARCODE_DECODE_DATA_MATRIX_ENCODATIONS_H_

#include <optional>

#include "base/bytes.h"

namespace sceau::barcode {

// Returns nothing if the codewords do not follow the standard.
std::optional<Bytes> DecodeDataMatrixEncodations(ByteSpan codewords);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_DATA_MATRIX_ENCODATIONS_H_
