// SPDX-License-Identifier: Apache-2.0
// ZXing's reader behind one function: QR codes and Data Matrices only, and only those that it calls
// valid. Its types and its exceptions stay in the source file.
#ifndef SCEAU_BARCODE_READ_ZXING_READER_H_
#define SCEAU_BARCODE_READ_ZXING_READER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/page.h"

namespace sceau::barcode {

enum class Binarization {
  kLocal,   // each pixel against its surroundings
  kGlobal,  // one threshold for the image
};

// The corners are in pixels of `image`. At most `most` symbols (ZXing itself stops at 255).
// kInternal when ZXing throws.
absl::StatusOr<std::vector<Symbol>> DecodeSymbols(ImageView image, Binarization binarization,
                                                  int most);

// The same on a copy reduced by a whole factor; the corners are still in pixels of `image`.
absl::StatusOr<std::vector<Symbol>> DecodeReduced(ImageView image, int factor,
                                                  Binarization binarization, int most);

// Of an image that shows nothing but one symbol, upright and sharp: at a tenth of the cost.
absl::StatusOr<std::vector<Symbol>> DecodeClean(ImageView image);

// What modules sampled one by one say, if error correction can mend them; the finder patterns must
// be right. Nothing is searched for.
absl::StatusOr<std::optional<Bytes>> DecodeModules(Symbology symbology, const Modules& modules);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ZXING_READER_H_
