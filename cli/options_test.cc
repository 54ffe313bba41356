// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <gtest/gtest.h>

namespace sceau::cli {
namespace {

TEST(OptionsTest, StatusIsTwoNumbers) {
  EXPECT_EQ(ParseStatus("12:3456"), (StatusReference{12, 3456}));
  EXPECT_EQ(ParseStatus("0:0"), (StatusReference{0, 0}));
  EXPECT_EQ(ParseStatus("0:18446744073709551615"), (StatusReference{0, UINT64_MAX}));
  for (const char* text : {"", ":", "1:", ":1", "1", "1:2:3", "-1:2", "+1:2", "1: 2", "1:2 ", "a:b",
                           "0x1:2", "1.0:2", "0:18446744073709551616"})
    EXPECT_FALSE(ParseStatus(text)) << text;
}

TEST(OptionsTest, JobsAreOneTo256) {
  EXPECT_EQ(ParseJobs("1"), 1U);
  EXPECT_EQ(ParseJobs("256"), 256U);
  for (const char* text : {"", "0", "257", "-1", "four", "1 ", "99999999999999999999"})
    EXPECT_FALSE(ParseJobs(text)) << text;
}

TEST(OptionsTest, ValidityIsADayToTenYears) {
  EXPECT_EQ(ParseValidityDays("1"), 1);
  EXPECT_EQ(ParseValidityDays("3660"), 3660);
  for (const char* text : {"", "0", "3661", "-1", "186.0", "186 ", "99999999999999999999"})
    EXPECT_FALSE(ParseValidityDays(text)) << text;
}

TEST(OptionsTest, ReasonsOfAWithdrawalInBothLanguages) {
  const std::pair<const char*, WithdrawalReason> cases[] = {
      {"lost", WithdrawalReason::kLost},          {"perdue", WithdrawalReason::kLost},
      {"stolen", WithdrawalReason::kStolen},      {"volée", WithdrawalReason::kStolen},
      {"volee", WithdrawalReason::kStolen},       {"replaced", WithdrawalReason::kReplaced},
      {"remplacée", WithdrawalReason::kReplaced}, {"error", WithdrawalReason::kError},
      {"erreur", WithdrawalReason::kError},       {"fraud", WithdrawalReason::kFraud},
      {"fraude", WithdrawalReason::kFraud},       {"other", WithdrawalReason::kOther},
      {"autre", WithdrawalReason::kOther}};
  for (const auto& [text, reason] : cases) EXPECT_EQ(ParseWithdrawalReason(text), reason) << text;
  for (const char* text : {"", "LOST", "vol", "lost "}) EXPECT_FALSE(ParseWithdrawalReason(text));
}

TEST(OptionsTest, Algorithms) {
  EXPECT_EQ(ParseAlgorithm("es256"), KeyAlgorithm::kEs256);
  EXPECT_EQ(ParseAlgorithm("es384"), KeyAlgorithm::kEs384);
  EXPECT_EQ(ParseAlgorithm("eddsa"), KeyAlgorithm::kEdDsa);
  EXPECT_FALSE(ParseAlgorithm("rsa"));
  EXPECT_FALSE(ParseAlgorithm("ES256"));
}

}  // namespace
}  // namespace sceau::cli
