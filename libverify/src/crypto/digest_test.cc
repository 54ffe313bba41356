// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.h"

#include <gtest/gtest.h>

#include <array>

namespace sceau::crypto {
namespace {

// FIPS 180-4, as in NIST's examples.
TEST(Sha256Test, KnownDigests) {
  EXPECT_EQ(ToHex(Sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(ToHex(Sha256(AsBytes("abc"))),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(ToHex(Sha256(Bytes(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(FillRandomTest, FillsTheWholeSpanAndNoMore) {
  std::array<std::uint8_t, 66> bytes{};
  bool seen[64] = {};
  for (int round = 0; round < 64; ++round) {
    ASSERT_TRUE(FillRandom(std::span(bytes).subspan(1, 64)).ok());
    for (std::size_t i = 0; i < 64; ++i) seen[i] = seen[i] || bytes[i + 1] != 0;
  }
  for (const bool changed : seen) EXPECT_TRUE(changed);  // fails by chance once in 2^506 runs
  EXPECT_EQ(bytes.front(), 0);
  EXPECT_EQ(bytes.back(), 0);
}

TEST(FillRandomTest, NothingToFillIsFine) { EXPECT_TRUE(FillRandom({}).ok()); }

}  // namespace
}  // namespace sceau::crypto
