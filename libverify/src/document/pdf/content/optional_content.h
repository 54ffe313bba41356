// SPDX-License-Identifier: Apache-2.0
// Which layers of a PDF are shown when it is opened. Spec: ISO 32000-2, 8.11.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_OPTIONAL_CONTENT_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_OPTIONAL_CONTENT_H_

#include <set>

#include "document/pdf/content/content_reader.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

class OptionalContent : public Layers {
 public:
  // Of the catalogue's /OCProperties, which may be null.
  explicit OptionalContent(QPDFObjectHandle properties);
  // kUnsure for membership dictionaries with more than one group, and for groups whose state
  // depends on where and by what the page is shown.
  GraphicsState::Layer StateOf(QPDFObjectHandle group) const override;

 private:
  bool all_off_ = false;
  bool unsure_ = false;
  std::set<QPDFObjGen> on_;
  std::set<QPDFObjGen> off_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_OPTIONAL_CONTENT_H_
