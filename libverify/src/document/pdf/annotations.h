// SPDX-License-Identifier: Apache-2.0
// What annotations and form fields draw over a page, as one more content of it.
// Spec: ISO 32000-2, 12.5.
#ifndef SCEAU_DOCUMENT_PDF_ANNOTATIONS_H_
#define SCEAU_DOCUMENT_PDF_ANNOTATIONS_H_

#include <string>
#include <vector>

#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

struct PageAnnotations {
  // Draws the appearances in their order, by names of `resources`. Empty when nothing is drawn.
  std::string content;
  QPDFObjectHandle resources;
  // Where viewers make up what they draw, and it may be a code. In default user space.
  std::vector<Box> unknown;
  // Where they make up a ground, a frame, letters or a tick at most.
  std::vector<Box> plain;
  bool damaged = false;  // there may be more
};

// `rotate` is the page's /Rotate and `form` the catalogue's /AcroForm; both may be null. May throw
// what qpdf throws.
PageAnnotations ReadAnnotations(QPDFObjectHandle page, QPDFObjectHandle rotate,
                                QPDFObjectHandle form);

// Of a field without an appearance, of which viewers draw the value, and of a button the caption
// and the picture. May throw what qpdf throws.
bool IsEmptyField(QPDFObjectHandle annotation);

// Of a link: viewers draw a frame around it where nothing says otherwise. Spec: tables 166 and 168.
// May throw what qpdf throws.
bool HasFrame(QPDFObjectHandle annotation);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_ANNOTATIONS_H_
