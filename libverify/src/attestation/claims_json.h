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

// What an issuer asks for. `document_id` and `issued_at` are left zero: issuing fills them in.
// Strict: unknown or repeated members are refused. Refuses claims.*; the detail names the field as
// a JSON pointer
// ("/holder/nir") and the rule, never the value.
absl::StatusOr<Attestation> ParseClaims(std::string_view json, const Limits& limits = {});

// The rules that any attestation obeys, wherever it came from (JSON or a seal): texts, dates, NIR,
// fund, periods, counts. Refuses claims.*.
absl::Status Check(const Attestation& attestation);

// At most six months from valid_from. Refuses claims.too-long-validity.
absl::Status CheckValidityLength(const Attestation& attestation);

// The same members as ParseClaims takes, plus document_id and issued_at (ISO 8601, UTC). The NIR
// masked unless asked for.
nlohmann::ordered_json ToJson(const Attestation& attestation, bool show_nir);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_CLAIMS_JSON_H_
