// SPDX-License-Identifier: Apache-2.0
// Puts a code on a Cairo page as vectors. (DrawCodePng and DrawCodeSvg: layout.h.)
#ifndef SCEAU_ISSUE_CODE_DRAWING_H_
#define SCEAU_ISSUE_CODE_DRAWING_H_

#include <cairo.h>

#include "barcode/modules.h"

namespace sceau::issue {

// Black; (x, y) is the top left of the first module, the quiet zone is the caller's. One path with
// one fill, so that no renderer shows seams between modules.
void FillCode(cairo_t* cr, const barcode::Modules& code, double x, double y, double module);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_CODE_DRAWING_H_
