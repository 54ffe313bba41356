// SPDX-License-Identifier: Apache-2.0
// qpdf, before version 12 without its JSON: that header of version 11.3 is not C++20 to clang, and
// nothing here needs it.
#ifndef SCEAU_DOCUMENT_PDF_QPDF_H_
#define SCEAU_DOCUMENT_PDF_QPDF_H_

// clang-format off
#include <qpdf/DLL.h>
#if QPDF_MAJOR_VERSION < 12
#define JSON_HH
class JSON;
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
// clang-format on

namespace sceau::document {

// Null for a key of what is not a dictionary. May throw what qpdf throws.
inline QPDFObjectHandle EntryOf(QPDFObjectHandle dictionary, const char* key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_QPDF_H_
