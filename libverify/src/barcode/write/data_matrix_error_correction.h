// SPDX-License-Identifier: Apache-2.0
// Data Matrix: Reed-Solomon error correction. Spec: ISO/IEC 16022:2006, 5.7 and annex E.
#ifndef SCEAU_BARCODE_WRITE_DATA_MATRIX_ERROR_CORRECTION_H_
#define SCEAU_BARCODE_WRITE_DATA_MATRIX_ERROR_CORRECTION_H_

#include "barcode/data_matrix_symbol.h"
#include "base/bytes.h"

namespace sceau::barcode {

// Appends symbol.error_codewords to `codewords`, which holds symbol.data_codewords.
void AppendErrorCorrection(const DataMatrixSymbol& symbol, Bytes& codewords);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_DATA_MATRIX_ERROR_CORRECTION_H_
