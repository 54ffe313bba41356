// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "attestation/validity.h"
#include "base/status.h"
#include "nlohmann/json.hpp"

namespace sceau::attestation {
namespace {

using nlohmann::json;

json Full() {
  return json::parse(R"({
    "holder": {"birth_name": "LEFÈVRE", "name_in_use": "MOREAU", "given_names": "Zoé Anne", "birth_date": "19500231", "birth_rank": 2,
               "nir": "2 84 05 2a 321 025 52", "role": "dependant"},
    "fund": {"code": "01C990000", "name": "CPAM de Fiction"},
    "rights": [{"kind": "c2s-with-participation", "from": "2026-03-01", "until": "2027-02-28"}, {"kind": "base", "from": "2026-06-01"},
               {"kind": "base", "from": "2026-01-01", "until": "2026-05-31"}],
    "dependants": [{"name": "MOREAU", "given_names": "Léo", "birth_date": "20150000"}],
    "valid_from": "2026-11-02", "valid_until": "2027-05-01",
    "status": {"list": 3, "index": 99}, "replaces": "IJBEEQSCIJBEEQSC", "digests": ["000102030405060708090a0b0c0d0e0f"]})");
}

TEST(ClaimsJsonTest, EverythingIsReadAndSorted) {
  const auto a = ParseClaims(Full().dump());
  ASSERT_TRUE(a.ok()) << a.status().ToString();
  EXPECT_EQ(a->holder.nir, "284052A32102552");
  EXPECT_EQ(a->holder.role, Role::kDependant);
  EXPECT_EQ(a->holder.birth_rank, 2);
  EXPECT_EQ(a->dependants[0].birth_rank, 1);
  ASSERT_EQ(a->rights.size(), 3U);
  EXPECT_EQ(a->rights[0].from, *ParseIsoDate("2026-01-01"));
  EXPECT_EQ(a->rights[1].until, std::nullopt);
  EXPECT_EQ(a->rights[2].kind, RightKind::kC2sWithParticipation);
  EXPECT_EQ(a->status, (StatusReference{3, 99}));
  EXPECT_EQ(a->replaces->front(), 0x42);
  EXPECT_EQ(a->digests[0][15], 15);
  EXPECT_EQ(a->issued_at, Instant{});
}

TEST(ClaimsJsonTest, WritingAndReadingAgainGivesTheSame) {
  const auto a = ParseClaims(Full().dump());
  ASSERT_TRUE(a.ok());
  auto written = ToJson(*a, true);
  EXPECT_EQ(written["document_id"], "AAAAAAAAAAAAAAAA");
  EXPECT_EQ(written["issued_at"], "1970-01-01T00:00:00Z");
  written.erase("document_id");
  written.erase("issued_at");
  EXPECT_EQ(*ParseClaims(written.dump()), *a);
}

TEST(ClaimsJsonTest, BirthDatesMayBeWrittenAsOtherDatesAre) {
  for (const auto& [written, carried] : {std::pair{"1950-02-31", "19500231"},
                                         {"1950-00-00", "19500000"},
                                         {"19500231", "19500231"}}) {
    json claims = Full();
    claims["holder"]["birth_date"] = written;
    claims["dependants"][0]["birth_date"] = written;
    const auto a = ParseClaims(claims.dump());
    ASSERT_TRUE(a.ok()) << written;
    EXPECT_EQ(a->holder.birth_date, carried);
    EXPECT_EQ(a->dependants[0].birth_date, carried);
  }
}

TEST(ClaimsJsonTest, TheNirIsMaskedUnlessAskedFor) {
  const auto a = ParseClaims(Full().dump());
  EXPECT_EQ(ToJson(*a, false).dump().find("321"), std::string::npos);
  EXPECT_NE(ToJson(*a, true).dump().find("284052A32102552"), std::string::npos);
}

TEST(ClaimsJsonTest, TheLayoutIsShownWhereTheSealNamesOne) {
  auto a = ParseClaims(Full().dump());
  EXPECT_FALSE(ToJson(*a, true).contains("layout"));
  a->layout = 7;
  EXPECT_EQ(ToJson(*a, true)["layout"], 7);
}

TEST(ClaimsJsonTest, TheExamplesOfTheDocsAreAccepted) {
  for (const std::string name : {"claims.json", "claims-simple.json"}) {
    std::ifstream file(SCEAU_SOURCE_DIR "/docs/examples/" + name);
    std::stringstream text;
    text << file.rdbuf();
    const auto a = ParseClaims(text.str());
    EXPECT_TRUE(a.ok()) << name << " " << a.status().ToString();
    EXPECT_TRUE(CheckValidityLength(*a).ok()) << name;
  }
}

struct RefusedRow {
  std::string_view pointer;
  json value;  // discarded: removes the member
  Reason reason;
  std::string_view detail;
};

const json kRemoved = json(json::value_t::discarded);

class RefusedClaimsTest : public testing::TestWithParam<RefusedRow> {};

TEST_P(RefusedClaimsTest, NamesTheFieldAndTheRule) {
  const RefusedRow& row = GetParam();
  json bad = Full();
  const json::json_pointer pointer{std::string(row.pointer)};
  if (row.value.is_discarded()) {
    bad[pointer.parent_pointer()].erase(pointer.back());
  } else {
    bad[pointer] = row.value;
  }
  const absl::Status status = ParseClaims(bad.dump()).status();
  ASSERT_FALSE(status.ok()) << bad.dump();
  EXPECT_EQ(ReasonOf(status), row.reason) << status.ToString();
  EXPECT_TRUE(DetailOf(status).starts_with(row.detail)) << DetailOf(status);
}

json Repeat(const json& item, int count) {
  json list = json::array();
  for (int i = 0; i < count; ++i) list.push_back(item);
  return list;
}
json SeventeenRights() {
  json list = json::array();
  for (int year = 2001; year < 2018; ++year) {
    list.push_back({{"kind", "base"},
                    {"from", std::to_string(year) + "-01-01"},
                    {"until", std::to_string(year) + "-12-31"}});
  }
  return list;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, RefusedClaimsTest,
    testing::Values(
        RefusedRow{"/holder", kRemoved, Reason::kClaimsMissingField, "/holder:"},
        RefusedRow{"/holder", 1, Reason::kClaimsWrongType, "/holder:"},
        RefusedRow{"/holder/birth_name", kRemoved, Reason::kClaimsMissingField,
                   "/holder/birth_name:"},
        RefusedRow{"/holder/given_names", kRemoved, Reason::kClaimsMissingField,
                   "/holder/given_names:"},
        RefusedRow{"/holder/birth_date", kRemoved, Reason::kClaimsMissingField,
                   "/holder/birth_date:"},
        RefusedRow{"/fund", kRemoved, Reason::kClaimsMissingField, "/fund:"},
        RefusedRow{"/fund/code", kRemoved, Reason::kClaimsMissingField, "/fund/code:"},
        RefusedRow{"/rights", kRemoved, Reason::kClaimsMissingField, "/rights:"},
        RefusedRow{"/rights", json::array(), Reason::kClaimsMissingField, "/rights:"},
        RefusedRow{"/valid_from", kRemoved, Reason::kClaimsMissingField, "/valid_from:"},
        RefusedRow{"/colour", "red", Reason::kClaimsUnknownField, "/:"},
        RefusedRow{"/holder/age", 3, Reason::kClaimsUnknownField, "/holder:"},
        RefusedRow{"/fund/x", 3, Reason::kClaimsUnknownField, "/fund:"},
        RefusedRow{"/rights/0/x", 3, Reason::kClaimsUnknownField, "/rights/0:"},
        RefusedRow{"/dependants/0/nir", "x", Reason::kClaimsUnknownField, "/dependants/0:"},
        RefusedRow{"/status/x", 3, Reason::kClaimsUnknownField, "/status:"},
        RefusedRow{"/holder/birth_name", 7, Reason::kClaimsWrongType, "/holder/birth_name:"},
        RefusedRow{"/holder/birth_rank", 100, Reason::kClaimsWrongType, "/holder/birth_rank:"},
        RefusedRow{"/holder/birth_rank", -1, Reason::kClaimsWrongType, "/holder/birth_rank:"},
        RefusedRow{"/holder/birth_rank", 1.5, Reason::kClaimsWrongType, "/holder/birth_rank:"},
        RefusedRow{"/holder/role", "child", Reason::kClaimsWrongType, "/holder/role:"},
        RefusedRow{"/rights", 7, Reason::kClaimsWrongType, "/rights:"},
        RefusedRow{"/rights/0/kind", "cmu", Reason::kClaimsWrongType, "/rights/0/kind:"},
        RefusedRow{"/dependants", json::object(), Reason::kClaimsWrongType, "/dependants:"},
        RefusedRow{"/status/list", "3", Reason::kClaimsWrongType, "/status/list:"},
        RefusedRow{"/replaces", "IJBE", Reason::kClaimsWrongType, "/replaces:"},
        RefusedRow{"/digests/0", "zz", Reason::kClaimsWrongType, "/digests/0:"}));

INSTANTIATE_TEST_SUITE_P(
    Values, RefusedClaimsTest,
    testing::Values(
        RefusedRow{"/holder/birth_name", "", Reason::kClaimsBadText, "/holder/birth_name:"},
        RefusedRow{"/holder/birth_name", std::string(101, 'x'), Reason::kClaimsBadText,
                   "/holder/birth_name:"},
        RefusedRow{"/holder/name_in_use", " X", Reason::kClaimsBadText, "/holder/name_in_use:"},
        RefusedRow{"/holder/given_names", "A  B", Reason::kClaimsBadText, "/holder/given_names:"},
        RefusedRow{"/holder/given_names", "A\x1B", Reason::kClaimsBadText, "/holder/given_names:"},
        RefusedRow{"/fund/name", "A\u202E", Reason::kClaimsBadText, "/fund/name:"},
        RefusedRow{"/dependants/0/name", "", Reason::kClaimsBadText, "/dependants/0/name:"},
        RefusedRow{"/holder/birth_name", "A\u3164", Reason::kClaimsBadText, "/holder/birth_name:"},
        RefusedRow{"/holder/birth_name", "A\uFE0F", Reason::kClaimsBadText, "/holder/birth_name:"},
        RefusedRow{"/holder/birth_name", "A\u00AD", Reason::kClaimsBadText, "/holder/birth_name:"},
        RefusedRow{"/holder/birth_name", "A\u00A0", Reason::kClaimsBadText, "/holder/birth_name:"},
        RefusedRow{"/holder/given_names", "A \u00A0B", Reason::kClaimsBadText,
                   "/holder/given_names:"},
        RefusedRow{"/holder/birth_name", "LEFE\u0300VRE", Reason::kClaimsNotNormalised,
                   "/holder/birth_name:"},
        RefusedRow{"/fund/name", "\u212Bland", Reason::kClaimsNotNormalised, "/fund/name:"},
        RefusedRow{"/dependants/0/given_names", "Zoe\u0301", Reason::kClaimsNotNormalised,
                   "/dependants/0/given_names:"},
        RefusedRow{"/valid_from", "2026-02-30", Reason::kClaimsBadDate, "/valid_from:"},
        RefusedRow{"/valid_until", "01/05/2027", Reason::kClaimsBadDate, "/valid_until:"},
        RefusedRow{"/rights/1/from", "2026-13-01", Reason::kClaimsBadDate, "/rights/1/from:"},
        RefusedRow{"/holder/birth_date", "31-02-1950", Reason::kClaimsBadBirthDate,
                   "/holder/birth_date:"},
        RefusedRow{"/holder/birth_date", "1950-0-231", Reason::kClaimsBadBirthDate,
                   "/holder/birth_date:"},
        RefusedRow{"/holder/birth_date", "1950--0231", Reason::kClaimsBadBirthDate,
                   "/holder/birth_date:"},
        RefusedRow{"/dependants/0/birth_date", "2015", Reason::kClaimsBadBirthDate,
                   "/dependants/0/birth_date:"},
        RefusedRow{"/holder/nir", "123", Reason::kClaimsBadNir, "/holder/nir:"},
        RefusedRow{"/holder/nir", "284052A32102553", Reason::kClaimsNirKey, "/holder/nir:"},
        RefusedRow{"/fund/code", "1C990000", Reason::kClaimsBadFund, "/fund/code:"},
        RefusedRow{"/fund/code", "0AC990000", Reason::kClaimsBadFund, "/fund/code:"},
        RefusedRow{"/fund/code", "01c990000", Reason::kClaimsBadFund, "/fund/code:"},
        RefusedRow{"/fund/code", "01C99000A", Reason::kClaimsBadFund, "/fund/code:"},
        RefusedRow{"/rights/0/until", "2026-02-28", Reason::kClaimsBadPeriod, "/rights/2/until:"},
        RefusedRow{"/rights/1/from", "2026-05-31", Reason::kClaimsBadPeriod, "/rights/1/from:"},
        RefusedRow{"/valid_until", "2026-11-01", Reason::kClaimsBadPeriod, "/valid_until:"},
        RefusedRow{"/rights", SeventeenRights(), Reason::kClaimsTooMany, "/rights:"},
        RefusedRow{"/dependants",
                   Repeat({{"name", "A"}, {"given_names", "B"}, {"birth_date", "20150000"}}, 13),
                   Reason::kClaimsTooMany, "/dependants:"},
        RefusedRow{"/digests", Repeat("000102030405060708090a0b0c0d0e0f", 17),
                   Reason::kClaimsTooMany, "/digests:"}));

TEST(ClaimsJsonTest, TextThatIsNotJsonIsRefused) {
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("{} x"), std::string("NaN"),
        std::string(100'000, '['), std::string("{\"a\":\xFF\"}"),
        std::string(R"({"holder":{},"holder":{}})"), std::string(R"({"fund":{"a":1,"a":2}})"),
        std::string("[[[[[[[[[[1]]]]]]]]]]")}) {
    EXPECT_EQ(ReasonOf(ParseClaims(text).status()), Reason::kClaimsNotJson) << text.substr(0, 40);
  }
  EXPECT_EQ(ReasonOf(ParseClaims("[]").status()), Reason::kClaimsWrongType);
  EXPECT_EQ(ReasonOf(ParseClaims(std::string(2'000'000, ' ')).status()), Reason::kClaimsTooMany);
}

TEST(CheckTest, HoldsForSealsToo) {
  Attestation a = *ParseClaims(Full().dump());
  EXPECT_TRUE(Check(a).ok());
  std::swap(a.rights[0], a.rights[2]);
  EXPECT_EQ(ReasonOf(Check(a)), Reason::kClaimsBadPeriod);
  a = *ParseClaims(Full().dump());
  a.holder.nir = "2 84 05 2A 321 025 52";
  EXPECT_EQ(ReasonOf(Check(a)), Reason::kClaimsBadNir);
  a = *ParseClaims(Full().dump());
  a.holder.birth_rank = 100;
  EXPECT_FALSE(Check(a).ok());
}

TEST(CheckTest, SixMonthsAreAtMost) {
  Attestation a = *ParseClaims(Full().dump());
  const auto lasts = [&](std::string_view from, std::string_view until) {
    a.valid_from = *ParseIsoDate(from);
    a.valid_until = *ParseIsoDate(until);
    return CheckValidityLength(a).ok();
  };
  EXPECT_TRUE(lasts("2026-01-15", "2026-07-14"));
  EXPECT_FALSE(lasts("2026-01-15", "2026-07-15"));
  EXPECT_TRUE(lasts("2026-08-31", "2027-02-27"));
  EXPECT_FALSE(lasts("2026-08-31", "2027-02-28"));
  EXPECT_TRUE(lasts("2027-08-29", "2028-02-28"));
}

// 2026-10-25 has 25 hours, 2027-03-28 has 23.
TEST(CheckTest, TheTimeToTheEndIsThatToTheDayAfterTheLast) {
  const auto hours_to_end = [](std::string_view issued, std::string_view until) {
    const auto time = TimeToEnd(StartOfParisDay(*ParseIsoDate(issued)), *ParseIsoDate(until));
    return std::chrono::duration_cast<std::chrono::hours>(time).count();
  };
  EXPECT_EQ(hours_to_end("2026-11-02", "2026-11-02"), 24);
  EXPECT_EQ(hours_to_end("2026-10-25", "2026-10-25"), 25);
  EXPECT_EQ(hours_to_end("2027-03-28", "2027-03-28"), 23);
  EXPECT_EQ(hours_to_end("2026-11-03", "2026-11-02"), 0);
  // The longest that six months can be.
  EXPECT_LE(hours_to_end("2026-08-31", "2027-02-27"), 24 * kStandardValidity.count());
  EXPECT_LE(hours_to_end("2026-05-01", "2026-10-31"), 24 * kStandardValidity.count());
}

}  // namespace
}  // namespace sceau::attestation
