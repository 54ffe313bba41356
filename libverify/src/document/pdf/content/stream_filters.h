// SPDX-License-Identifier: Apache-2.0
// Filters that make more bytes than they take, under a bound. Spec: ISO 32000-2, 7.4.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_STREAM_FILTERS_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_STREAM_FILTERS_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::document {

// All refuse document.damaged, and document.too-large for more than `limit` bytes.
absl::StatusOr<Bytes> InflateStream(ByteSpan bytes, std::size_t limit);
absl::StatusOr<Bytes> DecodeLzw(ByteSpan bytes, bool early_change, std::size_t limit);
absl::StatusOr<Bytes> DecodeRunLength(ByteSpan bytes, std::size_t limit);

// What the difference to the pixel on the left or the row above was taken of. Spec: table 8.
struct Predictor {
  int kind = 1;  // 1 none, 2 TIFF, 10 to 15 PNG
  int colors = 1;
  int bits = 8;
  int columns = 1;
};
// False for values that no writer uses.
bool IsPossible(const Predictor& predictor);
absl::StatusOr<Bytes> Undo(const Predictor& predictor, Bytes bytes);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_STREAM_FILTERS_H_
