// SPDX-License-Identifier: Apache-2.0
#include "verify/refutes.h"

#include <gtest/gtest.h>

#include <set>

#include "verify/axis_names.h"

namespace sceau::verify {
namespace {

template <typename Axis, std::size_t kSize>
void ExpectRefuting(const std::array<Named<Axis>, kSize>& all, const std::set<Axis>& refuting) {
  for (const auto& [axis, name] : all) EXPECT_EQ(Refutes(axis), refuting.contains(axis)) << name;
}

TEST(RefutesTest, OnlyAPositiveFactSpeaksAgainstAPaper) {
  ExpectRefuting(kSealNames, {SealAxis::kAltered, SealAxis::kIssuerNotAllowed});
  ExpectRefuting(kStatusNames,
                 {StatusAxis::kRevoked, StatusAxis::kSuspended, StatusAxis::kNeverIssued});
  ExpectRefuting(kRightsNames, {RightsAxis::kClosed, RightsAxis::kNotYet, RightsAxis::kGap,
                                RightsAxis::kExpired});
  ExpectRefuting(kHolderNames, {HolderAxis::kDiffers});
  ExpectRefuting(kDocumentNames, {DocumentAxis::kDiffers});
  ExpectRefuting(kFreshnessNames, {});
}

}  // namespace
}  // namespace sceau::verify
