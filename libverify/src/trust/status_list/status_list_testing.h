// SPDX-License-Identifier: Apache-2.0
// Status lists for the tests of this room, good ones and others that the writer would not write.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_TESTING_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_TESTING_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/status.h"
#include "codec/cbor.h"
#include "codec/zlib.h"
#include "seal/cose/sign1.h"
#include "trust/status_list/status_list.h"
#include "trust/status_list/status_list_image.h"
#include "trust/status_list/status_list_labels.h"
#include "trust/status_list/status_list_writer.h"
#include "trust/trust_testing.h"

namespace sceau::trust {

template <typename T>
void ExpectRefusal(const absl::StatusOr<T>& result, Reason reason, const std::string& detail) {
  ASSERT_FALSE(result.ok()) << detail;
  EXPECT_EQ(ReasonOf(result.status()), reason) << result.status();
  EXPECT_THAT(DetailOf(result.status()), testing::HasSubstr(detail));
}

inline const TestParty& StatusIssuer() {
  static const TestParty party = MakeParty({.common_name = "Fonds"});
  return party;
}

inline seal::CertificateHash KeyIdOf(const TestParty& party) {
  seal::CertificateHash key;
  std::copy_n(party.certificate.sha256().begin(), key.prefix.size(), key.prefix.begin());
  return key;
}

inline Instant Noon(const std::string& date) {
  return StartOfParisDay(*ParseIsoDate(date)) + std::chrono::hours(12);
}

inline std::vector<Withdrawal> SomeWithdrawals() {
  return {{3, StatusValue::kInvalid, *ParseIsoDate("2026-11-20"), WithdrawalReason::kLost},
          {4, StatusValue::kSuspended, *ParseIsoDate("2020-01-01"), WithdrawalReason::kFraud},
          {999, StatusValue::kInvalid, *ParseIsoDate("2199-06-06"), WithdrawalReason::kOther}};
}

inline StatusListContent SomeListContent(const std::vector<Withdrawal>& withdrawals) {
  return {.number = 7,
          .issued = Noon("2026-11-23"),
          .expires = Noon("2026-12-23"),
          .size = 1000,
          .withdrawals = withdrawals};
}

inline Bytes SomeStatusList(const TestParty& issuer = StatusIssuer()) {
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  return *SignStatusList(SomeListContent(withdrawals), issuer.key, issuer.certificate, {});
}

inline Bytes SomeHeader(const TestParty& issuer = StatusIssuer()) {
  return codec::CborWriter()
      .Map(3)
      .Integer(kHeaderAlgorithm)
      .Integer(LabelOf(issuer.key.algorithm()))
      .Integer(kHeaderKeyId)
      .ByteString(KeyIdOf(issuer).prefix)
      .Integer(kHeaderType)
      .Text(kStatusListType)
      .Take();
}

// Signs whatever it is given.
inline Bytes SignAnything(const Bytes& header, const Bytes& payload,
                          const TestParty& issuer = StatusIssuer()) {
  const Bytes signature = *issuer.key.Sign(seal::cose::SigStructure(header, payload));
  return seal::cose::JoinSign1(header, payload, signature);
}

// Claims whose every part a test may choose.
struct RawClaims {
  std::string subject = StatusListSubject(KeyIdOf(StatusIssuer()), 7);
  Bytes packed = {0xC9, 0x44};  // deflated on writing, unless `list` is given
  std::optional<Bytes> list{};  // the stream itself
  std::uint64_t bits = 2;
  std::uint64_t expires = 1'800'000'000;
  std::uint64_t issued = 1'780'000'000;  // in 2026
  std::optional<Bytes> details{};        // deflated on writing
  std::optional<std::uint64_t> given_until{};

  Bytes Encoded() const {
    codec::CborWriter writer;
    writer.Map(4U + (details ? 1U : 0U) + (given_until ? 1U : 0U));
    writer.Integer(kClaimSubject).Text(subject);
    writer.Integer(kClaimExpires).Unsigned(expires);
    writer.Integer(kClaimIssuedAt).Unsigned(issued);
    writer.Integer(kClaimStatusList).Map(2);
    writer.Text(kKeyList).ByteString(list ? *list : Deflated(packed));
    writer.Text(kKeyBits).Unsigned(bits);
    if (details) writer.Integer(kClaimDetails).ByteString(Deflated(*details));
    if (given_until) writer.Integer(kClaimGivenUntil).Unsigned(*given_until);
    return writer.Take();
  }
  static Bytes Deflated(const Bytes& bytes) {
    return *codec::Deflate(bytes, codec::DeflateKind::kSparse);
  }
};

inline absl::StatusOr<VerifiedStatusList> ParseAndVerify(const Bytes& cwt,
                                                         const Limits& limits = {}) {
  const auto parsed = ParseStatusList(cwt, limits);
  if (!parsed.ok()) return parsed.status();
  return VerifiedStatusList::Verify(*parsed, StatusIssuer().certificate, limits);
}
inline absl::StatusOr<VerifiedStatusList> VerifyClaims(const Bytes& payload,
                                                       const Limits& limits = {}) {
  return ParseAndVerify(SignAnything(SomeHeader(), payload), limits);
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_TESTING_H_
