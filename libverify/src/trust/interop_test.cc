// SPDX-License-Identifier: Apache-2.0
// The published 2D-Doc certificates, and the official specimens under the key that signed them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sceau/trust.h"
#include "seal/registry.h"
#include "seal/two_d_doc/key_names.h"
#include "trust/trust_store.h"

namespace sceau::trust {
namespace {

namespace fs = std::filesystem;

class TrustInteropTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(data_)) GTEST_SKIP() << "no data at " << data_;
    const auto trust = LoadTrustDirectory((data_ / "certificates").string());
    ASSERT_TRUE(trust.ok()) << trust.status();
    trust_ = *trust;
  }

  // Whether the one trusted issuer that the text names signed it.
  crypto::SignatureCheck Check(const std::string& text) const {
    const seal::Format* format = seal::DetectFormat(AsBytes(text));
    const auto parsed = seal::Parse(*format, AsBytes(text), Limits{});
    const auto issuers = trust_->Find(parsed->key);
    EXPECT_EQ(issuers.size(), 1U);
    return *issuers[0]->Verify(parsed->signed_bytes, parsed->signature);
  }

  const fs::path data_ = SCEAU_SOURCE_DIR "/../shared/data/2d-doc";
  Trust trust_;
};

TEST_F(TrustInteropTest, PublishedLeavesAreCertifiedByTheirAuthorities) {
  EXPECT_EQ(trust_->issuers().size(), 10U);
  EXPECT_EQ(trust_->Find(seal::two_d_doc::KeyIdOf("FR03", "EDF9")).size(), 1U);
  EXPECT_TRUE(trust_->Find(seal::two_d_doc::KeyIdOf("Certigna Root CA", "FR03")).empty());
}

TEST_F(TrustInteropTest, SpecimensVerifyAndBentOnesDoNot) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(data_ / "samples")) {
    if (entry.path().extension() != ".txt") continue;
    SCOPED_TRACE(entry.path().filename());
    std::ifstream in(entry.path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(Check(text), crypto::SignatureCheck::kVerified);
    text[30] = text[30] == 'A' ? 'B' : 'A';
    EXPECT_EQ(Check(text), crypto::SignatureCheck::kMismatch);
    ++count;
  }
  EXPECT_EQ(count, 25);
}

}  // namespace
}  // namespace sceau::trust
