// SPDX-License-Identifier: Apache-2.0
#include "verify/check_authority.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "attestation/validity.h"

namespace sceau::verify {
namespace {

Checked<SealAxis> Refused(Reason reason) { return {SealAxis::kIssuerNotAllowed, {{reason, ""}}}; }

bool IsGrantedFund(const Claims& claims, const trust::IssuerEntry& entry) {
  if (!claims.rights) return true;
  return std::ranges::any_of(entry.funds, [&](const std::string& prefix) {
    return claims.rights->fund.code.starts_with(prefix);
  });
}

// Nothing of a key may outlive its retirement by more than this, whatever date a seal bears.
std::chrono::seconds MaximumValidity(const trust::Issuer& issuer) {
  if (!issuer.entry) return attestation::kUngrantedValidity;
  const auto& days = issuer.entry->maximum_validity_days;
  return days ? std::chrono::days{*days} : attestation::kStandardValidity;
}

bool IsTooLong(const Validity& validity, const trust::Issuer& issuer) {
  return validity.issued_at && validity.until &&
         attestation::TimeToEnd(*validity.issued_at, *validity.until) > MaximumValidity(issuer);
}

bool LacksStatus(const Claims& claims, const trust::IssuerEntry& entry) {
  return entry.always_offers_status && claims.rights && !claims.status;
}

// Nothing when the key was the issuer's own on the signing date.
std::optional<Checked<SealAxis>> CheckDates(const Validity& validity,
                                            const trust::IssuerEntry& entry) {
  if (!entry.retired && !entry.compromised) return std::nullopt;
  if (!validity.signed_between)
    return Checked<SealAxis>{SealAxis::kIssuerUnknown, {{Reason::kSealSigningDateUnknown, ""}}};
  const auto [earliest, latest] = *validity.signed_between;
  if (entry.compromised && latest >= *entry.compromised)
    return Refused(Reason::kSealSignedAfterCompromise);
  if (entry.retired && earliest >= *entry.retired)
    return Refused(Reason::kSealSignedAfterRetirement);
  return std::nullopt;
}

}  // namespace

Checked<SealAxis> CheckAuthority(const Claims& claims, std::string_view format,
                                 const trust::Issuer& issuer) {
  if (!issuer.MaySeal(format)) return Refused(Reason::kSealFormatNotGranted);
  if (!issuer.entry) {
    if (IsTooLong(claims.validity, issuer)) return Refused(Reason::kSealValidityTooLong);
    return {SealAxis::kGenuine, {}};
  }
  const trust::IssuerEntry& entry = *issuer.entry;
  if (!IsGrantedFund(claims, entry)) return Refused(Reason::kSealFundNotGranted);
  if (const auto outcome = CheckDates(claims.validity, entry)) return *outcome;
  if (IsTooLong(claims.validity, issuer)) return Refused(Reason::kSealValidityTooLong);
  if (LacksStatus(claims, entry)) return Refused(Reason::kSealStatusMissing);
  if (entry.test) return {SealAxis::kTestIssuer, {{Reason::kSealTestIssuer, ""}}};
  return {SealAxis::kGenuine, {}};
}

bool IsTestIssuer(const seal::ParsedSeal& seal, const crypto::Certificate& certificate) {
  if (seal.format->is_test_key == nullptr) return false;
  return seal.format->is_test_key(seal.key) || certificate.NamesHaveWord("test");
}

}  // namespace sceau::verify
