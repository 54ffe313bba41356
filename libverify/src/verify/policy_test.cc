// SPDX-License-Identifier: Apache-2.0
#include "verify/policy.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/status.h"
#include "nlohmann/json.hpp"
#include "sceau/verify.h"

namespace sceau {
namespace {

std::string Shipped(const std::string& name) {
  std::ifstream file(SCEAU_SOURCE_DIR "/docs/policies/" + name + ".json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(PolicyTest, TheShippedPoliciesAreThoseOfTheDocs) {
  for (const std::string name : {"counter", "insurer", "unattended"}) {
    const auto shipped = NamedPolicy(name);
    const auto documented = ParsePolicy(Shipped(name));
    ASSERT_TRUE(shipped.ok());
    ASSERT_TRUE(documented.ok()) << documented.status().ToString();
    EXPECT_EQ((*shipped)->name, name);
    EXPECT_EQ((*documented)->name, name);
    EXPECT_EQ((*shipped)->seal, (*documented)->seal);
    EXPECT_EQ((*shipped)->status, (*documented)->status);
    EXPECT_EQ((*shipped)->rights, (*documented)->rights);
    EXPECT_EQ((*shipped)->holder, (*documented)->holder);
    EXPECT_EQ((*shipped)->document, (*documented)->document);
    EXPECT_EQ((*shipped)->freshness, (*documented)->freshness);
    EXPECT_EQ((*shipped)->maximum_age_days, (*documented)->maximum_age_days);
    EXPECT_EQ((*shipped)->maximum_list_age_days, (*documented)->maximum_list_age_days);
  }
  EXPECT_EQ((*NamedPolicy("insurer"))->maximum_list_age_days, 35);
  EXPECT_EQ((*NamedPolicy("counter"))->maximum_list_age_days, std::nullopt);
  EXPECT_EQ((*NamedPolicy("insurer"))->maximum_age_days, 92);
  EXPECT_EQ(ReasonOf(NamedPolicy("pharmacist").status()), Reason::kPolicyUnusable);
}

TEST(PolicyTest, AMemberThatStandsTwiceIsRefused) {
  std::string text = Shipped("counter");
  const std::string seal = R"("seal": ["genuine"],)";
  text.replace(text.find(seal), seal.size(), seal + R"("seal": ["test-issuer"],)");
  EXPECT_EQ(ReasonOf(ParsePolicy(text).status()), Reason::kPolicyUnusable);
}

TEST(PolicyTest, EachAxisIsAListOfItsOwnResults) {
  using nlohmann::json;
  const json good = json::parse(Shipped("insurer"));
  for (const auto& [axis, results] : good["accept"].items()) {
    for (const json& value : {json(), json("open"), json::array(), json::array({1}),
                              json::array({"elsewhere"}), json::array({"not-run"})}) {
      json bad = good;
      if (value.is_null())
        bad["accept"].erase(axis);
      else
        bad["accept"][axis] = value;
      const auto parsed = ParsePolicy(bad.dump());
      ASSERT_FALSE(parsed.ok()) << bad.dump();
      EXPECT_TRUE(DetailOf(parsed.status()).starts_with("/accept/" + axis + ":"))
          << DetailOf(parsed.status());
    }
  }
}

TEST(PolicyTest, WhatBreaksTheSchemaIsRefusedByName) {
  using nlohmann::json;
  const json good = json::parse(Shipped("insurer"));
  struct Row {
    std::string_view pointer;
    json value;  // null removes
    std::string_view detail;
  };
  const Row rows[] = {
      {"/schema_version", 2, "/schema_version"},
      {"/schema_version", nullptr, "/schema_version"},
      {"/name", 7, "/name"},
      {"/name", nullptr, "/name"},
      {"/accept", nullptr, "/accept"},
      {"/accept", 7, "/accept"},
      {"/accept/seal", "genuine", "/accept/seal"},
      {"/accept/seal", nullptr, "/accept/seal"},
      {"/accept/seal", json::array(), "/accept/seal"},
      {"/accept/seal", json::array({1}), "/accept/seal"},
      {"/accept/seal", json::array({"authentic"}), "/accept/seal"},
      {"/accept/seal", json::array({"altered"}), "/accept/seal"},
      {"/accept/seal", json::array({"issuer-unknown"}), "/accept/seal"},
      {"/accept/seal", json::array({"malformed"}), "/accept/seal"},
      {"/accept/rights", json::array({"not-run"}), "/accept/rights"},
      {"/accept/holder", json::array({"differs"}), "/accept/holder"},
      {"/accept/holder", json::array({"close"}), "/accept/holder"},
      {"/accept/document", json::array({"differs"}), "/accept/document"},
      {"/accept/status", json::array({"revoked"}), "/accept/status"},
      {"/accept/status", json::array({"never-issued"}), "/accept/status"},
      {"/accept/colour", json::array({"red"}), "/accept"},
      {"/colour", "red", "/"},
      {"/maximum_age_days", 0, "/maximum_age_days"},
      {"/maximum_age_days", -1, "/maximum_age_days"},
      {"/maximum_age_days", "92", "/maximum_age_days"},
      {"/maximum_age_days", 1e12, "/maximum_age_days"},
      {"/maximum_age_days", 36'526, "/maximum_age_days"},
      {"/maximum_list_age_days", 0, "/maximum_list_age_days"},
      {"/maximum_list_age_days", 35.5, "/maximum_list_age_days"},
      {"/maximum_list_age_days", 36'526, "/maximum_list_age_days"},
  };
  for (const Row& row : rows) {
    json bad = good;
    const json::json_pointer pointer{std::string(row.pointer)};
    if (row.value.is_null()) {
      bad[pointer.parent_pointer()].erase(pointer.back());
    } else {
      bad[pointer] = row.value;
    }
    const auto parsed = ParsePolicy(bad.dump());
    ASSERT_FALSE(parsed.ok()) << bad.dump();
    EXPECT_EQ(ReasonOf(parsed.status()), Reason::kPolicyUnusable);
    EXPECT_TRUE(DetailOf(parsed.status()).starts_with(std::string(row.detail) + ":"))
        << DetailOf(parsed.status());
  }
}

TEST(PolicyTest, WhatAPolicyMayAccept) {
  using nlohmann::json;
  json lenient = json::parse(Shipped("counter"));
  lenient["accept"]["seal"] = {"genuine", "test-issuer"};
  lenient["accept"]["status"] = {"current", "suspended", "unknown"};
  lenient["accept"]["freshness"] = {"stale", "clock-suspect"};
  for (const int days : {1, 36'525}) {
    lenient["maximum_age_days"] = days;
    lenient["maximum_list_age_days"] = days;
    const auto policy = ParsePolicy(lenient.dump());
    ASSERT_TRUE(policy.ok()) << policy.status();
    EXPECT_TRUE((*policy)->seal.contains(SealAxis::kTestIssuer));
    EXPECT_TRUE((*policy)->status.contains(StatusAxis::kSuspended));
    EXPECT_EQ((*policy)->maximum_age_days, days);
    EXPECT_EQ((*policy)->maximum_list_age_days, days);
  }
}

TEST(PolicyTest, TheSizeIsLimited) {
  std::string text = Shipped("counter");
  text.resize(Limits{}.policy_bytes, ' ');
  EXPECT_TRUE(ParsePolicy(text).ok());
  text += ' ';
  EXPECT_EQ(DetailOf(ParsePolicy(text).status()), ": too large");
}

TEST(PolicyTest, TextThatIsNotAPolicyIsRefused) {
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"),
        std::string(10'000, '['), std::string(100'000, ' ')}) {
    EXPECT_EQ(ReasonOf(ParsePolicy(text).status()), Reason::kPolicyUnusable);
  }
}

}  // namespace
}  // namespace sceau
