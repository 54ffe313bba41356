// SPDX-License-Identifier: Apache-2.0
// Certificates that the states published to test readers, and what their authors expect. They are
// not ours to ship.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "crypto/certificate.h"
#include "nlohmann/json.hpp"
#include "seal/hc1/parse.h"

namespace sceau::seal::hc1 {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kFolder = SCEAU_SOURCE_DIR "/../shared/data/hc1";

// What the authors expect of one step; nothing where they leave it open.
std::optional<bool> ExpectedOf(const json& file, const char* step) {
  const json& results = file.at("EXPECTEDRESULTS");
  return results.contains(step) ? std::optional(results.at(step).get<bool>()) : std::nullopt;
}

// Nothing where a file has none that can be read.
std::optional<crypto::Certificate> CertificateOf(const json& file) {
  const std::string pem = "-----BEGIN CERTIFICATE-----\n" +
                          file.at("TESTCTX").value("CERTIFICATE", std::string()) +
                          "\n-----END CERTIFICATE-----\n";
  const auto parsed = crypto::Certificate::Parse(AsBytes(pem));
  return parsed.ok() ? std::optional(parsed->front()) : std::nullopt;
}

// Nothing for a key of a kind that seals nothing here.
std::optional<crypto::SignatureCheck> CheckUnder(const crypto::Certificate& certificate,
                                                 const ParsedSeal& seal) {
  if (certificate.rsa_key())
    return *certificate.rsa_key()->Verify(seal.signed_bytes, seal.signature);
  if (!certificate.public_key()) return std::nullopt;
  return seal.stated_algorithm == StatedAlgorithm::kEs256
             ? *certificate.public_key()->VerifySha256(seal.signed_bytes, seal.signature)
             : *certificate.public_key()->Verify(seal.signed_bytes, seal.signature);
}

// Each text of the authors' JSON is a field of ours, with the same value.
void ExpectFields(const json& expected, const Claims& claims) {
  const auto value = [&](const std::string& id) -> std::string {
    const auto found = std::ranges::find(claims.fields, id, &ClaimField::id);
    return found == claims.fields.end() ? "none" : found->value;
  };
  const auto text = [](const json& item) {
    if (item.is_null()) return std::string();
    return item.is_string() ? item.get<std::string>() : item.dump();
  };
  if (expected.contains("dob")) {
    EXPECT_EQ(value("dob"), text(expected["dob"]));
  }
  const json names = expected.value("nam", json::object());
  for (const auto& [key, name] : names.items()) EXPECT_EQ(value("nam." + key), text(name));
  for (const std::string group : {"v", "t", "r"}) {
    if (!expected.contains(group) || !expected[group].is_array() || expected[group].empty())
      continue;
    for (const auto& [key, item] : expected.at(group).at(0).items())
      EXPECT_EQ(value(group + ".0." + key), text(item)) << key;
  }
}

void ExpectAsItsAuthorSays(const json& file) {
  if (!file.contains("PREFIX")) return;  // a picture alone
  const std::string text = file["PREFIX"];
  if (ExpectedOf(file, "EXPECTEDUNPREFIX") == false) {
    EXPECT_FALSE(Detect(AsBytes(text)));
    return;
  }
  const auto parsed = Parse(AsBytes(text), Limits{});
  if (ExpectedOf(file, "EXPECTEDB45DECODE") == false ||
      ExpectedOf(file, "EXPECTEDCOMPRESSION") == false) {
    EXPECT_FALSE(parsed.ok());
    return;
  }
  const auto decoded = parsed.ok() ? DecodeClaims(*parsed) : parsed.status();
  if (ExpectedOf(file, "EXPECTEDDECODE") == false) {
    EXPECT_FALSE(decoded.ok());
  }
  if (ExpectedOf(file, "EXPECTEDDECODE") != true) return;
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  if (const auto certificate = CertificateOf(file)) {
    const auto check = CheckUnder(*certificate, *parsed);
    if (check) {
      EXPECT_EQ(check == crypto::SignatureCheck::kVerified,
                ExpectedOf(file, "EXPECTEDVERIFY").value_or(true));
    }
  }
  if (file.contains("JSON") && file["JSON"].is_object())
    ExpectFields(file["JSON"], decoded->claims);
}

TEST(Hc1InteropTest, PublishedCertificatesAreReadAsTheirAuthorsSay) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no folder " << kFolder;
  int count = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".json") continue;
    SCOPED_TRACE(entry.path().filename());
    std::ifstream in(entry.path());
    ExpectAsItsAuthorSays(json::parse(in));
    ++count;
  }
  EXPECT_GE(count, 9);
}

}  // namespace
}  // namespace sceau::seal::hc1
