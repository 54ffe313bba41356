// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/proof.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>

#include "wording/report_testing.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

class ProofTest : public testing::Test {
 protected:
  ProofTest() {
    report_.file = "<b>attestation</b>.pdf";
    report_.verified_at = *ParseIsoInstant("2026-11-23T10:00:00Z");
    report_.trust = BundleIdentity{3, *ParseIsoInstant("2026-11-01T00:00:00Z"), "ab12"};
    reading_ = {17, report_.verified_at, Way::kFile, false, QByteArray("\x12\x34", 2)};
    answer_ = answerOf(report_, 0, Language::kFrench);
  }

  Report report_ = wording::TestReport();
  Answer answer_;
  Reading reading_;
};

TEST_F(ProofTest, ThePageSaysWhatWhenAndByWhichList) {
  const QString page = proofPage(report_, answer_, reading_, Language::kFrench);
  for (const char* text :
       {"CONFORME", "&lt;b&gt;attestation&lt;/b&gt;.pdf", "1234", "23/11/2026", "11:00:00", "17",
        "ab12", "01/11/2026", "DURAND Zoé Anne", "Assurance maladie (base)"})
    EXPECT_TRUE(page.contains(QString::fromUtf8(text))) << text;
  EXPECT_FALSE(page.contains(QStringLiteral("321")));
}

TEST_F(ProofTest, NothingOfItHoldsTheNumber) {
  const std::string nir = *report_.seals[0].claims->attestation->holder.nir;
  const QString json = QString::fromUtf8(proofJson(report_, Language::kFrench));
  const QString page = proofPage(report_, answer_, reading_, Language::kFrench);
  for (const std::string& number : {nir, wording::ShowNir(nir, true)}) {
    EXPECT_FALSE(json.contains(QString::fromStdString(number)));
    EXPECT_FALSE(page.contains(QString::fromStdString(number)));
  }
}

TEST_F(ProofTest, TheReportIsOneThatIsJudgedAgain) {
  const QJsonObject report =
      QJsonDocument::fromJson(proofJson(report_, Language::kFrench)).object();
  for (const char* member : {"verified_at", "date_of_care", "policy", "verdict"})
    EXPECT_TRUE(report.value(QLatin1String(member)).isString()) << member;
  EXPECT_EQ(report.value(QStringLiteral("trust")).toObject().value(QStringLiteral("digest")),
            QJsonValue(QStringLiteral("ab12")));
}

TEST_F(ProofTest, ThePdfIsOnePageWithTheReportAttached) {
  const QByteArray pdf = proofPdf(report_, answer_, reading_, Language::kFrench);
  EXPECT_TRUE(pdf.startsWith("%PDF-"));
  EXPECT_TRUE(pdf.contains("/EmbeddedFile"));
  EXPECT_TRUE(pdf.contains("/Count 1"));
}

}  // namespace
}  // namespace sceau::gui
