// SPDX-License-Identifier: Apache-2.0
// What Cairo and Pango do for this room, loaded when a page or a code is drawn (base/part.h).
#ifndef SCEAU_ISSUE_CAIRO_PART_H_
#define SCEAU_ISSUE_CAIRO_PART_H_

#include "issue/layout.h"

namespace sceau::issue {

struct CairoPart {
  decltype(&DrawAttestationPdf) draw_attestation_pdf;
  decltype(&DrawCodePng) draw_code_png;
  decltype(&DrawCodeSvg) draw_code_svg;
};

}  // namespace sceau::issue

extern "C" [[gnu::weak]] const sceau::issue::CairoPart sceau_part_cairo;

#endif  // SCEAU_ISSUE_CAIRO_PART_H_
