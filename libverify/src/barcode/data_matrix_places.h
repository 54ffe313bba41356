// SPDX-License-Identifier: Apache-2.0
// Data Matrix: where each bit of each codeword lies. Spec: ISO/IEC 16022:2006, 5.8 and annex F.
#ifndef SCEAU_BARCODE_DATA_MATRIX_PLACES_H_
#define SCEAU_BARCODE_DATA_MATRIX_PLACES_H_

#include <cstddef>
#include <vector>

namespace sceau::barcode {

// The mapping matrix is what the data regions make when they are joined without their borders. Bit
// b of codeword n, where bit 0 is the most significant, lies at element 8 n + b, counted row by row
// from the top left. Both sizes must be those of a symbol.
std::vector<std::size_t> DataMatrixPlaces(int rows, int columns);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DATA_MATRIX_PLACES_H_
