// SPDX-License-Identifier: Apache-2.0
// Project Wycheproof's signatures, each as the seal of an issuer that a verifier trusts.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/file.h"
#include "crypto/spki_testing.h"
#include "nlohmann/json.hpp"
#include "seal/registry.h"
#include "trust/certified.h"
#include "verify/check_seal.h"
#include "verify/testing/test_issuer.h"

namespace sceau::verify {
namespace {

Bytes FromHexadecimal(const std::string& text) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  return bytes;
}

// One key of the file, trusted as an issuer; nothing where it is not a key.
struct TrustedKey {
  explicit TrustedKey(const Bytes& spki) {
    const auto der = crypto::CertificateOfSpki(spki);
    if (!der) return;
    const auto certificate = crypto::Certificate::ParseDer(*der);
    if (!certificate.ok()) return;
    key = trust::HashIdOf(*certificate);
    auto made = trust::TrustStore::Create({*certificate}, {"wycheproof"});
    if (made.ok()) trust = *std::move(made);
  }
  seal::CertificateHash key;
  std::optional<trust::TrustStore> trust;
};

struct SignatureFile {
  const char* name;
  std::size_t valid;
  std::size_t invalid;
};

class WycheproofInteropTest : public testing::TestWithParam<SignatureFile> {};

TEST_P(WycheproofInteropTest, EachSignatureIsJudgedRightly) {
  const std::filesystem::path path =
      std::filesystem::path(SCEAU_SOURCE_DIR) / "../shared/data/wycheproof" / GetParam().name;
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "no file " << path << ": its signatures are not tried";
  const auto content = ReadFile(path.string(), std::size_t{1} << 22);
  ASSERT_TRUE(content.ok());
  const nlohmann::json file = nlohmann::json::parse(content->begin(), content->end());
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (const nlohmann::json& group : file["testGroups"]) {
    const TrustedKey trusted(FromHexadecimal(group["publicKeyDer"]));
    for (const nlohmann::json& test : group["tests"]) {
      seal::ParsedSeal parsed;
      parsed.format = seal::FindFormat("ad1");
      parsed.signed_bytes = FromHexadecimal(test["msg"]);
      parsed.signature = FromHexadecimal(test["sig"]);
      parsed.key = seal::ToKeyId(trusted.key);
      const bool holds = trusted.trust && CheckSignature(parsed, *trusted.trust).verified;
      const bool is_valid = test["result"] == "valid";
      ASSERT_TRUE(is_valid || test["result"] == "invalid") << test;
      EXPECT_EQ(holds, is_valid) << test;
      ++(is_valid ? valid : invalid);
    }
  }
  EXPECT_EQ(valid, GetParam().valid);
  EXPECT_EQ(invalid, GetParam().invalid);
}

INSTANTIATE_TEST_SUITE_P(Files, WycheproofInteropTest,
                         testing::Values(SignatureFile{"wycheproof-p256-p1363.json", 173, 89},
                                         SignatureFile{"wycheproof-p384-p1363.json", 193, 87},
                                         SignatureFile{"wycheproof-ed25519.json", 88, 63}));

}  // namespace
}  // namespace sceau::verify
