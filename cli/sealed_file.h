// SPDX-License-Identifier: Apache-2.0
// The number of an attestation, taken from the file of the attestation itself.
#ifndef SCEAU_CLI_SEALED_FILE_H_
#define SCEAU_CLI_SEALED_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "cli/trust_options.h"
#include "sceau/attestation.h"

namespace sceau::cli {

// The numbers in these files, each once: only of seals whose signature a trusted issuer made, test
// issuers among them, so that no forged file names another person's attestation. Whether rights are
// open or the attestation is withdrawn already plays no part. Nothing when a file holds none or
// another seal besides, which is then told.
std::optional<std::vector<DocumentId>> ReadSealedNumbers(const std::vector<std::string>& files,
                                                         const TrustOptions& trust,
                                                         Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_SEALED_FILE_H_
