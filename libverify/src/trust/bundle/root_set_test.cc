// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/root_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "codec/cbor.h"
#include "seal/cose/sign.h"
#include "trust/bundle/bundle_testing.h"

namespace sceau::trust {
namespace {

class RootSetTest : public testing::Test {
 protected:
  std::vector<TestParty> Some(std::initializer_list<std::size_t> indices) const {
    std::vector<TestParty> some;
    for (const std::size_t i : indices) some.push_back(holders_[i]);
    return some;
  }
  static Reason RefusalOf(const Bytes& file) {
    const auto set = RootSet::Parse(file);
    EXPECT_FALSE(set.ok());
    return set.ok() ? Reason::kInternal : ReasonOf(set.status());
  }

  const std::vector<TestParty> holders_ = MakeRootHolders(5);
};

TEST_F(RootSetTest, IsReadWhenEnoughOfItsOwnKeysSigned) {
  const Bytes file = RootsFile(1, 2, Some({0, 1, 2}), Some({2, 0}));
  const auto set = RootSet::Parse(file);
  ASSERT_TRUE(set.ok()) << set.status();
  EXPECT_EQ(set->version(), 1U);
  EXPECT_EQ(set->threshold(), 2U);
  ASSERT_EQ(set->certificates().size(), 3U);
  EXPECT_EQ(set->certificates()[1].sha256(), holders_[1].certificate.sha256());
  EXPECT_EQ(set->bytes(), file);
}

TEST_F(RootSetTest, TooFewOrOthersSignaturesAreRefused) {
  EXPECT_EQ(RefusalOf(RootsFile(1, 2, Some({0, 1, 2}), Some({0}))), Reason::kTrustRootsThreshold);
  EXPECT_EQ(RefusalOf(RootsFile(1, 1, Some({0}), {})), Reason::kTrustRootsThreshold);
  EXPECT_EQ(RefusalOf(RootsFile(1, 2, Some({0, 1, 2}), Some({0, 3, 4}))),
            Reason::kTrustRootsThreshold);
}

// The same signature put in twice by hand, which AddSignature() would not do.
TEST_F(RootSetTest, ASignatureThatStandsTwiceCountsOnce) {
  const Bytes once = RootsFile(1, 2, Some({0, 1, 2}), Some({0}));
  auto parts = *seal::cose::SplitSign(once, 8);
  parts.signers.push_back(parts.signers.front());
  EXPECT_EQ(RefusalOf(seal::cose::JoinSign(parts)), Reason::kTrustRootsThreshold);
}

TEST_F(RootSetTest, OneKeyUnderTwoCertificatesIsRefused) {
  const TestParty again{holders_[0].key,
                        *holders_[0].key.Certify({.organisation = "Test",
                                                  .common_name = "other name",
                                                  .not_before = At("2026-01-01"),
                                                  .not_after = At("2028-01-01")},
                                                 holders_[0].key.public_key(), std::nullopt)};
  const Bytes file = RootsFile(1, 2, {holders_[0], again}, {holders_[0], again});
  EXPECT_EQ(RefusalOf(file), Reason::kTrustFileMalformed);
}

TEST_F(RootSetTest, AnyChangedByteIsRefused) {
  const Bytes file = RootsFile(1, 1, Some({0}), Some({0}));
  for (std::size_t i = 0; i < file.size(); i += 7) {
    Bytes bent = file;
    bent[i] ^= 0x01;
    EXPECT_FALSE(RootSet::Parse(bent).ok()) << i;
  }
}

TEST_F(RootSetTest, WhatBreaksTheFormatIsRefused) {
  const auto signed_payload = [this](auto write) {
    codec::CborWriter writer;
    write(writer);
    return SignedBy(SignedFile(FileKind::kRoots, writer.Take()), Some({0}));
  };
  const Bytes der = holders_[0].certificate.ToDer();
  struct Row {
    std::string_view what;
    Reason reason;
    Bytes file;
  };
  const auto set = [&](std::uint64_t format, std::uint64_t version, std::uint64_t threshold,
                       std::size_t copies, bool extra) {
    return signed_payload([&](codec::CborWriter& w) {
      w.Map(extra ? 5 : 4).Integer(0).Unsigned(format).Integer(1).Unsigned(version);
      w.Integer(2).Unsigned(threshold).Integer(3).Array(copies);
      for (std::size_t i = 0; i < copies; ++i) w.ByteString(der);
      if (extra) w.Integer(9).Unsigned(0);
    });
  };
  ASSERT_TRUE(RootSet::Parse(set(1, 1, 1, 1, false)).ok());
  const Row rows[] = {
      {"format", Reason::kTrustFileUnsupported, set(2, 1, 1, 1, false)},
      {"unknown member", Reason::kTrustFileUnsupported, set(1, 1, 1, 1, true)},
      {"version 0", Reason::kTrustFileMalformed, set(1, 0, 1, 1, false)},
      {"threshold 0", Reason::kTrustFileMalformed, set(1, 1, 0, 1, false)},
      {"threshold above n", Reason::kTrustFileMalformed, set(1, 1, 2, 1, false)},
      {"no key", Reason::kTrustFileMalformed, set(1, 1, 1, 0, false)},
      {"no map", Reason::kTrustFileMalformed, signed_payload([](auto& w) { w.Unsigned(1); })},
      {"no cbor", Reason::kTrustFileMalformed,
       SignedBy(SignedFile(FileKind::kRoots, {0xFF}), Some({0}))},
      {"a bundle", Reason::kTrustFileMalformed,
       SignedBy(SignedFile(FileKind::kBundle, EncodeRoots({1, 1, {holders_[0].certificate}})),
                Some({0}))},
      {"nothing", Reason::kTrustFileMalformed, {}},
  };
  for (const Row& row : rows) EXPECT_EQ(RefusalOf(row.file), row.reason) << row.what;
}

TEST_F(RootSetTest, RootsAreFollowedThroughOldAndNewKeys) {
  const Bytes first = RootsFile(1, 2, Some({0, 1, 2}), Some({0, 1}));
  const Bytes second = RootsFile(2, 2, Some({2, 3, 4}), Some({1, 2, 3}));  // 2 of old, 2 of new
  const Bytes third = RootsFile(3, 1, Some({4}), Some({3, 4}));
  const RootSet trusted = *RootSet::Parse(first);
  const auto version_after = [&](std::vector<Bytes> chain) {
    const auto set = FollowRoots(trusted, chain);
    return set.ok() ? set->version() : 0;
  };
  EXPECT_EQ(version_after({first}), 1U);
  EXPECT_EQ(version_after({first, second}), 2U);
  EXPECT_EQ(version_after({second, third}), 3U);
  EXPECT_EQ(FollowRoots(*RootSet::Parse(second), std::vector{first, second, third})->version(), 3U);
}

TEST_F(RootSetTest, ABrokenSuccessionIsRefused) {
  const Bytes first = RootsFile(1, 2, Some({0, 1, 2}), Some({0, 1}));
  const Bytes second = RootsFile(2, 2, Some({2, 3, 4}), Some({1, 2, 3}));
  const Bytes third = RootsFile(3, 1, Some({4}), Some({3, 4}));
  const Bytes usurped = RootsFile(2, 1, Some({3, 4}), Some({3, 4}));  // no old key
  const Bytes half = RootsFile(2, 2, Some({2, 3, 4}), Some({2, 3}));  // one old key of two
  const RootSet trusted = *RootSet::Parse(first);
  const auto reason = [&](const RootSet& from, std::vector<Bytes> chain) {
    const auto set = FollowRoots(from, chain);
    EXPECT_FALSE(set.ok());
    return set.ok() ? Reason::kInternal : ReasonOf(set.status());
  };
  EXPECT_EQ(reason(trusted, {usurped}), Reason::kTrustRootsThreshold);
  EXPECT_EQ(reason(trusted, {half}), Reason::kTrustRootsThreshold);
  EXPECT_EQ(reason(trusted, {third}), Reason::kTrustRootsGap);
  EXPECT_EQ(reason(*RootSet::Parse(second), {first}), Reason::kTrustRootsRollback);
  EXPECT_EQ(reason(trusted, {}), Reason::kTrustRootsRollback);
  EXPECT_EQ(reason(trusted, {{0x00}}), Reason::kTrustFileMalformed);
}

// A stranger's chain: sets behind one that is not approved could be anything.
TEST_F(RootSetTest, NothingIsLookedAtBehindASetThatNobodyApproved) {
  const Bytes first = RootsFile(1, 2, Some({0, 1, 2}), Some({0, 1}));
  const RootSet trusted = *RootSet::Parse(first);
  const auto with_certificate = [](std::uint64_t version) {
    codec::CborWriter writer;
    writer.Map(4).Integer(0).Unsigned(1).Integer(1).Unsigned(version);
    writer.Integer(2).Unsigned(1).Integer(3).Array(1).ByteString(Bytes{0x30, 0x00});
    return SignedFile(FileKind::kRoots, writer.Take()).ToBytes();
  };
  // Its certificate cannot be parsed, and nobody tries.
  EXPECT_EQ(ReasonOf(RootSet::Parse(with_certificate(2)).status()), Reason::kTrustFileMalformed);
  EXPECT_EQ(ReasonOf(FollowRoots(trusted, std::vector<Bytes>{with_certificate(2)}).status()),
            Reason::kTrustRootsThreshold);
  EXPECT_EQ(FollowRoots(trusted, std::vector<Bytes>{with_certificate(1)})->version(), 1U);
}

}  // namespace
}  // namespace sceau::trust
