// SPDX-License-Identifier: Apache-2.0
#include "page/known_words.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attestation/compare_holder.h"
#include "base/text.h"
#include "layout/page_words.h"

namespace sceau::page {
namespace {

// None says more of a person or a right, alone or with others of them: "fin" would, in "sans date
// de fin", and is known only of a right that has none.
constexpr std::string_view kWordsOfAttestations =
    "A AU AUX AVEC CE CES CET CETTE CI COMPRIS DANS DE DES DU EN EST ET ETE IL LA LE LES NE NEE ON "
    "ONT OU PAR PAS POUR QUE QUI SE SES SI SON SONT SUR UN UNE VOS VOTRE "
    "ASSURANCE ASSURE ASSUREE ATTESTATION ATTESTE AYANT AYANTS BASE BENEFICIAIRE CAISSE CELUI CGSS "
    "CIVILITE CLE CODE COMMANDE COMMENT COMPAREZ CPAM DATE DATES DELIVRE DELIVREE DIT DOCUMENT "
    "DROIT "
    "DROITS ECRAN EDITE EDITEE ETABLI ETABLIE FAMILLE FICHIER GARANTIT IDENTITE IMMATRICULATION "
    "IMPRIME INCLUS INFORMATIONS INTERNET LIRE LISEZ MADAME MALADIE MLLE MME MODIFIEES MONSIEUR "
    "MSA NAISSANCE NATURE NECESSAIRE NIR NOM NUMERO OBLIGATOIRE ORGANISME OUVERTS PAGE PAIEMENT "
    "PAPIER PDF PERIODE PERIODES PIECE PRENOM PRENOMS PRIMAIRE QUALITE RANG RATTACHEMENT "
    "RATTACHES REFERENCE REGIME REMPLACE SCEAU SECURITE SOCIALE SOINS TITULAIRE USAGE VALABLE "
    "VALIDITE "
    "VERIFIER VERIFIEZ VERIFY";
// Of "N°", "Prénom(s)", "M.", "à", and of a list.
constexpr std::string_view kLettersAlone = "A D E L M N S Y 1 2 3";
constexpr std::u32string_view kMarksAlone = U"\u2013\u2014\u2022\u25A0\u25CF";

bool IsOfDigits(std::string_view letters) {
  return std::ranges::all_of(letters, [](char c) { return c >= '0' && c <= '9'; });
}

// Dashes, and the dots that stand for what is masked.
bool IsAMark(std::string_view letters) {
  const auto characters = DecodeUtf8(letters);
  return characters && std::ranges::all_of(*characters, [](char32_t c) {
           return kMarksAlone.find(c) != kMarksAlone.npos;
         });
}

class KnownWords {
 public:
  KnownWords(const SealedFacts& sealed, const PrintedPage& printed)
      : sealed_(sealed), printed_(printed) {
    AddWords(kWordsOfAttestations);
    AddWords(kLettersAlone);
    for (const PrintedFact& fact : sealed.all()) AddFact(fact);
    for (const PrintedDate& date : printed.dates()) {
      if (!IsKnownDate(date)) continue;
      for (std::size_t word = date.first; word <= date.last; ++word)
        words_of_dates_.emplace(date.line, word);
    }
  }

  bool AreAll() const {
    const std::vector<PrintedLine>& lines = printed_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!AreAllOf(lines[i], i)) return false;
    }
    return true;
  }

 private:
  void AddFact(const PrintedFact& fact) {
    words_.insert(fact.words.begin(), fact.words.end());
    switch (fact.key.kind) {
      case PrintedKind::kDocumentNumber:
      case PrintedKind::kReplacedNumber:
        AddGroups(fact.value, {4, 4, 4, 4});
        break;
      case PrintedKind::kNir:
        AddGroups(fact.value, {1, 2, 2, 2, 3, 3, 2});
        break;
      case PrintedKind::kFundCode:
        AddGroups(fact.value, {2, 3, 4});
        break;
      case PrintedKind::kBirthRank:
      case PrintedKind::kDependantBirthRank:
        words_.insert("0" + fact.value);
        break;
      case PrintedKind::kRight:
        AddWords(layout::RightName(static_cast<RightKind>(fact.value.front() - '0')));
        return;
      case PrintedKind::kRole:
        return;
      case PrintedKind::kRightUntil:
        if (fact.value.empty()) words_.insert({"SANS", "FIN"});
        break;
      default:
        break;
    }
    if (fact.value.size() == 8 && IsOfDigits(fact.value))  // a day in digits that stand apart
      words_.insert(fact.value.substr(6) + fact.value.substr(4, 2) + fact.value.substr(0, 4));
    AddWords(fact.value);
    AddWords(attestation::FoldName(fact.value));  // "Anne-Marie" is one word or two
  }

  // A number as it is printed.
  void AddGroups(std::string_view number, std::initializer_list<std::size_t> sizes) {
    std::size_t start = 0;
    for (const std::size_t size : sizes) {
      words_.emplace(number.substr(std::min(start, number.size()), size));
      start += size;
    }
    const std::size_t last = start - *std::prev(sizes.end());
    words_.emplace(number.substr(0, std::min(last, number.size())));  // a NIR without its key
  }

  void AddWords(std::string_view text) {
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      words_.insert(LettersOf(text.substr(start, end - start)));
      start = end + 1;
    }
  }

  bool IsKnownDate(const PrintedDate& date) const {
    const auto is_birth = [&](const PrintedFact& fact) {
      return (fact.key.kind == PrintedKind::kBirthDate ||
              fact.key.kind == PrintedKind::kDependantBirthDate) &&
             date.Is(fact.value);
    };
    return !date.goes_on &&
           (sealed_.IsKnownDay(date) || std::ranges::any_of(sealed_.all(), is_birth));
  }

  bool IsKnown(std::string_view letters) const {
    constexpr std::string_view kElided = "CDLNS";  // "d’usage" is "DUSAGE"
    if (letters.empty() || words_.contains(letters) || IsAMark(letters)) return true;
    return letters.size() > 1 && kElided.find(letters[0]) != letters.npos &&
           words_.contains(letters.substr(1));
  }

  // Letters that stand apart are one word together.
  bool AreAllOf(const PrintedLine& line, std::size_t number) const {
    std::string apart;
    for (std::size_t at = 0; at <= line.size(); ++at) {
      const bool ends = at == line.size() || line[at].letters.size() > 1;
      if (ends && !IsKnown(apart)) return false;
      if (at == line.size()) break;
      if (ends) apart.clear();
      if (words_of_dates_.contains({number, at})) continue;
      if (!ends) apart += line[at].letters;
      if (ends && !IsKnown(line[at].letters)) return false;
    }
    return true;
  }

  const SealedFacts& sealed_;
  const PrintedPage& printed_;
  std::set<std::string, std::less<>> words_;
  std::set<std::pair<std::size_t, std::size_t>> words_of_dates_;  // line, and place in it
};

}  // namespace

bool PrintsOnlyKnownWords(const SealedFacts& sealed, const PrintedPage& printed) {
  return KnownWords(sealed, printed).AreAll();
}

}  // namespace sceau::page
