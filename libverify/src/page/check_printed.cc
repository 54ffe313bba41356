// SPDX-License-Identifier: Apache-2.0
#include "page/check_printed.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "fmt/format.h"
#include "page/agreements.h"
#include "page/compare_people.h"
#include "page/differences.h"
#include "page/known_words.h"
#include "page/match_place.h"
#include "page/own_layout.h"
#include "page/paper_facts.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

ComparedFact* FactIn(std::vector<ComparedFact>& facts, FactKey key) {
  const auto found = std::ranges::find(facts, key, &ComparedFact::fact);
  return found != facts.end() ? &*found : nullptr;
}

bool IsSeen(const std::vector<ComparedFact>& facts, PrintedKind kind) {
  return std::ranges::any_of(facts, [kind](const ComparedFact& compared) {
    return compared.fact.kind == kind && compared.result == FactResult::kAgrees;
  });
}

// What any attestation prints of a person and of rights; its own layout prints the rest.
bool MustBeSeen(PrintedKind kind) {
  return kind == kGivenNames || kind == kBirthDate || kind == kRightFrom || kind == kRightUntil ||
         kind == kDependantName || kind == kDependantGivenNames || kind == kDependantBirthDate;
}

class Comparison {
 public:
  Comparison(const Claims& claims, const Page& page)
      : page_(page),
        sealed_(claims),
        printed_(page),
        matcher_(claims.printed, printed_),
        checked_(NotCompared(claims)) {}

  CheckedPage Run() {
    if (!printed_.is_whole()) return std::move(checked_);
    PeopleComparison people = ComparePeople(sealed_, printed_);
    for (ComparedFact& fact : people.agreeing) Put(std::move(fact));
    for (ComparedFact& fact : FindAgreements(sealed_, printed_, matcher_)) Put(std::move(fact));
    if (!sealed_.is_whole()) {
      for (ComparedFact& fact : FindPaperAgreements(sealed_, printed_)) Put(std::move(fact));
      Add(FindPaperDifferences(sealed_, printed_, matcher_));
      return page_.letters_are_proven ? std::move(checked_) : LeaveOpen();
    }
    AddDifferences(people);
    const bool says_more = people.any_unknown || !SaysNothingElse(sealed_, printed_, matcher_);
    if (checked_.axis != DocumentAxis::kDiffers && !says_more && AllSeen())
      checked_.axis = DocumentAxis::kAgrees;
    if (!page_.letters_are_proven) return LeaveOpen();
    if (IsAnotherPage(sealed_, printed_)) {
      checked_.axis = DocumentAxis::kDiffers;
      checked_.findings.push_back({Reason::kDocumentAnotherPage, Where()});
    }
    for (Finding& remark : RemarksOn(page_, sealed_, printed_, checked_.printed, says_more))
      checked_.findings.push_back(std::move(remark));
    return std::move(checked_);
  }

 private:
  std::string Where() const { return fmt::format("page {}", page_.number); }

  // Of letters that may be drawn as others, what agrees may be another value to whoever looks at
  // the page. What differs does so in the text of the file, which nobody sets wrong by chance.
  CheckedPage LeaveOpen() {
    for (ComparedFact& compared : checked_.printed) {
      if (compared.result != FactResult::kAgrees) continue;
      compared.result = FactResult::kNotCompared;
      compared.way = ComparisonWay::kNone;
    }
    if (checked_.axis == DocumentAxis::kAgrees) checked_.axis = DocumentAxis::kNotCompared;
    return std::move(checked_);
  }

  void Put(ComparedFact fact) {
    fact.page = page_.number;
    if (ComparedFact* own = FactIn(checked_.printed, fact.fact)) *own = std::move(fact);
  }

  void AddDifferences(const PeopleComparison& people) {
    if (!IsAttestation(printed_)) return;
    std::vector<Difference> differences = FindDifferences(sealed_, printed_, matcher_);
    std::ranges::copy(people.differences, std::back_inserter(differences));
    Add(differences);
  }

  void Add(const std::vector<Difference>& differences) {
    std::map<Reason, std::string> details;
    for (const Difference& difference : differences) {
      std::string& detail = details[difference.reason];
      if (detail.empty()) detail = Where();
      if (!difference.fact && difference.reason == Reason::kDocumentPrintedDependantsDiffer)
        detail = Where() + ", someone else is listed";
      if (!difference.fact) continue;
      Put({.fact = *difference.fact,
           .result = FactResult::kDiffers,
           .way = ComparisonWay::kText,
           .box = difference.box,
           .seen = difference.seen});
    }
    for (const auto& [reason, detail] : details) checked_.findings.push_back({reason, detail});
    if (!details.empty()) checked_.axis = DocumentAxis::kDiffers;
  }

  bool AllSeen() const {
    const bool named = IsSeen(checked_.printed, kBirthName) || IsSeen(checked_.printed, kNameInUse);
    return named && std::ranges::all_of(checked_.printed, [&](const ComparedFact& compared) {
             const bool needed = sealed_.has_layout() || MustBeSeen(compared.fact.kind);
             return !needed || compared.result == FactResult::kAgrees;
           });
  }

  const Page& page_;
  SealedFacts sealed_;
  PrintedPage printed_;
  PlaceMatcher matcher_;
  CheckedPage checked_;
};

}  // namespace

CheckedPage NotCompared(const Claims& claims) {
  CheckedPage checked;
  checked.axis = DocumentAxis::kNotCompared;
  for (const PrintedFact& fact : claims.printed) checked.printed.push_back({.fact = fact.key});
  return checked;
}

CheckedPage CheckPrinted(const Claims& claims, const Page& page) {
  if (claims.printed.empty() || page.text_source != TextSource::kPrinted)
    return NotCompared(claims);
  return Comparison(claims, page).Run();
}

bool NamesNobody(const Page& page) {
  if (page.showing != Showing::kAlike) return false;  // another viewer may show a name
  if (page.text_source == TextSource::kOcr || !page.letters_are_proven || !page.has_only_words)
    return false;
  if (page.text_source == TextSource::kNone) return page.words.empty();
  const PrintedPage printed(page);
  const Claims nobody;
  return printed.is_whole() && printed.all_shown() && printed.places().empty() &&
         printed.periods().empty() && PrintsOnlyKnownWords(SealedFacts(nobody), printed);
}

}  // namespace sceau::page
