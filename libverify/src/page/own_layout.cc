// SPDX-License-Identifier: Apache-2.0
#include "page/own_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fmt/format.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

// What every page of the layout prints, whatever its claims.
constexpr auto kWordsOfLayout = std::to_array<std::string_view>(
    {"ATTESTATION", "DROITS",    "LASSURANCE",   "MALADIE",      "ORGANISME", "DOCUMENT",
     "ETABLI",      "VALABLE",   "INCLUS",       "BENEFICIAIRE", "NAISSANCE", "PRENOMS",
     "RANG",        "NUMERO",    "SECURITE",     "SOCIALE",      "QUALITE",   "RATTACHEMENT",
     "NATURE",      "COMMENT",   "VERIFIER",     "LISEZ",        "CODE",      "SCEAU",
     "PAPIER",      "LECRAN",    "VERIFIEZ",     "FICHIER",      "COMMANDE",  "INTERNET",
     "NECESSAIRE",  "MODIFIEES", "INFORMATIONS", "OUVERTS",      "SOINS",     "COMPAREZ",
     "PIECE",       "DIDENTITE", "GARANTIT",     "PAIEMENT"});
constexpr std::size_t kWordsOfAPage = 30;  // fewer may be a note beside a picture of the page
constexpr std::size_t kForeign = 8;        // a page with as many words of the layout may be cut
constexpr std::size_t kOwn = 24;           // with as many, it is surely a page of the layout
constexpr std::size_t kLettersOfAWord = 3;

std::size_t WordsOfLayoutOn(const PrintedPage& printed) {
  return static_cast<std::size_t>(std::ranges::count_if(
      kWordsOfLayout, [&](std::string_view word) { return printed.MayPrint(word); }));
}

std::size_t LongWordsOn(const PrintedPage& printed) {
  std::size_t count = 0;
  for (const PrintedLine& line : printed.lines()) {
    count += static_cast<std::size_t>(std::ranges::count_if(
        line, [](const PrintedWord& word) { return word.letters.size() >= kLettersOfAWord; }));
  }
  return count;
}

bool MayNameThePerson(const SealedFacts& sealed, const PrintedPage& printed) {
  for (const PrintedKind kind : {kBirthName, kNameInUse, kNir, kDocumentNumber}) {
    const PrintedFact* fact = sealed.Find(kind);
    if (fact != nullptr && printed.MayPrint(LettersOf(fact->value))) return true;
  }
  const std::string born = sealed.ValueOf(kBirthDate);
  return born.size() == 8 && printed.MayPrintDay(born);
}

// Of a value that is not a day; of days, MayPrintDay() knows the ways to write them.
bool MayStand(const PrintedFact& fact, const PrintedPage& printed) {
  switch (fact.key.kind) {
    case kBirthDate:
    case kIssuedOn:
    case kValidFrom:
    case kValidUntil:
    case kRightFrom:
    case kRightUntil:
    case kDependantBirthDate:
      return fact.value.size() != 8 || printed.MayPrintDay(fact.value);
    case kBirthRank:
    case kDependantBirthRank:
    case kRole:
    case kRight:
      return true;  // no words of their own
    case kBirthName:
    case kNameInUse:
    case kGivenNames:
    case kWholeName:
    case kNir:
    case kFundName:
    case kFundCode:
    case kDocumentNumber:
    case kReplacedNumber:
    case kDependantName:
    case kDependantGivenNames:
    case kTaxNumber:
    case kTaxNotice:
    case kTaxIncome:
    case kCollectedOn:
    case kInvoiceNumber:
    case kAmount:
    case kAccountNumber:
    case kAddressLine:
    case kLocality:
      return printed.MayPrint(LettersOf(fact.value));
  }
  return true;
}

bool HidesWords(const Page& page) {
  return std::ranges::any_of(page.words, [](const Word& word) {
    return word.sight == Sight::kHidden && LettersOf(word.text).size() >= kLettersOfAWord;
  });
}

}  // namespace

bool IsAnotherPage(const SealedFacts& sealed, const PrintedPage& printed) {
  return sealed.has_known_layout() && printed.all_shown() &&
         LongWordsOn(printed) >= kWordsOfAPage && WordsOfLayoutOn(printed) < kForeign &&
         !MayNameThePerson(sealed, printed);
}

std::vector<Finding> RemarksOn(const Page& page, const SealedFacts& sealed,
                               const PrintedPage& printed, const std::vector<ComparedFact>& facts,
                               bool says_more) {
  std::vector<Finding> remarks;
  if (!sealed.has_known_layout() || WordsOfLayoutOn(printed) < kOwn) return remarks;
  const std::string detail = fmt::format("page {}", page.number);
  const auto is_missing = [&](const ComparedFact& compared) {
    const PrintedFact* fact = sealed.Find(compared.fact.kind, compared.fact.row);
    return compared.result == FactResult::kNotCompared && fact != nullptr &&
           !MayStand(*fact, printed);
  };
  if (HidesWords(page)) remarks.push_back({Reason::kDocumentTextCovered, detail});
  if (std::ranges::any_of(facts, is_missing))
    remarks.push_back({Reason::kDocumentTextMissing, detail});
  if (says_more) remarks.push_back({Reason::kDocumentTextAdded, detail});
  return remarks;
}

}  // namespace sceau::page
