// SPDX-License-Identifier: Apache-2.0
// claims -> signed seal
#ifndef SCEAU_ISSUE_SEAL_CLAIMS_H_
#define SCEAU_ISSUE_SEAL_CLAIMS_H_

#include <string>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "issue/issuer_key.h"
#include "sceau/attestation.h"

namespace sceau::issue {

struct SealedClaims {
  std::string text;  // "AD1:…"
  Bytes signature;
};

absl::StatusOr<SealedClaims> SealClaims(const Attestation& attestation,
                                        const SigningIdentity& issuer);

// Makes a seal again, from the signature that it had. No ledger says whether that seal
// named a layout: `attestation.layout` becomes what the signature holds for. Refuses
// ledger.unusable when it is not of these claims.
absl::StatusOr<SealedClaims> SealAgain(Attestation& attestation, const SigningIdentity& issuer,
                                       ByteSpan signature);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_SEAL_CLAIMS_H_
