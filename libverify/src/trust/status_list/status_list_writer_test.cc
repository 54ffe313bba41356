// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "trust/status_list/status_list_testing.h"

namespace sceau::trust {
namespace {

using testing::ElementsAre;

absl::StatusOr<Bytes> Sign(const StatusListContent& content, const Limits& limits = {}) {
  return SignStatusList(content, StatusIssuer().key, StatusIssuer().certificate, limits);
}

TEST(StatusListWriterTest, WhatIsWrittenIsRead) {
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  const auto cwt = Sign(SomeListContent(withdrawals));
  ASSERT_TRUE(cwt.ok()) << cwt.status();
  const auto list = ParseAndVerify(*cwt);
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->header(), (StatusListHeader{.key = KeyIdOf(StatusIssuer()),
                                              .number = 7,
                                              .issued = Noon("2026-11-23"),
                                              .expires = Noon("2026-12-23"),
                                              .bits = 2}));
  ASSERT_EQ(list->packed().size(), 250U);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const StatusValue expected = i == 3 || i == 999 ? StatusValue::kInvalid
                                 : i == 4           ? StatusValue::kSuspended
                                                    : StatusValue::kValid;
    EXPECT_EQ(StatusAt(list->packed(), 2, i), expected) << i;
  }
  ASSERT_TRUE(list->details());
  EXPECT_THAT(list->details()->indices, ElementsAre(3, 4, 999));
  EXPECT_THAT(list->details()->days, ElementsAre(2515, 0, 65535));
  EXPECT_THAT(list->details()->reasons, ElementsAre(1, 5, 0));
}

TEST(StatusListWriterTest, DetailsMayBeLeftOut) {
  std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  withdrawals[0].since = {};  // not asked for, not looked at
  StatusListContent content = SomeListContent(withdrawals);
  content.with_details = false;
  const auto list = ParseAndVerify(*Sign(content));
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(StatusAt(list->packed(), 2, 3), StatusValue::kInvalid);
  EXPECT_FALSE(list->details());
}

TEST(StatusListWriterTest, AListIsFilledUpToAWholeByte) {
  for (const auto& [size, bytes] : {std::pair{1U, 1U}, {4U, 1U}, {5U, 2U}}) {
    StatusListContent content = SomeListContent({});
    content.size = size;
    const auto list = ParseAndVerify(*Sign(content));
    ASSERT_TRUE(list.ok()) << list.status();
    EXPECT_EQ(list->packed(), Bytes(bytes, 0));
    ASSERT_TRUE(list->details());
    EXPECT_TRUE(list->details()->indices.empty());
  }
}

TEST(StatusListWriterTest, WhatWasNotGivenIsSaidByTheEntry) {
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  StatusListContent content = SomeListContent(withdrawals);
  content.size = 1001;  // three entries short of a whole byte
  const std::vector<EntryRange> ranges = {{1, 2}, {5, 15}, {21, 1}, {24, 8}, {1000, 1}};
  content.not_given = ranges;
  content.given_until = content.issued - std::chrono::seconds(1);
  const auto list = ParseAndVerify(*Sign(content));
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->header().given_until, content.given_until);
  EXPECT_THAT(list->details()->indices, ElementsAre(3, 4, 999));
  for (std::uint64_t i = 0; i < 1004; ++i) {
    const bool given = i < 1000 && std::ranges::none_of(ranges, [i](const EntryRange& range) {
                         return i >= range.first && i < range.first + range.count;
                       });
    const StatusValue expected = !given               ? StatusValue::kNotGiven
                                 : i == 3 || i == 999 ? StatusValue::kInvalid
                                 : i == 4             ? StatusValue::kSuspended
                                                      : StatusValue::kValid;
    EXPECT_EQ(StatusAt(list->packed(), 2, i), expected) << i;
  }
}

TEST(StatusListWriterTest, RangesThatNoListCanCarryAreRefused) {
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  const struct {
    const char* detail;
    std::vector<EntryRange> ranges;
    std::optional<int> seconds_before;  // of given_until
  } cases[] = {
      {"not until when", {{5, 1}}, std::nullopt},
      {"after it was issued", {}, -1},
      {"ascend", {{5, 0}}, 0},
      {"ascend", {{5, 2}, {6, 1}}, 0},
      {"ascend", {{7, 1}, {5, 1}}, 0},
      {"ascend", {{1000, 1}}, 0},
      {"ascend", {{998, 3}}, 0},
      {"ascend", {{5, ~std::uint64_t{0}}}, 0},
      {"a withdrawal of what", {{3, 1}}, 0},
      {"a withdrawal of what", {{0, 2}, {4, 5}}, 0},
      {"a withdrawal of what", {{990, 10}}, 0},
  };
  for (const auto& bad : cases) {
    StatusListContent content = SomeListContent(withdrawals);
    content.not_given = bad.ranges;
    if (bad.seconds_before)
      content.given_until = content.issued - std::chrono::seconds(*bad.seconds_before);
    ExpectRefusal(Sign(content), Reason::kUsage, bad.detail);
  }
  StatusListContent content = SomeListContent(withdrawals);
  content.given_until = Instant(std::chrono::seconds(-1));
  ExpectRefusal(Sign(content), Reason::kUsage, "after it was issued");
}

TEST(StatusListWriterTest, ContentsThatNoListCanCarryAreRefused) {
  using Change = std::function<void(StatusListContent&, std::vector<Withdrawal>&)>;
  const struct {
    const char* detail;
    Change change;
  } cases[] = {
      {"no entries", [](auto& content, auto&) { content.size = 0; }},
      {"dates", [](auto& content, auto&) { content.expires = content.issued; }},
      {"dates", [](auto& content, auto&) { content.issued = Instant(std::chrono::seconds(-1)); }},
      {"dates", [](auto& content,
                   auto&) { content.expires = Instant(std::chrono::seconds(32'503'680'000)); }},
      {"ascend", [](auto&, auto& some) { some[2].index = 1000; }},
      {"ascend", [](auto&, auto& some) { some[1].index = 3; }},
      {"ascend", [](auto&, auto& some) { some[1].index = 2; }},
      {"not a withdrawal", [](auto&, auto& some) { some[0].value = StatusValue::kValid; }},
      {"not a withdrawal", [](auto&, auto& some) { some[0].value = StatusValue::kNotGiven; }},
      {"not a withdrawal", [](auto&, auto& some) { some[0].value = StatusValue::kOutsideList; }},
      {"day", [](auto&, auto& some) { some[0].since = {}; }},
      {"day", [](auto&, auto& some) { some[0].since = *ParseIsoDate("2019-12-31"); }},
      {"day", [](auto&, auto& some) { some[0].since = *ParseIsoDate("2199-06-07"); }},
  };
  for (const auto& bad : cases) {
    std::vector<Withdrawal> withdrawals = SomeWithdrawals();
    StatusListContent content = SomeListContent(withdrawals);
    bad.change(content, withdrawals);
    content.withdrawals = withdrawals;
    ExpectRefusal(Sign(content), Reason::kUsage, bad.detail);
  }
}

TEST(StatusListWriterTest, WhatReadersWouldRefuseIsNotSigned) {
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  const StatusListContent content = SomeListContent(withdrawals);
  Limits limits;
  limits.status_entries = 1000;
  limits.status_withdrawals = 3;
  limits.status_list_bytes = Sign(content)->size();
  EXPECT_TRUE(Sign(content, limits).ok());
  const struct {
    const char* detail;
    std::function<void(Limits&)> lower;
  } cases[] = {
      {"entries", [](Limits& some) { --some.status_entries; }},
      {"number of withdrawals", [](Limits& some) { --some.status_withdrawals; }},
      {"signed list", [](Limits& some) { --some.status_list_bytes; }},
  };
  for (const auto& lower : cases) {
    Limits lowered = limits;
    lower.lower(lowered);
    ExpectRefusal(Sign(content, lowered), Reason::kTrustStatusListTooLarge, lower.detail);
  }
}

TEST(StatusListWriterTest, TheKeyIsTheCertificatesAndInDate) {
  const TestParty other = MakeParty({.common_name = "Fonds"});
  const auto mixed = SignStatusList(SomeListContent({}), other.key, StatusIssuer().certificate, {});
  ExpectRefusal(mixed, Reason::kKeyCertificateMismatch, "");
  const crypto::Certificate& certificate = StatusIssuer().certificate;
  const auto second = std::chrono::seconds(1);
  const struct {
    Instant issued;
    bool good;
  } cases[] = {
      {certificate.not_before() - second, false},
      {certificate.not_before(), true},
      {certificate.not_after(), true},
      {certificate.not_after() + second, false},
  };
  for (const auto& moment : cases) {
    StatusListContent content = SomeListContent({});
    content.issued = moment.issued;
    content.expires = moment.issued + second;
    const auto cwt = Sign(content);
    EXPECT_EQ(cwt.ok(), moment.good);
    if (!moment.good) ExpectRefusal(cwt, Reason::kKeyCertificateOutOfDate, "");
  }
}

}  // namespace
}  // namespace sceau::trust
