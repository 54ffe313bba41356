// SPDX-License-Identifier: Apache-2.0
// Report -> text that a secretary understands. Pure: no terminal, no clock, no environment.
#ifndef SCEAU_CLI_REPORT_TEXT_H_
#define SCEAU_CLI_REPORT_TEXT_H_

#include <string>

#include "sceau/report.h"

namespace sceau::cli {

struct TextOptions {
  Language language = Language::kFrench;
  bool show_nir = false;
  bool colour = false;
};

// The verdict's sentence first; then what each seal says, if its signature holds; the axes with
// their reasons; and what all this does not prove.
std::string ReportText(const Report& report, const TextOptions& options);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_REPORT_TEXT_H_
