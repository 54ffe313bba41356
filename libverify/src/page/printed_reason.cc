// SPDX-License-Identifier: Apache-2.0
#include "page/printed_reason.h"

namespace sceau::page {

Reason ReasonOfDifference(PrintedKind kind) {
  using enum PrintedKind;
  switch (kind) {
    case kBirthName:
    case kNameInUse:
    case kGivenNames:
    case kWholeName:
      return Reason::kDocumentPrintedNameDiffers;
    case kBirthDate:
      return Reason::kDocumentPrintedBirthDateDiffers;
    case kNir:
      return Reason::kDocumentPrintedNirDiffers;
    case kRight:
    case kRightFrom:
    case kRightUntil:
      return Reason::kDocumentPrintedRightsDiffer;
    case kDependantName:
    case kDependantGivenNames:
    case kDependantBirthDate:
    case kDependantBirthRank:
      return Reason::kDocumentPrintedDependantsDiffer;
    case kIssuedOn:
    case kValidFrom:
    case kValidUntil:
      return Reason::kDocumentPrintedValidityDiffers;
    case kBirthRank:
    case kRole:
    case kFundName:
    case kFundCode:
    case kDocumentNumber:
    case kReplacedNumber:
    case kTaxNumber:
    case kTaxNotice:
    case kTaxIncome:
    case kCollectedOn:
    case kInvoiceNumber:
    case kAmount:
    case kAccountNumber:
    case kAddressLine:
    case kLocality:
      break;
  }
  return Reason::kDocumentPrintedDetailsDiffer;
}

}  // namespace sceau::page
