// SPDX-License-Identifier: Apache-2.0
// What screen readers need of a PDF and Cairo cannot write: the language, an alternative text for
// the figure, the scope of column headers. Spec: ISO 32000-1, 7.5.6 (incremental updates), 14.9.
#ifndef SCEAU_ISSUE_PDF_ACCESSIBILITY_H_
#define SCEAU_ISSUE_PDF_ACCESSIBILITY_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace sceau::issue {

// Appends an update to a tagged PDF of Cairo's, of version 1.4 or less (a classic cross-reference
// table). `language`: BCP 47. Also corrects the dates, in which Cairo 1.16 leaves out "D:". Refuses
// kInternal when the PDF does not have that shape.
absl::StatusOr<std::string> AddAccessibility(std::string pdf, std::string_view language,
                                             std::string_view figure_text);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PDF_ACCESSIBILITY_H_
