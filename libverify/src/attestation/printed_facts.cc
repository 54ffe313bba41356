// SPDX-License-Identifier: Apache-2.0
#include "attestation/printed_facts.h"

#include <cstdint>
#include <string>
#include <utility>

#include "fmt/format.h"

namespace sceau::attestation {
namespace {

using enum PrintedKind;

std::string PrintedDay(Date day) { return fmt::format("{:08}", DateToNumber(day)); }

std::vector<std::string> WordsFor(RightKind kind) {
  switch (kind) {
    case RightKind::kC2sWithoutParticipation:
      return {"C2S", "CSS", "SOLIDAIRE", "CMUC", "SANS"};
    case RightKind::kC2sWithParticipation:
      return {"C2S", "CSS", "SOLIDAIRE", "CMUC", "AVEC"};
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

class FactList {
 public:
  void Add(PrintedKind kind, std::string value, std::uint8_t row = 0) {
    if (!value.empty()) facts_.push_back({.key = {kind, row}, .value = std::move(value)});
  }

  // A name that is cut, or that lacks a part, is printed as a longer one.
  void AddName(PrintedKind kind, const std::string& name, std::uint8_t row, bool in_part) {
    if (name.empty()) return;
    facts_.push_back({.key = {kind, row}, .value = name, .may_be_anothers = in_part});
  }

  void AddHolder(const Holder& holder) {
    Add(kBirthName, holder.birth_name);
    if (holder.name_in_use) Add(kNameInUse, *holder.name_in_use);
    Add(kGivenNames, holder.given_names);
    Add(kBirthDate, holder.birth_date);
    Add(kBirthRank, fmt::format("{}", holder.birth_rank));
    if (holder.nir) {
      Add(kNir, *holder.nir);
      facts_.back().may_be_anothers = holder.role != Role::kInsured;
    }
    Add(kRole, fmt::format("{}", static_cast<int>(holder.role)));
    facts_.back().words = {holder.role == Role::kInsured ? "ASSURE" : "AYANT"};
  }

  void AddRight(const Right& right, std::uint8_t row) {
    Add(kRight, fmt::format("{}", static_cast<int>(right.kind)), row);
    facts_.back().words = WordsFor(right.kind);
    Add(kRightFrom, PrintedDay(right.from), row);
    facts_.push_back({.key = {kRightUntil, row},
                      .value = right.until ? PrintedDay(*right.until) : std::string()});
  }

  void AddDependant(const Dependant& dependant, std::uint8_t row) {
    Add(kDependantName, dependant.name, row);
    Add(kDependantGivenNames, dependant.given_names, row);
    Add(kDependantBirthDate, dependant.birth_date, row);
    Add(kDependantBirthRank, fmt::format("{}", dependant.birth_rank), row);
  }

  std::vector<PrintedFact> Take() { return std::move(facts_); }

 private:
  std::vector<PrintedFact> facts_;
};

}  // namespace

std::vector<PrintedFact> PrintedFactsOf(const Attestation& attestation) {
  FactList facts;
  facts.AddHolder(attestation.holder);
  facts.Add(kFundName, attestation.fund.name);
  facts.Add(kFundCode, attestation.fund.code);
  facts.Add(kDocumentNumber, FormatDocumentId(attestation.document_id));
  if (attestation.replaces) facts.Add(kReplacedNumber, FormatDocumentId(*attestation.replaces));
  facts.Add(kIssuedOn, PrintedDay(ParisDay(attestation.issued_at)));
  facts.Add(kValidFrom, PrintedDay(attestation.valid_from));
  facts.Add(kValidUntil, PrintedDay(attestation.valid_until));
  std::uint8_t row = 0;
  for (const Right& right : attestation.rights) facts.AddRight(right, row++);
  row = 0;
  for (const Dependant& dependant : attestation.dependants) facts.AddDependant(dependant, row++);
  return facts.Take();
}

std::vector<PrintedFact> PrintedFactsOf(std::span<const Subject> subjects) {
  constexpr std::uint8_t kMaxHolders = 8;
  FactList facts;
  std::uint8_t row = 0;
  for (const Subject& subject : subjects) {
    if (subject.role != SubjectRole::kHolder || row == kMaxHolders) continue;
    const bool in_part = !subject.is_name_complete;
    facts.AddName(kBirthName, subject.birth_name, row, in_part);
    if (subject.name_in_use) facts.AddName(kNameInUse, *subject.name_in_use, row, in_part);
    facts.AddName(kGivenNames, subject.given_names, row, in_part);
    facts.AddName(kWholeName, subject.whole_name, row, in_part);
    facts.Add(kBirthDate, subject.birth_date, row);
    ++row;
  }
  return facts.Take();
}

}  // namespace sceau::attestation
