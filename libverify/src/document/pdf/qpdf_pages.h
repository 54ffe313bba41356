// SPDX-License-Identifier: Apache-2.0
// The pages of a PDF by qpdf's objects, taken apart instead of drawn. See docs/design.md, "PDF
// without drawing".
#ifndef SCEAU_DOCUMENT_PDF_QPDF_PAGES_H_
#define SCEAU_DOCUMENT_PDF_QPDF_PAGES_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

class QpdfPages {
 public:
  // Null when anything about the file is not in order: it is damaged, needs a password or is over a
  // limit. The bytes and the limits must outlive it. Does not throw.
  static std::unique_ptr<QpdfPages> Open(ByteSpan bytes, const Limits& limits);

  virtual ~QpdfPages() = default;
  virtual int page_count() const = 0;
  // Of each page, the points that a unit of its space is; 1 where that is not in order. Does not
  // throw.
  virtual std::vector<double> UserUnits() = 0;
  // Null when the page has to be drawn. Does not throw.
  virtual std::unique_ptr<PageParts> OpenParts(int index) = 0;
  // As Document::ShowingOf(). Does not throw.
  virtual Showing ShowingOf(int index) = 0;
  // As Document::ReadText(). Does not throw.
  virtual std::optional<PageText> ReadText(int index) = 0;
  // As Document::FindBesidePages(). Does not throw.
  virtual std::vector<Finding> FindBesidePages() = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_QPDF_PAGES_H_
