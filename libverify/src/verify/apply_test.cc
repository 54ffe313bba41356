// SPDX-License-Identifier: Apache-2.0
#include "verify/apply.h"

#include <gtest/gtest.h>

#include "base/status.h"
#include "verify/testing/expect_checked.h"

namespace sceau::verify {
namespace {

using testing_support::ExpectChecked;
using testing_support::ReasonsOf;

TEST(ApplyTest, TheAnswerOfACheckTakesItsAxisAndAddsItsReasons) {
  SealReport report;
  report.reasons = {{Reason::kSealUnknownField, "field 9Z"}};
  Apply(Checked<StatusAxis>{StatusAxis::kUnknown, {{Reason::kStatusUnknown, ""}}}, &Axes::status,
        report);
  EXPECT_EQ(report.axes, Axes{.status = StatusAxis::kUnknown});
  EXPECT_EQ(ReasonsOf(report.reasons),
            (std::vector<Reason>{Reason::kSealUnknownField, Reason::kStatusUnknown}));
}

TEST(CheckedOfTest, OurOwnFailureIsNotAFaultOfTheSeal) {
  const struct {
    Reason reason;
    SealAxis axis;
  } rows[] = {{Reason::kInternal, SealAxis::kNotRun},
              {Reason::kSealUnsupportedVersion, SealAxis::kUnsupported},
              {Reason::kSealMalformedCbor, SealAxis::kMalformed}};
  for (const auto& row : rows) ExpectChecked(CheckedOf(Refuse(row.reason)), row.axis, row.reason);
}

}  // namespace
}  // namespace sceau::verify
