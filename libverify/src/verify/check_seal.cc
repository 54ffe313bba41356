// SPDX-License-Identifier: Apache-2.0
#include "verify/check_seal.h"

#include <algorithm>
#include <iterator>

#include "base/status.h"

namespace sceau::verify {
namespace {

using crypto::SignatureCheck;

// Between midnight in Paris and midnight in UTC, an issuer that signs by the one and dates by the
// other is a day ahead of its signature.
constexpr int kDaysAheadOfSignature = 1;

// Why the signature does not hold under this issuer's key; nothing when it holds.
std::optional<Reason> TryIssuer(const seal::ParsedSeal& parsed, const trust::Issuer& issuer) {
  if (parsed.stated_algorithm && !issuer.IsAbleTo(*parsed.stated_algorithm, *parsed.format))
    return Reason::kSealAlgorithmMismatch;
  const auto check = issuer.Verify(parsed.signed_bytes, parsed.signature, parsed.stated_algorithm);
  if (!check.ok()) return Reason::kInternal;
  if (*check == SignatureCheck::kVerified) return std::nullopt;
  if (*check == SignatureCheck::kWrongLength) return Reason::kSealSignatureLength;
  if (*check == SignatureCheck::kOutOfRange) return Reason::kSealSignatureOutOfRange;
  return Reason::kSealSignatureMismatch;
}

}  // namespace

CheckedSignature CheckSignature(const seal::ParsedSeal& parsed, const trust::TrustStore& trust) {
  CheckedSignature outcome;
  const auto [candidates, refused] = trust.Search(parsed.key, parsed.format->key_kinds);
  if (std::ranges::find(refused, Reason::kInternal, &Finding::reason) != refused.end()) {
    // One that nothing is known about may be whose seal it is.
    outcome.findings.push_back({Reason::kInternal, "certificate check"});
    return outcome;
  }
  if (candidates.empty()) {
    outcome.axis = SealAxis::kIssuerUnknown;
    outcome.findings.push_back({Reason::kSealIssuerUnknown, "key id " + parsed.key.text()});
    std::ranges::copy(refused, std::back_inserter(outcome.findings));
    return outcome;
  }
  if (candidates.size() == 1) outcome.claimed = candidates.front();
  if (candidates.size() > 1)
    outcome.findings.push_back({Reason::kSealKeyIdShared, parsed.key.text()});

  Reason reason = Reason::kSealSignatureMismatch;
  for (const trust::Issuer* issuer : candidates) {
    const std::optional<Reason> failure = TryIssuer(parsed, *issuer);
    if (!failure) {
      outcome.signature = Signature::kVerified;
      outcome.verified = VerifiedSeal(parsed, *issuer);
      outcome.claimed = issuer;
      return outcome;
    }
    if (*failure ==
        Reason::kInternal) {  // the library failed: nothing is known, and nothing is called forged
      outcome.findings.push_back({Reason::kInternal, "signature check"});
      return outcome;
    }
    reason = *failure;
  }
  outcome.signature = Signature::kMismatch;
  outcome.axis = SealAxis::kAltered;
  outcome.findings.push_back({reason, ""});
  return outcome;
}

Checked<SealAxis> CheckSigningDate(const Validity& validity, const crypto::Certificate& certificate,
                                   Instant now) {
  if (!validity.signed_between) {
    // A key that is still valid cannot have signed after its end; one that expired since may have.
    if (certificate.not_before() <= now && now <= certificate.not_after())
      return {SealAxis::kGenuine, {}};
    return {SealAxis::kIssuerUnknown, {{Reason::kSealSigningDateUnknown, ""}}};
  }
  const auto [earliest, latest] = *validity.signed_between;
  const auto refuse = [](Reason reason) {
    return Checked<SealAxis>{SealAxis::kIssuerNotAllowed, {{reason, ""}}};
  };
  if (latest < certificate.not_before()) return refuse(Reason::kSealSignedBeforeKey);
  if (earliest > certificate.not_after()) return refuse(Reason::kSealSignedAfterKey);
  // A stolen key that expired years ago can sign for a day of its own time, but not for today.
  if (validity.issued_on && *validity.issued_on > AddDays(ParisDay(latest), kDaysAheadOfSignature))
    return refuse(Reason::kSealIssuedAfterSigned);
  return {SealAxis::kGenuine, {}};
}

}  // namespace sceau::verify
