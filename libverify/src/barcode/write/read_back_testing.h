// SPDX-License-Identifier: Apache-2.0
// For tests: reads a symbol that we drew with ZXing's reader, from clean pixels.
#ifndef SCEAU_BARCODE_WRITE_READ_BACK_TESTING_H_
#define SCEAU_BARCODE_WRITE_READ_BACK_TESTING_H_

// Chooses the UTF-8 form of ZXing 1.4's result texts, which is the only one in later releases.
#ifndef ZX_USE_UTF8
#define ZX_USE_UTF8
#endif
#include <ZXing/ReadBarcode.h>

#include <string>

#include "barcode/modules.h"

namespace sceau::barcode {

struct ReadBack {
  bool valid = false;
  std::string bytes;
  std::string level;  // of error correction: "M"
  bool has_eci = false;
  double side = 0;  // pixels, of the symbol without its quiet zone, along its top
};

// `pure` says that the image shows nothing but the symbol, upright and sharp.
inline ReadBack ReadPixels(Symbology symbology, ImageView image, bool pure) {
  // ZXing 2.2 renamed the options.
#if __has_include(<ZXing/ReaderOptions.h>)
  ZXing::ReaderOptions hints;
#else
  ZXing::DecodeHints hints;
#endif
  hints.setFormats(symbology == Symbology::kQrCode ? ZXing::BarcodeFormat::QRCode
                                                   : ZXing::BarcodeFormat::DataMatrix);
  hints.setIsPure(pure);
  if (pure) hints.setBinarizer(ZXing::Binarizer::BoolCast);
  const ZXing::Result result =
      ZXing::ReadBarcode({image.pixels, image.width, image.height, ZXing::ImageFormat::Lum}, hints);
  const auto& corners = result.position();
  return {result.isValid(),
          {result.bytes().begin(), result.bytes().end()},
          result.ecLevel(),
          result.hasECI(),
          static_cast<double>(corners.topRight().x - corners.topLeft().x)};
}

inline ReadBack ReadModules(Symbology symbology, const Modules& modules) {
  constexpr int kPixels = 3;
  const int quiet = QuietZone(symbology);
  const int side = (modules.size + 2 * quiet) * kPixels;
  Bytes pixels;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixels - quiet;
      const int row = y / kPixels - quiet;
      const bool inside = column >= 0 && column < modules.size && row >= 0 && row < modules.size;
      pixels.push_back(inside && modules.at(column, row) ? 0 : 255);
    }
  }
  return ReadPixels(symbology, {pixels.data(), side, side, side}, true);
}

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_READ_BACK_TESTING_H_
