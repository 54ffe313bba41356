// SPDX-License-Identifier: Apache-2.0
#include "issue/cairo_part.h"

const sceau::issue::CairoPart sceau_part_cairo = {
    &sceau::issue::DrawAttestationPdf, &sceau::issue::DrawCodePng, &sceau::issue::DrawCodeSvg};
