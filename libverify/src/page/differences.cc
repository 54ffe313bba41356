// SPDX-License-Identifier: Apache-2.0
#include "page/differences.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace sceau::page {
namespace {

using enum PrintedKind;

bool HasFilledPlace(const PrintedPage& printed, PlaceKind kind) {
  return std::ranges::any_of(printed.places(), [kind](const PrintedPlace& place) {
    return place.kind == kind && place.shown && !place.value.empty();
  });
}

bool HasWord(std::span<const PrintedWord> line, std::string_view letters) {
  return std::ranges::find(line, letters, &PrintedWord::letters) != line.end();
}

// The words before a date, from the full stop or the column before them.
std::span<const PrintedWord> SentenceBefore(const PrintedLine& line, std::size_t date) {
  constexpr double kColumnGap = 2;  // of a word's height
  std::size_t start = date;
  while (start > 0 && !(line[start - 1].text.ends_with('.') && line[start - 1].text.size() > 2) &&
         line[start].left - line[start - 1].right <= kColumnGap * line[start].height)
    --start;
  return std::span(line).subspan(start, date - start);
}

// "La présente attestation de droits, établie le 29/11/2026, est valable du"; a word more, such as
// "mutuelle", "scolaire" or "précédente", and it is another paper that is valid.
bool IsOfOwnValidity(const PrintedWord& word) {
  constexpr auto kWordsOfValidity = std::to_array<std::string_view>(
      {"A",        "ASSURANCE",  "ATTESTATION", "CE",       "CETTE",    "CI",      "DASSURANCE",
       "DE",       "DELIVRE",    "DELIVREE",    "DOCUMENT", "DROIT",    "DROITS",  "DU",
       "EDITE",    "EDITEE",     "EST",         "ET",       "ETABLI",   "ETABLIE", "L",
       "LA",       "LASSURANCE", "LE",          "MALADIE",  "N",        "NUMERO",  "PERIODE",
       "PRESENTE", "SECURITE",   "SOCIALE",     "VALABLE",  "VALIDITE", "VOTRE"});
  return std::ranges::find(kWordsOfValidity, word.letters) != kWordsOfValidity.end() ||
         std::ranges::any_of(word.letters, [](char c) { return c >= '0' && c <= '9'; }) ||
         word.letters.empty() || MonthOf(word.text).has_value();
}

// "Attestation de droits", or with its subject elsewhere on the page where the word begins a line;
// not "Droits : attestation jointe".
bool IsTitled(const PrintedPage& printed) {
  constexpr auto kSubjects =
      std::to_array<std::string_view>({"DROITS", "MALADIE", "SOCIALE", "SANTE"});
  const auto shows_subject = [&](const PrintedLine& line, std::size_t from) {
    return std::ranges::any_of(std::span(line).subspan(from), [&](const PrintedWord& word) {
      return word.shown && std::ranges::find(kSubjects, word.letters) != kSubjects.end();
    });
  };
  const bool any_subject = std::ranges::any_of(
      printed.lines(), [&](const PrintedLine& line) { return shows_subject(line, 0); });
  return any_subject && std::ranges::any_of(printed.lines(), [&](const PrintedLine& line) {
           const auto title = std::ranges::find_if(line, [](const PrintedWord& word) {
             return word.shown && word.letters == "ATTESTATION";
           });
           const auto at = static_cast<std::size_t>(title - line.begin());
           return title != line.end() && (at == 0 || shows_subject(line, at));
         });
}

class DifferenceSearch {
 public:
  DifferenceSearch(const SealedFacts& sealed, const PrintedPage& printed,
                   const PlaceMatcher& matcher)
      : sealed_(sealed), printed_(printed), matcher_(matcher) {}

  std::vector<Difference> Run() {
    for (const PrintedPlace& place : printed_.places()) {
      if (IsOther(place)) others_.push_back(&place);
    }
    for (const PrintedPlace* place : others_) {
      if (place->shown && !IsOneOfSeveral(*place)) AddPlace(*place);
    }
    for (const PrintedPlace& place : printed_.details()) AddDetail(place);
    for (const PrintedPeriod& period : printed_.periods()) {
      if (!period.until || !period.from.shown || !period.until->shown) continue;
      if (period.of_right) AddRight(period);
      if (IsOfValidity(period, printed_)) AddValidity(period);
      if (period.of_right) AddParticipation(period);
    }
    return std::move(found_);
  }

 private:
  void Add(Reason reason, std::optional<FactKey> fact, const Box& box, const std::string& seen) {
    found_.push_back({reason, fact, box, seen});
  }

  // Of the holder, as far as the page tells.
  bool IsOther(const PrintedPlace& place) const {
    return !place.of_another && matcher_.Of(place) == Match::kOther;
  }

  // Two people are named beside the same label, and neither is the holder: then the holder may be
  // named without one.
  bool IsOneOfSeveral(const PrintedPlace& place) const {
    if (place.kind == PlaceKind::kBirthDate || place.kind == PlaceKind::kNumber) return false;
    return std::ranges::any_of(others_, [&](const PrintedPlace* other) {
      return other->kind == place.kind && other->specific == place.specific &&
             other->value != place.value;
    });
  }

  void AddPlace(const PrintedPlace& place) {
    constexpr Reason kName = Reason::kDocumentPrintedNameDiffers;
    switch (place.kind) {
      case PlaceKind::kName:
        if (place.specific || !NameMayStandApart())
          Add(kName, FactKey{kBirthName}, place.box, place.text);
        break;
      case PlaceKind::kGivenNames:
        Add(kName, FactKey{kGivenNames}, place.box, place.text);
        break;
      case PlaceKind::kFullName:
        Add(kName, FactKey{kBirthName}, place.box, place.text);
        break;
      case PlaceKind::kBirthDate:
        Add(Reason::kDocumentPrintedBirthDateDiffers, FactKey{kBirthDate}, place.box, place.text);
        break;
      case PlaceKind::kNumber:
        Add(Reason::kDocumentPrintedNirDiffers, FactKey{kNir}, place.box, place.text);
        break;
      case PlaceKind::kNameInUse:  // the seal need not know it
        if (sealed_.Find(kNameInUse) != nullptr)
          Add(kName, FactKey{kNameInUse}, place.box, place.text);
        break;
      case PlaceKind::kBirthRank:
      case PlaceKind::kRole:
      case PlaceKind::kFundCode:
      case PlaceKind::kPaperHolder:
      case PlaceKind::kTaxNumber:
      case PlaceKind::kTaxNotice:
      case PlaceKind::kTaxIncome:
      case PlaceKind::kCollectedOn:
      case PlaceKind::kInvoiceNumber:
      case PlaceKind::kAmount:
      case PlaceKind::kAccountNumber:
      case PlaceKind::kLocality:
        break;
    }
  }

  // "Nom" may be the name in use, of which the seal need not know: then the rest tells the person.
  bool NameMayStandApart() const {
    if (sealed_.Find(kNameInUse) != nullptr) return false;
    bool same = false;
    for (const PrintedPlace& place : printed_.places()) {
      if (place.of_another) continue;
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

  // Of two people on a page each has a rank and a role.
  void AddDetail(const PrintedPlace& place) {
    const bool alone = std::ranges::count_if(printed_.details(), [&](const PrintedPlace& other) {
                         return other.kind == place.kind && other.specific;
                       }) == 1;
    if (!place.shown || !place.specific || !alone || !IsOther(place)) return;
    const PrintedKind kind = place.kind == PlaceKind::kBirthRank ? kBirthRank
                             : place.kind == PlaceKind::kRole    ? kRole
                                                                 : kFundCode;
    if (kind == kFundCode && printed_.MayPrint(LettersOf(sealed_.ValueOf(kFundCode)))) return;
    Add(Reason::kDocumentPrintedDetailsDiffer, FactKey{kind}, place.box, place.text);
  }

  // Another end of a right that begins as the seal's does, or a period of which the seal knows
  // neither day.
  void AddRight(const PrintedPeriod& period) {
    constexpr Reason kRights = Reason::kDocumentPrintedRightsDiffer;
    if (sealed_.IsKnownDay(*period.until)) return;
    for (const SealedRight& right : sealed_.rights()) {
      if (!period.from.Is(right.from) || !right.until || printed_.MayPrintDay(*right.until))
        continue;
      Add(kRights, FactKey{kRightUntil, right.row}, period.until->box, period.until->day);
      return;
    }
    const bool any_printed = std::ranges::any_of(
        sealed_.right_days(), [&](const std::string& day) { return printed_.MayPrintDay(day); });
    if (!sealed_.IsKnownDay(period.from) && !any_printed)
      Add(kRights, std::nullopt, period.from.box, period.from.day);
  }

  // One day as the seal has it, another day where the other should stand, and that one nowhere.
  void AddValidity(const PrintedPeriod& period) {
    const bool from = period.from.Is(sealed_.ValueOf(kValidFrom));
    const bool until = period.until->Is(sealed_.ValueOf(kValidUntil));
    const auto add = [&](PrintedKind kind, const PrintedDate& date) {
      const bool stands = printed_.MayPrintDay(sealed_.ValueOf(kind));
      if (IsWholeDay(date.day) && !sealed_.IsKnownDay(date) && !stands)
        Add(Reason::kDocumentPrintedValidityDiffers, FactKey{kind}, date.box, date.day);
    };
    if (from && !until) add(kValidUntil, *period.until);
    if (until && !from) add(kValidFrom, period.from);
  }

  // With a share of the cost where the seal says without, or the other way round, on the very days
  // of that right.
  void AddParticipation(const PrintedPeriod& period) {
    const PrintedLine& line = printed_.lines()[period.line];
    const std::string said = ParticipationIn(line);
    if (said.empty()) return;
    const auto is_sealed = [&](const SealedRight& right) { return ParticipationOf(right) == said; };
    if (std::ranges::any_of(sealed_.rights(), is_sealed)) return;
    for (const SealedRight& right : sealed_.rights()) {
      const bool same_days =
          period.from.Is(right.from) && right.until && period.until->Is(*right.until);
      if (same_days && !ParticipationOf(right).empty())
        Add(Reason::kDocumentPrintedRightsDiffer, FactKey{kRight, right.row}, BoxOf(line), said);
    }
  }

  const SealedFacts& sealed_;
  const PrintedPage& printed_;
  const PlaceMatcher& matcher_;
  std::vector<const PrintedPlace*> others_;  // of the holder, and not what the seal says
  std::vector<Difference> found_;
};

}  // namespace

ComparedFact Agreeing(FactKey fact, const Box& box, const std::string& seen) {
  return {.fact = fact,
          .result = FactResult::kAgrees,
          .way = ComparisonWay::kText,
          .box = box,
          .seen = seen};
}

bool IsAttestation(const PrintedPage& printed) {
  const int kinds =
      (HasFilledPlace(printed, PlaceKind::kName) || HasFilledPlace(printed, PlaceKind::kFullName)) +
      HasFilledPlace(printed, PlaceKind::kGivenNames) +
      HasFilledPlace(printed, PlaceKind::kBirthDate) + HasFilledPlace(printed, PlaceKind::kNumber) +
      !printed.periods().empty();
  return IsTitled(printed) && kinds >= 2;
}

std::vector<Difference> FindDifferences(const SealedFacts& sealed, const PrintedPage& printed,
                                        const PlaceMatcher& matcher) {
  return DifferenceSearch(sealed, printed, matcher).Run();
}

bool IsOfValidity(const PrintedPeriod& period, const PrintedPage& printed) {
  const PrintedLine& line = printed.lines()[period.line];
  const std::span<const PrintedWord> sentence = SentenceBefore(line, period.from.first);
  return HasWord(sentence, "ATTESTATION") && HasWord(sentence, "VALABLE") &&
         std::ranges::all_of(sentence, IsOfOwnValidity);
}

std::string ParticipationIn(const PrintedLine& line) {
  const bool of_complement =
      HasWord(line, "C2S") || HasWord(line, "CSS") || HasWord(line, "SOLIDAIRE");
  if (!of_complement || !HasWord(line, "PARTICIPATION")) return {};
  const bool with = HasWord(line, "AVEC");
  const bool without = HasWord(line, "SANS");
  if (with == without) return {};
  return with ? "AVEC" : "SANS";
}

std::string ParticipationOf(const SealedRight& right) {
  if (std::ranges::find(right.words, "C2S") == right.words.end()) return {};
  return std::ranges::find(right.words, "AVEC") != right.words.end() ? "AVEC" : "SANS";
}

}  // namespace sceau::page
