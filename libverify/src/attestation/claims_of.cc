// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_of.h"

#include <utility>

#include "fmt/format.h"

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

std::string PrintedDay(Date day) { return fmt::format("{:08}", DateToNumber(day)); }

std::vector<std::string> WordsFor(RightKind kind) {
  switch (kind) {
    case RightKind::kC2sWithoutParticipation:
    case RightKind::kC2sWithParticipation:
      return {"C2S", "CSS", "SOLIDAIRE", "CMUC"};
    case RightKind::kAme:
      return {"AME", "MEDICALE"};
    case RightKind::kMaternity:
      return {"MATERNITE"};
    case RightKind::kAlsaceMoselle:
      return {"LOCAL"};
    case RightKind::kBase:
      break;
  }
  return {};
}

std::vector<PrintedFact> PrintedFactsOf(const Attestation& attestation) {
  const Holder& holder = attestation.holder;
  std::vector<PrintedFact> facts = {{PrintedKind::kBirthName, holder.birth_name},
                                    {PrintedKind::kGivenNames, holder.given_names},
                                    {PrintedKind::kBirthDate, holder.birth_date}};
  if (holder.name_in_use) facts.push_back({PrintedKind::kNameInUse, *holder.name_in_use});
  if (holder.nir) {
    facts.push_back({.kind = PrintedKind::kNir,
                     .value = *holder.nir,
                     .may_be_anothers = holder.role != Role::kInsured});
  }
  for (const Right& right : attestation.rights) {
    PrintedFact fact{PrintedKind::kRight, PrintedDay(right.from)};
    if (right.until) fact.until = PrintedDay(*right.until);
    fact.words = WordsFor(right.kind);
    facts.push_back(std::move(fact));
  }
  for (const Date day :
       {attestation.valid_from, attestation.valid_until, ParisDay(attestation.issued_at)})
    facts.push_back({PrintedKind::kDay, PrintedDay(day)});
  return facts;
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
  claims.kind_french = "Attestation de droits à l'assurance maladie";
  claims.kind_english = "Attestation of health-insurance rights";
  claims.attestation = std::move(attestation);
  return claims;
}

}  // namespace sceau::attestation
