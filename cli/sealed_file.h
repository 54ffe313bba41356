// SPDX-License-Identifier: Apache-2.0
// The number of an attestation, taken from the file of the attestation itself.
#ifndef SCEAU_CLI_SEALED_FILE_H_
#define SCEAU_CLI_SEALED_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/terminal.h"
#include "cli/trust_options.h"
#include "sceau/attestation.h"
#include "sceau/report.h"

namespace sceau::cli {

// The number of the one attestation that this report is of: its seal's signature is that of a
// trusted issuer, test issuers among them, and the page shows it and prints no other person's data,
// so that nobody is tricked into withdrawing an attestation that they cannot see. It does not
// matter whether rights are open, or whether it is withdrawn already. Error: the reason why not.
absl::StatusOr<DocumentId> SealedNumber(const Report& report);

// The numbers in these files, each once. Nothing when one of them has none, which it has reported.
std::optional<std::vector<DocumentId>> ReadSealedNumbers(const std::vector<std::string>& files,
                                                         const TrustOptions& trust,
                                                         Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_SEALED_FILE_H_
