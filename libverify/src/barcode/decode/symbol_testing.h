// SPDX-License-Identifier: Apache-2.0
// For tests and tools: draws symbols of any size, level and mask from data codewords, and damages
// them.
#ifndef SCEAU_BARCODE_DECODE_SYMBOL_TESTING_H_
#define SCEAU_BARCODE_DECODE_SYMBOL_TESTING_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "barcode/decode/data_matrix_decoder.h"
#include "barcode/decode/decoded.h"
#include "barcode/qr_symbol.h"
#include "base/bytes.h"
#include "base/page.h"

namespace sceau::barcode {

// A symbol as a decoder sees it: 1 is certainly dark, -1 certainly light.
struct DrawnSymbol {
  Symbology symbology = Symbology::kQrCode;
  int width = 0;
  int height = 0;
  std::vector<float> values;
};

// `data` has QrBlocksOf(version, level).data_codewords().
DrawnSymbol DrawQrCode(int version, QrLevel level, int mask, ByteSpan data);
// `data` has form.data_codewords.
DrawnSymbol DrawDataMatrix(const DataMatrixForm& form, ByteSpan data);

// Collects bits, the most significant first, and makes codewords of them.
class BitWriter {
 public:
  BitWriter& Add(std::size_t value, std::size_t bits);
  // Adds the terminator and the pads of QR codes (ISO/IEC 18004:2015, 7.4.9 and 7.4.10), or cuts.
  Bytes QrCodewords(std::size_t count) const;

 private:
  std::vector<bool> bits_;
};

// Adds the pads of Data Matrix symbols, or cuts.
Bytes PaddedDataMatrix(Bytes codewords, std::size_t count);

// A symbol of any size, level, mask and mode, small ones more often, and what it says.
struct PrintedSymbol {
  DrawnSymbol symbol;
  Bytes payload;
};
PrintedSymbol PrintAny(std::mt19937& random);

// How modules are spoilt.
struct Damage {
  double flipped;  // the share of modules that surely say the wrong thing
  double faded;    // the share of modules under a stain, which say nothing
  double noise;    // the deviation of what is measured from what was printed
};
// From none to far more than can be mended.
Damage AnyDamage(std::mt19937& random);
void Spoil(const Damage& damage, std::mt19937& random, DrawnSymbol& symbol);

Decoded DecodeOnce(const DrawnSymbol& symbol);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_SYMBOL_TESTING_H_
