// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "base/status.h"
#include "crypto/digest.h"
#include "trust/status_list/status_list_testing.h"

namespace sceau::trust {
namespace {

using testing::HasSubstr;

constexpr std::size_t kHeaderSize = 80;

Bytes ImageOf(const RawClaims& claims) {
  return WriteStatusListImage(*VerifyClaims(claims.Encoded()));
}
Bytes SomeImage() { return WriteStatusListImage(*ParseAndVerify(SomeStatusList())); }

// So that what lies behind the digest is reached.
void MendDigest(Bytes& image) {
  const auto digest = crypto::Sha256(ByteSpan(image).first(72));
  std::copy_n(digest.begin(), 8, image.begin() + 72);
}

void ExpectUnusable(const Bytes& image, const std::string& detail) {
  const auto read = StatusListImage::Read(image);
  ASSERT_FALSE(read.ok()) << detail;
  EXPECT_EQ(ReasonOf(read.status()), Reason::kTrustStatusListUnusable) << read.status();
  EXPECT_THAT(DetailOf(read.status()), HasSubstr(detail));
}

TEST(StatusListImageTest, EveryEntryIsFound) {
  const Bytes bytes = SomeImage();
  const auto image = StatusListImage::Read(bytes);
  ASSERT_TRUE(image.ok()) << image.status();
  EXPECT_EQ(image->header(), ParseAndVerify(SomeStatusList())->header());
  const std::vector<Withdrawal> withdrawals = SomeWithdrawals();
  auto next = withdrawals.begin();
  for (std::uint64_t i = 0; i < 1000; ++i) {
    StatusEntry expected{.value = StatusValue::kValid, .withdrawal = std::nullopt};
    if (next != withdrawals.end() && next->index == i) {
      expected = {.value = next->value, .withdrawal = *next};
      ++next;
    }
    EXPECT_EQ(image->Lookup(i), expected) << i;
  }
  for (const std::uint64_t outside :
       {std::uint64_t{1000}, std::uint64_t{1} << 34, std::numeric_limits<std::uint64_t>::max()}) {
    EXPECT_EQ(image->Lookup(outside), StatusEntry{}) << outside;
  }
}

TEST(StatusListImageTest, WhatWasNotGivenIsSaidWithUntilWhen) {
  RawClaims claims;
  claims.packed = {0x03};
  for (const std::optional<std::uint64_t> until :
       {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(0),
        std::optional(claims.issued)}) {
    claims.given_until = until;
    const Bytes bytes = ImageOf(claims);
    const StatusListImage image = *StatusListImage::Read(bytes);
    EXPECT_EQ(image.header(), VerifyClaims(claims.Encoded())->header());
    EXPECT_EQ(image.header().given_until.has_value(), until.has_value());
    EXPECT_EQ(image.Lookup(0),
              (StatusEntry{.value = StatusValue::kNotGiven, .withdrawal = std::nullopt}));
  }
}

// Installed by an older version, and read until the next bundle comes.
TEST(StatusListImageTest, TheOlderImageIsRead) {
  Bytes older = SomeImage();
  older[7] = '1';
  older.erase(older.begin() + 64, older.begin() + 72);
  const auto digest = crypto::Sha256(ByteSpan(older).first(64));
  std::copy_n(digest.begin(), 8, older.begin() + 64);
  const auto image = StatusListImage::Read(older);
  ASSERT_TRUE(image.ok()) << image.status();
  EXPECT_EQ(image->header(), ParseAndVerify(SomeStatusList())->header());
  EXPECT_EQ(image->Lookup(999).withdrawal, SomeWithdrawals()[2]);
  for (std::size_t size = 0; size < 72; ++size)
    ExpectUnusable(Bytes(older.begin(), older.begin() + static_cast<std::ptrdiff_t>(size)),
                   "shorter than its header");
  older[30] ^= 1;
  ExpectUnusable(older, "damaged header");
}

TEST(StatusListImageTest, WithoutDetailsThereIsTheValueAlone) {
  const Bytes bytes = ImageOf({});
  const StatusListImage image = *StatusListImage::Read(bytes);
  EXPECT_EQ(image.Lookup(1),
            (StatusEntry{.value = StatusValue::kSuspended, .withdrawal = std::nullopt}));
}

TEST(StatusListImageTest, OneBitAnEntry) {
  RawClaims claims;
  claims.bits = 1;
  claims.packed = {0x02};
  const Bytes bytes = ImageOf(claims);
  const StatusListImage image = *StatusListImage::Read(bytes);
  EXPECT_EQ(image.header().bits, 1);
  EXPECT_EQ(image.Lookup(0).value, StatusValue::kValid);
  EXPECT_EQ(image.Lookup(1).value, StatusValue::kInvalid);
  EXPECT_EQ(image.Lookup(7).value, StatusValue::kValid);
  EXPECT_EQ(image.Lookup(8).value, StatusValue::kOutsideList);
}

TEST(StatusListImageTest, ACauseWithoutANameReadsAsOther) {
  Bytes bytes = SomeImage();
  bytes.back() = 200;
  const StatusEntry entry = StatusListImage::Read(bytes)->Lookup(999);
  ASSERT_TRUE(entry.withdrawal);
  EXPECT_EQ(entry.withdrawal->reason, WithdrawalReason::kOther);
}

TEST(StatusListImageTest, EveryCutIsNoticed) {
  const Bytes good = SomeImage();
  for (std::size_t size = 0; size < good.size(); ++size) {
    const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
    ExpectUnusable(cut, size < kHeaderSize ? "shorter than its header" : "its size");
  }
  Bytes longer = good;
  longer.resize(longer.size() + 7);  // as long as one more withdrawal
  ExpectUnusable(longer, "its size");
}

TEST(StatusListImageTest, EveryChangedByteOfTheHeaderIsNoticed) {
  const Bytes good = SomeImage();
  for (std::size_t at = 0; at < kHeaderSize; ++at) {
    Bytes bent = good;
    bent[at] ^= 0x10;
    ExpectUnusable(bent, at < 8 ? "no installed status list" : "damaged header");
  }
}

TEST(StatusListImageTest, AHeaderThatCannotBeIsRefused) {
  const Bytes good = SomeImage();
  const struct {
    std::size_t at;
    std::uint8_t value;
    const char* detail;
  } cases[] = {
      {8, 0, "bits per entry"},  {8, 3, "bits per entry"}, {8, 4, "bits per entry"},
      {15, 1, "bits per entry"}, {39, 0x80, "dates"},      {47, 0x80, "dates"},
      {44, 0x00, "its size"},    {48, 0, "its size"},      {55, 0xFF, "its size"},
      {56, 4, "its size"},       {63, 0xFF, "its size"},   {71, 1, "given until"},
  };
  for (const auto& bad : cases) {
    Bytes image = good;
    image[bad.at] = bad.value;
    if (bad.at == 44) image[48] = 251;
    MendDigest(image);
    ExpectUnusable(image, bad.detail);
  }
  // Four packed bytes less and as many more, so that what is left is not a whole number of rows.
  Bytes shifted = good;
  shifted[48] = 249;
  MendDigest(shifted);
  ExpectUnusable(shifted, "its size");
}

// Sizes whose difference wraps around to a whole number of rows.
TEST(StatusListImageTest, SizesThatWrapAroundAreRefused) {
  const auto set = [](Bytes& image, std::size_t at, std::uint64_t number) {
    for (std::size_t i = 0; i < 8; ++i) image[at + i] = static_cast<std::uint8_t>(number >> 8 * i);
  };
  Bytes image = SomeImage();
  set(image, 48, image.size() - kHeaderSize + 2);
  set(image, 56, (std::uint64_t{0} - 2) / 7);  // 2^64 - 2 is a multiple of 7
  MendDigest(image);
  ExpectUnusable(image, "its size");
}

TEST(StatusListImageTest, ARowOfAnotherEntryIsNotTaken) {
  Bytes image = SomeImage();
  image[kHeaderSize + 250] = 2;  // the first index was 3
  const StatusListImage read = *StatusListImage::Read(image);
  EXPECT_EQ(read.Lookup(3),
            (StatusEntry{.value = StatusValue::kInvalid, .withdrawal = std::nullopt}));
  EXPECT_TRUE(read.Lookup(4).withdrawal);
}

// Damage behind the header is not looked for; a look-up must survive it.
TEST(StatusListImageTest, NoLookupLeavesTheBytes) {
  const Bytes good = SomeImage();
  for (const std::uint8_t value : Bytes{0x00, 0x55, 0xAA, 0xFF}) {
    Bytes image = good;
    std::fill(image.begin() + kHeaderSize, image.end(), value);
    const auto read = StatusListImage::Read(image);
    ASSERT_TRUE(read.ok());
    for (const std::uint64_t i : {0U, 3U, 999U, 1000U}) {
      const StatusEntry entry = read->Lookup(i);
      if (entry.withdrawal) {
        EXPECT_TRUE(entry.withdrawal->since.ok());
      }
    }
  }
}

}  // namespace
}  // namespace sceau::trust
