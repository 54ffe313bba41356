// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/status.h"
#include "sceau/trust.h"
#include "sceau/trust_file.h"
#include "trust/bundle/bundle_testing.h"
#include "trust/status_list/status_list_writer.h"
#include "trust/trust_store.h"

namespace sceau::trust {
namespace {

namespace fs = std::filesystem;

class StateDirectoryTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/sceau_state_XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
    state_ = folder_ + "/deep/state";
  }
  void TearDown() override { fs::remove_all(folder_); }

  Bytes Sequence(std::uint64_t sequence) const {
    BundleContent content = SomeContent(sequence);
    content.issuers = {EntryOf(fund_)};
    return BundleFile({roots_}, content, holders_);
  }
  absl::Status Install(const Bytes& bundle) const { return InstallBundle(state_, bundle, now_); }
  std::string Saved(const Bytes& bytes) const {
    const std::string path = folder_ + "/file.trust";
    std::ofstream(path, std::ios::binary) << AsText(bytes);
    return path;
  }
  std::vector<std::string> Bundles() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(state_)) {
      if (entry.path().extension() == ".trust") names.push_back(entry.path().string());
    }
    return names;
  }

  const Instant now_ = At("2026-11-23");
  const std::vector<TestParty> holders_ = MakeRootHolders(1);
  const Bytes roots_ = RootsFile(1, 1, holders_, holders_);
  const TestParty fund_ = MakeParty({.common_name = "fund"});
  std::string folder_;
  std::string state_;
};

TEST_F(StateDirectoryTest, PinInstallAndLoad) {
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustNotInstalled);
  EXPECT_EQ(ReasonOf(Install(Sequence(1))), Reason::kTrustNotInstalled);
  EXPECT_FALSE(fs::exists(state_)) << "a refusal leaves nothing";
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustNotInstalled);
  ASSERT_TRUE(Install(Sequence(1)).ok());
  const auto trust = LoadInstalledTrust(state_);
  ASSERT_TRUE(trust.ok()) << trust.status();
  EXPECT_EQ((*trust)->issuers().size(), 1U);
  EXPECT_EQ((*trust)->FreshnessAt(now_), FreshnessAxis::kFresh);
}

TEST_F(StateDirectoryTest, RootsArePinnedOnce) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  EXPECT_TRUE(PinRoots(state_, roots_).ok());
  const auto others = MakeRootHolders(1);
  EXPECT_EQ(ReasonOf(PinRoots(state_, RootsFile(1, 1, others, others))),
            Reason::kTrustAlreadyPinned);
  EXPECT_EQ(ReasonOf(PinRoots(state_, Bytes{0x00})), Reason::kTrustFileMalformed);
}

TEST_F(StateDirectoryTest, ARefusedBundleLeavesTheOldOneInForce) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  const Bytes fifth = Sequence(5);
  ASSERT_TRUE(Install(fifth).ok());
  EXPECT_TRUE(Install(fifth).ok()) << "the same again";
  const auto in_force = Bundles();
  ASSERT_EQ(in_force.size(), 1U);
  EXPECT_EQ(ReasonOf(Install(Sequence(4))), Reason::kTrustBundleRollback);
  EXPECT_EQ(ReasonOf(Install(Bytes{0x00})), Reason::kTrustFileMalformed);
  EXPECT_EQ(Bundles(), in_force);
  EXPECT_TRUE(LoadInstalledTrust(state_).ok());
  ASSERT_TRUE(Install(Sequence(6)).ok());
  EXPECT_EQ(Bundles().size(), 1U) << "the one before is taken away";
}

// What a stop between the two writes leaves: the new bundle is there, nothing names it.
TEST_F(StateDirectoryTest, ABundleThatNothingNamesIsPassedOver) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  ASSERT_TRUE(Install(Sequence(5)).ok());
  std::ofstream(state_ + "/0000.trust", std::ios::binary) << AsText(Sequence(6));
  EXPECT_TRUE(LoadInstalledTrust(state_).ok());
  EXPECT_TRUE(Install(Sequence(6)).ok());
  EXPECT_EQ(Bundles().size(), 2U);
}

TEST_F(StateDirectoryTest, FilesOfOthersAreNeverTakenAway) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  ASSERT_TRUE(Install(Sequence(5)).ok());
  const std::string mine = state_ + "/" + std::string(64, 'a');
  for (const std::string& path :
       {state_ + "/mine.trust", mine + ".trust", mine + "-0.status", state_ + "/mine.status"})
    std::ofstream(path) << "mine";
  ASSERT_TRUE(Install(Sequence(6)).ok());
  ASSERT_TRUE(Install(Sequence(7)).ok());
  for (const char* name : {"/mine.trust", "/mine.status"}) EXPECT_TRUE(fs::exists(state_ + name));
  EXPECT_TRUE(fs::exists(mine + ".trust"));
  EXPECT_TRUE(fs::exists(mine + "-0.status"));
  EXPECT_EQ(Bundles().size(), 3U);
}

TEST_F(StateDirectoryTest, RootsAndBundleAreTakenTogetherOrNeither) {
  const auto others = MakeRootHolders(1);
  const Bytes other_roots = RootsFile(1, 1, others, others);
  const auto install = [&](const Bytes& roots, const Bytes& bundle) {
    const absl::Status status = InstallFirstBundle(state_, roots, bundle, now_);
    return status.ok() ? Reason::kInternal : ReasonOf(status);
  };
  EXPECT_EQ(install(other_roots, Sequence(1)), Reason::kTrustBundleThreshold);
  EXPECT_EQ(install(roots_, Bytes{0x00}), Reason::kTrustFileMalformed);
  EXPECT_EQ(ReasonOf(Install(Sequence(1))), Reason::kTrustNotInstalled) << "nothing is pinned";
  EXPECT_EQ(install(roots_, Sequence(1)), Reason::kInternal);
  EXPECT_TRUE(LoadInstalledTrust(state_).ok());
  EXPECT_EQ(install(roots_, Sequence(2)), Reason::kInternal);
  EXPECT_EQ(install(other_roots, Sequence(3)), Reason::kTrustAlreadyPinned);
}

TEST_F(StateDirectoryTest, ASignatureMoreMakesNoOtherRootsAndNoOtherBundle) {
  const auto holders = MakeRootHolders(2);
  const Bytes roots = RootsFile(1, 1, holders, {holders[0]});
  ASSERT_TRUE(PinRoots(state_, roots).ok());
  EXPECT_TRUE(PinRoots(state_, RootsFile(1, 1, holders, holders)).ok());
  BundleContent content = SomeContent(5);
  content.issuers = {EntryOf(fund_)};
  ASSERT_TRUE(Install(BundleFile({roots}, content, {holders[0]})).ok());
  EXPECT_TRUE(Install(BundleFile({roots}, content, holders)).ok());
  EXPECT_TRUE(Install(BundleFile({roots}, content, {holders[1]})).ok());
  EXPECT_TRUE(LoadInstalledTrust(state_).ok());
  EXPECT_EQ(Bundles().size(), 1U);
}

// Each takes away the files of the one before, which a reader may be about to open.
TEST_F(StateDirectoryTest, AReaderDuringInstallationsReadsAgain) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  ASSERT_TRUE(Install(Sequence(1)).ok());
  std::atomic<bool> done = false;
  std::thread installer([&] {
    for (std::uint64_t sequence = 2; !done; ++sequence) {
      EXPECT_TRUE(Install(Sequence(sequence)).ok());
    }
  });
  for (int i = 0; i < 100; ++i) {
    const auto trust = LoadInstalledTrust(state_);
    EXPECT_TRUE(trust.ok()) << trust.status();
    const auto file = DescribeInstalledTrust(state_);
    EXPECT_TRUE(file.ok()) << file.status();
  }
  done = true;
  installer.join();
}

TEST_F(StateDirectoryTest, NothingOfAFileIsDescribedBeforeTheRootsSignedIt) {
  EXPECT_EQ(ReasonOf(DescribeBundleFor(state_, Sequence(1)).status()), Reason::kTrustNotInstalled);
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  EXPECT_FALSE(DescribeInstalledTrust(state_)->bundle);
  const auto others = MakeRootHolders(1);
  const Bytes foreign = BundleFile({RootsFile(1, 1, others, others)}, SomeContent(1), others);
  EXPECT_EQ(ReasonOf(DescribeBundleFor(state_, foreign).status()), Reason::kTrustBundleThreshold);
  EXPECT_TRUE(DescribeBundleFor(state_, Sequence(1))->approved);
  ASSERT_TRUE(Install(Sequence(1)).ok());
  EXPECT_TRUE(DescribeInstalledTrust(state_)->approved);
  EXPECT_EQ(DescribeInstalledTrust(state_)->bundle->sequence, 1U);
}

TEST_F(StateDirectoryTest, ADamagedDirectoryIsSaidToBeSo) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  ASSERT_TRUE(Install(Sequence(5)).ok());
  const std::string bundle = Bundles().at(0);
  // A bundle that is good in itself, and not the one that was taken.
  std::ofstream(bundle, std::ios::binary) << AsText(Sequence(4));
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustStateUnusable);
  fs::remove(bundle);
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustStateUnusable);
  std::ofstream(state_ + "/state.cbor") << "junk";
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustStateUnusable);
  EXPECT_EQ(ReasonOf(Install(Sequence(6))), Reason::kTrustStateUnusable);
  EXPECT_EQ(ReasonOf(PinRoots(state_, roots_)), Reason::kTrustStateUnusable);
}

TEST_F(StateDirectoryTest, StatusListsAreInstalledAndHeld) {
  const std::vector<Withdrawal> withdrawals = {
      {3, StatusValue::kInvalid, *ParseIsoDate("2026-11-05"), WithdrawalReason::kLost}};
  const auto list_of = [&](const TestParty& signer) {
    return *SignStatusList({.number = 7,
                            .issued = At("2026-11-01"),
                            .expires = At("2026-12-15"),
                            .size = 100,
                            .withdrawals = withdrawals},
                           signer.key, signer.certificate, {});
  };
  const auto bundle_with = [&](std::vector<Bytes> lists) {
    BundleContent content = SomeContent(5);
    content.issuers = {EntryOf(fund_)};
    content.status_lists = std::move(lists);
    return BundleFile({roots_}, content, holders_);
  };
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  const Bytes good = bundle_with({list_of(fund_)});
  ASSERT_TRUE(Install(good).ok());
  for (const auto& trust :
       {LoadInstalledTrust(state_), LoadTrustBundle(Saved(good), state_, now_)}) {
    ASSERT_TRUE(trust.ok()) << trust.status();
    const MappedStatusList* list = (*trust)->FindStatusList((*trust)->issuers()[0], 7);
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->Lookup(3).value, StatusValue::kInvalid);
    EXPECT_EQ(list->Lookup(4).value, StatusValue::kValid);
    EXPECT_EQ((*trust)->FindStatusList((*trust)->issuers()[0], 8), nullptr);
  }
  const TestParty stranger = MakeParty({.common_name = "stranger"});
  Bytes bent = list_of(fund_);
  bent.back() ^= 0x01;
  EXPECT_EQ(ReasonOf(Install(bundle_with({list_of(stranger)}))), Reason::kTrustBundleFork)
      << "the sequence is looked at first";
  fs::remove_all(state_);
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  EXPECT_EQ(ReasonOf(Install(bundle_with({list_of(stranger)}))), Reason::kTrustStatusListSignature);
  EXPECT_EQ(ReasonOf(Install(bundle_with({bent}))), Reason::kTrustStatusListSignature);
  EXPECT_EQ(ReasonOf(Install(bundle_with({{0x00}}))), Reason::kTrustStatusListMalformed);
  EXPECT_EQ(ReasonOf(Install(bundle_with({list_of(fund_), list_of(fund_)}))),
            Reason::kTrustFileMalformed);
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustNotInstalled);
  EXPECT_TRUE(Bundles().empty());
}

TEST_F(StateDirectoryTest, ABundleForThisOnceChangesNothing) {
  ASSERT_TRUE(PinRoots(state_, roots_).ok());
  ASSERT_TRUE(LoadTrustBundle(Saved(Sequence(7)), state_, now_).ok());
  EXPECT_EQ(ReasonOf(LoadInstalledTrust(state_).status()), Reason::kTrustNotInstalled);
  ASSERT_TRUE(Install(Sequence(6)).ok());
  EXPECT_TRUE(LoadTrustBundle(Saved(Sequence(7)), state_, now_).ok());
  EXPECT_EQ(ReasonOf(LoadTrustBundle(Saved(Sequence(5)), state_, now_).status()),
            Reason::kTrustBundleRollback);
  EXPECT_EQ(ReasonOf(LoadTrustBundle(folder_ + "/absent", state_, now_).status()),
            Reason::kTrustMissing);
  const auto stale = LoadTrustBundle(Saved(Sequence(7)), state_, At("2027-03-01"));
  ASSERT_TRUE(stale.ok()) << stale.status();
  EXPECT_EQ((*stale)->FreshnessAt(At("2027-03-01")), FreshnessAxis::kStale);
}

TEST(DefaultTrustStateTest, FollowsTheXdgDirectories) {
  const auto with = [](const char* data, const char* home) {
    ::setenv("XDG_DATA_HOME", data, 1);
    ::setenv("HOME", home, 1);
    return DefaultTrustState();
  };
  const std::string home = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "";
  EXPECT_EQ(with("/data", "/home/zoe"), "/data/sceau/trust");
  EXPECT_EQ(with("relative", "/home/zoe"), "/home/zoe/.local/share/sceau/trust");
  EXPECT_EQ(with("", ""), "");
  ::setenv("HOME", home.c_str(), 1);
  ::unsetenv("XDG_DATA_HOME");
}

}  // namespace
}  // namespace sceau::trust
