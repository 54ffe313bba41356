// SPDX-License-Identifier: Apache-2.0
#include "page/paper_facts.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/ascii.h"
#include "base/text.h"
#include "fmt/format.h"
#include "page/name_forms.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

struct KindOfFact {
  PlaceKind place;
  PrintedKind fact;
};
constexpr auto kKindsOfFacts =
    std::to_array<KindOfFact>({{PlaceKind::kTaxNumber, kTaxNumber},
                               {PlaceKind::kTaxNotice, kTaxNotice},
                               {PlaceKind::kTaxIncome, kTaxIncome},
                               {PlaceKind::kCollectedOn, kCollectedOn},
                               {PlaceKind::kInvoiceNumber, kInvoiceNumber},
                               {PlaceKind::kAmount, kAmount},
                               {PlaceKind::kAccountNumber, kAccountNumber},
                               {PlaceKind::kLocality, kLocality}});

std::optional<PrintedKind> FactBeside(PlaceKind kind) {
  const auto* found = std::ranges::find(kKindsOfFacts, kind, &KindOfFact::place);
  if (found == kKindsOfFacts.end()) return std::nullopt;
  return found->fact;
}

bool HasADigit(std::string_view letters) { return std::ranges::any_of(letters, IsDigit); }

// Digits where the other has digits, and letters where it has letters.
bool AreOfOneShape(std::string_view one, std::string_view other) {
  return one.size() == other.size() &&
         std::ranges::equal(
             one, other, {}, [](char c) { return IsDigit(c); }, [](char c) { return IsDigit(c); });
}

// The first words of the value that make `length` letters together; nothing where none do, or
// where the number may go on.
std::optional<Letters> NumberOf(const PrintedPlace& place, std::size_t length) {
  Letters number;
  std::size_t word = 0;
  while (word < place.value.size() && number.size() < length) number += place.value[word++];
  if (number.size() != length) return std::nullopt;
  const Letters& next = word < place.value.size() ? place.value[word] : place.behind;
  if (HasADigit(next)) return std::nullopt;
  return number;
}

class PaperSearch {
 public:
  PaperSearch(const SealedFacts& sealed, const PrintedPage& printed)
      : sealed_(sealed), printed_(printed) {}

  std::vector<ComparedFact> Agreements() const {
    std::vector<ComparedFact> found;
    for (const PrintedFact& fact : sealed_.all()) {
      if (fact.key.kind == kAddressLine || fact.key.kind == kLocality) {
        const auto run = printed_.Find(LettersOf(fact.value));
        if (run && run->shown) found.push_back(Agreeing(fact.key, run->box, run->text));
        continue;
      }
      const auto same = std::ranges::find_if(printed_.details(), [&](const PrintedPlace& place) {
        return place.shown && !place.of_another && FactBeside(place.kind) == fact.key.kind &&
               MatchOf(fact, place) == Match::kSame;
      });
      if (same != printed_.details().end() && !SaysMore(fact.key.kind))
        found.push_back(Agreeing(fact.key, same->box, same->text));
    }
    return found;
  }

  // Is it a paper of the sort that the seal is of?
  bool IsTitled() const {
    return std::ranges::any_of(printed_.lines(), [&](const PrintedLine& line) {
      Letters letters;
      for (const PrintedWord& word : line) {
        if (!word.shown || letters.size() > kLettersOfATitle) break;
        letters += word.letters;
      }
      return std::ranges::any_of(
          sealed_.titles(), [&](const std::string& title) { return letters.starts_with(title); });
    });
  }

  bool HasLabels() const {
    std::set<PlaceKind> kinds;
    for (const auto* places : {&printed_.places(), &printed_.details()}) {
      for (const PrintedPlace& place : *places) {
        if (place.shown && !place.value.empty()) kinds.insert(place.kind);
      }
    }
    return kinds.size() >= 2 || kinds.contains(PlaceKind::kPaperHolder);
  }

  void AddDetails(std::vector<Difference>& found) const {
    for (const KindOfFact& kind : kKindsOfFacts) {
      const PrintedPlace* other = OnlyOther(kind);
      if (other == nullptr) continue;
      const PrintedFact* fact = sealed_.Find(kind.fact);
      found.push_back({Reason::kDocumentPrintedDetailsDiffer,
                       fact != nullptr ? fact->key : FactKey{kind.fact}, other->box, other->text});
    }
  }

  // Somebody else is called the holder of a contract or an account: no part of any name of the seal
  // stands on the page.
  void AddHolder(std::vector<Difference>& found) const {
    const PrintedFact* named = nullptr;
    std::vector<Letters> parts;
    for (const PrintedFact& fact : sealed_.all()) {
      if (!IsNameOfHolder(fact.key.kind)) continue;
      if (fact.may_be_anothers) return;
      if (named == nullptr) named = &fact;
      for (Letters& part : NameParts(fact.value)) parts.push_back(std::move(part));
    }
    if (named == nullptr || !NamesNoneOf(parts)) return;
    const PrintedPlace* other = nullptr;
    for (const PrintedPlace& place : printed_.details()) {
      if (place.kind != PlaceKind::kPaperHolder) continue;
      const bool same = other == nullptr || other->value == place.value;
      if (!same || !place.shown || place.of_another || !IsAnotherName(place, parts)) return;
      other = &place;
    }
    if (other != nullptr)
      found.push_back({Reason::kDocumentPrintedNameDiffers, named->key, other->box, other->text});
  }

 private:
  static constexpr std::size_t kLettersOfATitle = 60;

  // Whether a label of this kind has a value that no fact of the seal has, whatever it is.
  bool SaysMore(PrintedKind kind) const {
    return std::ranges::any_of(printed_.details(), [&](const PrintedPlace& place) {
      return !place.of_another && FactBeside(place.kind) == kind &&
             std::ranges::none_of(sealed_.all(), [&](const PrintedFact& fact) {
               return fact.key.kind == kind && MatchOf(fact, place) == Match::kSame;
             });
    });
  }

  // The place that has another value than any of the kind that the seal has, where all places of
  // the kind have the same.
  const PrintedPlace* OnlyOther(const KindOfFact& kind) const {
    const PrintedPlace* other = nullptr;
    for (const PrintedPlace& place : printed_.details()) {
      if (place.kind != kind.place || place.of_another) continue;
      if (!place.shown || !IsOther(place, kind.fact)) return nullptr;
      if (other != nullptr && other->value != place.value) return nullptr;
      other = &place;
    }
    return other;
  }

  bool IsOther(const PrintedPlace& place, PrintedKind kind) const {
    bool any = false;
    for (const PrintedFact& fact : sealed_.all()) {
      if (fact.key.kind != kind) continue;
      any = true;
      if (MatchOf(fact, place) != Match::kOther) return false;
    }
    return any;
  }

  Match MatchOf(const PrintedFact& fact, const PrintedPlace& place) const {
    switch (place.kind) {
      case PlaceKind::kTaxNumber:
      case PlaceKind::kTaxNotice:
      case PlaceKind::kInvoiceNumber:
        return OfNumber(fact, place);
      case PlaceKind::kAccountNumber:
        return OfAccount(fact, place);
      case PlaceKind::kTaxIncome:
      case PlaceKind::kAmount:
        return OfAmount(fact, place);
      case PlaceKind::kCollectedOn:
        return OfDay(fact, place);
      case PlaceKind::kLocality:
        return OfLocality(fact, place);
      case PlaceKind::kName:
      case PlaceKind::kNameInUse:
      case PlaceKind::kGivenNames:
      case PlaceKind::kFullName:
      case PlaceKind::kBirthDate:
      case PlaceKind::kNumber:
      case PlaceKind::kBirthRank:
      case PlaceKind::kRole:
      case PlaceKind::kFundCode:
      case PlaceKind::kPaperHolder:
        break;
    }
    return Match::kUnclear;
  }

  Match OfNumber(const PrintedFact& fact, const PrintedPlace& place) const {
    constexpr std::size_t kLettersOfANumber = 6;  // a shorter one may be a part of another
    const Letters own = LettersOf(fact.value);
    const auto number = NumberOf(place, own.size());
    if (!number || own.size() < kLettersOfANumber) return Match::kUnclear;
    if (*number == own) return Match::kSame;
    const Letters without_zeros = own.substr(std::min(own.find_first_not_of('0'), own.size() - 1));
    return AreOfOneShape(*number, own) && HasADigit(own) && !printed_.MayPrint(without_zeros)
               ? Match::kOther
               : Match::kUnclear;
  }

  // A statement has the accounts of others too, each in a line of its own, and prints its own by
  // its parts, as banks of one country do.
  Match OfAccount(const PrintedFact& fact, const PrintedPlace& place) const {
    constexpr std::size_t kHead = 4;  // country and check digits
    constexpr std::size_t kFrench = 27;
    constexpr std::size_t kFrenchAccount = 14;  // behind bank and branch
    constexpr std::size_t kFrenchDigits = 11;
    const Letters own = LettersOf(fact.value);
    const Match match = OfNumber(fact, place);
    if (match != Match::kOther) return match;
    const auto number = NumberOf(place, own.size());
    const bool is_french = own.size() == kFrench && own.starts_with("FR");
    const bool stands = printed_.MayPrint(own.substr(kHead)) ||
                        (is_french && printed_.MayPrint(own.substr(kFrenchAccount, kFrenchDigits)));
    return number && IsAccountNumber(*number) && !stands ? Match::kOther : Match::kUnclear;
  }

  // What is printed without cents may be rounded.
  Match OfAmount(const PrintedFact& fact, const PrintedPlace& place) const {
    constexpr std::int64_t kCents = 100;
    const auto own = AmountIn(fact.value);
    const auto seen = AmountIn(place.text);
    if (!own || !seen) return Match::kUnclear;
    const std::int64_t apart = std::abs(own->cents - seen->cents);
    const bool exact = own->has_cents && seen->has_cents;
    if (apart < (exact ? 1 : kCents)) return Match::kSame;
    const std::string whole = fmt::format("{}", std::abs(own->cents) / kCents);
    const std::string cents = fmt::format("{:02}", std::abs(own->cents) % kCents);
    // An amount to pay and one to be paid back are written alike. "39€99" is one word.
    const bool stands = std::abs(own->cents) == std::abs(seen->cents) || StandsAsAmount(whole) ||
                        StandsAsAmount(whole + cents) ||
                        printed_.Find(whole + "\u20AC" + cents).has_value();
    return stands ? Match::kUnclear : Match::kOther;
  }

  // In words of its own: its digits are also those of a larger amount.
  bool StandsAsAmount(const std::string& digits) const {
    constexpr auto kUnits =
        std::to_array<std::string_view>({"", "\u20AC", "\u20ACTTC", "EUR", "EUROS"});
    return std::ranges::any_of(kUnits, [&](std::string_view unit) {
      return printed_.Find(digits + std::string(unit)).has_value();
    });
  }

  Match OfDay(const PrintedFact& fact, const PrintedPlace& place) const {
    if (place.dates.size() != 1 || place.dates.front().goes_on) return Match::kUnclear;
    const PrintedDate& date = place.dates.front();
    if (date.last - date.first + 1 != place.value.size()) return Match::kUnclear;
    if (date.Is(fact.value)) return Match::kSame;
    const bool unclear = !IsWholeDay(date.day) || date.Is(WithDayAndMonthSwapped(fact.value)) ||
                         printed_.MayPrintDay(fact.value);
    return unclear ? Match::kUnclear : Match::kOther;
  }

  // Another postal code with a town behind it, where neither the sealed code nor a long part of the
  // sealed town stands anywhere.
  Match OfLocality(const PrintedFact& fact, const PrintedPlace& place) const {
    constexpr std::size_t kCode = 5;
    constexpr std::size_t kLongTown = 4;
    const Letters own = LettersOf(fact.value.substr(0, kCode));
    std::size_t codes = 0;
    bool named = false;
    for (std::size_t i = 0; i < place.value.size(); ++i) {
      const Letters& word = place.value[i];
      if (word.size() != kCode || !std::ranges::all_of(word, IsDigit)) continue;
      if (word == own) return Match::kUnclear;
      ++codes;
      named = i + 1 < place.value.size() && place.value[i + 1].size() >= kLongTown &&
              !HasADigit(place.value[i + 1]);
    }
    if (codes != 1 || !named || printed_.MayPrint(own)) return Match::kUnclear;
    const auto stands = [&](const Letters& part) {
      return part.size() >= kLongTown && printed_.MayPrint(part);
    };
    return std::ranges::any_of(NameParts(fact.value.substr(std::min(kCode, fact.value.size()))),
                               stands)
               ? Match::kUnclear
               : Match::kOther;
  }

  bool NamesNoneOf(const std::vector<Letters>& parts) const {
    return !MayPrintFormOf(printed_, parts) &&
           std::ranges::none_of(parts, [&](const Letters& part) { return printed_.MayShow(part); });
  }

  // Two names at least, and none that is nearly one of the seal's.
  static bool IsAnotherName(const PrintedPlace& place, const std::vector<Letters>& parts) {
    if (place.value.size() < 2 || !IsCleanName(place.value)) return false;
    return std::ranges::none_of(place.value, [&](const Letters& word) {
      return std::ranges::any_of(parts, [&](const Letters& part) { return AreNear(word, part); });
    });
  }

  const SealedFacts& sealed_;
  const PrintedPage& printed_;
};

// The people of an identity paper, as on an attestation: one is named, and in full.
void AddPerson(const SealedFacts& sealed, const PrintedPage& printed, const PlaceMatcher& matcher,
               std::vector<Difference>& found) {
  const bool whole = std::ranges::all_of(sealed.all(), [](const PrintedFact& fact) {
    return !IsNameOfHolder(fact.key.kind) || (fact.key.row == 0 && !fact.may_be_anothers);
  });
  if (!whole || sealed.Find(kGivenNames) == nullptr || sealed.Find(kBirthDate) == nullptr) return;
  for (Difference& difference : FindDifferences(sealed, printed, matcher)) {
    const bool of_person =
        difference.fact &&
        (difference.fact->kind == kBirthDate ||
         (IsNameOfHolder(difference.fact->kind) && sealed.Find(difference.fact->kind) != nullptr));
    if (of_person) found.push_back(std::move(difference));
  }
}

// Digits that an amount is written with, in groups of three or without.
bool AreGroups(std::string_view whole) {
  constexpr std::size_t kGroup = 3;
  const std::size_t first = std::min(whole.find_first_of(" ."), whole.size());
  if (first == 0) return false;
  for (std::size_t at = first; at < whole.size(); at += kGroup + 1) {
    const std::string_view group = whole.substr(at + 1, kGroup);
    const bool ends = at + 1 + kGroup >= whole.size();
    if (first > kGroup || group.size() != kGroup || !std::ranges::all_of(group, IsDigit) ||
        (!ends && whole[at + 1 + kGroup] != whole[first]))
      return false;
  }
  return std::ranges::all_of(whole.substr(0, first), IsDigit);
}

}  // namespace

std::optional<PrintedAmount> AmountIn(std::string_view text) {
  constexpr std::size_t kMaxLength = 24;
  std::string plain;
  const auto characters = DecodeUtf8(text);
  if (!characters || characters->size() > 2 * kMaxLength) return std::nullopt;
  for (const char32_t c : *characters) {
    const bool space = c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
    plain += space ? ' ' : c == U'\u20AC' ? 'E' : c == U'\u2212' ? '-' : c < 0x80 ? char(c) : '?';
  }
  std::string_view rest = Trim(plain);
  for (const std::string_view unit : {"EUROS", "EUR", "Euros", "euros", "E"}) {
    if (!rest.ends_with(unit)) continue;
    rest = Trim(rest.substr(0, rest.size() - unit.size()));
    break;
  }
  const bool negative = rest.starts_with('-');
  if (negative) rest = Trim(rest.substr(1));
  if (rest.empty() || rest.size() > kMaxLength) return std::nullopt;
  const bool has_cents =
      rest.size() > 3 && (rest[rest.size() - 3] == ',' || rest[rest.size() - 3] == '.');
  const std::string_view whole = has_cents ? rest.substr(0, rest.size() - 3) : rest;
  const std::string_view cents = has_cents ? rest.substr(rest.size() - 2) : "00";
  if (!AreGroups(whole) || !std::ranges::all_of(cents, IsDigit)) return std::nullopt;
  PrintedAmount amount{.has_cents = has_cents};
  std::size_t digits = 0;
  for (const std::string_view part : {whole, cents}) {
    for (const char c : part) {
      if (!IsDigit(c)) continue;
      amount.cents = amount.cents * 10 + (c - '0');
      ++digits;
    }
  }
  constexpr std::size_t kMaxDigits = 15;
  if (digits > kMaxDigits) return std::nullopt;
  if (negative) amount.cents = -amount.cents;
  return amount;
}

bool IsAccountNumber(std::string_view letters) {
  constexpr std::size_t kMinLength = 15;
  constexpr std::size_t kMaxLength = 34;
  constexpr std::size_t kHead = 4;
  if (letters.size() < kMinLength || letters.size() > kMaxLength) return false;
  unsigned rest = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[(i + kHead) % letters.size()];
    if (IsDigit(c)) {
      rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
    } else if (c >= 'A' && c <= 'Z') {
      rest = (rest * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

std::vector<ComparedFact> FindPaperAgreements(const SealedFacts& sealed,
                                              const PrintedPage& printed) {
  return PaperSearch(sealed, printed).Agreements();
}

std::vector<Difference> FindPaperDifferences(const SealedFacts& sealed, const PrintedPage& printed,
                                             const PlaceMatcher& matcher) {
  std::vector<Difference> found;
  const PaperSearch search(sealed, printed);
  if (!search.IsTitled() || !search.HasLabels()) return found;
  search.AddDetails(found);
  search.AddHolder(found);
  AddPerson(sealed, printed, matcher, found);
  return found;
}

}  // namespace sceau::page
