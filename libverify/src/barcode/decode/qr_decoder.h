// SPDX-License-Identifier: Apache-2.0
// QR codes of model 2: from modules to payload. Spec: ISO/IEC 18004:2015, 7.
#ifndef SCEAU_BARCODE_DECODE_QR_DECODER_H_
#define SCEAU_BARCODE_DECODE_QR_DECODER_H_

#include <cstddef>
#include <vector>

#include "barcode/decode/decoded.h"
#include "barcode/decode/module_values.h"
#include "barcode/decode/qr_information.h"

namespace sceau::barcode {

// Where the codewords of one size lie; decodes any number of symbols of that size.
class QrDecoder {
 public:
  explicit QrDecoder(int version);  // 1 to 40

  int size() const { return size_; }

  // `values` has size() * size() elements.
  Decoded Decode(ModuleValues values) const;

  // The modules that carry codewords, in their order (7.7.3), and whether a mask turns the module
  // in that row and column round (7.8.2).
  const std::vector<QrModule>& cells() const { return cells_; }
  static bool IsMasked(int mask, int row, int column);

 private:
  Decoded DecodeAs(const QrFormat& format, ModuleValues values) const;

  int version_;
  int size_;
  std::vector<QrModule> cells_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_QR_DECODER_H_
