// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/first_start.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include "sceau/error.h"
#include "verifier-gui/testing/keyboards.h"
#include "verifier-gui/testing/trust_vectors.h"

namespace sceau::gui {
namespace {

class FirstStartTest : public testing::Test {
 protected:
  QTemporaryDir scratch_;
  TrustPlace place_{"", scratch_.filePath("trust").toStdString()};
  FirstStart start_{place_};
  TrustState state_{place_, Language::kFrench};
};

TEST_F(FirstStartTest, FilesAreKnownByTheirContent) {
  EXPECT_EQ(kindOfTrustFile(trustVector("pinned.roots")), TrustFileKind::kRoots);
  EXPECT_EQ(kindOfTrustFile(trustVector("bundle.trust")), TrustFileKind::kBundle);
  EXPECT_EQ(kindOfTrustFile(QStringLiteral(SCEAU_SOURCE_DIR "/README.md")), TrustFileKind::kNone);
  EXPECT_EQ(kindOfTrustFile(QStringLiteral("/nowhere")), TrustFileKind::kNone);
  const QString renamed = scratch_.filePath("liste (1).trust.txt");
  ASSERT_TRUE(QFile::copy(trustVector("pinned.roots"), renamed));
  EXPECT_EQ(kindOfTrustFile(renamed), TrustFileKind::kRoots);
}

TEST_F(FirstStartTest, TheyMayComeInAnyOrder) {
  for (QStringList order :
       {QStringList{"pinned.roots", "bundle.trust"}, QStringList{"bundle.trust", "pinned.roots"}}) {
    QTemporaryDir folder;
    const TrustPlace place{"", folder.filePath("trust").toStdString()};
    FirstStart start(place);
    for (const QString& name : order)
      ASSERT_TRUE(start.take(trustVector(name.toUtf8().constData())).ok());
    EXPECT_TRUE(start.hasRoots() && start.hasBundle());
    EXPECT_FALSE(LoadInstalledTrust(place.state).ok()) << "nothing before somebody compared";
    ASSERT_TRUE(start.accept(issuedOfTrustVector()).ok());
    EXPECT_TRUE(LoadInstalledTrust(place.state).ok());
    EXPECT_FALSE(start.hasRoots() || start.hasBundle());
  }
}

TEST_F(FirstStartTest, RootsAloneAreFollowedByABundle) {
  ASSERT_TRUE(start_.take(trustVector("pinned.roots")).ok());
  ASSERT_TRUE(start_.accept(issuedOfTrustVector()).ok());
  EXPECT_TRUE(state_.hasRoots());
  EXPECT_FALSE(state_.load().ok());
  const auto bundle = state_.propose(trustVector("bundle.trust"));
  ASSERT_TRUE(bundle.ok());
  EXPECT_TRUE(state_.accept(*bundle, issuedOfTrustVector()).ok());
}

TEST_F(FirstStartTest, WhatIsNeitherIsRefusedAndChangesNothing) {
  ASSERT_TRUE(start_.take(trustVector("bundle.trust")).ok());
  EXPECT_FALSE(start_.take(QStringLiteral(SCEAU_SOURCE_DIR "/README.md")).ok());
  EXPECT_TRUE(start_.hasBundle());
  EXPECT_FALSE(start_.accept(issuedOfTrustVector()).ok()) << "without roots";
  EXPECT_FALSE(state_.hasRoots());
}

TEST_F(FirstStartTest, TheFingerprintIsReadInGroups) {
  ASSERT_TRUE(start_.take(trustVector("pinned.roots")).ok());
  const QString fingerprint = start_.fingerprint();
  EXPECT_EQ(fingerprint.size(), 64 + 15);
  EXPECT_EQ(fingerprint.count(QLatin1Char('\n')), 1);
  EXPECT_EQ(fingerprint.indexOf(QLatin1Char(' ')), 4);
  EXPECT_EQ(inGroupsOfFour(QStringLiteral("abcdef")), QStringLiteral("abcd ef"));
}

TEST_F(FirstStartTest, TheFingerprintOfTheLetterIsCompared) {
  const QString digits(64, QLatin1Char('0'));
  EXPECT_EQ(start_.compare(digits), FingerprintMatch::kNone) << "with nothing";
  ASSERT_TRUE(start_.take(trustVector("pinned.roots")).ok());
  const QString shown = start_.fingerprint();
  const QString whole = QString(shown).remove(QLatin1Char(' ')).remove(QLatin1Char('\n'));
  ASSERT_EQ(whole.size(), 64);
  const struct {
    QString text;
    FingerprintMatch expected;
  } cases[] = {
      {whole, FingerprintMatch::kSame},
      {whole.toUpper() + QLatin1Char('\r'), FingerprintMatch::kSame},
      {shown, FingerprintMatch::kSame},
      {replaced(whole, QStringLiteral("1234567890a"), QStringLiteral("&é\"'(-è_çàq")),
       FingerprintMatch::kSame},
      {digits, FingerprintMatch::kOther},
      {whole.left(63) + (whole.back() == QLatin1Char('0') ? '1' : '0'), FingerprintMatch::kOther},
      {whole.left(63), FingerprintMatch::kNone},
      {whole + whole, FingerprintMatch::kNone},
      {QStringLiteral("https://") + whole, FingerprintMatch::kNone},
      {{}, FingerprintMatch::kNone},
  };
  for (const auto& c : cases) EXPECT_EQ(start_.compare(c.text), c.expected) << c.text.toStdString();
}

}  // namespace
}  // namespace sceau::gui
