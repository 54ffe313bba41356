// SPDX-License-Identifier: Apache-2.0
// Bytes of a document -> pages, one at a time: pixels, and the words of a PDF's text layer.
#ifndef SCEAU_DOCUMENT_DOCUMENT_H_
#define SCEAU_DOCUMENT_DOCUMENT_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "sceau/limits.h"

namespace sceau::document {

enum class DocumentType { kUnknown, kPdf, kJpeg, kPng, kTiff, kWebp, kHeic, kPnm };

// By the first bytes, never by a file name.
DocumentType DetectType(ByteSpan bytes);

// What one page gives besides its pixels.
struct PageText {
  TextSource source = TextSource::kNone;
  std::vector<Word> words;
};

// A page decoded at a fraction of its size: a pixel at (x, y) of the image is one at (x, y) *
// factor of the page.
struct ReducedPage {
  PageImage image;
  int factor = 1;
  int width = 0;  // of the page
  int height = 0;
};

// An open document. Not thread-safe. The bytes given to OpenDocument must outlive it.
class Document {
 public:
  virtual ~Document() = default;
  virtual int page_count() const = 0;
  // `index` from 0. Upright as a viewer shows it (EXIF orientation and /Rotate applied).
  // Refuses document.damaged, document.too-many-pixels.
  virtual absl::StatusOr<PageImage> ReadPage(int index) = 0;
  // Of a page so large that a part of its pixels will mostly do, and costs less: those. Otherwise
  // nothing. Refuses as ReadPage().
  virtual absl::StatusOr<std::optional<ReducedPage>> ReadReducedPage(int /*index*/) {
    return std::nullopt;
  }
  virtual absl::StatusOr<PageText> ReadText(int index) = 0;
};

// Refuses document.empty, document.unknown-type, document.damaged, document.encrypted,
// document.too-many-pages, document.too-many-pixels.
absl::StatusOr<std::unique_ptr<Document>> OpenDocument(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_DOCUMENT_H_
