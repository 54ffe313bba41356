// SPDX-License-Identifier: Apache-2.0
// The pages of --help that do not stand in help.cc: one a group of commands.
#ifndef SCEAU_CLI_HELP_TEXTS_H_
#define SCEAU_CLI_HELP_TEXTS_H_

#include <string_view>

namespace sceau::cli {

extern const std::string_view kCompletionFrench;
extern const std::string_view kCompletionEnglish;
extern const std::string_view kLedgerFrench;
extern const std::string_view kLedgerEnglish;
extern const std::string_view kTrustFrench;
extern const std::string_view kTrustEnglish;

}  // namespace sceau::cli

#endif  // SCEAU_CLI_HELP_TEXTS_H_
