// SPDX-License-Identifier: Apache-2.0
#include "verify/check_seal.h"

#include <gtest/gtest.h>

#include "crypto/failing_memory_testing.h"
#include "crypto/private_key.h"
#include "seal/registry.h"
#include "seal/two_d_doc/key_names.h"
#include "verify/testing/expect_checked.h"
#include "verify/testing/test_issuer.h"

namespace sceau::verify {
namespace {

using crypto::Algorithm;
using testing_support::ExpectChecked;
using testing_support::TestIssuer;

const Bytes kMessage = {'s', 'i', 'g', 'n', 'e', 'd'};

seal::ParsedSeal SealBy(const TestIssuer& issuer, std::optional<seal::StatedAlgorithm> stated) {
  seal::ParsedSeal parsed;
  parsed.format = seal::FindFormat("ad1");
  parsed.signed_bytes = kMessage;
  parsed.signature = *issuer.key.Sign(kMessage);
  parsed.key = seal::ToKeyId(issuer.key_id());
  parsed.stated_algorithm = stated;
  return parsed;
}

struct AlgorithmRow {
  Algorithm algorithm;
  seal::StatedAlgorithm stated;
};

class CheckSignatureTest : public testing::TestWithParam<AlgorithmRow> {
 protected:
  TestIssuer issuer_{GetParam().algorithm, "CPAM de Test"};
  trust::TrustStore trust_ = testing_support::TrustIn({issuer_.certificate});
};

TEST_P(CheckSignatureTest, HoldsUnderTheIssuersKey) {
  const auto parsed = SealBy(issuer_, GetParam().stated);
  const CheckedSignature outcome = CheckSignature(parsed, trust_);
  EXPECT_EQ(outcome.signature, Signature::kVerified);
  ASSERT_TRUE(outcome.verified.has_value());
  EXPECT_EQ(outcome.verified->issuer().name, "CPAM de Test");
  EXPECT_TRUE(outcome.findings.empty());
}

TEST_P(CheckSignatureTest, EveryFlippedBitIsAMismatch) {
  auto parsed = SealBy(issuer_, GetParam().stated);
  for (std::size_t bit = 0; bit < parsed.signed_bytes.size() * 8; ++bit) {
    parsed.signed_bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    const CheckedSignature outcome = CheckSignature(parsed, trust_);
    EXPECT_EQ(outcome.signature, Signature::kMismatch) << bit;
    EXPECT_EQ(outcome.axis, SealAxis::kAltered);
    EXPECT_FALSE(outcome.verified.has_value());
    EXPECT_EQ(outcome.findings.back().reason, Reason::kSealSignatureMismatch);
    parsed.signed_bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
  }
}

TEST_P(CheckSignatureTest, WithoutMemoryNothingIsCalledForged) {
  const auto parsed = SealBy(issuer_, GetParam().stated);
  bool undecided = false;
  const auto check = [&] {
    const CheckedSignature outcome = CheckSignature(parsed, trust_);
    crypto::EndShortage();
    EXPECT_NE(outcome.signature, Signature::kMismatch);
    if (outcome.signature == Signature::kVerified) return;
    EXPECT_EQ(outcome.findings.back().reason, Reason::kInternal);
    EXPECT_FALSE(outcome.verified.has_value());
    undecided = true;
  };
  EXPECT_GT(crypto::FailEach(crypto::Shortage::kFromHere, check), 1);
  EXPECT_TRUE(undecided);
}

TEST_P(CheckSignatureTest, ACutSignatureHasItsOwnReason) {
  auto parsed = SealBy(issuer_, GetParam().stated);
  parsed.signature.pop_back();
  const CheckedSignature outcome = CheckSignature(parsed, trust_);
  EXPECT_EQ(outcome.signature, Signature::kMismatch);
  EXPECT_EQ(outcome.axis, SealAxis::kAltered);
  EXPECT_EQ(outcome.findings.back().reason, Reason::kSealSignatureLength);
}

TEST_P(CheckSignatureTest, TheCertificateChoosesTheAlgorithm) {
  const auto other = GetParam().stated == seal::StatedAlgorithm::kEs256
                         ? seal::StatedAlgorithm::kEdDsa
                         : seal::StatedAlgorithm::kEs256;
  const CheckedSignature outcome = CheckSignature(SealBy(issuer_, other), trust_);
  EXPECT_EQ(outcome.signature, Signature::kMismatch);
  EXPECT_EQ(outcome.findings.back().reason, Reason::kSealAlgorithmMismatch);
  EXPECT_EQ(CheckSignature(SealBy(issuer_, std::nullopt), trust_).signature, Signature::kVerified);
}

INSTANTIATE_TEST_SUITE_P(
    Algorithms, CheckSignatureTest,
    testing::Values(AlgorithmRow{Algorithm::kEs256, seal::StatedAlgorithm::kEs256},
                    AlgorithmRow{Algorithm::kEs384, seal::StatedAlgorithm::kEs384},
                    AlgorithmRow{Algorithm::kEdDsa, seal::StatedAlgorithm::kEdDsa}));

TEST(CheckSignatureTest, AnUnknownKeyIdIsNotCheckedAndNotForged) {
  const TestIssuer known(Algorithm::kEs256, "Known");
  const TestIssuer stranger(Algorithm::kEs256, "Stranger");
  const auto parsed = SealBy(stranger, seal::StatedAlgorithm::kEs256);
  const CheckedSignature outcome =
      CheckSignature(parsed, testing_support::TrustIn({known.certificate}));
  EXPECT_EQ(outcome.signature, Signature::kNotChecked);
  EXPECT_EQ(outcome.axis, SealAxis::kIssuerUnknown);
  EXPECT_EQ(outcome.findings.back().reason, Reason::kSealIssuerUnknown);
  EXPECT_EQ(outcome.claimed, nullptr);
}

// The report of a forgery too says whose key the id names, where it is one issuer's.
TEST(CheckSignatureTest, AnAlteredSealNamesTheIssuerItClaims) {
  const TestIssuer authority(Algorithm::kEs256, "FR99");
  const TestIssuer first = TestIssuer::Under(authority, "0001");
  const TestIssuer second = TestIssuer::Under(authority, "0001");
  auto parsed = SealBy(first, seal::StatedAlgorithm::kEs256);
  parsed.key = seal::two_d_doc::KeyIdOf("FR99", "0001");
  parsed.signature[40] ^= 0x01;
  const CheckedSignature one =
      CheckSignature(parsed, testing_support::TrustIn({authority.certificate, first.certificate}));
  ASSERT_NE(one.claimed, nullptr);
  EXPECT_EQ(one.signature, Signature::kMismatch);
  const CheckedSignature two =
      CheckSignature(parsed, testing_support::TrustIn({first.certificate, second.certificate}));
  EXPECT_EQ(two.claimed, nullptr);
}

TEST(CheckSignatureTest, ZeroRIsOutOfRange) {
  const TestIssuer issuer(Algorithm::kEs256, "CPAM de Test");
  auto parsed = SealBy(issuer, seal::StatedAlgorithm::kEs256);
  std::fill_n(parsed.signature.begin(), 32, std::uint8_t{0});
  const CheckedSignature outcome =
      CheckSignature(parsed, testing_support::TrustIn({issuer.certificate}));
  EXPECT_EQ(outcome.signature, Signature::kMismatch);
  EXPECT_EQ(outcome.findings.back().reason, Reason::kSealSignatureOutOfRange);
}

TEST(CheckSignatureTest, AllCertificatesWithASharedKeyIdAreTried) {
  const TestIssuer authority(Algorithm::kEs256, "FR99");
  const TestIssuer first = TestIssuer::Under(authority, "0001");
  const TestIssuer second = TestIssuer::Under(authority, "0001");
  const TestIssuer third = TestIssuer::Under(authority, "0001");
  const trust::TrustStore trust = testing_support::TrustIn({first.certificate, second.certificate});
  for (const TestIssuer* issuer : {&first, &second}) {
    auto parsed = SealBy(*issuer, std::nullopt);
    parsed.key = seal::two_d_doc::KeyIdOf("FR99", "0001");
    const CheckedSignature outcome = CheckSignature(parsed, trust);
    EXPECT_EQ(outcome.signature, Signature::kVerified);
    EXPECT_EQ(outcome.findings.front().reason, Reason::kSealKeyIdShared);
  }
  auto parsed = SealBy(third, std::nullopt);
  parsed.key = seal::two_d_doc::KeyIdOf("FR99", "0001");
  const CheckedSignature outcome = CheckSignature(parsed, trust);
  EXPECT_EQ(outcome.signature, Signature::kMismatch);
  EXPECT_EQ(outcome.claimed, nullptr) << "nobody is named as the issuer of a forgery";
}

TEST(CheckSigningDateTest, TheKeyMustHaveBeenValidThen) {
  using std::chrono::hours;
  using std::chrono::seconds;
  const TestIssuer issuer(Algorithm::kEs256, "CPAM de Test");
  const Instant begin = issuer.certificate.not_before();
  const Instant end = issuer.certificate.not_after();
  const Instant later = end + hours{24 * 365};
  struct DateRow {
    std::optional<std::pair<Instant, Instant>> signed_between;
    Instant now;
    SealAxis axis;
    std::optional<Reason> reason;
  };
  const auto at = [](Instant instant) { return std::pair{instant, instant}; };
  const DateRow rows[] = {
      {at(begin), later, SealAxis::kGenuine, {}},
      {at(end), later, SealAxis::kGenuine, {}},
      {at(begin - seconds{1}), later, SealAxis::kIssuerNotAllowed, Reason::kSealSignedBeforeKey},
      {at(end + seconds{1}), later, SealAxis::kIssuerNotAllowed, Reason::kSealSignedAfterKey},
      {std::pair{begin - hours{12}, begin + hours{12}}, later, SealAxis::kGenuine, {}},
      {std::pair{end - hours{12}, end + hours{12}}, later, SealAxis::kGenuine, {}},
      {at(begin + hours{48}), begin, SealAxis::kGenuine, {}},
      {std::nullopt, begin, SealAxis::kGenuine, {}},
      {std::nullopt, end, SealAxis::kGenuine, {}},
      {std::nullopt, end + seconds{1}, SealAxis::kIssuerUnknown, Reason::kSealSigningDateUnknown},
      {std::nullopt, begin - seconds{1}, SealAxis::kIssuerUnknown, Reason::kSealSigningDateUnknown},
  };
  for (const DateRow& row : rows) {
    const Validity validity{.signed_between = row.signed_between};
    SCOPED_TRACE(&row - rows);
    ExpectChecked(CheckSigningDate(validity, issuer.certificate, row.now), row.axis, row.reason);
  }
}

TEST(CheckSigningDateTest, APaperIsNotIssuedAfterItsSignature) {
  const TestIssuer issuer(Algorithm::kEs256, "CPAM");
  const Date signed_on = *ParseIsoDate("2026-03-01");
  const Instant now = StartOfParisDay(*ParseIsoDate("2030-01-01"));
  const auto check = [&](std::optional<Date> issued_on, bool dated) {
    Validity validity{.issued_on = issued_on};
    if (dated) {
      validity.signed_between = {StartOfParisDay(signed_on),
                                 StartOfParisDay(AddDays(signed_on, 1)) - std::chrono::seconds{1}};
    }
    return CheckSigningDate(validity, issuer.certificate,
                            dated ? now : issuer.certificate.not_before());
  };
  for (const int days : {-4000, -1, 0, 1})
    EXPECT_EQ(check(AddDays(signed_on, days), true).axis, SealAxis::kGenuine) << days;
  for (const int days : {2, 30, 4000}) {
    SCOPED_TRACE(days);
    ExpectChecked(check(AddDays(signed_on, days), true), SealAxis::kIssuerNotAllowed,
                  Reason::kSealIssuedAfterSigned);
  }
  EXPECT_EQ(check(std::nullopt, true).axis, SealAxis::kGenuine);
  EXPECT_EQ(check(AddDays(signed_on, 30), false).axis, SealAxis::kGenuine);
}

}  // namespace
}  // namespace sceau::verify
