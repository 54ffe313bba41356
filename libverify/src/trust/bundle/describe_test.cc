// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/describe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "sceau/trust_file.h"
#include "trust/bundle/bundle_testing.h"
#include "trust/certified.h"
#include "trust/status_list/status_list_writer.h"

namespace sceau {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using trust::At;
using trust::TestParty;
using Kind = TrustChangeKind;

std::string KeyId(const TestParty& party) {
  return seal::ToString(trust::HashIdOf(party.certificate));
}

trust::Withdrawal Withdrawn(std::uint64_t index, trust::StatusValue value) {
  return {index, value, *ParseIsoDate("2026-10-30"), WithdrawalReason::kLost};
}

class DescribeTest : public testing::Test {
 protected:
  Bytes ListOf(const TestParty& party, std::vector<trust::Withdrawal> withdrawals) const {
    const trust::StatusListContent content{3, At("2026-11-01"), At("2026-12-01"), 10, withdrawals};
    return *trust::SignStatusList(content, party.key, party.certificate, {});
  }
  // As if the roots of this computer had signed it.
  TrustFileDescription Describe(const trust::BundleContent& content) const {
    const Bytes file = trust::BundleFile({roots_file_}, content, {roots_[1]});
    return *trust::DescribeApproved(*trust::SignedFile::Parse(trust::FileKind::kBundle, file), {});
  }

  std::vector<TestParty> roots_ = trust::MakeRootHolders(2);
  Bytes roots_file_ = trust::RootsFile(1, 2, roots_, roots_);
  TestParty fund_ = trust::MakeParty({.common_name = "fund", .until = "2027-06-01"});
  TestParty other_ = trust::MakeParty({.common_name = "other"});
};

TEST_F(DescribeTest, OfASetOfRootsSaysWhoSigned) {
  const auto file = DescribeTrustFile(trust::RootsFile(4, 2, roots_, {roots_[1]}));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_FALSE(file->bundle);
  EXPECT_EQ(file->roots_version, 4U);
  EXPECT_EQ(file->threshold, 2U);
  EXPECT_EQ(file->signature_count(), 1U);
  ASSERT_EQ(file->roots.size(), 2U);
  EXPECT_FALSE(file->roots[0].has_signed);
  EXPECT_TRUE(file->roots[1].has_signed);
  EXPECT_EQ(file->roots[1].key.key_id, KeyId(roots_[1]));
  EXPECT_EQ(file->roots[1].key.name, "root 1");
}

TEST_F(DescribeTest, OfABundleSaysAllThatItHolds) {
  trust::BundleContent content = trust::SomeContent(7);
  content.issuers = {trust::EntryOf(fund_, {"01", "02"})};
  content.issuers[0].retired = At("2027-01-01");
  content.status_lists = {ListOf(fund_, {Withdrawn(2, trust::StatusValue::kInvalid),
                                         Withdrawn(3, trust::StatusValue::kSuspended),
                                         Withdrawn(9, trust::StatusValue::kInvalid)})};
  const TrustFileDescription file = Describe(content);
  EXPECT_EQ(file.signature_count(), 1U);
  EXPECT_EQ(file.digest.size(), 64U);
  ASSERT_TRUE(file.bundle);
  EXPECT_EQ(file.bundle->sequence, 7U);
  EXPECT_EQ(file.bundle->issued, At("2026-11-01"));
  EXPECT_EQ(file.bundle->next_update, At("2026-12-15"));
  EXPECT_THAT(file.bundle->issuers, ElementsAre(DescribedIssuer{
                                        {KeyId(fund_), "fund", At("2026-01-01"), At("2027-06-01")},
                                        "CPAM d'essai",
                                        {"ad1"},
                                        {"01", "02"},
                                        At("2027-01-01"),
                                        std::nullopt,
                                        false}));
  // Ten entries, filled up to a whole byte.
  EXPECT_THAT(file.bundle->status_lists,
              ElementsAre(DescribedStatusList{KeyId(fund_), 3, At("2026-11-01"), At("2026-12-01"),
                                              12, 2, 1}));
}

TEST_F(DescribeTest, WhatCannotBeReadIsRefused) {
  EXPECT_EQ(ReasonOf(DescribeTrustFile({}).status()), Reason::kTrustFileMalformed);
  Limits small;
  small.bundle_bytes = 10;
  EXPECT_EQ(ReasonOf(DescribeTrustFile(roots_file_, small).status()), Reason::kTrustTooLarge);
  const auto describe = [](const std::vector<Bytes>& roots, const trust::BundleContent& content) {
    return ReasonOf(DescribeTrustFile(trust::BundleFile(roots, content, {})).status());
  };
  EXPECT_EQ(describe({}, trust::SomeContent()), Reason::kTrustFileMalformed);
  EXPECT_EQ(describe({Bytes{1}}, trust::SomeContent()), Reason::kTrustFileMalformed);
  trust::BundleContent content = trust::SomeContent();
  content.status_lists = {ListOf(fund_, {})};
  const Bytes file = trust::BundleFile({roots_file_}, content, {});
  EXPECT_EQ(ReasonOf(trust::DescribeApproved(
                         *trust::SignedFile::Parse(trust::FileKind::kBundle, file), {})
                         .status()),
            Reason::kTrustStatusListSignature);
}

// Whoever made the file: its lists are not inflated, its chains not checked.
TEST_F(DescribeTest, OfAnUnsignedBundleNothingIsChecked) {
  trust::BundleContent content = trust::SomeContent();
  content.issuers = {trust::EntryOf(fund_)};
  content.issuers[0].formats = {"2d-doc"};  // and nobody certified it
  content.issuers[0].funds = {};
  content.status_lists = {Bytes{1, 2, 3}};
  const auto file = DescribeTrustFile(trust::BundleFile({roots_file_}, content, {}));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_FALSE(file->approved);
  EXPECT_EQ(file->bundle->status_list_count, 1U);
  EXPECT_THAT(file->bundle->status_lists, IsEmpty());
  ASSERT_EQ(file->bundle->issuers.size(), 1U);
  EXPECT_EQ(file->bundle->issuers[0].key.name, "fund");
  const TrustFileDescription approved = Describe(trust::SomeContent());
  EXPECT_THAT(CompareTrustFiles(approved, *file),
              ElementsAre(testing::Field(&TrustChange::kind, Kind::kIssuerAdded)));
}

TEST_F(DescribeTest, OfAnAuthoritysLeavesTheirOwnNamesAreSaid) {
  const TestParty authority =
      trust::MakeParty({.common_name = "FR99", .organisation = "AC Fiction", .authority = true});
  const TestParty leaf =
      trust::MakeParty({.common_name = "EDF9", .organisation = "EDF"}, &authority);
  trust::BundleContent content = trust::SomeContent();
  content.issuers = {{.name = "AC Fiction SAS",
                      .certificates = {authority.certificate, leaf.certificate},
                      .formats = {"2d-doc"},
                      .funds = {},
                      .retired = std::nullopt,
                      .compromised = std::nullopt}};
  const TrustFileDescription file = Describe(content);
  ASSERT_EQ(file.bundle->issuers.size(), 1U);
  EXPECT_EQ(file.bundle->issuers[0].name, "EDF");
  EXPECT_EQ(file.bundle->issuers[0].authority, "AC Fiction");
}

TEST_F(DescribeTest, ChangesAreNamed) {
  trust::BundleContent before = trust::SomeContent();
  before.issuers = {trust::EntryOf(fund_), trust::EntryOf(other_)};
  before.status_lists = {ListOf(fund_, {Withdrawn(2, trust::StatusValue::kSuspended)})};
  EXPECT_THAT(CompareTrustFiles(Describe(before), Describe(before)), IsEmpty());

  trust::BundleContent after = before;
  after.issuers[0].funds = {"02"};
  after.issuers[0].retired = At("2027-01-01");
  after.issuers[1].compromised = At("2026-10-01");
  after.status_lists = {ListOf(fund_, {Withdrawn(2, trust::StatusValue::kInvalid),
                                       Withdrawn(3, trust::StatusValue::kInvalid)})};
  EXPECT_THAT(
      CompareTrustFiles(Describe(before), Describe(after)),
      ElementsAre(
          TrustChange{Kind::kIssuerRetired, KeyId(fund_), "CPAM d'essai", At("2027-01-01"), 0},
          TrustChange{Kind::kIssuerCompromised, KeyId(other_), "CPAM d'essai", At("2026-10-01"), 0},
          TrustChange{Kind::kIssuerChanged, KeyId(fund_), "CPAM d'essai", std::nullopt, 0},
          TrustChange{Kind::kStatusListChanged, KeyId(fund_), "3", std::nullopt, 1}));

  trust::BundleContent fewer = trust::SomeContent();
  fewer.issuers = {trust::EntryOf(other_)};
  EXPECT_THAT(
      CompareTrustFiles(Describe(before), Describe(fewer)),
      ElementsAre(TrustChange{Kind::kIssuerRemoved, KeyId(fund_), "CPAM d'essai", std::nullopt, 0},
                  TrustChange{Kind::kStatusListRemoved, KeyId(fund_), "3", std::nullopt, -1}));
  EXPECT_THAT(
      CompareTrustFiles(Describe(fewer), Describe(before)),
      ElementsAre(TrustChange{Kind::kIssuerAdded, KeyId(fund_), "CPAM d'essai", std::nullopt, 0},
                  TrustChange{Kind::kStatusListAdded, KeyId(fund_), "3", std::nullopt, 1}));
}

TEST_F(DescribeTest, RootsThatComeAndGoAreNamed) {
  const std::vector<TestParty> next = {roots_[1], other_};
  const auto before = DescribeTrustFile(roots_file_);
  const auto after = DescribeTrustFile(trust::RootsFile(2, 1, next, next));
  EXPECT_THAT(
      CompareTrustFiles(*before, *after),
      ElementsAre(TrustChange{Kind::kRootAdded, KeyId(other_), "other", std::nullopt, 0},
                  TrustChange{Kind::kRootRemoved, KeyId(roots_[0]), "root 0", std::nullopt, 0}));
}

}  // namespace
}  // namespace sceau
