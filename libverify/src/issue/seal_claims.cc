// SPDX-License-Identifier: Apache-2.0
#include "issue/seal_claims.h"

#include <optional>
#include <utility>

#include "base/status.h"
#include "layout/lay_out.h"
#include "seal/ad1/encode.h"
#include "trust/certified.h"

namespace sceau::issue {
namespace {

seal::ad1::Unsigned Encode(const Attestation& attestation, const SigningIdentity& issuer) {
  return seal::ad1::Encode(attestation, trust::StatedAlgorithmOf(issuer.key.algorithm()),
                           trust::HashIdOf(issuer.certificate));
}

bool Holds(const SigningIdentity& issuer, ByteSpan message, ByteSpan signature) {
  const auto check = issuer.key.public_key().Verify(message, signature);
  return check.ok() && *check == crypto::SignatureCheck::kVerified;
}

}  // namespace

absl::StatusOr<SealedClaims> SealClaims(const Attestation& attestation,
                                        const SigningIdentity& issuer) {
  const seal::ad1::Unsigned seal = Encode(attestation, issuer);
  SCEAU_ASSIGN_OR_RETURN(Bytes signature, issuer.key.Sign(seal.to_be_signed));
  if (!Holds(issuer, seal.to_be_signed, signature))
    return Refuse(Reason::kInternal, "the signature just made does not verify");
  return SealedClaims{seal::ad1::Assemble(seal, signature), std::move(signature)};
}

absl::StatusOr<SealedClaims> SealAgain(Attestation& attestation, const SigningIdentity& issuer,
                                       ByteSpan signature) {
  for (const std::optional<std::uint64_t> layout : {std::optional(layout::kLayoutId), {}}) {
    attestation.layout = layout;
    const seal::ad1::Unsigned seal = Encode(attestation, issuer);
    if (Holds(issuer, seal.to_be_signed, signature))
      return SealedClaims{seal::ad1::Assemble(seal, signature), ToBytes(signature)};
  }
  return Refuse(Reason::kLedgerUnusable, "a signature that is not of its attestation");
}

}  // namespace sceau::issue
