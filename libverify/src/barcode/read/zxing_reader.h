// SPDX-License-Identifier: Apache-2.0
// ZXing's reader behind a few functions: it reads QR codes and Data Matrix symbols only, and
// returns only those that ZXing calls valid. ZXing's types and exceptions stay in the source file.
#ifndef SCEAU_BARCODE_READ_ZXING_READER_H_
#define SCEAU_BARCODE_READ_ZXING_READER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/page.h"

namespace sceau::barcode {

enum class Binarization {
  kLocal,   // compares each pixel with its surroundings
  kGlobal,  // has one threshold for the image
};

// Returns at most `most` symbols (ZXing itself stops at 255), with corners in pixels of `image`.
// Errors: document.out-of-memory; kInternal when ZXing throws or the image is too large for it.
absl::StatusOr<std::vector<Symbol>> DecodeSymbols(ImageView image, Binarization binarization,
                                                  int most);

// The same on a copy that is reduced by a whole factor; the corners are in pixels of `image`.
absl::StatusOr<std::vector<Symbol>> DecodeReduced(ImageView image, int factor,
                                                  Binarization binarization, int most);

// The same for an image that shows nothing but one symbol, upright and sharp, at a tenth of the
// cost.
absl::StatusOr<std::vector<Symbol>> DecodeClean(ImageView image);

// Decodes modules that were sampled one by one. Nothing is searched for: the finder patterns must
// be right, and error correction must be able to correct the rest. Errors: as DecodeSymbols().
absl::StatusOr<std::optional<Bytes>> DecodeModules(Symbology symbology, const Modules& modules);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ZXING_READER_H_
