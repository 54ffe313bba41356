// SPDX-License-Identifier: Apache-2.0
#include "verify/check_clock.h"

#include <chrono>

namespace sceau::verify {
namespace {

constexpr std::chrono::hours kClockTolerance{24};

}  // namespace

bool IsSignedAfter(const Claims& claims, Instant now) {
  return claims.signed_between && claims.signed_between->first > now;
}

bool IsSignedInFuture(const Claims& claims, Instant now) {
  return IsSignedAfter(claims, now + kClockTolerance);
}

bool IsClockDoubtful(const Claims& claims, const trust::TrustStore& trust, Instant now) {
  return trust.FreshnessAt(now) == FreshnessAxis::kClockSuspect || IsSignedAfter(claims, now);
}

}  // namespace sceau::verify
