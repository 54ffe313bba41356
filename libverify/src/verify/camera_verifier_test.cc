// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "barcode/write/qr_code.h"
#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"
#include "sceau/camera.h"
#include "verify/testing/test_issuer.h"

namespace sceau {
namespace {

using testing_support::SomeAttestation;
using testing_support::TestIssuer;

constexpr int kPixelsAModule = 4;

PageImage PictureOf(const std::string& payload) {
  const auto modules = *barcode::WriteQrCode(AsBytes(payload));
  const int margin = barcode::QuietZone(Symbology::kQrCode);
  const int side = (modules.size + 2 * margin) * kPixelsAModule;
  PageImage image{side, side, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixelsAModule - margin;
      const int row = y / kPixelsAModule - margin;
      const bool inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      image.pixels.push_back(inside && modules.at(column, row) ? 0 : 255);
    }
  }
  return image;
}

// The page of an attestation as it was issued, moved to the right by so many pixels.
PageImage PageOf(const Attestation& attestation, const std::string& payload, int moved) {
  const auto fonts = layout::Fonts::Open();
  const auto modules = *barcode::WriteQrCode(AsBytes(payload));
  const auto drawing = layout::LayOut(attestation, modules.size, *fonts);
  const auto expected = layout::ExpectPage(*drawing, *fonts);
  const Corners& code = expected->page.code;
  const double module = (code[1].x - code[0].x) / modules.size;
  PageImage image{capture::kPageWidth, capture::kPageHeight, {}};
  for (int y = 0; y < image.height; ++y) {
    for (int to = 0; to < image.width; ++to) {
      const int x = std::max(0, to - moved);
      const double column = std::floor((x + 0.5 - code[0].x) / module);
      const double row = std::floor((y + 0.5 - code[0].y) / module);
      const bool inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      const auto ink =
          expected->page
              .ink[static_cast<std::size_t>(y) * capture::kPageWidth + static_cast<std::size_t>(x)];
      const bool is_dark = inside && modules.at(static_cast<int>(column), static_cast<int>(row));
      image.pixels.push_back(is_dark ? 0 : static_cast<std::uint8_t>(inside ? 255 : 255 - ink));
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

TEST_F(CameraVerifierTest, APageIsComparedOnceItIsHeldStill) {
  Attestation attestation = SomeAttestation();
  attestation.layout = layout::kLayoutId;
  const std::string payload = issuer_.Seal(attestation);
  const PageImage still = PageOf(attestation, payload, 0);
  const PageImage moved = PageOf(attestation, payload, 40);
  auto camera = CameraVerifier::Create(Options());
  ASSERT_TRUE(camera.ok());
  for (const auto& [image, axis] :
       {std::pair{&still, DocumentAxis::kNotCompared}, std::pair{&still, DocumentAxis::kAgrees},
        std::pair{&moved, DocumentAxis::kNotCompared}, std::pair{&moved, DocumentAxis::kAgrees}}) {
    const Report report = camera->VerifyFrame(FrameOf(*image));
    ASSERT_EQ(report.seals.size(), 1U);
    EXPECT_EQ(report.seals[0].axes.document, axis);
  }
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
