// SPDX-License-Identifier: Apache-2.0
#include "wording/printed_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fmt/format.h"
#include "wording/messages.h"

namespace sceau::wording {
namespace {

struct FactWords {
  PrintedKind kind;
  std::string_view french;
  std::string_view english;
};

constexpr auto kFactWords = std::to_array<FactWords>({
    {PrintedKind::kBirthName, "nom de naissance", "birth name"},
    {PrintedKind::kNameInUse, "nom d'usage", "name in use"},
    {PrintedKind::kGivenNames, "prénoms", "given names"},
    {PrintedKind::kWholeName, "nom et prénoms", "whole name"},
    {PrintedKind::kBirthDate, "date de naissance", "birth date"},
    {PrintedKind::kBirthRank, "rang de naissance", "birth rank"},
    {PrintedKind::kNir, "numéro de sécurité sociale", "social security number"},
    {PrintedKind::kRole, "qualité", "role"},
    {PrintedKind::kFundName, "nom de l'organisme", "name of the fund"},
    {PrintedKind::kFundCode, "code de l'organisme", "code of the fund"},
    {PrintedKind::kDocumentNumber, "numéro du document", "number of the document"},
    {PrintedKind::kReplacedNumber, "numéro du document remplacé",
     "number of the document that it replaces"},
    {PrintedKind::kIssuedOn, "date d'établissement", "day of issue"},
    {PrintedKind::kValidFrom, "début de validité", "first day of validity"},
    {PrintedKind::kValidUntil, "fin de validité", "last day of validity"},
    {PrintedKind::kRight, "droit", "right"},
    {PrintedKind::kRightFrom, "début du droit", "start of right"},
    {PrintedKind::kRightUntil, "fin du droit", "end of right"},
    {PrintedKind::kDependantName, "nom de l'ayant droit", "name of dependant"},
    {PrintedKind::kDependantGivenNames, "prénoms de l'ayant droit", "given names of dependant"},
    {PrintedKind::kDependantBirthDate, "naissance de l'ayant droit", "birth date of dependant"},
    {PrintedKind::kDependantBirthRank, "rang de l'ayant droit", "birth rank of dependant"},
    {PrintedKind::kTaxNumber, "numéro fiscal", "tax number"},
    {PrintedKind::kTaxNotice, "référence de l'avis d'impôt", "number of the tax notice"},
    {PrintedKind::kTaxIncome, "revenu fiscal de référence", "reference income for tax"},
    {PrintedKind::kCollectedOn, "date de mise en recouvrement", "day of collection"},
    {PrintedKind::kInvoiceNumber, "numéro de facture", "invoice number"},
    {PrintedKind::kAmount, "montant TTC", "amount with taxes"},
    {PrintedKind::kAccountNumber, "IBAN", "IBAN"},
    {PrintedKind::kAddressLine, "adresse", "address"},
    {PrintedKind::kLocality, "code postal et commune", "postal code and town"},
});

}  // namespace

std::string FactName(FactKey fact, Language language) {
  const auto* words = std::ranges::find(kFactWords, fact.kind, &FactWords::kind);
  if (words == kFactWords.end()) return {};
  const bool french = language == Language::kFrench;
  const std::string_view name = french ? words->french : words->english;
  if (!IsOfARow(fact.kind) && fact.row == 0) return std::string(name);
  return fmt::format("{}\u00A0{}", name, fact.row + 1);
}

namespace {

std::string NamesThat(FactResult result, const SealReport& seal, Language language) {
  std::string names;
  for (const ComparedFact& compared : seal.printed) {
    if (compared.result == result)
      names += (names.empty() ? "" : ", ") + FactName(compared.fact, language);
  }
  return names;
}

}  // namespace

std::string PrintedLine(const SealReport& seal, Language language) {
  const auto is_compared = [](const ComparedFact& compared) {
    return compared.result != FactResult::kNotCompared;
  };
  if (std::ranges::none_of(seal.printed, is_compared)) return {};
  const auto agreeing =
      std::ranges::count(seal.printed, FactResult::kAgrees, &ComparedFact::result);
  std::string line = Say(Message::kPrintedAgree, language, agreeing, seal.printed.size());
  const auto add = [&](Message message, FactResult result) {
    const std::string names = NamesThat(result, seal, language);
    if (!names.empty())
      line += std::string(Pattern(Message::kClauseJoin, language)) + Say(message, language, names);
  };
  add(Message::kPrintedDiffer, FactResult::kDiffers);
  add(Message::kPrintedOpen, FactResult::kNotCompared);
  return line;
}

std::string FactsToCompare(const SealReport& seal, Language language) {
  constexpr std::ptrdiff_t kFew = 4;
  const auto open =
      std::ranges::count(seal.printed, FactResult::kNotCompared, &ComparedFact::result);
  const bool all = open == std::ssize(seal.printed);
  if (open == 0 || open > kFew || all) return {};
  return Say(Message::kPageOpenFacts, language,
             NamesThat(FactResult::kNotCompared, seal, language));
}

}  // namespace sceau::wording
