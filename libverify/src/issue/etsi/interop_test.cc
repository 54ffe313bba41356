// SPDX-License-Identifier: Apache-2.0
// The French state's list of 2D-Doc authorities of August 2025, through the program that reads
// lists.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/status.h"
#include "sceau/etsi.h"

namespace sceau::trust::etsi {
namespace {

namespace fs = std::filesystem;

class EtsiInteropTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(data_)) GTEST_SKIP() << "no data at " << data_;
    xml_ = Load("ants-tsl-2025-08.xml");
    // The list's own KeyInfo: what the operator's page would have us pin.
    const std::string tag = "<ds:X509Certificate>";
    const std::size_t at = xml_.find(tag) + tag.size();
    signer_ = "-----BEGIN CERTIFICATE-----\n" + xml_.substr(at, xml_.find('<', at) - at) +
              "\n-----END CERTIFICATE-----\n";
  }

  std::string Load(const std::string& name) const {
    const ReadReasons reasons{.missing = Reason::kInternal,
                              .not_readable = Reason::kInternal,
                              .too_large = Reason::kInternal};
    const Bytes bytes = *ReadFile((data_ / name).string(), std::size_t{1} << 20, reasons);
    return std::string(AsText(bytes));
  }

  absl::StatusOr<EtsiList> Read(const std::string& xml,
                                const std::vector<std::string>& leaves = {}) const {
    return ReadEtsiList(AsBytes(xml), signer_, leaves, *ParseIsoInstant("2025-09-01T00:00:00Z"));
  }

  const fs::path data_ = SCEAU_SOURCE_DIR "/../shared/data/2d-doc";
  std::string xml_;
  std::string signer_;
};

TEST_F(EtsiInteropTest, TheSignatureHoldsUnderTheOperatorsCertificate) {
  const auto list = Read(xml_);
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->scheme_operator, "Agence Nationale des Titres Sécurisés");
  EXPECT_EQ(list->sequence, 22U);
  EXPECT_EQ(list->authorities.size(), 6U);
  std::string bent = xml_;
  bent[bent.find("101 rue")] = '2';
  EXPECT_EQ(ReasonOf(Read(bent).status()), Reason::kTrustEtsiSignature);
}

TEST_F(EtsiInteropTest, WhoCertifiedThePublishedLeaves) {
  std::vector<std::string> names;
  std::vector<std::string> leaves;
  for (const auto& entry : fs::directory_iterator(data_ / "certificates")) {
    const std::string name = entry.path().stem().string();
    if (name.find('_') == std::string::npos) continue;
    names.push_back(name);
    leaves.push_back(Load("certificates/" + name + ".der"));
  }
  const auto list = Read(xml_, leaves);
  ASSERT_TRUE(list.ok()) << list.status();
  std::map<std::string, std::string> found;
  for (const EtsiAuthority& authority : list->authorities) {
    for (const std::size_t leaf : authority.leaves) found[names[leaf]] += authority.service + ";";
  }
  const std::string fr03 = "DHIMYOTIS FR03 2D-Doc Barcode signature;";
  const std::string fr04 = "IDnow SAS FR04 2D-Doc Barcode signature;";
  const std::string fr06 = "IDnow SAS FR06 2D-Doc Barcode signature;";
  const std::map<std::string, std::string> expected = {
      {"FR03_0000", fr03}, {"FR03_AHP2", fr03}, {"FR03_DGD7", fr03},
      {"FR03_EDF9", fr03}, {"FR04_BYT4", fr04}, {"FR04_DSR4", fr04},
      {"FR06_0000", fr06}, {"FR06_BYT0", fr06}, {"FR06_DGE2", fr06}};
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace sceau::trust::etsi
