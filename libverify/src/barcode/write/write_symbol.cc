// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/write_symbol.h"

#include "barcode/write/data_matrix.h"
#include "barcode/write/qr_code.h"
#include "base/status.h"

namespace sceau::barcode {

absl::StatusOr<Modules> WriteSymbol(Symbology symbology, ByteSpan payload) {
  switch (symbology) {
    case Symbology::kQrCode:
      return WriteQrCode(payload);
    case Symbology::kDataMatrix:
      return WriteDataMatrix(payload);
    case Symbology::kText:
      break;
  }
  return Refuse(Reason::kInternal, "symbol: text has no modules");
}

}  // namespace sceau::barcode
