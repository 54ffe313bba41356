// SPDX-License-Identifier: Apache-2.0
// What viewers draw by themselves where an annotation brings no appearance, or where the form asks
// for it: whether it can be a code. Spec: ISO 32000-2, 12.5.5 and 12.7.4.3.
#ifndef SCEAU_DOCUMENT_PDF_MADE_UP_H_
#define SCEAU_DOCUMENT_PDF_MADE_UP_H_

#include <optional>
#include <string>

#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

// Of a form field and those that it belongs to; null when none has it. Spec: 12.7.4.1.
QPDFObjectHandle Inherited(QPDFObjectHandle field, const std::string& key);

class MadeUp {
 public:
  // `form` is the catalogue's /AcroForm, or null.
  explicit MadeUp(QPDFObjectHandle form) : form_(form) {}

  // Where viewers may draw for the annotation, in default user space, when that is known to be
  // letters, a mark or a few lines. Nothing when it may be a code, by itself or together with those
  // that were asked about before. May throw what qpdf throws.
  std::optional<Box> PlaceOf(QPDFObjectHandle annotation, const Box& rectangle);

 private:
  bool IsInLetters(QPDFObjectHandle field) const;
  bool HasPlainFont(QPDFObjectHandle field) const;

  QPDFObjectHandle form_;
  int lines_ = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_MADE_UP_H_
