// SPDX-License-Identifier: Apache-2.0
#include "cli/sealed_file.h"

#include <gtest/gtest.h>

#include <functional>

#include "sceau/error.h"
#include "wording/report_testing.h"

namespace sceau::cli {
namespace {

using wording::TestAttestation;
using wording::TestReport;
using wording::TestSeal;

TEST(SealedNumberTest, IsThatOfAProvenSealWhateverItsRights) {
  const std::function<void(SealReport&)> changes[] = {
      [](SealReport&) {},
      [](SealReport& seal) { seal.axes.seal = SealAxis::kTestIssuer; },
      [](SealReport& seal) { seal.axes.rights = RightsAxis::kExpired; },
      [](SealReport& seal) { seal.axes.status = StatusAxis::kRevoked; },
      [](SealReport& seal) { seal.axes.document = DocumentAxis::kNotCompared; },
  };
  for (const auto& change : changes) {
    SealReport seal = TestSeal();
    change(seal);
    const auto number = SealedNumber(TestReport(seal));
    ASSERT_TRUE(number.ok()) << number.status();
    EXPECT_EQ(*number, TestAttestation().document_id);
  }
  Report twice = TestReport();
  twice.seals.push_back(TestSeal());
  EXPECT_TRUE(SealedNumber(twice).ok());
}

TEST(SealedNumberTest, IsRefusedWhereSomebodyElseCouldBeMeant) {
  struct Case {
    Reason reason;
    std::function<void(SealReport&)> change;
  };
  const Case cases[] = {
      {Reason::kSealSignatureMismatch,
       [](SealReport& seal) {
         seal.axes.seal = SealAxis::kAltered;
         seal.reasons = {{Reason::kFreshnessUndated, ""}, {Reason::kSealSignatureMismatch, ""}};
       }},
      {Reason::kSealIssuerUnknown,
       [](SealReport& seal) {
         seal.axes.seal = SealAxis::kIssuerUnknown;
         seal.reasons = {{Reason::kSealIssuerUnknown, ""}};
       }},
      {Reason::kSealSignedAfterCompromise,
       [](SealReport& seal) {
         seal.axes.seal = SealAxis::kIssuerNotAllowed;
         seal.reasons = {{Reason::kSealSignedAfterCompromise, ""}};
       }},
      {Reason::kRightsNotApplicable, [](SealReport& seal) { seal.claims->attestation.reset(); }},
      {Reason::kRightsNotApplicable,
       [](SealReport& seal) { seal.signature = Signature::kNotChecked; }},
      {Reason::kDocumentHiddenCode,
       [](SealReport& seal) {
         seal.reasons.push_back({Reason::kDocumentHiddenCode, ""});
       }},
      {Reason::kDocumentPrintedNameDiffers,
       [](SealReport& seal) {
         seal.axes.document = DocumentAxis::kDiffers;
         seal.reasons.push_back({Reason::kDocumentPrintedNameDiffers, ""});
       }},
  };
  for (const Case& c : cases) {
    SealReport seal = TestSeal();
    c.change(seal);
    const auto number = SealedNumber(TestReport(seal));
    ASSERT_FALSE(number.ok());
    EXPECT_EQ(ReasonOf(number.status()), c.reason);
    // Beside a good one too.
    Report both = TestReport();
    both.seals.push_back(seal);
    EXPECT_FALSE(SealedNumber(both).ok());
  }
  Report two = TestReport();
  two.seals.push_back(TestSeal());
  two.seals[1].claims->attestation->document_id[0] ^= 1;
  EXPECT_EQ(ReasonOf(SealedNumber(two).status()), Reason::kUsage);
  Report none;
  none.reasons = {{Reason::kDocumentDamaged, ""}};
  EXPECT_EQ(ReasonOf(SealedNumber(none).status()), Reason::kDocumentDamaged);
}

}  // namespace
}  // namespace sceau::cli
