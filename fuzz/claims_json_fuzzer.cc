// SPDX-License-Identifier: Apache-2.0
// Claims that are accepted obey the rules, and say the same when they are written and read again.
#include "attestation/claims_json.h"
#include "base/bytes.h"
#include "base/status.h"
#include "fuzz_check.h"
#include "nlohmann/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = sceau::AsText(sceau::ByteSpan(data, size));
  const auto attestation = sceau::attestation::ParseClaims(text);
  if (!attestation.ok()) {
    sceau::fuzz::Check(
        sceau::AreaOf(sceau::ReasonOf(attestation.status())) == sceau::ReasonArea::kClaims,
        "a refusal has a claims.* reason");
    return 0;
  }
  sceau::fuzz::Check(sceau::attestation::Check(*attestation).ok(),
                     "what is accepted obeys the rules");
  auto json = sceau::attestation::ToJson(*attestation, /*show_nir=*/true);
  json.erase("document_id");
  json.erase("issued_at");
  const auto again = sceau::attestation::ParseClaims(json.dump());
  sceau::fuzz::Check(again.ok() && *again == *attestation, "claims round-trip");
  return 0;
}
