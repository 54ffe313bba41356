// SPDX-License-Identifier: Apache-2.0
// The symbols of a page as it is seen, from as few of its pixels as will do.
#ifndef SCEAU_DECODE_PICTURE_SYMBOLS_H_
#define SCEAU_DECODE_PICTURE_SYMBOLS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "barcode/read/read_symbols.h"
#include "base/page.h"
#include "document/document.h"

namespace sceau::decode {

struct PictureSymbols {
  int width = 0;  // of the page, pixels
  int height = 0;
  std::vector<Symbol> symbols;  // hidden: those that hardly stand out
  bool out_of_time = false;
  std::vector<Corners> doubts;  // areas that look like a symbol and were not read
  // What they were read from: the page, or the page reduced by that factor.
  PageImage image;
  int factor = 1;
};

// Of any format, verified by us or not.
bool IsSeal(const Symbol& symbol);

absl::StatusOr<PictureSymbols> ReadPictureSymbols(document::Document& document, int index,
                                                  const barcode::ReadOptions& options);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_PICTURE_SYMBOLS_H_
