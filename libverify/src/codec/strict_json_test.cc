// SPDX-License-Identifier: Apache-2.0
#include "codec/strict_json.h"

#include <gtest/gtest.h>

#include "base/status.h"

namespace sceau::codec {
namespace {

std::string Nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

TEST(ParseStrictJsonTest, ReadsJson) {
  const auto parsed =
      ParseStrictJson(R"({"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}]})", Reason::kUsage);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ((*parsed)["b"][1]["a"], 3);
  EXPECT_TRUE(ParseStrictJson(Nested(8), Reason::kUsage).ok());
}

TEST(ParseStrictJsonTest, RefusesWithTheGivenReason) {
  struct Row {
    std::string text;
    std::string_view detail;
  };
  const std::vector<Row> rows = {
      {"", "not JSON"},
      {"{", "not JSON"},
      {"{} {}", "not JSON"},
      {"[1e999]", "not JSON"},
      {"\"\xFF\"", "not JSON"},
      {"{\"a\": 1, \"a\": 1}", "a member stands twice"},
      {"[{\"b\": {\"a\": 1, \"a\": 2}}]", "a member stands twice"},
      {"{\"a\": 1, \"\\u0061\": 2}", "a member stands twice"},
      {Nested(9), "nested too deep"},
      {Nested(100'000), "nested too deep"},
  };
  for (const Row& row : rows) {
    const auto parsed = ParseStrictJson(row.text, Reason::kPolicyUnusable);
    ASSERT_FALSE(parsed.ok()) << row.text.substr(0, 40);
    EXPECT_EQ(ReasonOf(parsed.status()), Reason::kPolicyUnusable);
    EXPECT_EQ(DetailOf(parsed.status()), row.detail) << row.text.substr(0, 40);
  }
}

}  // namespace
}  // namespace sceau::codec
