// SPDX-License-Identifier: Apache-2.0
// No policy, whatever it says, accepts a seal that is not proven.
#include "base/bytes.h"
#include "fuzz_check.h"
#include "sceau/verify.h"
#include "verify/judge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  const auto policy = ParsePolicy(AsText(ByteSpan(data, size)));
  if (!policy.ok()) return 0;
  Axes axes{SealAxis::kGenuine,   StatusAxis::kCurrent,  RightsAxis::kOpen,
            HolderAxis::kMatches, DocumentAxis::kAgrees, FreshnessAxis::kFresh};
  for (SealAxis seal :
       {SealAxis::kNotRun, SealAxis::kAltered, SealAxis::kIssuerUnknown,
        SealAxis::kIssuerNotAllowed, SealAxis::kUnsupported, SealAxis::kMalformed}) {
    axes.seal = seal;
    fuzz::Check(verify::JudgeAxes(axes, **policy) != Verdict::kValid,
                "an unproven seal is never valid");
  }
  return 0;
}
