// SPDX-License-Identifier: Apache-2.0
#include "verify/check_clock.h"

#include <chrono>

namespace sceau::verify {
namespace {

constexpr std::chrono::hours kClockTolerance{24};

}  // namespace

bool IsSignedAfter(const Validity& validity, Instant now) {
  return validity.signed_between && validity.signed_between->first > now;
}

bool IsSignedInFuture(const Validity& validity, Instant now) {
  return IsSignedAfter(validity, now + kClockTolerance);
}

bool IsClockDoubtful(const Validity& validity, const trust::TrustStore& trust, Instant now) {
  return trust.FreshnessAt(now) == FreshnessAxis::kClockSuspect || IsSignedAfter(validity, now);
}

}  // namespace sceau::verify
