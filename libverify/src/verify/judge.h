// SPDX-License-Identifier: Apache-2.0
// Axes -> verdict. The only place where a verdict is made.
#ifndef SCEAU_VERIFY_JUDGE_H_
#define SCEAU_VERIFY_JUDGE_H_

#include "sceau/report.h"
#include "verify/policy.h"

namespace sceau::verify {

// kValid only when the policy accepts every axis. Otherwise kInvalid if a refused axis states a
// positive fact against the document (altered, revoked, expired, another person …), else
// kUndetermined: unknown is not false.
Verdict JudgeAxes(const Axes& axes, const Policy& policy);

// The worst: invalid over undetermined over valid.
Verdict Worst(Verdict a, Verdict b);

// The verdict on one seal: of its axes, and never better than undetermined for a seal that nobody
// sees (document.hidden-code), since it may belong to another paper.
Verdict JudgeSealReport(const SealReport& seal, const Policy& policy);

// The verdict on the whole: the worst of its seals; undetermined without a seal, when part of the
// document could not be read, or when it assembles seals for different people, which
// document.assembled then says.
void JudgeDocument(Report& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_JUDGE_H_
