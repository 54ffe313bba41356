// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix.h"

#include "barcode/data_matrix_symbol.h"
#include "barcode/write/data_matrix_encodation.h"
#include "barcode/write/data_matrix_error_correction.h"
#include "barcode/write/data_matrix_placement.h"
#include "base/status.h"

namespace sceau::barcode {

absl::StatusOr<Modules> WriteDataMatrix(ByteSpan payload) {
  if (payload.empty()) return Refuse(Reason::kInternal, "symbol: empty payload");
  const absl::Status too_large =
      Refuse(Reason::kClaimsTooLargeForCode, "data matrix: payload over the largest square");
  if (payload.size() > kMaxDataMatrixPayload) return too_large;
  Bytes codewords = EncodeDataMatrixData(payload);
  const auto symbol = SmallestSymbol(codewords.size());
  if (!symbol) return too_large;
  PadDataMatrixData(codewords, symbol->data_codewords);
  AppendErrorCorrection(*symbol, codewords);
  return PlaceCodewords(*symbol, codewords);
}

}  // namespace sceau::barcode
