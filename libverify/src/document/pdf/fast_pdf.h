// SPDX-License-Identifier: Apache-2.0
// A PDF whose pages are taken apart instead of drawn. See docs/design.md, "PDF without drawing".
#ifndef SCEAU_DOCUMENT_PDF_FAST_PDF_H_
#define SCEAU_DOCUMENT_PDF_FAST_PDF_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

class FastPdf {
 public:
  // Null for whatever is not entirely in order: damaged, with a password, over a limit. The bytes
  // and the limits must outlive it. Does not throw.
  static std::unique_ptr<FastPdf> Open(ByteSpan bytes, const Limits& limits);

  virtual ~FastPdf() = default;
  virtual int page_count() const = 0;
  // Null when the page has to be drawn. Does not throw.
  virtual std::unique_ptr<PageParts> OpenParts(int index) = 0;
  // Nothing where a whole PDF reader has to say. Does not throw.
  virtual std::optional<PageText> ReadText(int index) = 0;
  // As Document::FindBesidePages(). Does not throw.
  virtual std::vector<Finding> FindBesidePages() = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_FAST_PDF_H_
