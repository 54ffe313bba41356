// SPDX-License-Identifier: Apache-2.0
// The official specimens of 2D-Doc, which are not ours to ship: each field that the specification
// says they hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

#include "seal/two_d_doc/parse.h"

namespace sceau::seal::two_d_doc {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSpecimens = 25;

std::string Content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What a specimen's .yaml says: `section: {key: value}`, quotes and comments taken off.
struct Expected {
  std::map<std::string, std::string> header;
  std::map<std::string, std::string> fields;
  std::string signature_hex;
};

Expected ReadExpected(const fs::path& path) {
  static const std::regex kSection(R"(^(\w+):\s*$)");
  static const std::regex kRow(R"re(^\s+"?(\w+)"?: (?:"(.*)"|(\S+))\s*$)re");
  Expected expected;
  std::map<std::string, std::string>* section = nullptr;
  const std::string text = Content(path);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with('#')) continue;
    if (std::regex_match(line, match, kSection)) {
      section = match[1] == "fields" ? &expected.fields : &expected.header;
    } else if (section != nullptr && std::regex_match(line, match, kRow)) {
      (*section)[match[1]] = match[2].matched ? match[2].str() : match[3].str();
    }
  }
  // The signature may be folded over two lines.
  const std::size_t start = text.find("signature: \"");
  for (const char c : text.substr(start + 12)) {
    if (c == '"') break;
    if (c != '\n' && c != ' ') expected.signature_hex.push_back(c);
  }
  return expected;
}

class TwoDDocInteropTest : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path folder = fs::path(SCEAU_SOURCE_DIR) / "../shared/data/2d-doc/samples";
    if (!fs::exists(folder)) GTEST_SKIP() << "no specimens at " << folder;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") specimens_.push_back(entry.path());
    }
    ASSERT_EQ(specimens_.size(), kSpecimens);
  }

  std::vector<fs::path> specimens_;
};

void CheckHeader(const Claims& claims, const Expected& expected) {
  const auto ours = [&](std::string_view name) {
    const auto at = std::ranges::find(claims.header, name,
                                      [](const auto& row) { return std::string_view(row.first); });
    return at->second.value_or("null");
  };
  EXPECT_EQ(ours("ca_id"), expected.header.at("ca_id"));
  EXPECT_EQ(ours("certificate_id"), expected.header.at("cert_id"));
  EXPECT_EQ(ours("version"), "0" + expected.header.at("version"));
  EXPECT_EQ(ours("type"), expected.header.at("doc_type_id"));
  EXPECT_EQ(ours("issue_date"), expected.header.at("emit_date"));
  EXPECT_EQ(ours("signature_date"), expected.header.at("sign_date"));
  const auto perimeter = expected.header.find("perimeter_id");
  EXPECT_EQ(ours("perimeter"),
            perimeter == expected.header.end() ? "null" : "0" + perimeter->second);
}

TEST_F(TwoDDocInteropTest, SpecimensHoldTheirFields) {
  for (const fs::path& path : specimens_) {
    SCOPED_TRACE(path.filename());
    const std::string text = Content(path);
    ASSERT_TRUE(Detect(AsBytes(text)));
    const auto parsed = Parse(AsBytes(text), Limits{});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    const auto decoded = DecodeClaims(*parsed);
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    const Expected expected = ReadExpected(fs::path(path).replace_extension(".yaml"));
    CheckHeader(decoded->claims, expected);
    EXPECT_EQ(ToHex(parsed->signature), expected.signature_hex);
    EXPECT_TRUE(decoded->notes.empty());
    EXPECT_FALSE(decoded->claims.kind_french.empty());
    EXPECT_EQ(decoded->claims.fields.size(), expected.fields.size());
    for (const ClaimField& field : decoded->claims.fields) {
      ASSERT_TRUE(expected.fields.contains(field.id)) << field.id;
      EXPECT_TRUE(field.known) << field.id;
      EXPECT_THAT(expected.fields.at(field.id), testing::AnyOf(field.shown, field.value))
          << field.id;
    }
  }
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
