// SPDX-License-Identifier: Apache-2.0
// What a seal says, in rows that a person reads.
#ifndef SCEAU_CLI_CLAIMS_TEXT_H_
#define SCEAU_CLI_CLAIMS_TEXT_H_

#include "cli/text_layout.h"
#include "sceau/report.h"

namespace sceau::cli {

void AddClaims(const Claims& claims, Language language, bool show_nir, TextLayout& layout);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_CLAIMS_TEXT_H_
