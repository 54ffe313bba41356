// SPDX-License-Identifier: Apache-2.0
// Whether our own clock can be right. What only a wrong clock says is never held against a paper.
#ifndef SCEAU_VERIFY_CHECK_CLOCK_H_
#define SCEAU_VERIFY_CHECK_CLOCK_H_

#include "sceau/report.h"
#include "trust/trust_store.h"

namespace sceau::verify {

// The seal was surely signed later than this clock shows.
bool IsSignedAfter(const Validity& validity, Instant now);

// Later by more than two clocks differ that are both right about the day.
bool IsSignedInFuture(const Validity& validity, Instant now);

// The clock is behind a date that our trust has seen, or behind the seal's signature. A clock that
// is ahead looks the same as a bundle that nobody renewed.
bool IsClockDoubtful(const Validity& validity, const trust::TrustStore& trust, Instant now);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_CLOCK_H_
