// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "base/status.h"
#include "issue/issuer_key.h"
#include "sceau/trust_file.h"
#include "sceau/trust_publish.h"
#include "trust/bundle/bundle_testing.h"
#include "trust/certified.h"
#include "trust/status_list/status_list_writer.h"

namespace sceau {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using trust::At;
using trust::TestParty;
using File = std::vector<std::uint8_t>;

IssuerKey KeyOf(const TestParty& party) {
  return std::make_shared<const issue::SigningIdentity>(
      issue::SigningIdentity{party.key, party.certificate});
}

std::string KeyId(const TestParty& party) {
  return seal::ToString(trust::HashIdOf(party.certificate));
}

class PublishTest : public testing::Test {
 protected:
  static File SignedBy(File file, std::initializer_list<const TestParty*> signers) {
    for (const TestParty* signer : signers) file = *SignTrustFile(file, KeyOf(*signer));
    return file;
  }
  File Roots() const {
    return SignedBy(*MakeRoots({{roots_[0].certificate.ToPem(), roots_[1].certificate.ToPem(),
                                 roots_[2].certificate.ToPem()},
                                2}),
                    {&roots_[0], &roots_[1]});
  }
  NewIssuer FundIssuer() const {
    return {.name = "CPAM de Fiction",
            .certificates_pem = {fund_.certificate.ToPem()},
            .formats = {"ad1"},
            .funds = {"01999"}};
  }
  NewBundle Request(const std::string& draft) const {
    return {.draft = draft,
            .roots = {Roots()},
            .status_lists = {},
            .issued = At("2026-11-01"),
            .next_update = At("2026-12-06")};
  }

  std::vector<TestParty> roots_ = trust::MakeRootHolders(3);
  TestParty fund_ = trust::MakeParty({.common_name = "fund"});
};

TEST_F(PublishTest, ADraftBecomesABundleThatOpensOnceEnoughRootsSigned) {
  const std::string draft = *AddIssuer("", FundIssuer());
  const BuiltBundle built = *BuildBundle(Request(draft));
  EXPECT_EQ(built.sequence, 1U);
  const auto trusted = trust::RootSet::Parse(Roots());
  const auto open = [&](const File& file) { return trust::OpenBundle(file, *trusted, {}); };
  EXPECT_EQ(ReasonOf(open(built.file).status()), Reason::kTrustBundleThreshold);
  const File once = SignedBy(built.file, {&roots_[1]});
  EXPECT_EQ(ReasonOf(open(SignedBy(once, {&roots_[1]})).status()), Reason::kTrustBundleThreshold);
  const auto bundle = open(SignedBy(once, {&roots_[2]}));
  ASSERT_TRUE(bundle.ok()) << bundle.status();
  EXPECT_EQ(bundle->content.issuers.at(0).name, "CPAM de Fiction");
  EXPECT_THAT(bundle->content.issuers.at(0).funds, ElementsAre("01999"));
  // The draft remembers the sequence.
  EXPECT_EQ(BuildBundle(Request(built.draft))->sequence, 2U);
}

TEST_F(PublishTest, RootsAreReplacedByASetThatBothSign) {
  const File first = Roots();
  const TestParty newcomer = trust::MakeParty({.common_name = "root 3"});
  NewRoots request{{roots_[1].certificate.ToPem(), newcomer.certificate.ToPem()}, 2, first};
  const File second = SignedBy(*MakeRoots(request), {&roots_[0], &roots_[1], &newcomer});
  EXPECT_EQ(DescribeTrustFile(second)->roots_version, 2U);

  NewBundle bundle = Request(*AddIssuer("", FundIssuer()));
  bundle.roots = {second, first};  // in any order
  const auto built = BuildBundle(bundle);
  ASSERT_TRUE(built.ok()) << built.status();
  // Only the last set has a say.
  EXPECT_EQ(ReasonOf(SignTrustFile(built->file, KeyOf(roots_[0])).status()),
            Reason::kTrustNotARoot);
  const File file = SignedBy(built->file, {&roots_[1], &newcomer});
  EXPECT_TRUE(trust::OpenBundle(file, *trust::RootSet::Parse(first), {}).ok());

  bundle.roots = {first, SignedBy(*MakeRoots(request), {&roots_[1], &newcomer})};
  EXPECT_EQ(ReasonOf(BuildBundle(bundle).status()), Reason::kTrustRootsThreshold);
}

TEST_F(PublishTest, RootsThatCannotBeAreRefused) {
  const std::string a = roots_[0].certificate.ToPem();
  struct Row {
    NewRoots request;
    Reason reason;
  };
  const Row rows[] = {{{{a}, 0}, Reason::kUsage},
                      {{{a}, 2}, Reason::kUsage},
                      {{{a, a}, 1}, Reason::kUsage},
                      {{{}, 1}, Reason::kUsage},
                      {{{"no certificate"}, 1}, Reason::kKeyCertificateMismatch},
                      {{{a + roots_[1].certificate.ToPem()}, 1}, Reason::kKeyCertificateMismatch}};
  for (const Row& row : rows) EXPECT_EQ(ReasonOf(MakeRoots(row.request).status()), row.reason);
  const File unsigned_roots = *MakeRoots({{a}, 1});
  EXPECT_EQ(ReasonOf(MakeRoots({{a}, 1, unsigned_roots}).status()), Reason::kTrustRootsThreshold);
  EXPECT_EQ(ReasonOf(SignTrustFile(File{1, 2, 3}, KeyOf(fund_)).status()),
            Reason::kTrustFileMalformed);
}

TEST_F(PublishTest, IssuersThatABundleWouldRefuseAreRefusedAtOnce) {
  struct Row {
    std::function<void(NewIssuer&)> change;
    Reason reason;
    std::string detail;
  };
  const TestParty authority = trust::MakeParty({.common_name = "FR99", .authority = true});
  const Row rows[] = {
      {[](NewIssuer& i) { i.name = "a\x1b[2J"; }, Reason::kTrustDraftUnusable, "issuers/0/name"},
      {[](NewIssuer& i) { i.name = ""; }, Reason::kTrustDraftUnusable, "issuers/0/name"},
      {[](NewIssuer& i) { i.funds = {}; }, Reason::kTrustDraftUnusable, "issuers/0/funds"},
      {[](NewIssuer& i) { i.funds = {"1"}; }, Reason::kTrustDraftUnusable, "issuers/0/funds"},
      {[](NewIssuer& i) { i.formats = {}; }, Reason::kTrustDraftUnusable, "issuers/0/formats"},
      {[](NewIssuer& i) { i.certificates_pem = {}; }, Reason::kTrustDraftUnusable,
       "issuers/0/certificates"},
      {[](NewIssuer& i) { i.certificates_pem = {"junk"}; }, Reason::kTrustDraftUnusable,
       "/issuers/0/certificates/0"},
      {[&](NewIssuer& i) { i.certificates_pem = {authority.certificate.ToPem()}; },
       Reason::kTrustDraftUnusable, "issuers/0/certificates"},
      {[](NewIssuer& i) {
         i.formats = {"ad1", "2d-doc"};
       },
       Reason::kTrustLeafNotCertified, "issuers/0/certificates"},
  };
  for (const Row& row : rows) {
    NewIssuer issuer = FundIssuer();
    row.change(issuer);
    const auto draft = AddIssuer("", issuer);
    EXPECT_EQ(ReasonOf(draft.status()), row.reason) << draft.status();
    EXPECT_THAT(DetailOf(draft.status()), HasSubstr(row.detail));
  }
  const std::string draft = *AddIssuer("", FundIssuer());
  EXPECT_EQ(ReasonOf(AddIssuer(draft, FundIssuer()).status()), Reason::kTrustKeyIdTwice);
}

TEST_F(PublishTest, WhatIsGrantedForAttestationsStandsInTheBundle) {
  NewIssuer issuer = FundIssuer();
  const auto described = [&] {
    const std::string draft = *AddIssuer("", issuer);
    return DescribeTrustFile(BuildBundle(Request(draft))->file)->bundle->issuers.at(0);
  };
  EXPECT_EQ(described().maximum_validity_days, std::nullopt);
  EXPECT_FALSE(described().always_offers_status);
  issuer.always_offers_status = true;
  for (const int days : {1, 366, 3'660}) {
    issuer.maximum_validity_days = days;
    EXPECT_EQ(described().maximum_validity_days, days);
    EXPECT_TRUE(described().always_offers_status);
  }
  // What needs no new member is a bundle that older verifiers take.
  EXPECT_EQ(AddIssuer("", FundIssuer())->find("maximum_validity_days"), std::string::npos);
  EXPECT_EQ(AddIssuer("", FundIssuer())->find("always_offers_status"), std::string::npos);
}

TEST_F(PublishTest, DraftsThatDoNotFollowTheSchemaAreRefused) {
  const std::string good = *AddIssuer("", FundIssuer());
  const auto broken = [&good](std::string_view from, std::string_view to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
  };
  const std::string drafts[] = {
      "{}",
      "[]",
      "x",
      broken("\"schema_version\": 1", "\"schema_version\": 2"),
      broken("\"sequence\": 0", "\"sequence\": -1"),
      broken("\"sequence\": 0", "\"sequence\": 9007199254740992"),
      broken("\"sequence\": 0", "\"sequence\": 0, \"more\": 1"),
      broken("\"formats\"", "\"forms\""),
      broken("\"01999\"", "1999"),
      broken("\"name\": \"CPAM de Fiction\"", "\"name\": 1"),
      broken("\"name\"", "\"test\": 1, \"name\""),
      broken("\"name\"", "\"always_offers_status\": 1, \"name\""),
      broken("\"name\"", "\"maximum_validity_days\": 0, \"name\""),
      broken("\"name\"", "\"maximum_validity_days\": 3661, \"name\""),
      broken("\"name\"", "\"maximum_validity_days\": \"186\", \"name\""),
      broken("\"name\"", "\"retired\": \"2026-11-01\", \"name\""),
      broken("\"name\"", "\"compromised\": 5, \"name\""),
  };
  for (const std::string& draft : drafts) {
    EXPECT_EQ(ReasonOf(AddIssuer(draft, FundIssuer()).status()), Reason::kTrustDraftUnusable)
        << draft;
    EXPECT_EQ(ReasonOf(RetireIssuer(draft, KeyId(fund_), At("2026-11-01")).status()),
              Reason::kTrustDraftUnusable);
  }
}

TEST_F(PublishTest, RetiringAKeyLeavesItsNeighboursAlone) {
  const TestParty authority =
      trust::MakeParty({.common_name = "FR99", .organisation = "A", .authority = true});
  const TestParty one = trust::MakeParty({.common_name = "0001"}, &authority);
  const TestParty two = trust::MakeParty({.common_name = "0002"}, &authority);
  const std::string draft =
      *AddIssuer("", {.name = "Émetteur",
                      .certificates_pem = {authority.certificate.ToPem() + one.certificate.ToPem(),
                                           two.certificate.ToPem()},
                      .formats = {"2d-doc"},
                      .funds = {},
                      .test = true});
  const std::string retired = *RetireIssuer(draft, KeyId(one), At("2026-11-10"));
  const std::string both = *CompromiseIssuer(retired, KeyId(two), At("2026-11-12"));
  const auto built = BuildBundle(Request(both));
  ASSERT_TRUE(built.ok()) << built.status();
  std::vector<DescribedIssuer> issuers = DescribeTrustFile(built->file)->bundle->issuers;
  ASSERT_EQ(issuers.size(), 2U);
  std::ranges::sort(issuers, {}, [](const DescribedIssuer& issuer) { return issuer.key.name; });
  EXPECT_EQ(issuers[0].retired, At("2026-11-10"));
  EXPECT_EQ(issuers[0].compromised, std::nullopt);
  EXPECT_EQ(issuers[1].retired, std::nullopt);
  EXPECT_EQ(issuers[1].compromised, At("2026-11-12"));
  EXPECT_TRUE(issuers[0].test && issuers[1].test);
  EXPECT_EQ(ReasonOf(RetireIssuer(draft, KeyId(fund_), At("2026-11-10")).status()),
            Reason::kTrustUnknownKeyId);
  // An authority is not an issuer.
  EXPECT_EQ(ReasonOf(RetireIssuer(draft, KeyId(authority), At("2026-11-10")).status()),
            Reason::kTrustUnknownKeyId);
}

TEST_F(PublishTest, ABundleThatCouldNotBeInstalledIsNotBuilt) {
  const std::string draft = *AddIssuer("", FundIssuer());
  const TestParty stranger = trust::MakeParty({.common_name = "stranger"});
  const auto list_of = [](const TestParty& party) {
    const trust::StatusListContent content{1, At("2026-11-01"), At("2026-12-06"), 4};
    return *trust::SignStatusList(content, party.key, party.certificate, {});
  };
  struct Row {
    std::function<void(NewBundle&)> change;
    Reason reason;
  };
  const Row rows[] = {
      {[](NewBundle& b) { b.roots.clear(); }, Reason::kUsage},
      {[](NewBundle& b) {
         b.roots = {{1, 2}};
       },
       Reason::kTrustFileMalformed},
      {[](NewBundle& b) { b.next_update = b.issued; }, Reason::kUsage},
      {[](NewBundle& b) {
         b.status_lists = {{1, 2}};
       },
       Reason::kTrustStatusListMalformed},
      {[&](NewBundle& b) { b.status_lists = {list_of(stranger)}; },
       Reason::kTrustStatusListSignature},
      {[&](NewBundle& b) {
         b.status_lists = {list_of(fund_), list_of(fund_)};
       },
       Reason::kTrustFileMalformed},
  };
  for (const Row& row : rows) {
    NewBundle request = Request(draft);
    row.change(request);
    EXPECT_EQ(ReasonOf(BuildBundle(request).status()), row.reason);
  }
  Limits small;
  small.bundle_bytes = 17'000;
  EXPECT_EQ(ReasonOf(BuildBundle(Request(draft), small).status()), Reason::kTrustTooLarge);
  NewBundle request = Request(draft);
  request.status_lists = {list_of(fund_)};
  const auto built = BuildBundle(request);
  ASSERT_TRUE(built.ok()) << built.status();
  EXPECT_EQ(DescribeTrustFile(built->file)->bundle->status_list_count, 1U);
}

}  // namespace
}  // namespace sceau
