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

// RFC 4231, test cases 1, 2 and 6.
TEST(HmacSha256Test, KnownCodes) {
  EXPECT_EQ(ToHex(HmacSha256(Bytes(20, 0x0b), AsBytes("Hi There"))),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(ToHex(HmacSha256(AsBytes("Jefe"), AsBytes("what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(ToHex(HmacSha256(Bytes(131, 0xaa),
                             AsBytes("Test Using Larger Than Block-Size Key - Hash Key First"))),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
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
