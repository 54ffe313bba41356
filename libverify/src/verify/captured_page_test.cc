// SPDX-License-Identifier: Apache-2.0
// A seal that names our layout, on a page of pixels, through the whole of verification.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"
#include "verify/testing/context_fixture.h"

namespace sceau::verify {
namespace {

using testing::Contains;
using testing_support::SomeAttestation;

class OnePageReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override { return outcome; }
  isolation::ReadOutcome outcome;
};

class CapturedPageTest : public ContextFixture {
 protected:
  CapturedPageTest() : ContextFixture(&reader_) {}

  static Attestation Sealed() {
    Attestation attestation = SomeAttestation();
    attestation.layout = layout::kLayoutId;
    return attestation;
  }

  // The seal of Sealed() on the page that prints `printed`.
  SealReport Verify(const Attestation& printed) {
    const std::string payload = issuer_.Seal(Sealed());
    const auto fonts = layout::Fonts::Open();
    const auto drawing = layout::LayOut(printed, layout::CodeModules(payload.size()), *fonts);
    const auto expected = layout::ExpectPage(*drawing, *fonts);
    Page page;
    page.width = capture::kPageWidth;
    page.height = capture::kPageHeight;
    page.raster.image.width = page.width;
    page.raster.image.height = page.height;
    for (const std::uint8_t ink : expected->page.ink)
      page.raster.image.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
    page.symbols.push_back(
        {Symbology::kQrCode, ToBytes(AsBytes(payload)), expected->page.code, false});
    reader_.outcome.content.pages = {page};
    return VerifyDocument({}, "a.png", context_).seals.at(0);
  }

  OnePageReader reader_;
};

TEST_F(CapturedPageTest, APageThatIsAsSealedAgreesForWhoeverAsksForIt) {
  for (const char* policy : {"counter", "unattended"}) {
    policy_ = *NamedPolicy(policy);
    context_.policy = policy_.get();
    const SealReport seal = Verify(Sealed());
    EXPECT_EQ(seal.axes.document, DocumentAxis::kAgrees);
    EXPECT_EQ(seal.verdict, Verdict::kValid) << policy;
    EXPECT_FALSE(seal.compare_by_eye);
  }
}

TEST_F(CapturedPageTest, OneOtherDayRefusesThePage) {
  Attestation printed = Sealed();
  printed.valid_until = AddDays(printed.valid_until, 1);
  const SealReport seal = Verify(printed);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kDiffers);
  EXPECT_EQ(seal.verdict, Verdict::kInvalid);
  EXPECT_EQ(seal.outcome, Outcome::kRefused);
  EXPECT_THAT(seal.reasons, Contains(Finding{Reason::kDocumentPrintedValidityDiffers, "page 1"}));
}

}  // namespace
}  // namespace sceau::verify
