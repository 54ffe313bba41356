// SPDX-License-Identifier: Apache-2.0
// Puts a code on a page of Cairo's as vectors. (DrawCodePng and DrawCodeSvg: layout.h.)
#ifndef SCEAU_ISSUE_CODE_DRAWING_H_
#define SCEAU_ISSUE_CODE_DRAWING_H_

#include <cairo.h>

#include "absl/status/status.h"
#include "barcode/modules.h"
#include "issue/pdf_update.h"

namespace sceau::issue {

// Keeps a square free for the modules of a code. Cairo writes eight numbers for each of a thousand
// runs of modules, which costs more time than the rest of the page. So it writes a picture of one
// pixel here, and PutCode() changes that for the code.
void KeepPlaceForCode(cairo_t* cr, double x, double y, double side);

// Fills the dark modules in black, in each place that was kept. A single path and a single fill
// keep renderers from showing seams between modules. Refuses kInternal when no place was kept.
absl::Status PutCode(const barcode::Modules& code, PdfUpdate& update);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_CODE_DRAWING_H_
