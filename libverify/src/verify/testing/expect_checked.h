// SPDX-License-Identifier: Apache-2.0
// One expectation for the answer of any check.
#ifndef SCEAU_VERIFY_TESTING_EXPECT_CHECKED_H_
#define SCEAU_VERIFY_TESTING_EXPECT_CHECKED_H_

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "base/checked.h"

namespace sceau::testing_support {

inline std::vector<Reason> ReasonsOf(const std::vector<Finding>& findings) {
  std::vector<Reason> reasons;
  for (const Finding& finding : findings) reasons.push_back(finding.reason);
  return reasons;
}

template <typename Axis>
void ExpectChecked(const Checked<Axis>& checked, Axis axis, std::optional<Reason> reason) {
  EXPECT_EQ(checked.axis, axis);
  EXPECT_EQ(ReasonsOf(checked.findings),
            reason ? std::vector<Reason>{*reason} : std::vector<Reason>());
}

}  // namespace sceau::testing_support

#endif  // SCEAU_VERIFY_TESTING_EXPECT_CHECKED_H_
