// SPDX-License-Identifier: Apache-2.0
#include "verify/check_rights.h"

#include <gtest/gtest.h>

#include "verify/testing/expect_checked.h"

namespace sceau::verify {
namespace {

Date D(std::string_view iso) { return *ParseIsoDate(iso); }

Claims Attesting(std::vector<Right> rights, std::string_view from = "2026-01-01",
                 std::string_view until = "2026-12-31") {
  Claims claims;
  claims.validity = {.issued_on = D(from), .from = D(from), .until = D(until)};
  claims.rights = {.fund = {}, .periods = std::move(rights)};
  return claims;
}

Right Of(RightKind kind, std::string_view from, std::string_view until = "") {
  return {kind, D(from), until.empty() ? std::nullopt : std::optional(D(until))};
}

struct RightsRow {
  std::string_view name;
  Claims claims;
  std::string_view day;
  std::optional<int> maximum_age;
  RightsAxis axis;
  std::optional<Reason> reason;
};

class CheckRightsTest : public testing::TestWithParam<RightsRow> {};

TEST_P(CheckRightsTest, GivesAxisAndReason) {
  const RightsRow& row = GetParam();
  const CheckedRights checked =
      CheckRights(row.claims.rights, row.claims.validity, D(row.day), row.maximum_age);
  testing_support::ExpectChecked<RightsAxis>(checked, row.axis, row.reason);
}

const Claims kBase = Attesting({Of(RightKind::kBase, "2026-02-01", "2026-06-30")});
const Claims kTwoPeriods = Attesting({Of(RightKind::kBase, "2026-02-01", "2026-03-31"),
                                      Of(RightKind::kBase, "2026-05-01", "2026-06-30")});
const Claims kOpenEnded = Attesting({Of(RightKind::kBase, "2026-02-01")});
const Claims kC2sOutlivesBase =
    Attesting({Of(RightKind::kBase, "2026-02-01", "2026-03-31"),
               Of(RightKind::kC2sWithoutParticipation, "2026-02-01", "2026-12-31")});
const Claims kC2sAlone =
    Attesting({Of(RightKind::kC2sWithoutParticipation, "2026-02-01", "2026-12-31")});
const Claims kAme = Attesting({Of(RightKind::kAme, "2026-02-01", "2026-06-30")});
const Claims kLeap =
    Attesting({Of(RightKind::kBase, "2028-01-01", "2028-02-29")}, "2028-01-01", "2028-06-30");

Claims Paper(std::optional<Date> issued_on) {
  Claims claims;
  claims.validity.issued_on = issued_on;
  return claims;
}

using enum RightsAxis;
INSTANTIATE_TEST_SUITE_P(
    Table, CheckRightsTest,
    testing::Values(
        RightsRow{"first_day", kBase, "2026-02-01", {}, kOpen, {}},
        RightsRow{"last_day", kBase, "2026-06-30", {}, kOpen, {}},
        RightsRow{"day_before", kBase, "2026-01-31", {}, kNotYet, Reason::kRightsNotYet},
        RightsRow{"day_after", kBase, "2026-07-01", {}, kClosed, Reason::kRightsClosed},
        RightsRow{"between", kTwoPeriods, "2026-04-15", {}, kGap, Reason::kRightsGap},
        RightsRow{"last_of_first", kTwoPeriods, "2026-03-31", {}, kOpen, {}},
        RightsRow{"first_of_second", kTwoPeriods, "2026-05-01", {}, kOpen, {}},
        RightsRow{"open_ended", kOpenEnded, "2026-12-31", {}, kOpen, {}},
        RightsRow{"attestation_last_day", kOpenEnded, "2026-12-31", {}, kOpen, {}},
        RightsRow{
            "attestation_expired", kOpenEnded, "2027-01-01", {}, kExpired, Reason::kRightsExpired},
        RightsRow{"attestation_not_yet",
                  kOpenEnded,
                  "2025-12-31",
                  {},
                  kNotYet,
                  Reason::kRightsAttestationNotYet},
        RightsRow{"c2s_does_not_replace_base",
                  kC2sOutlivesBase,
                  "2026-04-01",
                  {},
                  kClosed,
                  Reason::kRightsClosed},
        RightsRow{"c2s_alone", kC2sAlone, "2026-04-01", {}, kOpen, {}},
        RightsRow{"ame", kAme, "2026-04-01", {}, kOpen, {}},
        RightsRow{"leap_day_is_included", kLeap, "2028-02-29", {}, kOpen, {}},
        RightsRow{"day_after_leap_day", kLeap, "2028-03-01", {}, kClosed, Reason::kRightsClosed},
        RightsRow{"age_at_limit", kOpenEnded, "2026-04-03", 92, kOpen, {}},
        RightsRow{"age_over_limit", kOpenEnded, "2026-04-04", 92, kExpired, Reason::kRightsTooOld},
        RightsRow{"expired_before_too_old", kOpenEnded, "2027-01-01", 92, kExpired,
                  Reason::kRightsExpired},
        RightsRow{"paper",
                  Paper(D("2026-01-01")),
                  "2026-04-01",
                  {},
                  kNotApplicable,
                  Reason::kRightsNotApplicable},
        RightsRow{"old_paper", Paper(D("2026-01-01")), "2026-06-01", 92, kExpired,
                  Reason::kRightsTooOld},
        RightsRow{"undated_paper", Paper({}), "2026-06-01", 92, kNotRun,
                  Reason::kRightsIssueDateUnknown},
        RightsRow{"undated_paper_no_limit",
                  Paper({}),
                  "2026-06-01",
                  {},
                  kNotApplicable,
                  Reason::kRightsNotApplicable}),
    [](const auto& row) { return std::string(row.param.name); });

struct DatesRow {
  const Claims& claims;
  std::string_view day;
  RightsDates dates;
};

// The dates that the sentence about the rights names.
TEST(RightsDatesTest, AreTheNextToTheDay) {
  const Claims three = Attesting({Of(RightKind::kBase, "2026-02-01", "2026-02-28"),
                                  Of(RightKind::kBase, "2026-04-01", "2026-04-30"),
                                  Of(RightKind::kBase, "2026-06-01", "2026-06-30"),
                                  Of(RightKind::kBase, "2026-08-01", "2026-08-31")});
  const DatesRow rows[] = {
      {kBase, "2026-02-01", {}},
      {kBase, "2026-07-15", {D("2026-06-30"), {}}},
      {kBase, "2026-01-15", {{}, D("2026-02-01")}},
      {kBase, "2027-01-01", {D("2026-12-31"), {}}},  // the attestation's own last day
      {kBase, "2025-12-31", {{}, D("2026-01-01")}},  // and its first
      {three, "2026-05-15", {D("2026-04-30"), D("2026-06-01")}},
      {three, "2026-01-15", {{}, D("2026-02-01")}},
      {three, "2026-09-15", {D("2026-08-31"), {}}},
      {kC2sOutlivesBase, "2026-05-01", {D("2026-03-31"), {}}},  // of the rights that count
  };
  for (const DatesRow& row : rows)
    EXPECT_EQ(CheckRights(row.claims.rights, row.claims.validity, D(row.day), std::nullopt).dates,
              row.dates)
        << row.day;
}

}  // namespace
}  // namespace sceau::verify
