// SPDX-License-Identifier: Apache-2.0
// What stands where on the page of an attestation.
#ifndef SCEAU_ISSUE_ATTESTATION_PAGE_H_
#define SCEAU_ISSUE_ATTESTATION_PAGE_H_

#include <cairo.h>

#include "absl/status/status.h"
#include "barcode/modules.h"
#include "sceau/attestation.h"

namespace sceau::issue {

// The title of the document, also of the PDF.
inline constexpr const char* kAttestationTitle = "Attestation de droits à l’assurance maladie";

// Draws on an A4 surface in points. Refuses claims.too-large-for-code when the content does not fit
// at the tightest setting, claims.no-font when no installed font has a character of it.
absl::Status DrawPage(cairo_t* cr, const Attestation& attestation, const barcode::Modules& code);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_ATTESTATION_PAGE_H_
