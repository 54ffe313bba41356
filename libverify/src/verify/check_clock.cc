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

bool SpeaksAgainst(RightsAxis axis) {
  switch (axis) {
    case RightsAxis::kClosed:
    case RightsAxis::kNotYet:
    case RightsAxis::kGap:
    case RightsAxis::kExpired:
      return true;
    case RightsAxis::kNotRun:
    case RightsAxis::kOpen:
    case RightsAxis::kNotApplicable:
      return false;
  }
  return false;
}

}  // namespace sceau::verify
