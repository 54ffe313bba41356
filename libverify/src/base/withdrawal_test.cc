// SPDX-License-Identifier: Apache-2.0
#include "sceau/withdrawal.h"

#include <gtest/gtest.h>

namespace sceau {
namespace {

TEST(WithdrawalReasonTest, HasOneNameEach) {
  const std::string_view names[] = {"other", "lost", "stolen", "replaced", "error", "fraud"};
  for (std::uint8_t number = 0; number < 6; ++number) {
    const auto reason = static_cast<WithdrawalReason>(number);
    EXPECT_EQ(Name(reason), names[number]);
    EXPECT_EQ(WithdrawalReasonFromName(names[number]), reason);
  }
  EXPECT_EQ(Name(static_cast<WithdrawalReason>(6)), "other");
  EXPECT_FALSE(WithdrawalReasonFromName("Lost"));
  EXPECT_FALSE(WithdrawalReasonFromName(""));
}

}  // namespace
}  // namespace sceau
