// SPDX-License-Identifier: Apache-2.0
#include "page/match_place.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "attestation/nir.h"
#include "base/ascii.h"
#include "page/name_forms.h"
#include "page/partial_date.h"

namespace sceau::page {
namespace {

// In place of a name that is not printed: "voir le code", "non communiqué", "XXXX".
bool StandsForNothing(const Letters& word) {
  constexpr auto kPlaceholders = std::to_array<std::string_view>(
      {"VOIR",       "CODE",        "QR",          "SCEAU",        "VERSO",      "RECTO",
       "ANNEXE",     "DESSUS",      "DESSOUS",     "CI",           "IDEM",       "NON",
       "COMMUNIQUE", "COMMUNIQUEE", "COMMUNIQUES", "RENSEIGNE",    "RENSEIGNEE", "RENSEIGNES",
       "PRECISE",    "PRECISEE",    "DISPONIBLE",  "INCONNU",      "INCONNUE",   "NEANT",
       "AUCUN",      "AUCUNE",      "SANS",        "MASQUE",       "MASQUEE",    "CACHE",
       "CACHEE",     "PROTEGE",     "PROTEGEE",    "CONFIDENTIEL", "ANONYME",    "ANONYMISE",
       "SPECIMEN",   "EXEMPLE",     "ATTESTATION", "DOCUMENT"});
  return std::ranges::find(kPlaceholders, word) != kPlaceholders.end() ||
         word.find_first_not_of(word.front()) == word.npos;
}

constexpr std::size_t kWithoutKey = 13;
constexpr std::size_t kWithKey = 15;

// The groups of a NIR, joined; shorter when it is masked.
struct LeadingNumber {
  Letters digits;
  bool goes_on = false;  // a digit follows it
};

LeadingNumber NumberIn(const PrintedPlace& place) {
  LeadingNumber number;
  for (const Letters& word : place.value) {
    const bool part =
        std::ranges::all_of(word, [](char c) { return IsDigit(c) || c == 'A' || c == 'B'; });
    if (!part || number.digits.size() + word.size() > kWithKey) {
      number.goes_on = IsDigit(word.front());
      break;
    }
    number.digits += word;
  }
  return number;
}

}  // namespace

bool IsCleanName(const std::vector<Letters>& value) {
  constexpr std::size_t kMaxNames = 6;
  return !value.empty() && value.size() <= kMaxNames &&
         std::ranges::all_of(value, [](const Letters& word) {
           return word.size() >= 2 && !StandsForNothing(word) &&
                  std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
         });
}

bool IsWholeDay(std::string_view day) {
  return day.size() == 8 && day.find('?') == day.npos && day.substr(4, 2) != "00" &&
         day.substr(6, 2) != "00";
}

std::string WithDayAndMonthSwapped(std::string_view yyyymmdd) {
  if (yyyymmdd.size() != 8) return {};
  return std::string(yyyymmdd.substr(0, 4)) + std::string(yyyymmdd.substr(6, 2)) +
         std::string(yyyymmdd.substr(4, 2));
}

PlaceMatcher::PlaceMatcher(std::span<const PrintedFact> facts, const PrintedPage& printed)
    : printed_(printed) {
  for (const PrintedFact& fact : facts) {
    if (fact.key.row > 0) continue;
    switch (fact.key.kind) {
      case PrintedKind::kBirthName:
        birth_name_ = AddFamilyName(fact.value);
        break;
      case PrintedKind::kNameInUse:
        name_in_use_ = AddFamilyName(fact.value);
        break;
      case PrintedKind::kGivenNames:
        given_names_ = NameParts(fact.value);
        first_given_name_ = FirstGivenName(fact.value);
        break;
      case PrintedKind::kBirthDate:
        birth_date_ = fact.value;
        break;
      case PrintedKind::kNir:
        number_ = fact;
        break;
      case PrintedKind::kBirthRank:
        birth_rank_ = fact.value;
        break;
      case PrintedKind::kRole:
        if (!fact.words.empty()) role_word_ = fact.words.front();
        break;
      case PrintedKind::kFundCode:
        fund_code_ = fact.value;
        break;
      case PrintedKind::kWholeName:
      case PrintedKind::kFundName:
      case PrintedKind::kDocumentNumber:
      case PrintedKind::kReplacedNumber:
      case PrintedKind::kIssuedOn:
      case PrintedKind::kValidFrom:
      case PrintedKind::kValidUntil:
      case PrintedKind::kRight:
      case PrintedKind::kRightFrom:
      case PrintedKind::kRightUntil:
      case PrintedKind::kDependantName:
      case PrintedKind::kDependantGivenNames:
      case PrintedKind::kDependantBirthDate:
      case PrintedKind::kDependantBirthRank:
      case PrintedKind::kTaxNumber:
      case PrintedKind::kTaxNotice:
      case PrintedKind::kTaxIncome:
      case PrintedKind::kCollectedOn:
      case PrintedKind::kInvoiceNumber:
      case PrintedKind::kAmount:
      case PrintedKind::kAccountNumber:
      case PrintedKind::kAddressLine:
      case PrintedKind::kLocality:
        break;
    }
  }
  known_names_.insert(given_names_.begin(), given_names_.end());
  known_names_.insert(family_names_.begin(), family_names_.end());
  known_names_.insert(Joined(given_names_));
  const auto add_standing = [&](const std::vector<Letters>& name) {
    if (MayPrintFormOf(printed, name)) standing_.insert(name);
  };
  std::ranges::for_each(family_parts_, add_standing);
  for (const Letters& name : given_names_) add_standing({name});
  prints_part_of_birth_date_ = PrintsPartOf(printed, birth_date_);
}

std::vector<Letters> PlaceMatcher::AddFamilyName(std::string_view name) {
  std::vector<Letters> parts = NameParts(name);
  if (parts.empty()) return parts;
  family_names_.push_back(Joined(parts));
  family_parts_.push_back(parts);
  known_names_.insert(parts.begin(), parts.end());
  return parts;
}

std::vector<std::vector<Letters>> PlaceMatcher::NamesFor(const PrintedPlace& place) const {
  if (place.kind == PlaceKind::kName && place.specific && !birth_name_.empty())
    return {birth_name_};
  if (place.kind == PlaceKind::kNameInUse && !name_in_use_.empty()) return {name_in_use_};
  return family_parts_;
}

Match PlaceMatcher::OfName(const PrintedPlace& place) const {
  const Letters value = Joined(place.value);
  const bool named = std::ranges::any_of(family_names_, [&](const Letters& name) {
    return value == name || std::ranges::find(place.value, name) != place.value.end();
  });
  if (named) {
    constexpr auto kJoining = std::to_array<std::string_view>(
        {"EPOUSE", "EPOUX", "EP", "NEE", "NE", "VEUVE", "DIT", "DITE", "OU"});
    const bool alone = std::ranges::all_of(place.value, [&](const Letters& word) {
      return known_names_.contains(word) || std::ranges::find(kJoining, word) != kJoining.end();
    });
    return alone || std::ranges::find(family_names_, value) != family_names_.end()
               ? Match::kSame
               : Match::kUnclear;
  }
  if (!IsCleanName(place.value) || family_names_.empty()) return Match::kUnclear;
  const bool near = std::ranges::any_of(family_parts_, [&](const std::vector<Letters>& parts) {
    return std::ranges::any_of(SaintForms(parts),
                               [&](const Letters& name) { return AreNear(value, name); });
  });
  const auto may_stand = [&](const std::vector<Letters>& name) { return standing_.contains(name); };
  if (near || std::ranges::any_of(NamesFor(place), may_stand)) return Match::kUnclear;
  // A part of a double name may be all that is printed.
  for (const Letters& word : place.value) {
    if (known_names_.contains(word)) return Match::kUnclear;
  }
  return Match::kOther;
}

Match PlaceMatcher::OfGivenNames(const PrintedPlace& place) const {
  const auto is_given = [&](const Letters& word) {
    return std::ranges::find(given_names_, word) != given_names_.end();
  };
  const Letters all = Joined(given_names_);
  const Letters value = Joined(place.value);
  if (value == all || (!first_given_name_.empty() && value == first_given_name_))
    return Match::kSame;
  if (!IsCleanName(place.value) || given_names_.empty() || AreInitialsOf(value, given_names_))
    return Match::kUnclear;
  for (const Letters& name : given_names_) {
    if (standing_.contains({name})) return Match::kUnclear;
    for (const Letters& word : place.value) {
      if (is_given(word) || AreNear(word, name)) return Match::kUnclear;
    }
  }
  return Match::kOther;
}

// All names in either order.
Match PlaceMatcher::OfFullName(const PrintedPlace& place) const {
  const Letters value = Joined(place.value);
  const Letters given = Joined(given_names_);
  for (const Letters& name : family_names_) {
    if (value == name + given || value == given + name) return Match::kSame;
  }
  if (!IsCleanName(place.value) || place.value.size() < 2) return Match::kUnclear;
  for (const Letters& known : known_names_) {
    if (printed_.MayPrint(known)) return Match::kUnclear;
    for (const Letters& word : place.value) {
      if (AreNear(word, known)) return Match::kUnclear;
    }
  }
  return Match::kOther;
}

Match PlaceMatcher::OfBirthDate(const PrintedPlace& place) const {
  const std::string& day = birth_date_;
  if (day.size() != 8) return Match::kUnclear;
  if (place.dates.empty()) {  // in letters apart, a date is but digits
    const Letters digits = Joined(place.value);
    const bool same =
        digits == day || digits == day.substr(6) + day.substr(4, 2) + day.substr(0, 4);
    return same ? Match::kSame : Match::kUnclear;
  }
  const PrintedDate& printed = place.dates.front();
  const auto is_own = [&](const PrintedDate& date) { return date.Is(day) && !date.goes_on; };
  if (std::ranges::all_of(place.dates, is_own)) return Match::kSame;
  const bool whole = IsWholeDay(printed.day) && IsWholeDay(day);
  return !whole || printed.Is(WithDayAndMonthSwapped(day)) || printed_.MayPrintDay(day) ||
                 prints_part_of_birth_date_
             ? Match::kUnclear
             : Match::kOther;
}

Match PlaceMatcher::OfNumber(const PrintedPlace& place) const {
  const auto [number, goes_on] = NumberIn(place);
  if (number.size() != kWithKey && number.size() != kWithoutKey) return Match::kUnclear;
  if (!number_ || goes_on) return Match::kUnclear;
  const std::string_view own = number_->value;
  if (own.substr(0, number.size()) == number) return Match::kSame;
  const bool another = number.size() == kWithKey && attestation::Nir::Parse(number).ok() &&
                       !number_->may_be_anothers && !printed_.MayPrint(own.substr(0, kWithoutKey));
  return another ? Match::kOther : Match::kUnclear;
}

// One digit or two, as cards have it.
Match PlaceMatcher::OfBirthRank(const PrintedPlace& place) const {
  if (birth_rank_.empty() || place.value.size() != 1) return Match::kUnclear;
  std::string_view rank = place.value.front();
  const bool is_rank = rank.size() <= 2 && std::ranges::all_of(rank, IsDigit);
  if (!is_rank || place.text.find(rank) == std::string::npos)  // "1/2": of two
    return Match::kUnclear;
  if (rank.size() == 2 && rank.starts_with('0')) rank.remove_prefix(1);
  return rank == birth_rank_ ? Match::kSame : Match::kOther;
}

Match PlaceMatcher::OfRole(const PrintedPlace& place) const {
  constexpr std::string_view kInsured = "ASSURE";
  constexpr std::string_view kDependant = "AYANT";
  const Letters value = Joined(place.value);
  if (role_word_.empty()) return Match::kUnclear;
  if (value.starts_with(role_word_)) return Match::kSame;
  const std::string_view other = role_word_ == kInsured ? kDependant : kInsured;
  return value.starts_with(other) && !printed_.MayPrint(role_word_) ? Match::kOther
                                                                    : Match::kUnclear;
}

Match PlaceMatcher::OfFundCode(const PrintedPlace& place) const {
  const Letters value = Joined(place.value);
  const bool is_code = value.size() == fund_code_.size() && std::ranges::all_of(value, IsDigit);
  if (fund_code_.empty() || !is_code) return Match::kUnclear;
  return value == LettersOf(fund_code_) ? Match::kSame : Match::kOther;
}

bool PlaceMatcher::GoesOn(const PrintedPlace& place) const {
  if (place.behind.empty()) return false;
  if (place.kind == PlaceKind::kBirthDate || place.kind == PlaceKind::kNumber)
    return IsDigit(place.behind.front());
  const bool of_name = place.kind == PlaceKind::kName || place.kind == PlaceKind::kNameInUse ||
                       place.kind == PlaceKind::kGivenNames || place.kind == PlaceKind::kFullName;
  return of_name && IsCleanName({place.behind}) && !known_names_.contains(place.behind);
}

Match PlaceMatcher::Of(const PrintedPlace& place) const {
  const Match match = OfValue(place);
  return match == Match::kSame && GoesOn(place) ? Match::kUnclear : match;
}

Match PlaceMatcher::OfValue(const PrintedPlace& place) const {
  switch (place.kind) {
    case PlaceKind::kName:
    case PlaceKind::kNameInUse:
      return OfName(place);
    case PlaceKind::kGivenNames:
      return OfGivenNames(place);
    case PlaceKind::kFullName:
      return OfFullName(place);
    case PlaceKind::kBirthDate:
      return OfBirthDate(place);
    case PlaceKind::kNumber:
      return OfNumber(place);
    case PlaceKind::kBirthRank:
      return OfBirthRank(place);
    case PlaceKind::kRole:
      return OfRole(place);
    case PlaceKind::kFundCode:
      return OfFundCode(place);
    case PlaceKind::kPaperHolder:
    case PlaceKind::kTaxNumber:
    case PlaceKind::kTaxNotice:
    case PlaceKind::kTaxIncome:
    case PlaceKind::kCollectedOn:
    case PlaceKind::kInvoiceNumber:
    case PlaceKind::kAmount:
    case PlaceKind::kAccountNumber:
    case PlaceKind::kLocality:
      break;  // paper_facts.h
  }
  return Match::kUnclear;
}

bool PlaceMatcher::HasWholeNumber(const PrintedPlace& place) {
  return NumberIn(place).digits.size() >= kWithoutKey;
}

}  // namespace sceau::page
