// SPDX-License-Identifier: Apache-2.0
// What viewers draw by themselves where a form field brings no appearance, or where the form asks
// for it: whether it can be a code. Spec: ISO 32000-2, 12.7.4.3.
#ifndef SCEAU_DOCUMENT_PDF_MADE_UP_H_
#define SCEAU_DOCUMENT_PDF_MADE_UP_H_

#include <string>

#include "document/pdf/qpdf.h"

namespace sceau::document {

// Of a form field and those that it belongs to; null when none has it. Spec: 12.7.4.1.
QPDFObjectHandle Inherited(QPDFObjectHandle field, const std::string& key);

// Whether viewers draw no more for a field than letters in a font of their own, or the tick of a
// button. `form` is the catalogue's /AcroForm, or null; `among_others` that there are so many that
// one may stand on another as lines do. May throw what qpdf throws.
bool IsMadeOfLetters(QPDFObjectHandle field, QPDFObjectHandle form, bool among_others);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_MADE_UP_H_
