// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_of.h"

#include <utility>

#include "attestation/printed_facts.h"

namespace sceau::attestation {
namespace {

Subject SubjectOf(const Holder& holder) {
  Subject subject{.birth_name = holder.birth_name,
                  .name_in_use = holder.name_in_use,
                  .given_names = holder.given_names,
                  .birth_date = holder.birth_date,
                  .birth_rank = holder.birth_rank,
                  .is_name_complete = true};
  if (!holder.nir) return subject;
  subject.numbers.push_back({NumberKind::kNir, *holder.nir});
  if (holder.role == Role::kInsured)
    subject.numbers.push_back({NumberKind::kInsuredNir, *holder.nir});
  return subject;
}

// A dependant's own number does not stand in the attestation of the holder.
Subject SubjectOf(const Dependant& dependant, const Subject& holder) {
  Subject subject{.birth_name = dependant.name,
                  .given_names = dependant.given_names,
                  .birth_date = dependant.birth_date,
                  .birth_rank = dependant.birth_rank,
                  .role = SubjectRole::kListed,
                  .is_name_complete = true};
  if (const std::string* insured = holder.Number(NumberKind::kInsuredNir))
    subject.numbers.push_back({NumberKind::kInsuredNir, *insured});
  return subject;
}

}  // namespace

Claims ClaimsOf(Attestation attestation) {
  Claims claims;
  claims.subjects.push_back(SubjectOf(attestation.holder));
  for (const Dependant& dependant : attestation.dependants)
    claims.subjects.push_back(SubjectOf(dependant, claims.subjects.front()));
  claims.rights = {attestation.fund, attestation.rights};
  claims.validity = {.issued_on = ParisDay(attestation.issued_at),
                     .issued_at = attestation.issued_at,
                     .from = attestation.valid_from,
                     .until = attestation.valid_until,
                     .signed_between = std::pair(attestation.issued_at, attestation.issued_at)};
  claims.status = attestation.status;
  claims.printed = PrintedFactsOf(attestation);
  claims.printed_is_whole = true;
  claims.layout = attestation.layout;
  claims.kind_french = "Attestation de droits à l'assurance maladie";
  claims.kind_english = "Attestation of health-insurance rights";
  claims.attestation = std::move(attestation);
  return claims;
}

}  // namespace sceau::attestation
