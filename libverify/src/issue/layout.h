// SPDX-License-Identifier: Apache-2.0
// Draws an attestation on one A4 page, and its code alone. Cairo and Pango stay in here.
#ifndef SCEAU_ISSUE_LAYOUT_H_
#define SCEAU_ISSUE_LAYOUT_H_

#include <string>

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "sceau/attestation.h"

namespace sceau::issue {

// PDF bytes: fonts embedded, title and language set, text in reading order, the code as vectors
// with modules of at least kModuleMillimetres. Refuses claims.too-large-for-code when the content
// does not fit on the page.
inline constexpr double kModuleMillimetres = 0.5;
absl::StatusOr<std::string> DrawAttestationPdf(const Attestation& attestation,
                                               const barcode::Modules& code);

// The code alone with its quiet zone: black on white.
absl::StatusOr<std::string> DrawCodePng(const barcode::Modules& code, Symbology symbology,
                                        int pixels_per_module);
std::string DrawCodeSvg(const barcode::Modules& code, Symbology symbology);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LAYOUT_H_
