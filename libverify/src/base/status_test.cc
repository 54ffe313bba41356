// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace sceau {
namespace {

TEST(StatusTest, CarriesReasonAndDetail) {
  const absl::Status status = Refuse(Reason::kSealTruncated, "signature at 12");
  EXPECT_FALSE(status.ok());
  EXPECT_EQ(ReasonOf(status), Reason::kSealTruncated);
  EXPECT_EQ(DetailOf(status), "signature at 12");
  EXPECT_EQ(std::string(status.message()), "seal.truncated: signature at 12");
}

TEST(StatusTest, AForeignErrorIsInternal) {
  EXPECT_EQ(ReasonOf(absl::UnknownError("x")), Reason::kInternal);
  EXPECT_EQ(DetailOf(absl::UnknownError("x")), "");
}

TEST(StatusTest, TheCodeFollowsTheReason) {
  EXPECT_EQ(Refuse(Reason::kDocumentMissing).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Refuse(Reason::kDocumentTooLarge).code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(Refuse(Reason::kDocumentDeadline).code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(Refuse(Reason::kSealUnsupportedVersion).code(), absl::StatusCode::kUnimplemented);
  EXPECT_EQ(Refuse(Reason::kKeyExposed).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Refuse(Reason::kSealMalformedCbor).code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Refuse(Reason::kInternal).code(), absl::StatusCode::kInternal);
}

absl::StatusCode DocumentedCode(Reason reason) {
  static const std::map<Reason, absl::StatusCode> kOfItsOwn = {
      {Reason::kDocumentMissing, absl::StatusCode::kNotFound},
      {Reason::kTrustMissing, absl::StatusCode::kNotFound},
      {Reason::kKeyMissing, absl::StatusCode::kNotFound},
      {Reason::kLedgerMissing, absl::StatusCode::kNotFound},
      {Reason::kDocumentTooLarge, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentTooManyPages, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentTooManyPixels, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentTooManySymbols, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentDeadline, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentOutOfMemory, absl::StatusCode::kResourceExhausted},
      {Reason::kSealTooLong, absl::StatusCode::kResourceExhausted},
      {Reason::kTrustTooLarge, absl::StatusCode::kResourceExhausted},
      {Reason::kClaimsTooLongValidity, absl::StatusCode::kResourceExhausted},
      {Reason::kClaimsTooMany, absl::StatusCode::kResourceExhausted},
      {Reason::kClaimsTooLargeForCode, absl::StatusCode::kResourceExhausted},
      {Reason::kDocumentUnsupportedType, absl::StatusCode::kUnimplemented},
      {Reason::kSealUnsupportedFormat, absl::StatusCode::kUnimplemented},
      {Reason::kSealUnsupportedVersion, absl::StatusCode::kUnimplemented},
      {Reason::kSealUnsupportedAlgorithm, absl::StatusCode::kUnimplemented},
      {Reason::kSealUnsupportedCritical, absl::StatusCode::kUnimplemented},
      {Reason::kInternal, absl::StatusCode::kInternal},
  };
  if (const auto found = kOfItsOwn.find(reason); found != kOfItsOwn.end()) return found->second;
  static const std::set kOfThisComputer = {ReasonArea::kTrust, ReasonArea::kKey,
                                           ReasonArea::kLedger, ReasonArea::kIsolation,
                                           ReasonArea::kPolicy};
  return kOfThisComputer.contains(AreaOf(reason)) ? absl::StatusCode::kFailedPrecondition
                                                  : absl::StatusCode::kInvalidArgument;
}

// Programs may branch on the code of a status: a reason that changes its kind must not change it.
TEST(StatusTest, EveryReasonKeepsItsCode) {
  for (const Reason reason : AllReasons())
    EXPECT_EQ(Refuse(reason).code(), DocumentedCode(reason)) << ReasonCode(reason);
}

absl::StatusOr<int> Half(int n) {
  if (n % 2 != 0) return Refuse(Reason::kUsage, "odd");
  return n / 2;
}
absl::StatusOr<int> Quarter(int n) {
  SCEAU_ASSIGN_OR_RETURN(const int half, Half(n));
  SCEAU_RETURN_IF_ERROR(Half(half).status());
  return half / 2;
}

TEST(StatusTest, MacrosReturnTheFirstError) {
  EXPECT_EQ(*Quarter(8), 2);
  EXPECT_EQ(ReasonOf(Quarter(7).status()), Reason::kUsage);
  EXPECT_EQ(ReasonOf(Quarter(6).status()), Reason::kUsage);
}

}  // namespace
}  // namespace sceau
