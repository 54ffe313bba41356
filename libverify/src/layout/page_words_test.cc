// SPDX-License-Identifier: Apache-2.0
#include "layout/page_words.h"

#include <gtest/gtest.h>

#include <set>

#include "layout/attestation_testing.h"

namespace sceau::layout {
namespace {

TEST(AttestationWordsTest, Dates) {
  EXPECT_EQ(FrenchDate(Day(2026, 1, 9)), "09/01/2026");
  EXPECT_EQ(FrenchBirthDate("19840512"), "12/05/1984");
  EXPECT_EQ(FrenchBirthDate("19500231"), "31/02/1950");  // lunar: kept as carried
  EXPECT_EQ(FrenchBirthDate("19840000"), "00/00/1984");
  EXPECT_EQ(FrenchBirthDate("1984"), "1984");
}

TEST(AttestationWordsTest, Numbers) {
  EXPECT_EQ(GroupedNir("284058832102532"), "2 84 05 88 321 025 32");
  EXPECT_EQ(GroupedNir("284052A32102552"), "2 84 05 2A 321 025 52");
  EXPECT_EQ(GroupedFundCode("017510000"), "01 751 0000");
  EXPECT_EQ(GroupedDocumentId({0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),
            "AAAA AAAA 7777 7777");
}

TEST(AttestationWordsTest, EveryRightAndRoleHasItsOwnName) {
  const std::set<std::string_view> names = {RightName(RightKind::kBase),
                                            RightName(RightKind::kC2sWithoutParticipation),
                                            RightName(RightKind::kC2sWithParticipation),
                                            RightName(RightKind::kAme),
                                            RightName(RightKind::kMaternity),
                                            RightName(RightKind::kAlsaceMoselle),
                                            RoleName(Role::kInsured),
                                            RoleName(Role::kDependant)};
  EXPECT_EQ(names.size(), 8U);
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace sceau::layout
