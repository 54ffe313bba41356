// SPDX-License-Identifier: Apache-2.0
// The French state's list of 2D-Doc authorities of August 2025.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/status.h"
#include "trust/etsi/fields.h"
#include "trust/etsi/read_list.h"

namespace sceau::trust::etsi {
namespace {

namespace fs = std::filesystem;

class EtsiInteropTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(data_)) GTEST_SKIP() << "no data at " << data_;
    xml_ = Load("ants-tsl-2025-08.xml");
    // The list's own KeyInfo: what the operator's page would have us pin.
    const std::string text(AsText(xml_));
    const std::string tag = "<ds:X509Certificate>";
    const std::size_t at = text.find(tag) + tag.size();
    const auto der = DecodeBase64(text.substr(at, text.find('<', at) - at));
    ASSERT_TRUE(der.has_value());
    const auto signer = crypto::Certificate::ParseDer(*der);
    ASSERT_TRUE(signer.ok()) << signer.status();
    signer_ = *signer;
  }

  Bytes Load(const std::string& name) const {
    const ReadReasons reasons{.missing = Reason::kInternal,
                              .not_readable = Reason::kInternal,
                              .too_large = Reason::kInternal};
    return *ReadFile((data_ / name).string(), std::size_t{1} << 20, reasons);
  }

  const fs::path data_ = SCEAU_SOURCE_DIR "/../shared/data/2d-doc";
  Bytes xml_;
  std::optional<crypto::Certificate> signer_;
};

TEST_F(EtsiInteropTest, TheSignatureHoldsUnderTheOperatorsCertificate) {
  EXPECT_EQ(signer_->subject_common_name(), "ANTS CACHET 2DDOC");
  const auto list = ReadList(xml_, *signer_, Limits{});
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->scheme_operator, "Agence Nationale des Titres Sécurisés");
  EXPECT_EQ(list->sequence_number, 22U);
  EXPECT_EQ(list->services.size(), 6U);
  Bytes bent = xml_;
  const std::size_t at = AsText(xml_).find("101 rue");
  bent[at] = '2';
  EXPECT_EQ(ReasonOf(ReadList(bent, *signer_, Limits{}).status()), Reason::kTrustEtsiSignature);
}

TEST_F(EtsiInteropTest, WhoCertifiedThePublishedLeaves) {
  const auto list = ReadList(xml_, *signer_, Limits{});
  ASSERT_TRUE(list.ok()) << list.status();
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::directory_iterator(data_ / "certificates")) {
    const std::string name = entry.path().stem().string();
    if (name.find('_') == std::string::npos) continue;
    const auto leaf = crypto::Certificate::ParseDer(Load("certificates/" + name + ".der"));
    ASSERT_TRUE(leaf.ok()) << name;
    for (const Service& service : list->services) {
      for (const Identity& identity : service.identities) {
        if (identity.certificate && leaf->IsSignedBy(*identity.certificate)) {
          found[name] += service.name + ";";
        }
      }
    }
    const Instant middle = leaf->not_before() + (leaf->not_after() - leaf->not_before()) / 2;
    EXPECT_EQ(CertifiedBy(*list, *leaf, middle).size(), 1U) << name;
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
