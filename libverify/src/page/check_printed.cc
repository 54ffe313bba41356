// SPDX-License-Identifier: Apache-2.0
#include "page/check_printed.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fmt/format.h"
#include "page/match_place.h"
#include "page/printed_page.h"

namespace sceau::page {
namespace {

using Facts = std::span<const PrintedFact>;

bool HasFact(Facts facts, PrintedKind kind) {
  return std::ranges::any_of(facts, [kind](const PrintedFact& f) { return f.key.kind == kind; });
}

struct SealedRight {
  std::string from;
  std::optional<std::string> until;
  std::vector<std::string> words;
};

std::vector<SealedRight> RightsIn(Facts facts) {
  std::vector<SealedRight> rights;
  for (const PrintedFact& fact : facts) {
    if (fact.key.kind == PrintedKind::kRight) rights.push_back({{}, std::nullopt, fact.words});
    if (rights.empty()) continue;
    if (fact.key.kind == PrintedKind::kRightFrom) rights.back().from = fact.value;
    if (fact.key.kind == PrintedKind::kRightUntil && !fact.value.empty())
      rights.back().until = fact.value;
  }
  return rights;
}

class Comparison {
 public:
  Comparison(Facts facts, const Page& page)
      : facts_(facts), printed_(page), matcher_(facts, printed_), rights_(RightsIn(facts)) {
    for (const SealedRight& right : rights_) {
      right_days_.insert(right.from);
      if (right.until) right_days_.insert(*right.until);
    }
    for (const PrintedFact& fact : facts) {
      const PrintedKind kind = fact.key.kind;
      if (kind == PrintedKind::kIssuedOn || kind == PrintedKind::kValidFrom ||
          kind == PrintedKind::kValidUntil)
        other_days_.insert(fact.value);
    }
  }

  // What contradicts the seal, each once.
  std::vector<Reason> Differences() const;
  bool Agrees() const;

 private:
  bool HasPlace(PlaceKind kind) const;
  bool IsAttestation() const;
  bool NameMayStandApart() const;
  bool RightsDiffer() const;
  bool RightsAgree() const;
  bool ShowsOtherRights() const;
  bool IsKnownDay(const PrintedDate& date) const;

  Facts facts_;
  PrintedPage printed_;
  PlaceMatcher matcher_;
  std::vector<SealedRight> rights_;
  std::set<std::string> right_days_;
  std::set<std::string> other_days_;  // that an attestation prints besides
};

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
  if (HasFact(facts_, PrintedKind::kNameInUse)) return false;
  bool same = false;
  for (const PrintedPlace& place : printed_.places()) {
    if (place.kind == PlaceKind::kName || place.kind == PlaceKind::kNameInUse) {
      if (place.kind == PlaceKind::kName && place.specific) return false;
      continue;
    }
    const Match match = matcher_.Of(place);
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
    for (const SealedRight& right : rights_) {
      if (period.from.Is(right.from) && right.until && !printed_.MayPrintDay(*right.until))
        return true;
    }
  }
  return false;
}

std::vector<Reason> Comparison::Differences() const {
  std::set<Reason> reasons;
  if (!printed_.is_whole() || !IsAttestation()) return {};
  for (const PrintedPlace& place : printed_.places()) {
    if (!place.shown || matcher_.Of(place) != Match::kOther) continue;
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
  constexpr auto kWordsOfRights =
      std::to_array<std::string_view>({"C2S", "CSS", "SOLIDAIRE", "CMUC", "ALD", "EXONERATION",
                                       "AME", "MEDICALE", "MATERNITE", "LOCAL"});
  const auto is_sealed = [&](std::string_view word) {
    return std::ranges::any_of(rights_, [word](const SealedRight& right) {
      return std::ranges::find(right.words, word) != right.words.end();
    });
  };
  return std::ranges::any_of(kWordsOfRights, [&](std::string_view word) {
    return !is_sealed(word) && printed_.MayShow(word);
  });
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
    const Match match = matcher_.Of(place);
    // A number that is masked, or of which the seal says nothing, is not blamed for it.
    const bool tolerated =
        place.kind == PlaceKind::kNumber &&
        (!HasFact(facts_, PrintedKind::kNir) || !PlaceMatcher::HasWholeNumber(place));
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

Checked<DocumentAxis> CheckPrinted(Facts facts, const Page& page) {
  Checked<DocumentAxis> checked{DocumentAxis::kNotCompared, {}};
  if (facts.empty() || page.text_source != TextSource::kPrinted) return checked;
  const Comparison comparison(facts, page);
  for (const Reason reason : comparison.Differences()) {
    checked.axis = DocumentAxis::kDiffers;
    checked.findings.push_back({reason, fmt::format("page {}", page.number)});
  }
  if (checked.findings.empty() && comparison.Agrees()) checked.axis = DocumentAxis::kAgrees;
  return checked;
}

bool NamesNobody(const Page& page) {
  if (page.text_source != TextSource::kPrinted) return false;
  const PrintedPage printed(page);
  return printed.is_whole() && printed.all_shown() && printed.places().empty() &&
         printed.periods().empty();
}

}  // namespace sceau::page
