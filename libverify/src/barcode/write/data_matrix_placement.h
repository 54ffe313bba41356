// SPDX-License-Identifier: Apache-2.0
// Data Matrix: where each bit of each codeword goes. Spec: ISO/IEC 16022:2006, 5.8 and annex F.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_PLACEMENT_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_PLACEMENT_H_

#include "barcode/data_matrix_symbol.h"
#include "barcode/modules.h"
#include "base/bytes.h"

namespace sceau::barcode {

// Returns all modules, finder patterns included. `codewords` holds symbol.codewords().
Modules PlaceCodewords(const DataMatrixSymbol& symbol, ByteSpan codewords);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_PLACEMENT_H_
