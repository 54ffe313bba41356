// SPDX-License-Identifier: Apache-2.0
#include "page/agreements.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "page/differences.h"
#include "page/known_words.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

class AgreementSearch {
 public:
  AgreementSearch(const SealedFacts& sealed, const PrintedPage& printed,
                  const PlaceMatcher& matcher)
      : sealed_(sealed), printed_(printed), matcher_(matcher) {}

  std::vector<ComparedFact> Run() {
    for (const PrintedFact& fact : sealed_.all()) AddFact(fact);
    for (const SealedRight& right : sealed_.rights()) AddRight(right);
    return std::move(found_);
  }

 private:
  void AddFact(const PrintedFact& fact) {
    if (fact.key.row > 0) return;  // of one of several holders
    switch (fact.key.kind) {
      case kBirthName:
        AddName(fact, PlaceKind::kName, PlaceKind::kNameInUse);
        break;
      case kNameInUse:
        AddName(fact, PlaceKind::kNameInUse, PlaceKind::kName);
        break;
      case kGivenNames:
        AddPlace(fact, {PlaceKind::kGivenNames, PlaceKind::kFullName}, "");
        break;
      case kBirthDate:
        AddPlace(fact, {PlaceKind::kBirthDate}, "");
        break;
      case kNir:
        AddPlace(fact, {PlaceKind::kNumber}, "");
        break;
      case kBirthRank:
        AddPlace(fact, {PlaceKind::kBirthRank}, "");
        break;
      case kRole:
        AddPlace(fact, {PlaceKind::kRole}, "");
        break;
      case kFundCode:
        AddPlace(fact, {PlaceKind::kFundCode}, "");
        break;
      case kFundName:
      case kWholeName:
        AddRun(fact, {""});
        break;
      case kDocumentNumber:
      case kReplacedNumber:
        AddRun(fact, {"", "N", "NO", "NUMERO"});
        break;
      case kIssuedOn:
        AddIssue(fact);
        break;
      case kValidFrom:
      case kValidUntil:
        AddValidity(fact);
        break;
      case kRight:
      case kRightFrom:
      case kRightUntil:  // AddRight()
      case kDependantName:
      case kDependantGivenNames:
      case kDependantBirthDate:
      case kDependantBirthRank:  // compare_people.h
      case kTaxNumber:
      case kTaxNotice:
      case kTaxIncome:
      case kCollectedOn:
      case kInvoiceNumber:
      case kAmount:
      case kAccountNumber:
      case kAddressLine:
      case kLocality:  // paper_facts.h
        break;
    }
  }

  // Papers of other layouts may print either name behind either label.
  void AddName(const PrintedFact& fact, PlaceKind own, PlaceKind other) {
    if (sealed_.has_layout()) {
      AddPlace(fact, {own}, LettersOf(fact.value));
    } else {
      AddPlace(fact, {own, other, PlaceKind::kFullName}, LettersOf(fact.value));
    }
  }

  // Where it stands several times, behind the first of `kinds`.
  void AddPlace(const PrintedFact& fact, std::initializer_list<PlaceKind> kinds,
                std::string_view part) {
    const PrintedPlace* same = nullptr;
    for (const auto* places : {&printed_.places(), &printed_.details()}) {
      for (const PrintedPlace& place : *places) {
        if (std::ranges::find(kinds, place.kind) == kinds.end() || !place.shown || place.of_another)
          continue;
        const Match match = matcher_.Of(place);
        if (match == Match::kOther) return;  // it stands there in two ways
        Letters joined;
        for (const Letters& word : place.value) joined += word;
        const bool better =
            same == nullptr || (same->kind != *kinds.begin() && place.kind == *kinds.begin());
        if (better && match == Match::kSame && joined.find(part) != joined.npos) same = &place;
      }
    }
    if (same != nullptr) found_.push_back(Agreeing(fact.key, same->box, same->text));
  }

  // A value that no label announces, whole words of one line.
  void AddRun(const PrintedFact& fact, std::initializer_list<std::string_view> before) {
    for (const std::string_view start : before) {
      const auto run = printed_.Find(std::string(start) + LettersOf(fact.value));
      if (!run || !run->shown) continue;
      found_.push_back(Agreeing(fact.key, run->box, run->text));
      return;
    }
  }

  void AddDate(FactKey fact, const PrintedDate& date) {
    found_.push_back(Agreeing(fact, date.box, date.day));
  }

  void AddIssue(const PrintedFact& fact) {
    constexpr auto kIssued =
        std::to_array<std::string_view>({"ETABLI", "ETABLIE", "DELIVREE", "DELIVRE", "EDITEE"});
    for (const PrintedDate& date : printed_.dates()) {
      const PrintedLine& line = printed_.lines()[date.line];
      const bool labelled = std::ranges::any_of(kIssued, [&](std::string_view word) {
        const auto end = line.begin() + static_cast<std::ptrdiff_t>(date.first);
        return std::find_if(line.begin(), end, [word](const PrintedWord& printed) {
                 return printed.letters == word;
               }) != end;
      });
      if (!labelled || !date.shown || !date.Is(fact.value)) continue;
      AddDate(fact.key, date);
      return;
    }
  }

  void AddValidity(const PrintedFact& fact) {
    for (const PrintedPeriod& period : printed_.periods()) {
      if (!period.until || !IsOfValidity(period, printed_)) continue;
      const PrintedDate& date = fact.key.kind == kValidFrom ? period.from : *period.until;
      if (!date.shown || !date.Is(fact.value)) continue;
      AddDate(fact.key, date);
      return;
    }
  }

  bool IsPeriodOf(const PrintedPeriod& period, const SealedRight& right) const {
    return period.of_right && period.from.shown && period.from.Is(right.from) &&
           (right.until ? period.until && period.until->shown && period.until->Is(*right.until)
                        : !period.until);
  }

  // The line calls the right by one of its words, and not by how another one is paid for.
  bool IsCalled(const PrintedPeriod& period, const SealedRight& right) const {
    const PrintedLine& line = printed_.lines()[period.line];
    const std::string said = ParticipationIn(line);
    if (!said.empty() && said != ParticipationOf(right)) return false;
    const auto has = [&](std::string_view word) {
      return std::ranges::any_of(line, [word](const PrintedWord& printed) {
        return printed.shown && printed.letters == word;
      });
    };
    if (!right.words.empty()) return std::ranges::any_of(right.words, has);
    return has("BASE") || has("MALADIE");
  }

  void AddRight(const SealedRight& right) {
    for (const PrintedPeriod& period : printed_.periods()) {
      if (!IsPeriodOf(period, right) || !IsCalled(period, right)) continue;
      const Box line = BoxOf(printed_.lines()[period.line]);
      found_.push_back(Agreeing({kRight, right.row}, line, ""));
      AddDate({kRightFrom, right.row}, period.from);
      if (period.until)
        AddDate({kRightUntil, right.row}, *period.until);
      else
        found_.push_back(Agreeing({kRightUntil, right.row}, line, ""));
      return;
    }
    AddDaysAlone(right);
  }

  // The days of a right on the page, but not in a line that calls it by its name.
  void AddDaysAlone(const SealedRight& right) {
    const auto add = [&](PrintedKind kind, const std::string& day) {
      const auto date = std::ranges::find_if(printed_.dates(), [&](const PrintedDate& printed) {
        return printed.shown && printed.Is(day);
      });
      if (date != printed_.dates().end()) AddDate({kind, right.row}, *date);
    };
    add(kRightFrom, right.from);
    if (right.until) add(kRightUntil, *right.until);
  }

  const SealedFacts& sealed_;
  const PrintedPage& printed_;
  const PlaceMatcher& matcher_;
  std::vector<ComparedFact> found_;
};

// Rights of which the seal says nothing.
bool ShowsOtherRights(const SealedFacts& sealed, const PrintedPage& printed) {
  constexpr auto kWordsOfRights =
      std::to_array<std::string_view>({"C2S", "CSS", "SOLIDAIRE", "CMUC", "ALD", "EXONERATION",
                                       "AME", "MEDICALE", "MATERNITE", "LOCAL"});
  const auto is_sealed = [&](std::string_view word) {
    return std::ranges::any_of(sealed.rights(), [word](const SealedRight& right) {
      return std::ranges::find(right.words, word) != right.words.end();
    });
  };
  return std::ranges::any_of(kWordsOfRights, [&](std::string_view word) {
    return !is_sealed(word) && printed.MayShow(word);
  });
}

bool SaysOtherParticipation(const SealedFacts& sealed, const PrintedPage& printed) {
  return std::ranges::any_of(printed.lines(), [&](const PrintedLine& line) {
    const std::string said = ParticipationIn(line);
    return !said.empty() && std::ranges::none_of(sealed.rights(), [&](const SealedRight& right) {
      return ParticipationOf(right) == said;
    });
  });
}

// A day that the seal does not know, or a number that may be a part of one, on the line of a
// period.
bool PrintsOtherDays(const SealedFacts& sealed, const PrintedPage& printed) {
  return std::ranges::any_of(printed.dates(), [&](const PrintedDate& date) {
    const bool beside_period = std::ranges::find(printed.periods(), date.line,
                                                 &PrintedPeriod::line) != printed.periods().end();
    return beside_period &&
           (date.goes_on || !(sealed.IsKnownDay(date) || date.Is(sealed.ValueOf(kBirthDate))));
  });
}

// From the first day of a right to its own last one, or of the attestation's validity: the days of
// two rights make a third one.
bool IsSealed(const SealedFacts& sealed, const PrintedPeriod& period) {
  const auto is = [&](const std::string& from, const std::string& until) {
    return period.from.Is(from) && (!period.until || period.until->Is(until));
  };
  return is(sealed.ValueOf(kValidFrom), sealed.ValueOf(kValidUntil)) ||
         std::ranges::any_of(sealed.rights(), [&](const SealedRight& right) {
           return is(right.from, right.until.value_or(""));
         });
}

// A number that is masked, or of which the seal says nothing, is not blamed for it.
bool IsTolerated(const SealedFacts& sealed, const PrintedPlace& place) {
  return place.kind == PlaceKind::kNumber &&
         (sealed.Find(kNir) == nullptr || !PlaceMatcher::HasWholeNumber(place));
}

}  // namespace

std::vector<ComparedFact> FindAgreements(const SealedFacts& sealed, const PrintedPage& printed,
                                         const PlaceMatcher& matcher) {
  return AgreementSearch(sealed, printed, matcher).Run();
}

bool SaysNothingElse(const SealedFacts& sealed, const PrintedPage& printed,
                     const PlaceMatcher& matcher) {
  const bool places = std::ranges::all_of(printed.places(), [&](const PrintedPlace& place) {
    return place.value.empty() || IsTolerated(sealed, place) ||
           (matcher.Of(place) == Match::kSame && place.shown);
  });
  // Papers of other layouts may list what belongs to others.
  const bool details = std::ranges::all_of(printed.details(), [&](const PrintedPlace& place) {
    const Match match = matcher.Of(place);
    return match == Match::kSame || (match == Match::kUnclear && !sealed.has_layout());
  });
  const bool periods = std::ranges::all_of(
      printed.periods(), [&](const PrintedPeriod& period) { return IsSealed(sealed, period); });
  // The words of our own layout are held against it, one by one (words_of_layout.h).
  return places && details && periods && !PrintsOtherDays(sealed, printed) &&
         !ShowsOtherRights(sealed, printed) && !SaysOtherParticipation(sealed, printed) &&
         (sealed.has_known_layout() || PrintsOnlyKnownWords(sealed, printed));
}

}  // namespace sceau::page
