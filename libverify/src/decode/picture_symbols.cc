// SPDX-License-Identifier: Apache-2.0
#include "decode/picture_symbols.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/status.h"
#include "decode/symbol_contrast.h"
#include "seal/registry.h"

namespace sceau::decode {
namespace {

// Nothing unless the reduced picture shows a seal: beside a large web address there may be a seal
// that is too small to be read in it.
absl::StatusOr<std::optional<PictureSymbols>> ReadReduced(document::Document& document, int index,
                                                          const barcode::ReadOptions& options) {
  SCEAU_ASSIGN_OR_RETURN(auto reduced, document.ReadReducedPage(index, document::kAnyFactor));
  if (!reduced) return std::nullopt;
  SCEAU_ASSIGN_OR_RETURN(auto read, barcode::ReadSymbols(View(reduced->image), options));
  if (!read.out_of_time && std::ranges::none_of(read.symbols, IsSeal)) return std::nullopt;
  for (Symbol& symbol : read.symbols) {
    symbol.hidden = IsFaint(reduced->image, symbol.corners);
    for (Point& corner : symbol.corners) {
      corner.x = std::min<double>(corner.x * reduced->factor, reduced->width);
      corner.y = std::min<double>(corner.y * reduced->factor, reduced->height);
    }
  }
  return PictureSymbols{reduced->width,
                        reduced->height,
                        std::move(read.symbols),
                        read.out_of_time,
                        {},
                        std::move(reduced->image),
                        reduced->factor};
}

}  // namespace

bool IsSeal(const Symbol& symbol) {
  return seal::DetectFormat(symbol.payload) != nullptr || seal::NameOther(symbol.payload).is_seal;
}

absl::StatusOr<PictureSymbols> ReadPictureSymbols(document::Document& document, int index,
                                                  const barcode::ReadOptions& options) {
  SCEAU_ASSIGN_OR_RETURN(auto reduced, ReadReduced(document, index, options));
  if (reduced) return *std::move(reduced);
  SCEAU_ASSIGN_OR_RETURN(PageImage image, document.ReadPage(index));
  SCEAU_ASSIGN_OR_RETURN(auto read, barcode::ReadSymbols(View(image), options));
  for (Symbol& symbol : read.symbols) symbol.hidden = IsFaint(image, symbol.corners);
  return PictureSymbols{image.width,
                        image.height,
                        std::move(read.symbols),
                        read.out_of_time,
                        std::move(read.doubts),
                        std::move(image),
                        1};
}

}  // namespace sceau::decode
