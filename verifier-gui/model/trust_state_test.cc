// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/trust_state.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include "sceau/error.h"
#include "verifier-gui/testing/trust_vectors.h"

namespace sceau::gui {
namespace {

class TrustStateTest : public testing::Test {
 protected:
  QTemporaryDir folder_;
  TrustState state_{{"", folder_.filePath("trust").toStdString()}, Language::kFrench};
};

TEST_F(TrustStateTest, WithoutAnythingInstalledSaysWhatToDo) {
  EXPECT_FALSE(state_.load().ok());
  const TrustGlance glance = state_.glance(issuedOfTrustVector());
  EXPECT_FALSE(glance.isGood);
  EXPECT_TRUE(glance.text.contains(QStringLiteral(".trust")));
  const auto bundle = state_.propose(trustVector("bundle.trust"));
  ASSERT_FALSE(bundle.ok()) << "a bundle counts only where roots are pinned";
  EXPECT_EQ(ReasonOf(bundle.status()), Reason::kTrustNotInstalled);
}

TEST_F(TrustStateTest, RootsThenABundleAreShownBeforeTheyAreInstalled) {
  const auto roots = state_.propose(trustVector("pinned.roots"));
  ASSERT_TRUE(roots.ok());
  EXPECT_TRUE(roots->isRoots);
  EXPECT_EQ(roots->changes.size(), 1);
  EXPECT_FALSE(state_.load().ok()) << "nothing is installed by looking";
  ASSERT_TRUE(state_.accept(*roots, issuedOfTrustVector()).ok());

  const auto bundle = state_.propose(trustVector("bundle.trust"));
  ASSERT_TRUE(bundle.ok());
  EXPECT_FALSE(bundle->isRoots);
  EXPECT_FALSE(bundle->changes.isEmpty());
  EXPECT_FALSE(state_.load().ok());
  ASSERT_TRUE(state_.accept(*bundle, issuedOfTrustVector()).ok());
  EXPECT_TRUE(state_.load().ok());

  EXPECT_TRUE(state_.glance(issuedOfTrustVector() + std::chrono::hours(1)).isGood);
  const TrustGlance soon = state_.glance(issuedOfTrustVector() + std::chrono::days(25));
  EXPECT_FALSE(soon.isGood) << "a week before its end";
  EXPECT_TRUE(soon.text.contains(QStringLiteral("renouveler avant le 20/12/2026")));
  const TrustGlance early = state_.glance(issuedOfTrustVector() - std::chrono::hours(1));
  EXPECT_FALSE(early.isGood);
  EXPECT_TRUE(early.text.contains(QStringLiteral("horloge")));
  const TrustGlance late = state_.glance(issuedOfTrustVector() + std::chrono::days(4000));
  EXPECT_FALSE(late.isGood);
  EXPECT_TRUE(late.text.contains(QStringLiteral("périmée")));
}

TEST_F(TrustStateTest, WhatIsNotATrustFileIsRefused) {
  QFile junk(folder_.filePath("junk.trust"));
  ASSERT_TRUE(junk.open(QIODevice::WriteOnly));
  junk.write("junk");
  junk.close();
  EXPECT_FALSE(state_.propose(junk.fileName()).ok());
  EXPECT_EQ(ReasonOf(state_.propose(folder_.filePath("lost.trust")).status()),
            Reason::kDocumentMissing);
  EXPECT_FALSE(state_.propose(folder_.path()).ok());
}

TEST_F(TrustStateTest, AFolderOfCertificatesIsLoadedOrNot) {
  const std::string issuers = SCEAU_SOURCE_DIR "/test-vectors/trust/issuers";
  EXPECT_TRUE(TrustState({issuers, ""}, Language::kFrench).load().ok());
  EXPECT_TRUE(TrustState({issuers, ""}, Language::kFrench).glance(issuedOfTrustVector()).isGood);
  EXPECT_FALSE(TrustState({"/nowhere", ""}, Language::kFrench).load().ok());
  EXPECT_FALSE(
      TrustState({"/nowhere", ""}, Language::kFrench).glance(issuedOfTrustVector()).isGood);
  EXPECT_FALSE(TrustState({"", ""}, Language::kFrench).load().ok());
}

}  // namespace
}  // namespace sceau::gui
