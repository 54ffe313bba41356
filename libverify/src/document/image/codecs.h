// SPDX-License-Identifier: Apache-2.0
// One function for each image format. Each takes hostile bytes, checks the stated size against
// Limits::page_pixels before it allocates, and returns luminance on white, upright. Errors:
// document.damaged, document.too-many-pages, document.too-many-pixels, document.unsupported-type.
// They may throw std::bad_alloc, which OpenDocument() catches.
#ifndef SCEAU_DOCUMENT_IMAGE_CODECS_H_
#define SCEAU_DOCUMENT_IMAGE_CODECS_H_

#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// Formats with one picture in each file; of an animation, the first. A picture that is cut after
// its header is returned as far as it goes, the rest white or grey, as a viewer shows it (but not
// PNM, which only programs write).
absl::StatusOr<PageImage> DecodeJpeg(ByteSpan bytes, const Limits& limits);
absl::StatusOr<std::optional<ReducedPage>> DecodeReducedJpeg(ByteSpan bytes, const Limits& limits,
                                                             int max_factor);
absl::StatusOr<PageImage> DecodePng(ByteSpan bytes, const Limits& limits);
absl::StatusOr<PageImage> DecodeWebp(ByteSpan bytes, const Limits& limits);
absl::StatusOr<PageImage> DecodeGif(ByteSpan bytes, const Limits& limits);
absl::StatusOr<PageImage> DecodeBmp(ByteSpan bytes, const Limits& limits);
absl::StatusOr<PageImage> DecodePnm(ByteSpan bytes, const Limits& limits);

// Formats with several pictures in one file. The bytes must outlive the document.
absl::StatusOr<std::unique_ptr<Document>> OpenTiff(ByteSpan bytes, const Limits& limits);
absl::StatusOr<std::unique_ptr<Document>> OpenHeif(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_CODECS_H_
