// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/symbol_decoder.h"

namespace sceau::barcode {
namespace {

std::size_t ModulesOf(const QrDecoder& decoder) {
  return static_cast<std::size_t>(decoder.size()) * static_cast<std::size_t>(decoder.size());
}
std::size_t ModulesOf(const DataMatrixDecoder& decoder) {
  return static_cast<std::size_t>(decoder.form().width) *
         static_cast<std::size_t>(decoder.form().height);
}

}  // namespace

std::optional<SymbolDecoder> SymbolDecoder::For(Symbology symbology, int width, int height) {
  if (symbology == Symbology::kQrCode) {
    if (width != height || width < QrSize(1) || width > QrSize(kQrVersions)) return std::nullopt;
    if (width % 4 != QrSize(1) % 4) return std::nullopt;
    return SymbolDecoder(QrDecoder((width - QrSize(0)) / 4));
  }
  if (symbology != Symbology::kDataMatrix) return std::nullopt;
  for (const DataMatrixForm& form : DataMatrixForms()) {
    if (form.width == width && form.height == height) return SymbolDecoder(DataMatrixDecoder(form));
  }
  return std::nullopt;
}

Decoded SymbolDecoder::Decode(ModuleValues values) const {
  return std::visit(
      [&](const auto& decoder) -> Decoded {
        if (values.size() != ModulesOf(decoder)) return {};
        return decoder.Decode(values);
      },
      decoder_);
}

}  // namespace sceau::barcode
