// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/zxing_reader.h"

// Chooses the UTF-8 form of ZXing 1.4's result texts, which is the only one in later releases.
#ifndef ZX_USE_UTF8
#define ZX_USE_UTF8
#endif
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <new>

#include "barcode/read/geometry.h"
#include "barcode/read/resample.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

// ZXing 2.2 renamed the options.
#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

Options MakeOptions(Binarization binarization, int most) {
  Options options;
  // Enables nothing else: the Aztec reader of ZXing 1.4 returns foreign heap memory as text.
  options.setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::DataMatrix);
  options.setBinarizer(binarization == Binarization::kLocal ? ZXing::Binarizer::LocalAverage
                                                            : ZXing::Binarizer::GlobalHistogram);
  options.setMaxNumberOfSymbols(static_cast<std::uint8_t>(std::clamp(most, 1, 255)));
  return options;
}

// ZXing computes pixel offsets as int.
bool FitsZXing(ImageView image) {
  return image.stride <= std::numeric_limits<int>::max() / std::max(1, image.height);
}

// Draws the modules as sharp pixels, with a quiet zone.
PageImage Drawn(Symbology symbology, const Modules& modules) {
  constexpr int kPixels = 2;  // for each module
  const int quiet = QuietZone(symbology);
  const int side = (modules.size + 2 * quiet) * kPixels;
  PageImage image{side, side, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixels - quiet;
      const int row = y / kPixels - quiet;
      const bool inside = column >= 0 && column < modules.size && row >= 0 && row < modules.size;
      image.pixels.push_back(inside && modules.at(column, row) ? 0 : 255);
    }
  }
  return image;
}

template <typename Result>
Symbol ToSymbol(const Result& result) {
  Symbol symbol;
  symbol.symbology =
      result.format() == ZXing::BarcodeFormat::QRCode ? Symbology::kQrCode : Symbology::kDataMatrix;
  symbol.payload.assign(result.bytes().begin(), result.bytes().end());
  const auto& position = result.position();
  for (std::size_t i = 0; i < 4; ++i) {
    symbol.corners[i] = {static_cast<double>(position[i].x), static_cast<double>(position[i].y)};
  }
  return symbol;
}

absl::StatusOr<std::vector<Symbol>> Decode(ImageView image, const Options& options) {
  std::vector<Symbol> symbols;
  if (image.width <= 0 || image.height <= 0) return symbols;
  if (!FitsZXing(image)) return Refuse(Reason::kInternal, "symbol reader: image over its size");
  try {
    const ZXing::ImageView view(image.pixels, image.width, image.height, ZXing::ImageFormat::Lum,
                                static_cast<int>(image.stride));
    for (const auto& result : ZXing::ReadBarcodes(view, options)) {
      if (result.isValid()) symbols.push_back(ToSymbol(result));
    }
  } catch (const std::bad_alloc&) {
    return Refuse(Reason::kDocumentOutOfMemory, "symbol reader");
  } catch (const std::exception&) {
    return Refuse(Reason::kInternal, "symbol reader: the decoder failed");
  }
  return symbols;
}

}  // namespace

absl::StatusOr<std::vector<Symbol>> DecodeSymbols(ImageView image, Binarization binarization,
                                                  int most) {
  return Decode(image, MakeOptions(binarization, most));
}

absl::StatusOr<std::vector<Symbol>> DecodeClean(ImageView image) {
  Options options = MakeOptions(Binarization::kGlobal, 1);
  options.setBinarizer(ZXing::Binarizer::FixedThreshold);
  options.setIsPure(true);
  return Decode(image, options);
}

absl::StatusOr<std::optional<Bytes>> DecodeModules(Symbology symbology, const Modules& modules) {
  const PageImage image = Drawn(symbology, modules);
  try {
    Options options;
    options.setFormats(symbology == Symbology::kQrCode ? ZXing::BarcodeFormat::QRCode
                                                       : ZXing::BarcodeFormat::DataMatrix);
    options.setBinarizer(ZXing::Binarizer::BoolCast);
    options.setIsPure(true);
    options.setMaxNumberOfSymbols(1);
    const ZXing::ImageView view(image.pixels.data(), image.width, image.height,
                                ZXing::ImageFormat::Lum);
    for (const auto& result : ZXing::ReadBarcodes(view, options)) {
      if (result.isValid()) return std::optional(ToSymbol(result).payload);
    }
  } catch (const std::bad_alloc&) {
    return Refuse(Reason::kDocumentOutOfMemory, "symbol reader");
  } catch (const std::exception&) {
    return Refuse(Reason::kInternal, "symbol reader: the decoder failed");
  }
  return std::optional<Bytes>();
}

absl::StatusOr<std::vector<Symbol>> DecodeReduced(ImageView image, int factor,
                                                  Binarization binarization, int most) {
  if (factor <= 1) return DecodeSymbols(image, binarization, most);
  const PageImage reduced = Reduce(image, factor);
  auto symbols = DecodeSymbols(View(reduced), binarization, most);
  if (!symbols.ok()) return symbols;
  for (Symbol& symbol : *symbols) {
    for (Point& corner : symbol.corners) corner = corner * factor;
  }
  return symbols;
}

}  // namespace sceau::barcode
