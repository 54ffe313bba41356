// SPDX-License-Identifier: Apache-2.0
// Data Matrix symbols of ECC 200: from modules to payload. Spec: ISO/IEC 16022:2006, 5.
#ifndef SCEAU_BARCODE_DECODE_DATA_MATRIX_DECODER_H_
#define SCEAU_BARCODE_DECODE_DATA_MATRIX_DECODER_H_

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "barcode/decode/decoded.h"
#include "barcode/decode/module_values.h"

namespace sceau::barcode {

// A symbol of table 7, square or rectangular.
struct DataMatrixForm {
  int width;
  int height;
  int regions_across;
  int regions_down;
  std::size_t data_codewords;   // of all blocks
  std::size_t error_codewords;  // of all blocks
  std::size_t blocks;           // codeword n belongs to block n % blocks
};

// The 24 square and the 6 rectangular forms.
std::span<const DataMatrixForm> DataMatrixForms();

// Where the codewords of one form lie; decodes any number of symbols of that form.
class DataMatrixDecoder {
 public:
  explicit DataMatrixDecoder(const DataMatrixForm& form);

  const DataMatrixForm& form() const { return form_; }

  // `values` has one element for each module.
  Decoded Decode(ModuleValues values) const;

  // The modules of the codewords, eight for each.
  const std::vector<BitPlace>& places() const { return places_; }

 private:
  DataMatrixForm form_;
  std::vector<BitPlace> places_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_DATA_MATRIX_DECODER_H_
