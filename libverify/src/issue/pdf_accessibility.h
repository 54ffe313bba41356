// SPDX-License-Identifier: Apache-2.0
// What screen readers need of a PDF and Cairo cannot write: the language, an alternative text for
// the figure, the scope of column headers. Spec: ISO 32000-1, 14.9.
#ifndef SCEAU_ISSUE_PDF_ACCESSIBILITY_H_
#define SCEAU_ISSUE_PDF_ACCESSIBILITY_H_

#include <string_view>

#include "absl/status/status.h"
#include "issue/pdf_update.h"

namespace sceau::issue {

// Of a tagged PDF. `language`: BCP 47. Also corrects the dates, in which Cairo 1.16 leaves out
// "D:". Refuses kInternal when the PDF has no catalog or no information.
absl::Status AddAccessibility(std::string_view language, std::string_view figure_text,
                              PdfUpdate& update);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PDF_ACCESSIBILITY_H_
