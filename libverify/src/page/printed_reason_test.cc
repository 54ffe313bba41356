// SPDX-License-Identifier: Apache-2.0
#include "page/printed_reason.h"

#include <gtest/gtest.h>

namespace sceau::page {
namespace {

TEST(PrintedReasonTest, EachFactHasTheReasonOfItsSort) {
  using enum PrintedKind;
  struct Case {
    PrintedKind kind;
    Reason reason;
  };
  const Case cases[] = {
      {kBirthName, Reason::kDocumentPrintedNameDiffers},
      {kNameInUse, Reason::kDocumentPrintedNameDiffers},
      {kGivenNames, Reason::kDocumentPrintedNameDiffers},
      {kWholeName, Reason::kDocumentPrintedNameDiffers},
      {kBirthDate, Reason::kDocumentPrintedBirthDateDiffers},
      {kNir, Reason::kDocumentPrintedNirDiffers},
      {kRight, Reason::kDocumentPrintedRightsDiffer},
      {kRightFrom, Reason::kDocumentPrintedRightsDiffer},
      {kRightUntil, Reason::kDocumentPrintedRightsDiffer},
      {kDependantName, Reason::kDocumentPrintedDependantsDiffer},
      {kDependantGivenNames, Reason::kDocumentPrintedDependantsDiffer},
      {kDependantBirthDate, Reason::kDocumentPrintedDependantsDiffer},
      {kDependantBirthRank, Reason::kDocumentPrintedDependantsDiffer},
      {kIssuedOn, Reason::kDocumentPrintedValidityDiffers},
      {kValidFrom, Reason::kDocumentPrintedValidityDiffers},
      {kValidUntil, Reason::kDocumentPrintedValidityDiffers},
      {kBirthRank, Reason::kDocumentPrintedDetailsDiffer},
      {kRole, Reason::kDocumentPrintedDetailsDiffer},
      {kFundName, Reason::kDocumentPrintedDetailsDiffer},
      {kFundCode, Reason::kDocumentPrintedDetailsDiffer},
      {kDocumentNumber, Reason::kDocumentPrintedDetailsDiffer},
      {kReplacedNumber, Reason::kDocumentPrintedDetailsDiffer},
  };
  for (const Case& c : cases)
    EXPECT_EQ(ReasonOfDifference(c.kind), c.reason) << static_cast<int>(c.kind);
}

}  // namespace
}  // namespace sceau::page
