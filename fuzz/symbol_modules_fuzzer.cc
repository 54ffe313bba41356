// SPDX-License-Identifier: Apache-2.0
// Decodes any modules with any confidences. The first byte names the symbology and how the rest is
// taken, the second the size; then comes a byte for each module, or, so that codewords get as far
// as their meaning, the data codewords of a clean symbol.
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "barcode/decode/symbol_decoder.h"
#include "barcode/decode/symbol_testing.h"
#include "fuzz_check.h"

namespace {

using namespace sceau;           // NOLINT(google-build-using-namespace)
using namespace sceau::barcode;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kMaxBytes = 7089;  // digits of the largest QR code

ByteSpan Take(const std::uint8_t* data, std::size_t size, std::size_t count, Bytes& copy) {
  copy.assign(data, data + std::min(size, count));
  copy.resize(count);
  return copy;
}

DrawnSymbol Clean(bool is_qr, std::uint8_t which, const std::uint8_t* data, std::size_t size) {
  Bytes copy;
  if (is_qr) {
    const int version = which % kQrVersions + 1;
    const auto level = static_cast<QrLevel>(which / kQrVersions % 4);
    return DrawQrCode(version, level, which % 8,
                      Take(data, size, QrBlocksOf(version, level).data_codewords(), copy));
  }
  const DataMatrixForm& form = DataMatrixForms()[which % DataMatrixForms().size()];
  return DrawDataMatrix(form, Take(data, size, form.data_codewords, copy));
}

// Each byte is a value between -1 and 1; with `any_float` each four are any number, or none.
DrawnSymbol Measured(bool is_qr, std::uint8_t which, bool any_float, const std::uint8_t* data,
                     std::size_t size) {
  DrawnSymbol symbol = Clean(is_qr, which, nullptr, 0);
  const std::size_t width = any_float ? 4 : 1;
  for (std::size_t i = 0; i < symbol.values.size() && (i + 1) * width <= size; ++i) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < width; ++j) bits = bits << 8 | data[i * width + j];
    symbol.values[i] =
        any_float ? std::bit_cast<float>(bits) : (static_cast<float>(bits) - 127.5F) / 127.5F;
  }
  return symbol;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const bool is_qr = (data[0] & 1) != 0;
  const bool is_clean = (data[0] & 2) != 0;
  const bool any_float = (data[0] & 4) != 0;
  const DrawnSymbol symbol = is_clean ? Clean(is_qr, data[1], data + 2, size - 2)
                                      : Measured(is_qr, data[1], any_float, data + 2, size - 2);
  const Decoded decoded = DecodeOnce(symbol);
  fuzz::Check((decoded.decoding == Decoding::kDone) == !decoded.payload.empty(),
              "a payload if and only if it is done");
  fuzz::Check(decoded.payload.size() <= kMaxBytes, "no more than a symbol holds");
  fuzz::Check(!is_clean || decoded.decoding != Decoding::kImpossible, "a clean symbol is seen");
  // Fewer values than modules are refused, not read beyond.
  const auto decoder = SymbolDecoder::For(symbol.symbology, symbol.width, symbol.height);
  fuzz::Check(decoder.has_value(), "every drawn size has a decoder");
  const ModuleValues cut(symbol.values.data(), symbol.values.size() - 1);
  fuzz::Check(decoder->Decode(cut).decoding == Decoding::kImpossible, "one value too few");
  return 0;
}
