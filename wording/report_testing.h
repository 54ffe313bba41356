// SPDX-License-Identifier: Apache-2.0
// Reports for tests, of fictitious people.
#ifndef SCEAU_WORDING_REPORT_TESTING_H_
#define SCEAU_WORDING_REPORT_TESTING_H_

#include "sceau/report.h"

namespace sceau::wording {

inline Date Day(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

inline Attestation TestAttestation() {
  Attestation attestation;
  attestation.document_id = {0x4A, 0x1F, 0x90, 0x03, 0xC7, 0x58, 0x2B, 0xEE, 0x61, 0x0D};
  attestation.issued_at = StartOfParisDay(Day(2026, 11, 2));
  attestation.valid_from = Day(2026, 11, 1);
  attestation.valid_until = Day(2027, 4, 30);
  attestation.holder.birth_name = "DURAND";
  attestation.holder.given_names = "Zoé Anne";
  attestation.holder.birth_date = "19840512";
  attestation.holder.nir = "284052A32102552";
  attestation.fund = {"017510000", "CPAM de Paris"};
  attestation.rights = {{RightKind::kBase, Day(2026, 1, 1), std::nullopt},
                        {RightKind::kC2sWithoutParticipation, Day(2026, 6, 1), Day(2027, 5, 31)}};
  return attestation;
}

// A seal of a fund, intact, on a page that prints the same.
inline SealReport TestSeal() {
  SealReport seal;
  seal.format = "ad1";
  seal.signature = Signature::kVerified;
  seal.symbology = "QRCode";
  seal.verdict = Verdict::kValid;
  seal.outcome = Outcome::kInOrder;
  seal.axes = {SealAxis::kGenuine,    StatusAxis::kNotOffered, RightsAxis::kOpen,
               HolderAxis::kNotAsked, DocumentAxis::kAgrees,   FreshnessAxis::kUndated};
  seal.reasons = {{Reason::kStatusNotOffered, ""}, {Reason::kFreshnessUndated, ""}};
  seal.issuer = {"0123456789abcdef", "CPAM de Paris"};
  Claims& claims = seal.claims.emplace();
  claims.attestation = TestAttestation();
  claims.rights = RightsClaims{claims.attestation->fund, claims.attestation->rights};
  return seal;
}

inline Report TestReport(const SealReport& seal = TestSeal()) {
  Report report;
  report.file = "attestation.pdf";
  report.verdict = seal.verdict;
  report.outcome = seal.outcome;
  report.seals = {seal};
  report.date_of_care = Day(2026, 11, 23);
  report.policy = "counter";
  report.pages_read = 1;
  return report;
}

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_REPORT_TESTING_H_
