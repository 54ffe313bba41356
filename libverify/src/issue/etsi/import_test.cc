// SPDX-License-Identifier: Apache-2.0
#include "list_reader/list_testing.h"
// The first of them all must come first.
#include <gmock/gmock.h>

#include "base/status.h"
#include "sceau/etsi.h"
#include "trust/trust_testing.h"

namespace sceau::trust::etsi {
namespace {

using list_reader::SignList;
using list_reader::UnsignedList;
using list_reader::With;
using testing::ElementsAre;
using testing::IsEmpty;

Instant At(const std::string& day) { return StartOfParisDay(*ParseIsoDate(day)); }

class ImportEtsiTest : public testing::Test {
 protected:
  absl::StatusOr<EtsiList> Import(const std::string& day,
                                  const std::vector<std::string>& leaves) const {
    return ReadEtsiList(AsBytes(list_), signer_.certificate.ToPem(), leaves, At(day));
  }

  TestParty signer_ = MakeParty({.common_name = "signer"});
  TestParty authority_ = MakeParty({.common_name = "FR99", .authority = true});
  TestParty leaf_ = MakeParty({.common_name = "0001"}, &authority_);
  TestParty stranger_ = MakeParty({.common_name = "0002"});
  std::string list_ = SignList(UnsignedList(authority_.certificate), signer_);
};

TEST_F(ImportEtsiTest, SaysWhichAuthorityCertifiesWhichLeaf) {
  const auto list =
      Import("2026-11-23", {stranger_.certificate.ToPem(), leaf_.certificate.ToPem()});
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->scheme_operator, "Agence de Fiction");
  EXPECT_EQ(list->territory, "FR");
  EXPECT_EQ(list->sequence, 7U);
  EXPECT_EQ(FormatIsoInstant(list->issued), "2026-06-01T08:30:15Z");
  EXPECT_EQ(FormatIsoInstant(list->next_update.value()), "2026-12-01T00:00:00Z");
  ASSERT_EQ(list->authorities.size(), 1U);
  const EtsiAuthority& authority = list->authorities[0];
  EXPECT_EQ(authority.service, "FR99");
  EXPECT_EQ(authority.status, "inaccord");
  EXPECT_EQ(FormatIsoInstant(authority.since), "2026-03-01T00:00:00Z");
  EXPECT_TRUE(authority.in_force);
  EXPECT_EQ(authority.certificate_pem, authority_.certificate.ToPem());
  EXPECT_THAT(authority.leaves, ElementsAre(1U));
}

TEST_F(ImportEtsiTest, TheStatusIsThatOfTheDayAskedFor) {
  const auto suspended = Import("2026-02-15", {});
  ASSERT_EQ(suspended->authorities.size(), 1U);
  EXPECT_EQ(suspended->authorities[0].status, "suspended");
  EXPECT_FALSE(suspended->authorities[0].in_force);
  EXPECT_THAT(Import("2026-01-15", {})->authorities, IsEmpty());
}

TEST_F(ImportEtsiTest, AStatusThatNobodyKnowsIsNotInForce) {
  const std::string base = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
  const std::string unsigned_list = UnsignedList(authority_.certificate);
  const std::pair<std::string, bool> kCases[] = {{base + "granted", true},
                                                 {base + "recognisedatnationallevel", true},
                                                 {base + "withdrawn", false},
                                                 {"granted", false}};
  for (const auto& [status, in_force] : kCases) {
    SCOPED_TRACE(status);
    list_ = SignList(With(unsigned_list, "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord", status),
                     signer_);
    const auto list = Import("2026-11-23", {});
    ASSERT_EQ(list->authorities.size(), 1U);
    EXPECT_EQ(list->authorities[0].in_force, in_force);
  }
}

TEST_F(ImportEtsiTest, ACertificateThatSceauDoesNotTakeIsLeftOut) {
  list_ = SignList(With(UnsignedList(authority_.certificate),
                        list_reader::Base64Of(authority_.certificate), "AAAA"),
                   signer_);
  const auto list = Import("2026-11-23", {leaf_.certificate.ToPem()});
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_THAT(list->authorities, IsEmpty());
}

TEST_F(ImportEtsiTest, AnOverdueListIsRefused) {
  EXPECT_TRUE(ReadEtsiList(AsBytes(list_), signer_.certificate.ToPem(), {},
                           *ParseIsoInstant("2026-11-30T23:59:59Z"))
                  .ok());
  const auto overdue = ReadEtsiList(AsBytes(list_), signer_.certificate.ToPem(), {},
                                    *ParseIsoInstant("2026-12-01T00:00:00Z"));
  EXPECT_EQ(ReasonOf(overdue.status()), Reason::kTrustEtsiOverdue);
  // Of a list that somebody else signed nothing is said but that.
  EXPECT_EQ(
      ReasonOf(ReadEtsiList(AsBytes(list_), stranger_.certificate.ToPem(), {}, At("2027-01-01"))
                   .status()),
      Reason::kTrustEtsiSignature);
}

TEST_F(ImportEtsiTest, WhatIsNotACertificateIsNamed) {
  EXPECT_EQ(ReasonOf(Import("2026-11-23", {"junk"}).status()), Reason::kTrustJunk);
  EXPECT_EQ(
      DetailOf(Import("2026-11-23", {leaf_.certificate.ToPem(), "junk"}).status()).substr(0, 6),
      "leaf 2");
  EXPECT_EQ(ReasonOf(ReadEtsiList(AsBytes(list_), "junk", {}, At("2026-11-23")).status()),
            Reason::kTrustJunk);
  EXPECT_EQ(
      ReasonOf(ReadEtsiList(AsBytes(list_), stranger_.certificate.ToPem(), {}, At("2026-11-23"))
                   .status()),
      Reason::kTrustEtsiSignature);
}

}  // namespace
}  // namespace sceau::trust::etsi
