// SPDX-License-Identifier: Apache-2.0
// From the modules of a symbol, each with how sure it is, to its payload.
#ifndef SCEAU_BARCODE_DECODE_SYMBOL_DECODER_H_
#define SCEAU_BARCODE_DECODE_SYMBOL_DECODER_H_

#include <optional>
#include <variant>

#include "barcode/decode/data_matrix_decoder.h"
#include "barcode/decode/decoded.h"
#include "barcode/decode/module_values.h"
#include "barcode/decode/qr_decoder.h"
#include "base/page.h"

namespace sceau::barcode {

// Decodes the symbols of one symbology and size. What it knows of the size is worked out once.
class SymbolDecoder {
 public:
  // Nothing if no symbol has that size. QR codes of model 2 have 21 to 177 modules a side; Data
  // Matrix has DataMatrixForms().
  static std::optional<SymbolDecoder> For(Symbology symbology, int width, int height);

  // `values` has one element for each module; with fewer or more nothing is decoded. The modules of
  // the known patterns are not looked at. A payload is given only if noise would hardly ever look
  // like it.
  Decoded Decode(ModuleValues values) const;

 private:
  explicit SymbolDecoder(QrDecoder decoder) : decoder_(std::move(decoder)) {}
  explicit SymbolDecoder(DataMatrixDecoder decoder) : decoder_(std::move(decoder)) {}

  std::variant<QrDecoder, DataMatrixDecoder> decoder_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_SYMBOL_DECODER_H_
