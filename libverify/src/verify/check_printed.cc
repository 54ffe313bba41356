// SPDX-License-Identifier: Apache-2.0
#include "verify/check_printed.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "attestation/compare_holder.h"
#include "attestation/nir.h"
#include "fmt/format.h"
#include "verify/printed_page.h"

namespace sceau::verify {
namespace {

using Letters = std::string;

// How a labelled place stands to the seal. kOther: clean, and surely something else.
enum class Match { kSame, kUnclear, kOther };

std::string DayOf(Date day) { return fmt::format("{:08}", DateToNumber(day)); }

std::vector<Letters> NameParts(std::string_view name) {
  std::vector<Letters> parts;
  const std::string folded = attestation::FoldName(name);
  for (std::size_t start = 0; start < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', start), folded.size());
    parts.push_back(LettersOf(std::string_view(folded).substr(start, end - start)));
    start = end + 1;
  }
  std::erase_if(parts, [](const Letters& part) { return part.empty(); });
  return parts;
}

Letters Joined(const std::vector<Letters>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Letters());
}

// The fewest letters to change, add or leave out.
std::size_t LettersApart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t same = diagonal + (a[i] == b[k] ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({same, row[k] + 1, diagonal + 1});
    }
  }
  return row.back();
}

// A slip, a lost accent or a name cut off: nothing that a person would rely on.
bool IsNear(std::string_view one, std::string_view other) {
  constexpr std::size_t kLong = 100;
  constexpr std::size_t kLettersASlip = 4;
  if (one.size() > kLong || other.size() > kLong) return true;
  const std::size_t shorter = std::min(one.size(), other.size());
  return one.starts_with(other) || other.starts_with(one) ||
         LettersApart(one, other) <= std::max<std::size_t>(1, shorter / kLettersASlip);
}

// What a name is written with, and a machine reads without doubt.
bool IsCleanName(const std::vector<Letters>& value) {
  constexpr std::size_t kMostNames = 6;
  return !value.empty() && value.size() <= kMostNames &&
         std::ranges::all_of(value, [](const Letters& word) {
           return word.size() >= 2 &&
                  std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
         });
}

constexpr std::size_t kWithoutKey = 13;
constexpr std::size_t kWithKey = 15;

// The groups of a NIR, joined; shorter when it is masked.
Letters NumberIn(const PrintedPlace& place) {
  Letters number;
  for (const Letters& word : place.value) {
    const bool part = std::ranges::all_of(
        word, [](char c) { return (c >= '0' && c <= '9') || c == 'A' || c == 'B'; });
    if (!part || number.size() + word.size() > kWithKey) break;
    number += word;
  }
  return number;
}

class Comparison {
 public:
  Comparison(const Claims& claims, const Page& page)
      : attestation_(*claims.attestation), holder_(attestation_.holder), printed_(page) {
    for (const auto& parts :
         {NameParts(holder_.birth_name), NameParts(holder_.name_in_use.value_or(""))}) {
      if (!parts.empty()) family_names_.push_back(Joined(parts));
      known_names_.insert(parts.begin(), parts.end());
    }
    given_names_ = NameParts(holder_.given_names);
    known_names_.insert(given_names_.begin(), given_names_.end());
    known_names_.insert(family_names_.begin(), family_names_.end());
    known_names_.insert(Joined(given_names_));
    for (const Right& right : attestation_.rights) {
      right_days_.insert(DayOf(right.from));
      if (right.until) right_days_.insert(DayOf(*right.until));
    }
    other_days_ = {DayOf(attestation_.valid_from), DayOf(attestation_.valid_until),
                   DayOf(ParisDay(attestation_.issued_at))};
  }

  // What contradicts the seal, each once.
  std::vector<Reason> Differences() const;
  bool Agrees() const;

 private:
  Match MatchName(const PrintedPlace& place) const;
  Match MatchGivenNames(const PrintedPlace& place) const;
  Match MatchFullName(const PrintedPlace& place) const;
  Match MatchBirthDate(const PrintedPlace& place) const;
  Match MatchNumber(const PrintedPlace& place) const;
  Match MatchPlace(const PrintedPlace& place) const;
  bool HasPlace(PlaceKind kind) const;
  bool IsAttestation() const;
  bool NameMayStandApart() const;
  bool RightsDiffer() const;
  bool RightsAgree() const;
  bool ShowsOtherRights() const;
  bool IsKnownDay(const PrintedDate& date) const;

  const Attestation& attestation_;
  const Holder& holder_;
  PrintedPage printed_;
  std::vector<Letters> family_names_;
  std::vector<Letters> given_names_;
  std::set<Letters> known_names_;  // parts of all names
  std::set<std::string> right_days_;
  std::set<std::string> other_days_;  // that an attestation prints besides
};

// ---- Each place for itself

Match Comparison::MatchName(const PrintedPlace& place) const {
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
  for (const Letters& name : family_names_) {
    if (IsNear(value, name) || printed_.MayPrint(name)) return Match::kUnclear;
  }
  // A part of a double name may be all that is printed.
  for (const Letters& word : place.value) {
    if (known_names_.contains(word)) return Match::kUnclear;
  }
  return Match::kOther;
}

Match Comparison::MatchGivenNames(const PrintedPlace& place) const {
  const auto is_given = [&](const Letters& word) {
    return std::ranges::find(given_names_, word) != given_names_.end();
  };
  const Letters all = Joined(given_names_);
  if (Joined(place.value) == all) return Match::kSame;
  if (!IsCleanName(place.value) || given_names_.empty()) return Match::kUnclear;
  for (const Letters& name : given_names_) {
    if (printed_.MayPrint(name)) return Match::kUnclear;
    for (const Letters& word : place.value) {
      if (is_given(word) || IsNear(word, name)) return Match::kUnclear;
    }
  }
  return Match::kOther;
}

// All names in either order.
Match Comparison::MatchFullName(const PrintedPlace& place) const {
  const Letters value = Joined(place.value);
  const Letters given = Joined(given_names_);
  for (const Letters& name : family_names_) {
    if (value == name + given || value == given + name) return Match::kSame;
  }
  if (!IsCleanName(place.value) || place.value.size() < 2) return Match::kUnclear;
  for (const Letters& known : known_names_) {
    if (printed_.MayPrint(known)) return Match::kUnclear;
    for (const Letters& word : place.value) {
      if (IsNear(word, known)) return Match::kUnclear;
    }
  }
  return Match::kOther;
}

Match Comparison::MatchBirthDate(const PrintedPlace& place) const {
  const std::string& day = holder_.birth_date;
  if (place.dates.empty() || day.size() != 8) return Match::kUnclear;
  const PrintedDate& printed = place.dates.front();
  if (printed.Is(day)) return Match::kSame;
  const std::string swapped = day.substr(0, 4) + day.substr(6, 2) + day.substr(4, 2);
  const bool partial = printed.day.find("??") != printed.day.npos || printed.day.ends_with("00") ||
                       day.ends_with("00") || printed.day.substr(4, 2) == "00" ||
                       day.substr(4, 2) == "00";
  return partial || printed.Is(swapped) || printed_.MayPrintDay(day) ? Match::kUnclear
                                                                     : Match::kOther;
}

Match Comparison::MatchNumber(const PrintedPlace& place) const {
  const Letters number = NumberIn(place);
  if (number.size() != kWithKey && number.size() != kWithoutKey) return Match::kUnclear;
  if (!holder_.nir) return Match::kUnclear;
  const std::string_view own = *holder_.nir;
  if (own.substr(0, number.size()) == number) return Match::kSame;
  // A dependant's paper may print the number of the insured.
  const bool another = number.size() == kWithKey && attestation::Nir::Parse(number).ok() &&
                       holder_.role == Role::kInsured &&
                       !printed_.MayPrint(own.substr(0, kWithoutKey));
  return another ? Match::kOther : Match::kUnclear;
}

Match Comparison::MatchPlace(const PrintedPlace& place) const {
  switch (place.kind) {
    case PlaceKind::kName:
    case PlaceKind::kNameInUse:
      return MatchName(place);
    case PlaceKind::kGivenNames:
      return MatchGivenNames(place);
    case PlaceKind::kFullName:
      return MatchFullName(place);
    case PlaceKind::kBirthDate:
      return MatchBirthDate(place);
    case PlaceKind::kNumber:
      return MatchNumber(place);
  }
  return Match::kUnclear;
}

bool Comparison::HasPlace(PlaceKind kind) const {
  return std::ranges::any_of(printed_.places(), [kind](const PrintedPlace& place) {
    return place.kind == kind && place.shown && !place.value.empty();
  });
}

bool Comparison::IsKnownDay(const PrintedDate& date) const {
  const auto is = [&](const std::string& day) { return date.Is(day); };
  return std::ranges::any_of(right_days_, is) || std::ranges::any_of(other_days_, is);
}

// ---- What contradicts the seal

// By its title, and by two things at least that it says of a person: a letter or a form that has
// the code on it may have one.
bool Comparison::IsAttestation() const {
  constexpr auto kSubjects =
      std::to_array<std::string_view>({"DROITS", "MALADIE", "SOCIALE", "SANTE"});
  const bool titled = printed_.Shows("ATTESTATION") &&
                      std::ranges::any_of(kSubjects, [&](std::string_view subject) {
                        return printed_.Shows(subject);
                      });
  const int kinds = (HasPlace(PlaceKind::kName) || HasPlace(PlaceKind::kFullName)) +
                    HasPlace(PlaceKind::kGivenNames) + HasPlace(PlaceKind::kBirthDate) +
                    HasPlace(PlaceKind::kNumber) + !printed_.periods().empty();
  return titled && kinds >= 2;
}

// "Nom" may be the name in use, of which the seal need not know: then the rest tells the person.
bool Comparison::NameMayStandApart() const {
  if (holder_.name_in_use) return false;
  bool same = false;
  for (const PrintedPlace& place : printed_.places()) {
    if (place.kind == PlaceKind::kName || place.kind == PlaceKind::kNameInUse) {
      if (place.kind == PlaceKind::kName && place.specific) return false;
      continue;
    }
    const Match match = MatchPlace(place);
    if (match == Match::kOther) return false;
    same = same || (match == Match::kSame && place.kind == PlaceKind::kBirthDate);
  }
  return same;
}

// Another end of a right that begins as the seal's does, or a period of which the seal knows
// neither day.
bool Comparison::RightsDiffer() const {
  const bool any_printed = std::ranges::any_of(
      right_days_, [&](const std::string& day) { return printed_.MayPrintDay(day); });
  for (const PrintedPeriod& period : printed_.periods()) {
    if (!period.of_right || !period.until || !period.from.shown || !period.until->shown ||
        IsKnownDay(*period.until))
      continue;
    if (!IsKnownDay(period.from) && !any_printed) return true;
    for (const Right& right : attestation_.rights) {
      if (period.from.Is(DayOf(right.from)) && right.until &&
          !printed_.MayPrintDay(DayOf(*right.until)))
        return true;
    }
  }
  return false;
}

std::vector<Reason> Comparison::Differences() const {
  std::set<Reason> reasons;
  if (!printed_.is_whole() || !IsAttestation()) return {};
  for (const PrintedPlace& place : printed_.places()) {
    if (!place.shown || MatchPlace(place) != Match::kOther) continue;
    switch (place.kind) {
      case PlaceKind::kName:
        if (place.specific || !NameMayStandApart())
          reasons.insert(Reason::kDocumentPrintedNameDiffers);
        break;
      case PlaceKind::kNameInUse:
        break;  // the seal need not know it
      case PlaceKind::kGivenNames:
      case PlaceKind::kFullName:
        reasons.insert(Reason::kDocumentPrintedNameDiffers);
        break;
      case PlaceKind::kBirthDate:
        reasons.insert(Reason::kDocumentPrintedBirthDateDiffers);
        break;
      case PlaceKind::kNumber:
        reasons.insert(Reason::kDocumentPrintedNirDiffers);
        break;
    }
  }
  if (RightsDiffer()) reasons.insert(Reason::kDocumentPrintedRightsDiffer);
  return {reasons.begin(), reasons.end()};
}

// ---- What agrees with it

// Rights of which the seal says nothing.
bool Comparison::ShowsOtherRights() const {
  const auto has = [&](std::initializer_list<RightKind> kinds) {
    return std::ranges::any_of(attestation_.rights, [&](const Right& right) {
      return std::ranges::find(kinds, right.kind) != kinds.end();
    });
  };
  const bool solidarity =
      has({RightKind::kC2sWithoutParticipation, RightKind::kC2sWithParticipation});
  const std::pair<std::string_view, bool> words[] = {{"C2S", solidarity},
                                                     {"CSS", solidarity},
                                                     {"SOLIDAIRE", solidarity},
                                                     {"CMUC", solidarity},
                                                     {"ALD", false},
                                                     {"EXONERATION", false},
                                                     {"AME", has({RightKind::kAme})},
                                                     {"MEDICALE", has({RightKind::kAme})},
                                                     {"MATERNITE", has({RightKind::kMaternity})},
                                                     {"LOCAL", has({RightKind::kAlsaceMoselle})}};
  return std::ranges::any_of(
      words, [&](const auto& word) { return !word.second && printed_.MayShow(word.first); });
}

bool Comparison::RightsAgree() const {
  return std::ranges::all_of(right_days_,
                             [&](const std::string& day) { return printed_.ShowsDay(day); }) &&
         std::ranges::all_of(printed_.periods(),
                             [&](const PrintedPeriod& period) {
                               return IsKnownDay(period.from) &&
                                      (!period.until || IsKnownDay(*period.until));
                             }) &&
         !ShowsOtherRights();
}

bool Comparison::Agrees() const {
  if (!printed_.is_whole()) return false;
  bool name = false;
  bool given_names = false;
  bool birth_date = false;
  for (const PrintedPlace& place : printed_.places()) {
    if (place.value.empty()) continue;
    const Match match = MatchPlace(place);
    // A number that is masked, or of which the seal says nothing, is not blamed for it.
    const bool tolerated =
        place.kind == PlaceKind::kNumber && (!holder_.nir || NumberIn(place).size() < kWithoutKey);
    if (!tolerated && (match != Match::kSame || !place.shown)) return false;
    name = name || place.kind == PlaceKind::kName || place.kind == PlaceKind::kNameInUse ||
           place.kind == PlaceKind::kFullName;
    given_names =
        given_names || place.kind == PlaceKind::kGivenNames || place.kind == PlaceKind::kFullName;
    birth_date = birth_date || place.kind == PlaceKind::kBirthDate;
  }
  return name && given_names && birth_date && RightsAgree();
}

}  // namespace

PrintedOutcome CheckPrinted(const Claims& claims, const Page& page) {
  if (!claims.attestation || page.text_source != TextSource::kPrinted) return {};
  const Comparison comparison(claims, page);
  PrintedOutcome outcome;
  for (const Reason reason : comparison.Differences()) {
    outcome.axis = DocumentAxis::kDiffers;
    outcome.findings.push_back({reason, fmt::format("page {}", page.number)});
  }
  if (outcome.findings.empty() && comparison.Agrees()) outcome.axis = DocumentAxis::kAgrees;
  return outcome;
}

bool NamesNobody(const Page& page) {
  if (page.text_source != TextSource::kPrinted) return false;
  const PrintedPage printed(page);
  return printed.is_whole() && printed.all_shown() && printed.places().empty() &&
         printed.periods().empty();
}

}  // namespace sceau::verify
