// SPDX-License-Identifier: Apache-2.0
// Inspection -> text: each layer's bytes with their offsets and what they mean.
#ifndef SCEAU_CLI_INSPECTION_TEXT_H_
#define SCEAU_CLI_INSPECTION_TEXT_H_

#include <string>

#include "sceau/inspect.h"

namespace sceau::cli {

std::string InspectionText(const Inspection& inspection, Language language);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_INSPECTION_TEXT_H_
