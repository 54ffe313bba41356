// SPDX-License-Identifier: Apache-2.0
#include "verify/context.h"

#include "attestation/compare_holder.h"
#include "base/status.h"

namespace sceau::verify {

absl::Status Complete(VerifyOptions& options) {
  if (!options.trust) return Refuse(Reason::kTrustMissing, "no trust given");
  SCEAU_RETURN_IF_ERROR(attestation::CheckExpectedHolder(options.holder));
  if (!options.policy) {
    SCEAU_ASSIGN_OR_RETURN(options.policy, NamedPolicy("counter"));
  }
  if (!options.now) {
    options.now = [] {
      return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    };
  }
  return absl::OkStatus();
}

Context ContextOf(const VerifyOptions& options, isolation::Reader* reader) {
  const Instant now = options.now();
  return {.reader = reader,
          .trust = options.trust.get(),
          .policy = options.policy.get(),
          .holder = &options.holder,
          .limits = options.limits,
          .date_of_care = options.date_of_care.value_or(ParisDay(now)),
          .now = now,
          .replay = options.replay,
          .evidence = options.evidence,
          .recognise_words = options.recognise_words};
}

}  // namespace sceau::verify
