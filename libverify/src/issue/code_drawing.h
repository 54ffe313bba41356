// SPDX-License-Identifier: Apache-2.0
// Puts a code on a Cairo page as vectors. (DrawCodePng and DrawCodeSvg: layout.h.)
#ifndef SCEAU_ISSUE_CODE_DRAWING_H_
#define SCEAU_ISSUE_CODE_DRAWING_H_

#include <cairo.h>

#include "barcode/modules.h"

namespace sceau::issue {

// Fills the dark modules in black. (x, y) is the top left corner of the first module; the caller
// leaves the quiet zone. A single path and a single fill keep renderers from showing seams between
// modules.
void FillCode(cairo_t* cr, const barcode::Modules& code, double x, double y, double module);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_CODE_DRAWING_H_
