// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <gtest/gtest.h>

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
