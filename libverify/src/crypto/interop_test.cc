// SPDX-License-Identifier: Apache-2.0
// The certificates of the French 2D-Doc authorities, as published, where the workplace has them.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/file.h"
#include "crypto/certificate.h"

namespace sceau::crypto {
namespace {

class CertificateInteropTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder_)) {
      GTEST_SKIP() << "no folder " << folder_ << ": real certificates are not tried";
    }
  }

  Certificate Load(const std::string& name) const {
    const auto bytes = ReadFile((folder_ / (name + ".der")).string(), 65'536);
    return Certificate::Parse(*bytes)->front();
  }

  const std::filesystem::path folder_ = SCEAU_SOURCE_DIR "/../shared/data/2d-doc/certificates";
};

TEST_F(CertificateInteropTest, AllAreRead) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() != ".der") continue;
    const auto bytes = ReadFile(entry.path().string(), 65'536);
    ASSERT_TRUE(bytes.ok());
    const auto certificate = Certificate::ParseDer(*bytes);
    ASSERT_TRUE(certificate.ok()) << entry.path() << certificate.status();
    EXPECT_NE(certificate->may_sign_documents(), certificate->is_authority()) << entry.path();
    ++count;
  }
  EXPECT_EQ(count, 13);
}

// Its issuer's key is unknown and its signature RSA with SHA-1: it can be trusted only by itself.
TEST_F(CertificateInteropTest, TheSpecimensCertificateHasAKey) {
  const Certificate specimen = Load("FR00");
  EXPECT_EQ(specimen.issuer_common_name(), "FR00");
  EXPECT_EQ(specimen.subject_common_name(), "0001");
  EXPECT_EQ(specimen.subject_organisation(), "CERTIFICAT DE TEST");
  ASSERT_TRUE(specimen.public_key().has_value());
  EXPECT_EQ(specimen.public_key()->algorithm(), Algorithm::kEs256);
  EXPECT_TRUE(specimen.may_sign_documents());
  using namespace std::chrono_literals;
  EXPECT_EQ(specimen.not_before(), std::chrono::sys_days(2012y / 11 / 1) + 13h + 47min + 46s);
  EXPECT_EQ(specimen.not_after(), std::chrono::sys_days(2015y / 11 / 1) + 13h + 47min + 46s);
}

TEST_F(CertificateInteropTest, LeavesAreSignedByTheirOwnAuthority) {
  const std::pair<const char*, const char*> leaves[] = {
      {"FR03_0000", "FR03"}, {"FR03_AHP2", "FR03"}, {"FR03_DGD7", "FR03"},
      {"FR03_EDF9", "FR03"}, {"FR04_BYT4", "FR04"}, {"FR04_DSR4", "FR04"},
      {"FR06_0000", "FR06"}, {"FR06_BYT0", "FR06"}, {"FR06_DGE2", "FR06"}};
  for (const auto& [leaf_name, own] : leaves) {
    const Certificate leaf = Load(leaf_name);
    for (const char* authority_name : {"FR03", "FR04", "FR06"}) {
      const Certificate authority = Load(authority_name);
      EXPECT_FALSE(authority.public_key().has_value());  // RSA
      EXPECT_TRUE(authority.is_authority());
      EXPECT_EQ(leaf.IsSignedBy(authority), std::string(authority_name) == own)
          << leaf_name << " under " << authority_name;
      EXPECT_EQ(leaf.IsIssuedByName(authority), std::string(authority_name) == own);
      EXPECT_FALSE(authority.IsSignedBy(leaf));
    }
  }
}

}  // namespace
}  // namespace sceau::crypto
