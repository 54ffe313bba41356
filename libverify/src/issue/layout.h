// SPDX-License-Identifier: Apache-2.0
// Draws an attestation on one A4 page, and its code alone. Cairo and Pango stay in here.
#ifndef SCEAU_ISSUE_LAYOUT_H_
#define SCEAU_ISSUE_LAYOUT_H_

#include <string>

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "sceau/attestation.h"

namespace sceau::issue {

// PDF bytes: the page as layout::LayOut() has it; fonts embedded, title and language set, text in
// reading order, the code as vectors. Names with letters that the page's font lacks are set by
// Pango in fonts of this computer. Refuses claims.too-large-for-code when the content does not fit
// on the page, claims.no-font when no font has a letter of it.
absl::StatusOr<std::string> DrawAttestationPdf(const Attestation& attestation,
                                               const barcode::Modules& code);

// The code alone with its quiet zone: black on white, as SVG with modules of
// layout::kMinModuleMillimetres.
absl::StatusOr<std::string> DrawCodePng(const barcode::Modules& code, Symbology symbology,
                                        int pixels_per_module);
std::string DrawCodeSvg(const barcode::Modules& code, Symbology symbology);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LAYOUT_H_
