// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/first_start.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>

#include "sceau/error.h"

namespace sceau::gui {
namespace {

QString fileOf(const char* name) {
  return QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/") + QLatin1String(name);
}

class FirstStartTest : public testing::Test {
 protected:
  Instant issuedOfVectors() const {
    QFile file(fileOf("bundle.trust"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto described =
        DescribeTrustFile({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size())});
    EXPECT_TRUE(described.ok() && described->bundle);
    return described->bundle->issued;
  }

  QTemporaryDir scratch_;
  TrustPlace place_{"", scratch_.filePath("trust").toStdString()};
  FirstStart start_{place_};
  TrustState state_{place_, Language::kFrench};
};

TEST_F(FirstStartTest, FilesAreKnownByTheirContent) {
  EXPECT_EQ(kindOfTrustFile(fileOf("pinned.roots")), TrustFileKind::kRoots);
  EXPECT_EQ(kindOfTrustFile(fileOf("bundle.trust")), TrustFileKind::kBundle);
  EXPECT_EQ(kindOfTrustFile(QStringLiteral(SCEAU_SOURCE_DIR "/README.md")), TrustFileKind::kNone);
  EXPECT_EQ(kindOfTrustFile(QStringLiteral("/nowhere")), TrustFileKind::kNone);
  const QString renamed = scratch_.filePath("liste (1).trust.txt");
  ASSERT_TRUE(QFile::copy(fileOf("pinned.roots"), renamed));
  EXPECT_EQ(kindOfTrustFile(renamed), TrustFileKind::kRoots);
}

TEST_F(FirstStartTest, TheyMayComeInAnyOrder) {
  for (QStringList order :
       {QStringList{"pinned.roots", "bundle.trust"}, QStringList{"bundle.trust", "pinned.roots"}}) {
    QTemporaryDir folder;
    const TrustPlace place{"", folder.filePath("trust").toStdString()};
    FirstStart start(place);
    for (const QString& name : order)
      ASSERT_TRUE(start.take(fileOf(name.toUtf8().constData())).ok());
    EXPECT_TRUE(start.hasRoots() && start.hasBundle());
    EXPECT_FALSE(LoadInstalledTrust(place.state).ok()) << "nothing before somebody compared";
    ASSERT_TRUE(start.accept(issuedOfVectors()).ok());
    EXPECT_TRUE(LoadInstalledTrust(place.state).ok());
    EXPECT_FALSE(start.hasRoots() || start.hasBundle());
  }
}

TEST_F(FirstStartTest, RootsAloneAreFollowedByABundle) {
  ASSERT_TRUE(start_.take(fileOf("pinned.roots")).ok());
  ASSERT_TRUE(start_.accept(issuedOfVectors()).ok());
  EXPECT_TRUE(state_.hasRoots());
  EXPECT_FALSE(state_.load().ok());
  const auto bundle = state_.propose(fileOf("bundle.trust"));
  ASSERT_TRUE(bundle.ok());
  EXPECT_TRUE(state_.accept(*bundle, issuedOfVectors()).ok());
}

TEST_F(FirstStartTest, WhatIsNeitherIsRefusedAndChangesNothing) {
  ASSERT_TRUE(start_.take(fileOf("bundle.trust")).ok());
  EXPECT_FALSE(start_.take(QStringLiteral(SCEAU_SOURCE_DIR "/README.md")).ok());
  EXPECT_TRUE(start_.hasBundle());
  EXPECT_FALSE(start_.accept(issuedOfVectors()).ok()) << "without roots";
  EXPECT_FALSE(state_.hasRoots());
}

TEST_F(FirstStartTest, TheFingerprintIsReadInGroups) {
  ASSERT_TRUE(start_.take(fileOf("pinned.roots")).ok());
  const QString fingerprint = start_.fingerprint();
  EXPECT_EQ(fingerprint.size(), 64 + 15);
  EXPECT_EQ(fingerprint.count(QLatin1Char('\n')), 1);
  EXPECT_EQ(fingerprint.indexOf(QLatin1Char(' ')), 4);
  EXPECT_EQ(inGroupsOfFour(QStringLiteral("abcdef")), QStringLiteral("abcd ef"));
}

}  // namespace
}  // namespace sceau::gui
