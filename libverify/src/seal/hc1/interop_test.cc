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
#include "seal/key_id.h"

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

crypto::Certificate CertificateOf(const json& file) {
  const std::string pem = "-----BEGIN CERTIFICATE-----\n" +
                          file.at("TESTCTX").at("CERTIFICATE").get<std::string>() +
                          "\n-----END CERTIFICATE-----\n";
  return crypto::Certificate::Parse(AsBytes(pem))->front();
}

crypto::SignatureCheck CheckUnder(const crypto::Certificate& certificate, const ParsedSeal& seal) {
  return certificate.rsa_key()
             ? *certificate.rsa_key()->Verify(seal.signed_bytes, seal.signature)
             : *certificate.public_key()->Verify(seal.signed_bytes, seal.signature);
}

// Each text of the authors' JSON is a field of ours, with the same value.
void ExpectFields(const json& expected, const Claims& claims) {
  const auto value = [&](const std::string& id) -> std::string {
    const auto found = std::ranges::find(claims.fields, id, &ClaimField::id);
    return found == claims.fields.end() ? "none" : found->value;
  };
  const auto text = [](const json& item) {
    return item.is_string() ? item.get<std::string>() : item.dump();
  };
  EXPECT_EQ(value("dob"), text(expected.at("dob")));
  for (const auto& [key, name] : expected.at("nam").items()) EXPECT_EQ(value("nam." + key), name);
  for (const std::string group : {"v", "t", "r"}) {
    if (!expected.contains(group)) continue;
    for (const auto& [key, item] : expected.at(group).at(0).items())
      EXPECT_EQ(value(group + ".0." + key), text(item)) << key;
  }
}

void ExpectAsItsAuthorSays(const json& file) {
  const std::string text = file.at("PREFIX");
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
  const crypto::Certificate certificate = CertificateOf(file);
  EXPECT_EQ(parsed->key, ToKeyId(HashIdOf(certificate.sha256())));
  EXPECT_EQ(CheckUnder(certificate, *parsed) == crypto::SignatureCheck::kVerified,
            ExpectedOf(file, "EXPECTEDVERIFY").value_or(true));
  if (file.contains("JSON")) ExpectFields(file.at("JSON"), decoded->claims);
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
