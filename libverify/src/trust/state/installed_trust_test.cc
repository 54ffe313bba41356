// SPDX-License-Identifier: Apache-2.0
#include "trust/state/installed_trust.h"

#include <gtest/gtest.h>

#include "base/status.h"
#include "codec/cbor.h"
#include "trust/bundle/bundle_testing.h"

namespace sceau::trust {
namespace {

class InstalledTrustTest : public testing::Test {
 protected:
  InstalledTrustTest()
      : first_(RootsFile(1, 1, holders_, holders_)),
        second_(RootsFile(2, 1, next_, {holders_[0], next_[0]})),
        installed_{first_, 10, {}, At("2026-11-01")} {
    installed_ = Next({first_, 0, {}, {}}, Opened(SomeContent(10)));
  }

  static InstalledTrust Next(const InstalledTrust& installed, const Bundle& bundle) {
    return Updated(installed, *RootsInForce(installed), bundle);
  }

  Bundle Opened(const BundleContent& content) const {
    return *OpenBundle(BundleFile({first_}, content, holders_), *RootSet::Parse(first_), Limits{});
  }
  Bundle OpenedWithNewRoots(const BundleContent& content) const {
    return *OpenBundle(BundleFile({first_, second_}, content, next_), *RootSet::Parse(first_),
                       Limits{});
  }
  // kInternal when the bundle may be taken.
  Reason Check(const Bundle& bundle, const std::string& today = "2026-11-23",
               Use use = Use::kInstall) const {
    const absl::Status status =
        CheckUpdate(bundle, installed_, *RootsInForce(installed_), At(today), use);
    return status.ok() ? Reason::kInternal : ReasonOf(status);
  }

  const std::vector<TestParty> holders_ = MakeRootHolders(1);
  const std::vector<TestParty> next_ = MakeRootHolders(1);
  const Bytes first_;
  const Bytes second_;
  InstalledTrust installed_;
};

constexpr Reason kTaken = Reason::kInternal;

TEST_F(InstalledTrustTest, WhatIsRememberedComesBack) {
  const auto again = DecodeInstalledTrust(EncodeInstalledTrust(installed_));
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->roots, first_);
  EXPECT_EQ(RootsInForce(*again)->version(), 1U);
  EXPECT_EQ(again->sequence, 10U);
  EXPECT_EQ(again->digest, installed_.digest);
  EXPECT_EQ(again->newest_signed, At("2026-11-01"));
}

TEST_F(InstalledTrustTest, ADamagedMemoryIsRefused) {
  const Bytes good = EncodeInstalledTrust(installed_);
  for (std::size_t length = 0; length < good.size(); length += 5) {
    const auto read = DecodeInstalledTrust(ByteSpan(good).first(length));
    ASSERT_FALSE(read.ok()) << length;
    EXPECT_EQ(ReasonOf(read.status()), Reason::kTrustStateUnusable);
  }
  Bytes bent = good;
  bent[good.size() / 2] ^= 0x01;  // in the roots
  const auto read = DecodeInstalledTrust(bent);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(ReasonOf(RootsInForce(*read).status()), Reason::kTrustStateUnusable);
}

TEST_F(InstalledTrustTest, TheNextSequenceIsTaken) {
  EXPECT_EQ(Check(Opened(SomeContent(11))), kTaken);
  EXPECT_EQ(Check(Opened(SomeContent(11, "2026-11-20"))), kTaken);
  EXPECT_EQ(Check(Opened(SomeContent(1'000'010))), kTaken);
}

TEST_F(InstalledTrustTest, EachAttackHasItsReason) {
  EXPECT_EQ(Check(Opened(SomeContent(9))), Reason::kTrustBundleRollback);
  BundleContent other = SomeContent(10);
  other.next_update = At("2026-12-16");
  EXPECT_EQ(Check(Opened(other)), Reason::kTrustBundleFork);
  EXPECT_EQ(Check(Opened(SomeContent(1'000'011))), Reason::kTrustBundleFastForward);
  EXPECT_EQ(Check(Opened(SomeContent(11, "2026-10-31"))), Reason::kTrustBundleOlderDate);
}

// An ECDSA signature (r, s) also holds as (r, n - s), and who held a root may sign later.
TEST_F(InstalledTrustTest, OtherSignaturesMakeNoOtherBundle) {
  EXPECT_EQ(Check(Opened(SomeContent(10))), kTaken) << "signed again, by other bytes";
  const auto stranger = MakeRootHolders(1);
  const Bytes one_more = BundleFile({first_}, SomeContent(10), {holders_[0], stranger[0]});
  const auto opened = OpenBundle(one_more, *RootSet::Parse(first_), Limits{});
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(Check(*opened), kTaken);
  EXPECT_EQ(opened->digest, installed_.digest);
}

TEST_F(InstalledTrustTest, DatesHaveTheirBoundaries) {
  const Bundle next = Opened(SomeContent(11));  // 2026-11-01 to 2026-12-15
  EXPECT_EQ(Check(next, "2026-10-31"), kTaken) << "one day of tolerance";
  EXPECT_EQ(Check(next, "2026-10-30"), Reason::kTrustBundleFromFuture);
  EXPECT_EQ(Check(next, "2026-12-14"), kTaken);
  EXPECT_EQ(Check(next, "2026-12-15"), Reason::kTrustBundleExpired);
  EXPECT_EQ(Check(next, "2026-12-15", Use::kVerify), kTaken);
  EXPECT_EQ(Check(Opened(SomeContent(9)), "2026-11-23", Use::kVerify),
            Reason::kTrustBundleRollback);
}

TEST_F(InstalledTrustTest, TheFirstBundleMayHaveAnySequence) {
  const InstalledTrust pinned{first_, 0, {}, {}};
  EXPECT_TRUE(CheckUpdate(Opened(SomeContent(20'261'123)), pinned, *RootSet::Parse(first_),
                          At("2026-11-23"), Use::kInstall)
                  .ok());
}

TEST_F(InstalledTrustTest, NewRootsUndoAFastForward) {
  installed_ = Next(installed_, Opened(SomeContent(900'000, "2026-11-30")));
  EXPECT_EQ(Check(Opened(SomeContent(12))), Reason::kTrustBundleRollback);
  const Bundle recovery = OpenedWithNewRoots(SomeContent(12, "2026-11-22"));
  EXPECT_EQ(Check(recovery), kTaken);
  const InstalledTrust recovered = Next(installed_, recovery);
  EXPECT_EQ(recovered.sequence, 12U);
  EXPECT_EQ(recovered.newest_signed, At("2026-11-22"));
  EXPECT_EQ(RootsInForce(recovered)->version(), 2U);
}

TEST_F(InstalledTrustTest, TheNewestDateNeverGoesBack) {
  InstalledTrust later = installed_;
  later.newest_signed = At("2026-11-20");
  EXPECT_EQ(Next(later, Opened(SomeContent(11))).newest_signed, At("2026-11-20"));
}

TEST_F(InstalledTrustTest, AnInstallationIsDecidedWithoutFiles) {
  const Bytes next = BundleFile({first_}, SomeContent(11), holders_);
  const auto decided = DecideInstallation(installed_, next, At("2026-11-23"), Limits{});
  ASSERT_TRUE(decided.ok()) << decided.status();
  EXPECT_EQ(decided->updated.sequence, 11U);
  EXPECT_EQ(decided->updated.roots, first_);
  EXPECT_EQ(decided->status_lists.size(), SomeContent(11).status_lists.size());

  const auto reason_of = [&](const InstalledTrust& installed, ByteSpan bundle, const char* today) {
    return ReasonOf(DecideInstallation(installed, bundle, At(today), Limits{}).status());
  };
  EXPECT_EQ(
      reason_of(decided->updated, BundleFile({first_}, SomeContent(10), holders_), "2026-11-23"),
      Reason::kTrustBundleRollback);
  EXPECT_EQ(reason_of(installed_, next, "2026-12-15"), Reason::kTrustBundleExpired);
  EXPECT_EQ(reason_of(installed_, BundleFile({first_}, SomeContent(11), next_), "2026-11-23"),
            Reason::kTrustBundleThreshold);
  EXPECT_EQ(reason_of({{}, 0, {}, {}}, next, "2026-11-23"), Reason::kTrustStateUnusable);
}

}  // namespace
}  // namespace sceau::trust
