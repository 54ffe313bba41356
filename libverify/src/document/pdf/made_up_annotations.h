// SPDX-License-Identifier: Apache-2.0
// What viewers draw of annotations and fields that no appearance says: a ground, a frame, a line, a
// word. It is told as far as a code could be made of it.
#ifndef SCEAU_DOCUMENT_PDF_MADE_UP_ANNOTATIONS_H_
#define SCEAU_DOCUMENT_PDF_MADE_UP_ANNOTATIONS_H_

#include <optional>
#include <string>

#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

// Of a form field and those that it belongs to. Spec: 12.7.4.1. May throw what qpdf throws.
QPDFObjectHandle InheritedOf(QPDFObjectHandle field, const std::string& key);

// Those of one page: a few small marks show no code, and hundreds may.
class MadeUpAnnotations {
 public:
  // The catalogue's /AcroForm, or null.
  explicit MadeUpAnnotations(QPDFObjectHandle form) : form_(form) {}

  // Operators in default user space, which may be none. Nothing where viewers may draw a code. May
  // throw what qpdf throws.
  std::optional<std::string> Draw(QPDFObjectHandle annotation, const Box& rectangle);

 private:
  std::optional<std::string> DrawField(QPDFObjectHandle field, const Box& rectangle);
  std::optional<std::string> DrawLines(QPDFObjectHandle annotation, QPDFObjectHandle lists,
                                       bool closed);
  bool IsPlainButton(QPDFObjectHandle button, QPDFObjectHandle look);
  bool IsPlainChoice(QPDFObjectHandle field);
  bool IsPlainText(QPDFObjectHandle text, QPDFObjectHandle field, bool in_lines);
  bool IsPlainFont(QPDFObjectHandle field) const;
  bool AreFew(int more);

  QPDFObjectHandle form_;
  int marks_ = 0;           // frames, icons, and glyphs that may be blocks
  std::size_t points_ = 0;  // of lines
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_MADE_UP_ANNOTATIONS_H_
