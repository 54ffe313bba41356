// SPDX-License-Identifier: Apache-2.0
// A report in one line: the outcome, the file, and why. Pure, as report_text.h.
#ifndef SCEAU_CLI_BRIEF_TEXT_H_
#define SCEAU_CLI_BRIEF_TEXT_H_

#include <string>

#include "absl/status/status.h"
#include "cli/text_layout.h"
#include "sceau/report.h"

namespace sceau::cli {

// Green is for a page that was compared with its seal; an intact seal on a page that nobody
// compared is not a green light for the page.
Colour ColourOf(const Report& report, Outcome outcome);

// "✔ CONFORME            a.pdf : Sceau de la CPAM de Paris intact ; droits ouverts …", with its end
// of line. A file name that holds one is escaped: one line is one document.
std::string BriefText(const Report& report, Language language, bool colour);
std::string BriefFailure(std::string_view file, const absl::Status& failure, Language language,
                         bool colour);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_BRIEF_TEXT_H_
