// SPDX-License-Identifier: Apache-2.0
#include "c_api/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/status.h"
#include "nlohmann/json.hpp"
#include "verify/policy.h"

namespace sceau::c_api {
namespace {

using nlohmann::json;

enum class Kind { kOptions, kQuestion, kHolder };

absl::Status Parse(Kind kind, const std::string& text) {
  switch (kind) {
    case Kind::kOptions:
      return ParseOptions(text).status();
    case Kind::kQuestion:
      return ParseQuestion(text).status();
    case Kind::kHolder:
      return ParseHolder(text).status();
  }
  return absl::OkStatus();
}

constexpr Kind kKinds[] = {Kind::kOptions, Kind::kQuestion, Kind::kHolder};

TEST(OptionsTest, AllThatTheSchemaNamesIsRead) {
  const auto options = ParseOptions(
      R"({"policy":"insurer","date_of_care":"2026-11-23","holder":{"name":"DURAND Zoé"},
          "replay_at":"2026-11-24T10:00:00Z","recognise_words":true})");
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_EQ(options->policy->name, "insurer");
  EXPECT_EQ(options->date_of_care, ParseIsoDate("2026-11-23"));
  EXPECT_EQ(options->holder.name, "DURAND Zoé");
  EXPECT_EQ(options->now(), ParseIsoInstant("2026-11-24T10:00:00Z"));
  EXPECT_TRUE(options->replay);
  EXPECT_TRUE(options->recognise_words);

  const auto asked = ParseQuestion(
      R"({"date_of_care":"2026-11-23","request_id":"7","holder":{"born":"12/05/1984","nir":"1",
          "rank":"2","insured_nir":"3"}})");
  ASSERT_TRUE(asked.ok()) << asked.status();
  EXPECT_EQ(asked->question.date_of_care, ParseIsoDate("2026-11-23"));
  EXPECT_EQ(asked->request_id, "7");
  EXPECT_EQ(asked->question.holder->born, "12/05/1984");
  EXPECT_EQ(asked->question.holder->nir, "1");
  EXPECT_EQ(asked->question.holder->rank, "2");
  EXPECT_EQ(asked->question.holder->insured_nir, "3");
}

TEST(OptionsTest, WhatIsAbsentIsLeftToTheVerifier) {
  const auto options = ParseOptions("{}");
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->policy, nullptr);
  EXPECT_EQ(options->date_of_care, std::nullopt);
  EXPECT_FALSE(options->now);
  EXPECT_FALSE(options->replay);
  const auto asked = ParseQuestion("{}");
  ASSERT_TRUE(asked.ok());
  EXPECT_EQ(asked->question.holder, std::nullopt);
  EXPECT_TRUE(ParseQuestion(R"({"holder":{}})")->question.holder.has_value());
}

TEST(OptionsTest, APolicyOfTheCallersOwnIsReadWhole) {
  std::ifstream file(SCEAU_SOURCE_DIR "/docs/policies/insurer.json");
  json policy = json::parse(file);
  policy["name"] = "ours";
  const auto options = ParseOptions(json({{"policy", policy}}).dump());
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_EQ(options->policy->name, "ours");
  policy["accept"]["seal"] = {"altered"};
  EXPECT_EQ(ReasonOf(ParseOptions(json({{"policy", policy}}).dump()).status()),
            Reason::kPolicyUnusable);
  EXPECT_EQ(ReasonOf(ParseOptions(R"({"policy":"pharmacist"})").status()), Reason::kPolicyUnusable);
}

TEST(OptionsTest, WhatBreaksTheSchemaIsRefusedByName) {
  struct Row {
    Kind kind;
    std::string_view text;
    std::string_view detail;
  };
  constexpr Row kRows[] = {
      {Kind::kOptions, R"({"colour":"red"})", "/colour: is not a known member"},
      {Kind::kOptions, R"({"DURAND Zoé":"red"})", "/: holds an unknown member"},
      {Kind::kOptions, R"({"":"red"})", "/: holds an unknown member"},
      {Kind::kOptions, R"({"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":1})",
       "/: holds an unknown member"},
      {Kind::kOptions, R"({"request_id":"7"})", "/request_id: is not a known member"},
      {Kind::kOptions, R"({"policy":7})", "/policy: must be a name or a policy"},
      {Kind::kOptions, R"({"date_of_care":20261123})", "/date_of_care: must be a text"},
      {Kind::kOptions, R"({"date_of_care":"23/11/2026"})",
       "/date_of_care: must be a day as 2026-11-23"},
      {Kind::kOptions, R"({"date_of_care":"2026-02-30"})",
       "/date_of_care: must be a day as 2026-11-23"},
      {Kind::kOptions, R"({"replay_at":"2026-11-23"})",
       "/replay_at: must be an instant as 2026-11-23T10:00:00Z"},
      {Kind::kOptions, R"({"replay_at":7})", "/replay_at: must be a text"},
      {Kind::kOptions, R"({"recognise_words":1})", "/recognise_words: must be true or false"},
      {Kind::kOptions, R"({"holder":"DURAND"})", "/holder: must be an object"},
      {Kind::kOptions, R"({"holder":{"name":7}})", "/holder/name: must be a text"},
      {Kind::kOptions, R"({"holder":{"nom":"DURAND"}})", "/holder/nom: is not a known member"},
      {Kind::kOptions, R"({"holder":{"Nom":"DURAND"}})", "/holder: holds an unknown member"},
      {Kind::kOptions, R"({"policy":"counter","policy":"insurer"})", "a member stands twice"},
      {Kind::kQuestion, R"({"policy":"counter"})", "/policy: is not a known member"},
      {Kind::kQuestion, R"({"replay_at":"2026-11-23T10:00:00Z"})",
       "/replay_at: is not a known member"},
      {Kind::kQuestion, R"({"request_id":7})", "/request_id: must be a text"},
      {Kind::kQuestion, R"({"holder":null})", "/holder: must be an object"},
      {Kind::kQuestion, R"({"date_of_care":null})", "/date_of_care: must be a text"},
      {Kind::kHolder, R"({"rank":2})", "/rank: must be a text"},
      {Kind::kHolder, R"({"holder":{}})", "/holder: is not a known member"},
      {Kind::kHolder, "{\"name\":\"\xFF\"}", "not JSON"},
  };
  for (const Row& row : kRows) {
    const absl::Status refused = Parse(row.kind, std::string(row.text));
    EXPECT_EQ(ReasonOf(refused), Reason::kOptionsUnusable) << row.text;
    EXPECT_EQ(DetailOf(refused), row.detail) << row.text;
  }
}

TEST(OptionsTest, APlaceInAPolicyIsGivenFromTheOptions) {
  const absl::Status refused = Parse(Kind::kOptions, R"({"policy":{}})");
  EXPECT_EQ(ReasonOf(refused), Reason::kPolicyUnusable);
  EXPECT_EQ(DetailOf(refused), "/policy/schema_version: must be 1");
}

TEST(OptionsTest, TextThatIsNotAnObjectIsRefused) {
  for (const Kind kind : kKinds) {
    for (const std::string& text : {std::string(), std::string("{"), std::string("[]"),
                                    std::string("null"), std::string(10'000, '[')}) {
      EXPECT_EQ(ReasonOf(Parse(kind, text)), Reason::kOptionsUnusable) << text.substr(0, 9);
    }
  }
}

TEST(OptionsTest, TheSizeIsLimited) {
  for (const Kind kind : kKinds) {
    std::string text = "{}";
    text.resize(Limits{}.options_bytes, ' ');
    EXPECT_TRUE(Parse(kind, text).ok());
    text += ' ';
    EXPECT_EQ(DetailOf(Parse(kind, text)), "/: too large");
  }
}

// A member that only one of the two knows would be refused here, or never be found there.
TEST(OptionsTest, TheSchemaNamesWhatIsRead) {
  std::ifstream file(SCEAU_SOURCE_DIR "/docs/schemas/verify-options.schema.json");
  const json schema = json::parse(file)["$defs"];
  const std::map<std::string, json> examples = {{"policy", "counter"},
                                                {"date_of_care", "2026-11-23"},
                                                {"replay_at", "2026-11-23T10:00:00Z"},
                                                {"recognise_words", true},
                                                {"holder", json::object()},
                                                {"request_id", "7"},
                                                {"name", "DURAND"},
                                                {"born", "1984"},
                                                {"nir", "1"},
                                                {"rank", "1"},
                                                {"insured_nir", "1"}};
  const std::pair<Kind, const char*> objects[] = {
      {Kind::kOptions, "options"}, {Kind::kQuestion, "question"}, {Kind::kHolder, "holder"}};
  for (const auto& [kind, name] : objects) {
    const json& known = schema.at(name).at("properties");
    for (const auto& [member, example] : examples) {
      const absl::Status parsed = Parse(kind, json({{member, example}}).dump());
      EXPECT_EQ(parsed.ok(), known.contains(member)) << name << " " << member << " " << parsed;
    }
    for (const auto& [member, value] : known.items())
      EXPECT_TRUE(examples.contains(member)) << "no example of " << member;
  }
}

}  // namespace
}  // namespace sceau::c_api
