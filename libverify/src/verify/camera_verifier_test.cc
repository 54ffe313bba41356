// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "barcode/write/qr_code.h"
#include "sceau/camera.h"
#include "verify/testing/test_issuer.h"

namespace sceau {
namespace {

using testing_support::SomeAttestation;
using testing_support::TestIssuer;

constexpr int kModule = 4;

PageImage PictureOf(const std::string& payload) {
  const auto modules = *barcode::WriteQrCode(AsBytes(payload));
  const int margin = barcode::QuietZone(Symbology::kQrCode);
  const int side = (modules.size + 2 * margin) * kModule;
  PageImage image{side, side, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kModule - margin;
      const int row = y / kModule - margin;
      const bool inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      image.pixels.push_back(inside && modules.at(column, row) ? 0 : 255);
    }
  }
  return image;
}

CameraFrame FrameOf(const PageImage& image) {
  return {image.pixels.data(), image.width, image.height, image.width};
}

class CameraVerifierTest : public testing::Test {
 protected:
  VerifyOptions Options() const {
    VerifyOptions options;
    options.trust =
        std::make_shared<trust::TrustStore>(testing_support::TrustIn({issuer_.certificate}));
    options.now = [] { return StartOfParisDay(*ParseIsoDate("2026-11-23")); };
    options.limits.frame_time = std::chrono::seconds{15};  // for a slow machine
    return options;
  }
  TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
};

TEST_F(CameraVerifierTest, JudgesWhatThePictureShows) {
  auto camera = CameraVerifier::Create(Options());
  ASSERT_TRUE(camera.ok());
  const Report report = camera->VerifyFrame(FrameOf(PictureOf(issuer_.Seal(SomeAttestation()))));
  EXPECT_EQ(report.verdict, Verdict::kValid);
  ASSERT_EQ(report.seals.size(), 1U);
  EXPECT_EQ(report.seals[0].axes.document, DocumentAxis::kNotCompared);
  EXPECT_NEAR(report.seals[0].corners[0].x, 16, 4);

  const TestIssuer stranger(crypto::Algorithm::kEs256, "Stranger");
  EXPECT_EQ(
      camera->VerifyFrame(FrameOf(PictureOf(stranger.Seal(SomeAttestation())))).seals[0].axes.seal,
      SealAxis::kIssuerUnknown);
}

TEST_F(CameraVerifierTest, APictureWithoutASealSaysSo) {
  auto camera = CameraVerifier::Create(Options());
  ASSERT_TRUE(camera.ok());
  const PageImage grey{64, 64, Bytes(64UL * 64UL, 128)};
  const PageImage web = PictureOf("https://example.org");
  for (const auto& [image, reason] :
       {std::pair{&grey, Reason::kDocumentNoCode}, std::pair{&web, Reason::kDocumentNoSeal}}) {
    const Report report = camera->VerifyFrame(FrameOf(*image));
    EXPECT_EQ(report.verdict, Verdict::kUndetermined);
    ASSERT_EQ(report.reasons.size(), 1U);
    EXPECT_EQ(report.reasons[0].reason, reason);
  }
}

TEST_F(CameraVerifierTest, WhatCannotBeReadHasItsReason) {
  auto camera = CameraVerifier::Create(Options());
  ASSERT_TRUE(camera.ok());
  const PageImage grey{64, 64, Bytes(64UL * 64UL, 128)};
  const Report report = camera->VerifyFrame({grey.pixels.data(), 100'000, 100'000, 0});
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  ASSERT_EQ(report.reasons.size(), 1U);
  EXPECT_EQ(report.reasons[0].reason, Reason::kDocumentTooManyPixels);
}

TEST_F(CameraVerifierTest, AsksForTrustAsAVerifierDoes) {
  EXPECT_FALSE(CameraVerifier::Create({}).ok());
  VerifyOptions options = Options();
  options.holder.born = "yesterday";
  EXPECT_FALSE(CameraVerifier::Create(options).ok());
}

}  // namespace
}  // namespace sceau
