// SPDX-License-Identifier: Apache-2.0
// PDF files for tests, written by hand so that each byte is known.
#ifndef SCEAU_DOCUMENT_PDF_TESTING_H_
#define SCEAU_DOCUMENT_PDF_TESTING_H_

#include <string>
#include <vector>

#include "base/bytes.h"
#include "sceau/limits.h"

namespace sceau::document::testing {

struct PdfPage {
  std::string content;                     // the page's drawing operators
  std::string media_box = "[0 0 144 72]";  // points
  std::string more = "";                   // other entries: "/Rotate 90"
  std::string resources = "";              // other entries of its resources
};
// What else the file holds. The first of `objects` is number 6 + 2 x the number of pages.
struct PdfExtras {
  std::string catalog = "";          // other entries of the catalogue
  std::vector<std::string> objects;  // "<< … >>", or with a stream
};

// Font /F1 is Helvetica, /F2 Tesseract's GlyphLessFont. `producer` may be empty.
Bytes MakePdf(const std::vector<PdfPage>& pages, const std::string& producer = "",
              const PdfExtras& extras = {});
// An object for PdfExtras.
std::string MakeStream(const std::string& entries, const std::string& data);

// Pages are drawn at this resolution.
inline Limits AtDpi(int dpi) {
  Limits limits;
  limits.render_dpi = dpi;
  return limits;
}

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_PDF_TESTING_H_
