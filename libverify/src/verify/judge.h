// SPDX-License-Identifier: Apache-2.0
// Axes -> verdict. The only place where a verdict is made.
#ifndef SCEAU_VERIFY_JUDGE_H_
#define SCEAU_VERIFY_JUDGE_H_

#include <set>

#include "sceau/report.h"
#include "verify/policy.h"

namespace sceau::verify {

// kValid only when the policy accepts every axis. Otherwise kInvalid if a refused axis states a
// positive fact against the document (altered, revoked, expired, another person …), else
// kUndetermined: unknown is not false.
Verdict JudgeAxes(const Axes& axes, const Policy& policy);

// The worst: invalid over undetermined over valid.
Verdict Worst(Verdict a, Verdict b);

// A seal that the file holds and nobody sees, on which nothing is built: it may belong to another
// paper.
bool IsHidden(const SealReport& seal);

// The page was seen, and says more or less than its layout, or is not the seal's: no policy relies
// on it before a person has looked. A stamp does the same, so nothing is refused for it.
bool MustBeLookedAt(const SealReport& seal);

// The verdict on one seal: of its axes, and undetermined at best for one that is hidden or whose
// page must be looked at.
Verdict JudgeSealReport(const SealReport& seal, const Policy& policy);

// What the verdict on a seal comes to: kRightsNotOpen when the rights alone refuse it.
Outcome OutcomeOf(Verdict verdict, const Axes& axes, const Policy& policy);

// What the policy lets the page of this seal be: where the seal names its layout, more may be
// asked.
const std::set<DocumentAxis>& AcceptedPages(const SealReport& seal, const Policy& policy);

// The verdict on one seal, with its outcome.
void SetVerdict(SealReport& seal, const Policy& policy);

// The verdict on the whole, with its outcome: the worst of its seals; undetermined without a seal,
// when part of the document could not be read, or when one page assembles seals for different
// people, which document.assembled then says: two attestations that differ in a fact of the person,
// or an attestation and a paper of another kind that surely names somebody else. Remarks change no
// verdict:
// - document.hidden-code-ignored, in place of document.hidden-code: beside seals that are shown, a
//   hidden one does not count;
// - document.newer-attestation: of several attestations of one person the newest counts, good or
//   bad, unless it begins only after the date of care;
// - document.several-people, each on pages of their own.
void JudgeDocument(Report& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_JUDGE_H_
