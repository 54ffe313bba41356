// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/encode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/decode_claims.h"
#include "seal/ad1/parse.h"

namespace sceau::seal::ad1 {
namespace {

TEST(Ad1EncodeTest, ThePayloadIsTheOneOfTheFormat) {
  const Unsigned seal = Encode(PlainAttestation(), StatedAlgorithm::kEs256, kSomeKey);
  EXPECT_EQ(seal.payload, BendableClaims{}.Payload());
}

TEST(Ad1EncodeTest, TheProtectedHeaderStatesAlgorithmAndKey) {
  const auto header = [](StatedAlgorithm algorithm) {
    return ToHex(Encode(PlainAttestation(), algorithm, kSomeKey).protected_header);
  };
  EXPECT_EQ(header(StatedAlgorithm::kEs256), "a201260448d0d1d2d3d4d5d6d7");
  EXPECT_EQ(header(StatedAlgorithm::kEs384), "a20138220448d0d1d2d3d4d5d6d7");
  EXPECT_EQ(header(StatedAlgorithm::kEdDsa), "a201270448d0d1d2d3d4d5d6d7");
}

TEST(Ad1EncodeTest, WhatIsSignedWrapsHeaderAndPayload) {
  const Unsigned seal = Encode(PlainAttestation(), StatedAlgorithm::kEs256, kSomeKey);
  const std::string hex = ToHex(seal.to_be_signed);
  EXPECT_TRUE(
      hex.starts_with("846a5369676e617475726531"
                      "4d" +
                      ToHex(seal.protected_header) + "40"))
      << hex;
  EXPECT_TRUE(hex.ends_with(ToHex(seal.payload)));
}

TEST(Ad1EncodeTest, WhatIsEncodedReadsBack) {
  for (const Attestation& attestation : {PlainAttestation(), FullAttestation()}) {
    const Unsigned unsigned_seal = Encode(attestation, StatedAlgorithm::kEs384, kSomeKey);
    const std::string text = Assemble(unsigned_seal, Bytes(96, 0x5A));
    const auto parsed = Parse(AsBytes(text), Limits{});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->signed_bytes, unsigned_seal.to_be_signed);
    const auto decoded = DecodeClaims(*parsed);
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    EXPECT_EQ(decoded->claims.attestation, attestation);
    EXPECT_TRUE(decoded->notes.empty());
  }
}

TEST(Ad1EncodeTest, ValidityIsWrittenAsInstantsInParis) {
  // In summer time: from 00:00 on 1 July (22:00 UTC the day before) to 00:00 on the day after.
  Attestation attestation = PlainAttestation();
  attestation.valid_from = Day("2026-07-01");
  attestation.valid_until = Day("2026-10-25");  // a day of 25 hours
  const Unsigned seal = Encode(attestation, StatedAlgorithm::kEs256, kSomeKey);
  BendableClaims expected;
  expected.claims[Int(5)] = Int(1'782'856'800);  // 2026-06-30T22:00:00Z
  expected.claims[Int(4)] = Int(1'792'969'200);  // 2026-10-25T23:00:00Z
  EXPECT_EQ(seal.payload, expected.Payload());
}

}  // namespace
}  // namespace sceau::seal::ad1
