// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "nlohmann/json.hpp"
#include "sceau/verify.h"

namespace sceau {
namespace {

Report WithPrinted() {
  SealReport seal;
  seal.claims.emplace();
  seal.printed = {{.fact = {PrintedKind::kBirthName},
                   .result = FactResult::kAgrees,
                   .way = ComparisonWay::kText,
                   .page = 2,
                   .box = Box{{10.04, 20}, {110, 40.06}},
                   .seen = "QUINTEFEUILLE"},
                  {.fact = {PrintedKind::kRightUntil, 1},
                   .result = FactResult::kDiffers,
                   .way = ComparisonWay::kPixels,
                   .page = 1},
                  {.fact = {PrintedKind::kBirthRank}}};
  Report report;
  report.seals.push_back(std::move(seal));
  return report;
}

nlohmann::json SealInJson(const Report& report) {
  return nlohmann::json::parse(
      ReportToJson(report, Language::kEnglish, NirDisplay::kMasked))["seals"][0];
}

TEST(ReportJsonTest, EachFactOfThePageIsToldWithItsPlace) {
  EXPECT_EQ(SealInJson(WithPrinted())["printed"], nlohmann::json::parse(R"([
      {"fact": "birth-name", "result": "agrees", "way": "text", "page": 2,
       "box": [10.0, 20.0, 110.0, 40.1]},
      {"fact": "right-until", "row": 2, "result": "differs", "way": "pixels", "page": 1},
      {"fact": "birth-rank", "result": "not-compared"}])"));
}

TEST(ReportJsonTest, WhatStandsOnThePageIsNeverTold) {
  const std::string text = ReportToJson(WithPrinted(), Language::kEnglish, NirDisplay::kShown);
  EXPECT_EQ(text.find("QUINTEFEUILLE"), text.npos);
}

TEST(ReportJsonTest, FactsAreToldOnlyWithClaims) {
  Report report = WithPrinted();
  report.seals.front().claims.reset();
  EXPECT_FALSE(SealInJson(report).contains("printed"));
}

TEST(ReportJsonTest, APageToBeComparedByEyeIsSaidOnlyWhereItIs) {
  Report report = WithPrinted();
  EXPECT_FALSE(SealInJson(report).contains("compare_by_eye"));
  report.seals.front().compare_by_eye = true;
  EXPECT_EQ(SealInJson(report)["compare_by_eye"], true);
}

}  // namespace
}  // namespace sceau
