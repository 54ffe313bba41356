// SPDX-License-Identifier: Apache-2.0
#include "page/labels.h"

#include <algorithm>
#include <array>

#include "page/other_people.h"

namespace sceau::page {
namespace {

// Those that begin alike: the longest first.
constexpr auto kLabels = std::to_array<Label>({
    {"NUMERO FISCAL DU DECLARANT 1", PlaceKind::kTaxNumber, true},
    {"NUMERO FISCAL DU DECLARANT 2", PlaceKind::kTaxNumber, true},
    {"NUMERO FISCAL DECLARANT 1", PlaceKind::kTaxNumber, true},
    {"NUMERO FISCAL DECLARANT 2", PlaceKind::kTaxNumber, true},
    {"NUMERO FISCAL", PlaceKind::kTaxNumber, true},
    {"N FISCAL DU DECLARANT 1", PlaceKind::kTaxNumber, true},
    {"N FISCAL DU DECLARANT 2", PlaceKind::kTaxNumber, true},
    {"N FISCAL DECLARANT 1", PlaceKind::kTaxNumber, true},
    {"N FISCAL DECLARANT 2", PlaceKind::kTaxNumber, true},
    {"N FISCAL", PlaceKind::kTaxNumber, true},
    {"REFERENCE DE LAVIS DIMPOT", PlaceKind::kTaxNotice, true},
    {"REFERENCE DE LAVIS", PlaceKind::kTaxNotice, true},
    {"REFERENCE DAVIS DIMPOT", PlaceKind::kTaxNotice, true},
    {"REVENU FISCAL DE REFERENCE", PlaceKind::kTaxIncome, true},
    {"DATE DE MISE EN RECOUVREMENT", PlaceKind::kCollectedOn, true},
    {"NUMERO DE LA FACTURE", PlaceKind::kInvoiceNumber, true},
    {"NUMERO DE FACTURE", PlaceKind::kInvoiceNumber, true},
    {"N DE LA FACTURE", PlaceKind::kInvoiceNumber, true},
    {"N DE FACTURE", PlaceKind::kInvoiceNumber, true},
    {"FACTURE NUMERO", PlaceKind::kInvoiceNumber, true},
    {"FACTURE N", PlaceKind::kInvoiceNumber, true},
    {"MONTANT TOTAL TTC", PlaceKind::kAmount, true},
    {"MONTANT TTC", PlaceKind::kAmount, true},
    {"TOTAL TTC", PlaceKind::kAmount, true},
    {"CODE IBAN", PlaceKind::kAccountNumber, true},
    {"IBAN", PlaceKind::kAccountNumber, true},
    {"ADRESSE DU LIEU DE CONSOMMATION", PlaceKind::kLocality, true},
    {"LIEU DE CONSOMMATION", PlaceKind::kLocality, true},
    {"TITULAIRE DU CONTRAT", PlaceKind::kPaperHolder, true},
    {"TITULAIRE DU COMPTE", PlaceKind::kPaperHolder, true},
    {"TITULAIRE", PlaceKind::kPaperHolder, false},
    {"NOM DE NAISSANCE", PlaceKind::kName, true},
    {"NOM DE FAMILLE", PlaceKind::kName, true},
    {"NOM DE JEUNE FILLE", PlaceKind::kName, true},
    {"NOM PATRONYMIQUE", PlaceKind::kName, true},
    {"NOM DUSAGE", PlaceKind::kNameInUse, true},
    {"NOM D USAGE", PlaceKind::kNameInUse, true},
    {"NOM USUEL", PlaceKind::kNameInUse, true},
    {"NOM MARITAL", PlaceKind::kNameInUse, true},
    {"NOM DEPOUSE", PlaceKind::kNameInUse, true},
    {"NOM DEPOUX", PlaceKind::kNameInUse, true},
    {"NOM ET PRENOMS", PlaceKind::kFullName, true},
    {"NOM ET PRENOM", PlaceKind::kFullName, true},
    {"NOM PRENOMS", PlaceKind::kFullName, true},
    {"NOM PRENOM", PlaceKind::kFullName, true},
    {"PRENOMS ET NOM", PlaceKind::kFullName, true},
    {"PRENOM ET NOM", PlaceKind::kFullName, true},
    {"PRENOM NOM", PlaceKind::kFullName, true},
    {"NOM", PlaceKind::kName, false},
    {"PRENOM S", PlaceKind::kGivenNames, true},
    {"PRENOMS", PlaceKind::kGivenNames, true},
    {"PRENOM", PlaceKind::kGivenNames, true},
    {"NE LE", PlaceKind::kBirthDate, true},
    {"NEE LE", PlaceKind::kBirthDate, true},
    {"NE E LE", PlaceKind::kBirthDate, true},
    {"DATE DE NAISSANCE", PlaceKind::kBirthDate, true},
    {"NUMERO DE SECURITE SOCIALE", PlaceKind::kNumber, true},
    {"N DE SECURITE SOCIALE", PlaceKind::kNumber, true},
    {"NUMERO DIMMATRICULATION", PlaceKind::kNumber, true},
    {"N DIMMATRICULATION", PlaceKind::kNumber, true},
    {"IMMATRICULATION", PlaceKind::kNumber, true},
    {"NUMERO", PlaceKind::kNumber, false},
    {"NIR", PlaceKind::kNumber, true},
    {"RANG DE NAISSANCE", PlaceKind::kBirthRank, true},
    {"QUALITE", PlaceKind::kRole, true},
    {"ORGANISME DE RATTACHEMENT", PlaceKind::kFundCode, true},
    {"ORGANISME", PlaceKind::kFundCode, false},
});

// What follows "Nom" where it is another label: "Nom du médecin".
constexpr auto kOfSomebody =
    std::to_array<std::string_view>({"DE", "DU", "DES", "D", "ET", "OU", "DELA"});
// Whose name or birth date a label announces where it is not the holder's: "Prénoms du père".
constexpr auto kOthers = std::to_array<std::string_view>(
    {"EPOUX",     "EPOUSE",    "MARI",      "FEMME",    "ENFANT", "ENFANTS", "FILS",
     "FILLE",     "FRERE",     "SOEUR",     "BEAUPERE", "AYANT",  "ASSURE",  "ASSUREE",
     "BELLEMERE", "GRANDPERE", "GRANDMERE", "OUVRANT",  "TIERS",  "ADHERENT"});
// Behind "Prénom": by which somebody is called, and which no seal has.
constexpr auto kUsual =
    std::to_array<std::string_view>({"USUEL", "USUELS", "DUSAGE", "COURANT", "PREFERE"});
// Headings that follow a label in a table, and what else is not a name.
constexpr auto kOtherLabels = std::to_array<std::string_view>(
    {"ADRESSE", "COMMUNE", "DATE", "LIEU", "NAISSANCE", "QUALITE", "RANG", "SEXE"});
constexpr auto kCivilities =
    std::to_array<std::string_view>({"M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME"});
constexpr auto kRights = std::to_array<std::string_view>(
    {"DROITS", "DROIT", "MALADIE", "BASE", "C2S", "CSS", "CMU", "CMUC", "ALD", "AME",
     "COMPLEMENTAIRE", "MATERNITE", "EXONERATION", "REGIME", "MEDICALE"});

template <typename List>
bool IsOneOf(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// How many words of the line the label takes from there on; 0 when it does not stand there.
std::size_t WordsOf(const Label& label, const PrintedLine& line, std::size_t at) {
  std::size_t taken = 0;
  for (std::size_t start = 0; start < label.words.size(); ++taken) {
    const std::size_t end = std::min(label.words.find(' ', start), label.words.size());
    if (at + taken >= line.size() ||
        line[at + taken].letters != label.words.substr(start, end - start))
      return 0;
    if (taken > 0 &&
        line[at + taken].left - line[at + taken - 1].right > kLabelGap * line[at].height)
      return 0;  // headings of two columns
    start = end + 1;
  }
  return taken;
}

bool IsOther(std::string_view letters) {
  return IsOneOf(kOthers, letters) || IsRoleOfAnother(letters);
}

// What stands behind the label says that it is another person's, or another name.
bool IsOfAnother(const Label& label, const PrintedLine& line, std::size_t at) {
  if (at >= line.size() || line[at].after_colon) return false;
  if (label.kind == PlaceKind::kName && !label.specific && IsOneOf(kOfSomebody, line[at].letters))
    return true;
  if (label.kind == PlaceKind::kGivenNames && IsOneOf(kUsual, line[at].letters)) return true;
  constexpr std::size_t kWords = 3;  // "de la mère", "du"
  if (!IsOneOf(kOfSomebody, line[at].letters)) return false;
  for (std::size_t i = at + 1; i < std::min(at + kWords, line.size()); ++i) {
    const std::string_view letters = line[i].letters;
    const bool elided = letters.starts_with('L') || letters.starts_with('D');  // "de l’assuré"
    if (IsOther(letters) || (elided && IsOther(letters.substr(1)))) return true;
  }
  return false;
}

}  // namespace

LabelAt FindLabel(const PrintedLine& line, std::size_t at) {
  for (const Label& label : kLabels) {
    const std::size_t words = WordsOf(label, line, at);
    if (words == 0) continue;
    // "Titulaire" alone heads what follows.
    const bool announces = at + words < line.size() && line[at + words].after_colon;
    if (label.kind == PlaceKind::kPaperHolder && !label.specific && !announces) return {};
    if (IsOfAnother(label, line, at + words)) return {};
    return {&label, words};
  }
  return {};
}

bool IsOtherLabel(std::string_view letters) { return IsOneOf(kOtherLabels, letters); }

bool IsCivility(std::string_view letters) { return IsOneOf(kCivilities, letters); }

bool NamesARight(const PrintedLine& line) {
  const auto is = [](std::string_view letters) {
    return [letters](const PrintedWord& word) { return word.letters == letters; };
  };
  return std::ranges::none_of(line, is("ATTESTATION")) &&
         std::ranges::any_of(
             line, [](const PrintedWord& word) { return IsOneOf(kRights, word.letters); });
}

}  // namespace sceau::page
