// SPDX-License-Identifier: Apache-2.0
#include "verify/check_authority.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <string_view>
#include <utility>

#include "attestation/claims_of.h"
#include "seal/registry.h"
#include "seal/two_d_doc/key_names.h"
#include "verify/testing/expect_checked.h"
#include "verify/testing/test_issuer.h"

namespace sceau::verify {
namespace {

using seal::two_d_doc::KeyIdOf;
using testing_support::At;
using testing_support::ExpectChecked;
using testing_support::TestIssuer;

class CheckAuthorityTest : public testing::Test {
 protected:
  CheckAuthorityTest() {
    claims_ = attestation::ClaimsOf(testing_support::SomeAttestation());
    claims_.rights->fund.code = "017510000";
    claims_.validity.signed_between = {At("2026-11-02"), At("2026-11-02")};
    entry_.name = "CPAM d'essai";
    entry_.formats = {"ad1"};
    entry_.funds = {"01751"};
  }

  Checked<SealAxis> Check(std::string_view format = "ad1") const {
    return CheckAuthority(claims_, format,
                          {issuer_.certificate, issuer_.key.public_key(), entry_.name,
                           std::make_shared<const trust::IssuerEntry>(entry_)});
  }
  void Expect(SealAxis axis, std::optional<Reason> reason, std::string_view format = "ad1") const {
    ExpectChecked(Check(format), axis, reason);
  }

  const TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM"};
  Claims claims_;
  trust::IssuerEntry entry_;
};

TEST_F(CheckAuthorityTest, ADirectoryGrantsEverything) {
  const trust::Issuer listed{issuer_.certificate, issuer_.key.public_key(), "CPAM", nullptr};
  ExpectChecked(CheckAuthority(claims_, "ad1", listed), SealAxis::kGenuine, std::nullopt);
}

TEST_F(CheckAuthorityTest, ADirectoryGrantsALeafOfTwoDDocThatAlone) {
  trust::Issuer leaf{issuer_.certificate, issuer_.key.public_key(), "EDF", nullptr};
  leaf.only_format = seal::FindFormat("2d-doc");
  EXPECT_EQ(CheckAuthority(claims_, "2d-doc", leaf).axis, SealAxis::kGenuine);
  ExpectChecked(CheckAuthority(claims_, "ad1", leaf), SealAxis::kIssuerNotAllowed,
                Reason::kSealFormatNotGranted);
}

TEST_F(CheckAuthorityTest, AnAttestationMayNotOutliveItsKeyForLong) {
  using std::chrono::days;
  using std::chrono::seconds;
  struct Bound {
    std::optional<int> granted;
    int days;
  };
  const Instant end = StartOfParisDay(AddDays(*claims_.validity.until, 1));
  for (const Bound& bound : {Bound{std::nullopt, 186}, Bound{1, 1}, Bound{185, 185},
                             Bound{366, 366}, Bound{3660, 3660}}) {
    entry_.maximum_validity_days = bound.granted;
    *claims_.validity.issued_at = end - days{bound.days};
    Expect(SealAxis::kGenuine, std::nullopt);
    *claims_.validity.issued_at -= seconds{1};
    Expect(SealAxis::kIssuerNotAllowed, Reason::kSealValidityTooLong);
    // Its first day does not help: that a key signs for later is what the bound is against.
    claims_.validity.from = claims_.validity.until;
    Expect(SealAxis::kIssuerNotAllowed, Reason::kSealValidityTooLong);
  }
  const auto by_directory = [&] {
    return CheckAuthority(claims_, "ad1",
                          {issuer_.certificate, issuer_.key.public_key(), "CPAM", nullptr});
  };
  *claims_.validity.issued_at = end - days{366};
  EXPECT_EQ(by_directory().axis, SealAxis::kGenuine);
  *claims_.validity.issued_at -= seconds{1};
  ExpectChecked(by_directory(), SealAxis::kIssuerNotAllowed, Reason::kSealValidityTooLong);
}

TEST_F(CheckAuthorityTest, AnIssuerThatAlwaysOffersStatusSealsNothingWithout) {
  entry_.always_offers_status = true;
  claims_.status.reset();
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealStatusMissing);
  claims_.status = StatusReference{0, 0};
  Expect(SealAxis::kGenuine, std::nullopt);
  // It says nothing of a paper that is not an attestation.
  claims_.rights.reset();
  entry_.formats.emplace_back("2d-doc");
  Expect(SealAxis::kGenuine, std::nullopt, "2d-doc");
}

TEST_F(CheckAuthorityTest, FormatsAreGranted) {
  Expect(SealAxis::kGenuine, std::nullopt);
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealFormatNotGranted, "2d-doc");
}

TEST_F(CheckAuthorityTest, FundsAreGrantedByHowTheyStart) {
  const std::pair<std::string_view, bool> rows[] = {
      {"017510000", true}, {"017519999", true}, {"017520000", false}, {"027510000", false}};
  for (const auto& [code, granted] : rows) {
    claims_.rights->fund.code = code;
    EXPECT_EQ(Check().axis, granted ? SealAxis::kGenuine : SealAxis::kIssuerNotAllowed) << code;
  }
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealFundNotGranted);
  entry_.funds.emplace_back("02");
  Expect(SealAxis::kGenuine, std::nullopt);
}

TEST_F(CheckAuthorityTest, APaperWithoutAFundNeedsNone) {
  claims_.rights.reset();
  entry_.formats = {"2d-doc"};
  entry_.funds.clear();
  Expect(SealAxis::kGenuine, std::nullopt, "2d-doc");
}

TEST_F(CheckAuthorityTest, ARetiredKeyKeepsWhatItSignedBefore) {
  entry_.retired = At("2026-11-02") + std::chrono::seconds(1);
  Expect(SealAxis::kGenuine, std::nullopt);
  entry_.retired = At("2026-11-02");
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealSignedAfterRetirement);
  // A day on which it was retired speaks for the paper.
  claims_.validity.signed_between = {At("2026-11-01"), At("2026-11-03")};
  Expect(SealAxis::kGenuine, std::nullopt);
}

TEST_F(CheckAuthorityTest, ACompromisedKeyKeepsWhatWasSurelySignedBefore) {
  entry_.compromised = At("2026-11-02") + std::chrono::seconds(1);
  Expect(SealAxis::kGenuine, std::nullopt);
  entry_.compromised = At("2026-11-02");
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealSignedAfterCompromise);
  // A day on which it was stolen speaks against the paper.
  claims_.validity.signed_between = {At("2026-11-01"), At("2026-11-03")};
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealSignedAfterCompromise);
}

TEST_F(CheckAuthorityTest, WithoutADateNothingIsSaidOfAKeyThatEnded) {
  claims_.validity.signed_between.reset();
  Expect(SealAxis::kGenuine, std::nullopt);
  entry_.retired = At("2026-11-02");
  Expect(SealAxis::kIssuerUnknown, Reason::kSealSigningDateUnknown);
  entry_.retired.reset();
  entry_.compromised = At("2026-11-02");
  Expect(SealAxis::kIssuerUnknown, Reason::kSealSigningDateUnknown);
}

TEST_F(CheckAuthorityTest, ATestIssuerIsShownAsSuch) {
  entry_.test = true;
  Expect(SealAxis::kTestIssuer, Reason::kSealTestIssuer);
  claims_.rights->fund.code = "999990000";
  Expect(SealAxis::kIssuerNotAllowed, Reason::kSealFundNotGranted);
}

seal::ParsedSeal SealOf(std::string_view format, seal::KeyId key) {
  seal::ParsedSeal parsed;
  parsed.format = seal::FindFormat(format);
  parsed.key = std::move(key);
  return parsed;
}

// A certificate of this name under an authority of that one.
bool IsTest(const std::string& authority, const std::string& name,
            const seal::ParsedSeal& parsed = SealOf("2d-doc", KeyIdOf("FR99", "0001"))) {
  const TestIssuer above(crypto::Algorithm::kEs256, authority);
  return IsTestIssuer(parsed, TestIssuer::Under(above, name).certificate);
}

TEST(IsTestIssuerTest, WhatCallsItselfATestIsOne) {
  for (const std::string name :
       {"CERTIFICAT DE TEST", "2D-DOC TEST", "test", "AC_TEST", "Test-1"}) {
    EXPECT_TRUE(IsTest("FR99", name)) << name;
    EXPECT_TRUE(IsTest(name, "EDF")) << name;
  }
}

TEST(IsTestIssuerTest, AWordThatHoldsAnotherIsNone) {
  for (const std::string name : {"TESTUD", "CONTEST", "ATTESTATIONS", "TES1", "TEST1", "ÉTEST",
                                 "Essai fictif", "EDF", "0000"})
    EXPECT_FALSE(IsTest("FR99", name)) << name;
}

TEST(IsTestIssuerTest, TheTestAuthorityIsKnownByItsName) {
  EXPECT_TRUE(IsTest("X", "Y", SealOf("2d-doc", KeyIdOf("FR00", "0001"))));
  EXPECT_FALSE(IsTest("X", "Y", SealOf("2d-doc", KeyIdOf("FR03", "FR00"))));
}

// A fund's bundle says by itself which issuer is one.
TEST(IsTestIssuerTest, NoOtherFormatIsConcerned) {
  EXPECT_FALSE(IsTest("TEST", "TEST", SealOf("ad1", seal::ToKeyId({}))));
}

}  // namespace
}  // namespace sceau::verify
