// SPDX-License-Identifier: Apache-2.0
// Attestations as JSON: what an issuer writes, what a report shows. Schema:
// docs/schemas/claims.schema.json.
#ifndef SCEAU_ATTESTATION_CLAIMS_JSON_H_
#define SCEAU_ATTESTATION_CLAIMS_JSON_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "nlohmann/json_fwd.hpp"
#include "sceau/attestation.h"
#include "sceau/limits.h"

namespace sceau::attestation {

// Parses what an issuer asks for. `document_id` and `issued_at` are left zero; issuing fills them
// in. Unknown and repeated members are refused. Errors: claims.*; the detail names the field as a
// JSON pointer ("/holder/nir") and the rule, never the value.
absl::StatusOr<Attestation> ParseClaims(std::string_view json, const Limits& limits = {});

// Checks the rules that any attestation obeys, whether it came from JSON or from a seal: texts,
// dates, NIR, fund, periods, counts. Errors: claims.*.
absl::Status Check(const Attestation& attestation);

// Checks that the attestation is valid for at most six months from valid_from. Error:
// claims.too-long-validity.
absl::Status CheckValidityLength(const Attestation& attestation);

// Writes the members that ParseClaims() takes, and document_id and issued_at (ISO 8601, UTC). The
// NIR is masked unless `show_nir`.
nlohmann::ordered_json ToJson(const Attestation& attestation, bool show_nir);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_CLAIMS_JSON_H_
