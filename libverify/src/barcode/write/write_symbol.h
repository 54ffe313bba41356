// SPDX-License-Identifier: Apache-2.0
// Writes a symbol of either symbology. Sceau issues QR codes alone; tools and tests write Data
// Matrix symbols too, and link this with the target sceau_symbol_writer.
#ifndef SCEAU_BARCODE_WRITE_WRITE_SYMBOL_H_
#define SCEAU_BARCODE_WRITE_WRITE_SYMBOL_H_

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/bytes.h"

namespace sceau::barcode {

// Calls WriteQrCode() or WriteDataMatrix(). Errors: claims.too-large-for-code; kInternal for an
// empty payload and for Symbology::kText, which has no modules.
absl::StatusOr<Modules> WriteSymbol(Symbology symbology, ByteSpan payload);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_WRITE_SYMBOL_H_
