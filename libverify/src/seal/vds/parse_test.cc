// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/parse.h"

#include <gtest/gtest.h>

#include "base/status.h"
#include "crypto/private_key.h"
#include "seal/vds/key_names.h"
#include "seal/vds/seal_testing.h"

namespace sceau::seal::vds {
namespace {

Reason RefusalOf(const Bytes& payload) {
  const auto parsed = Parse(payload, Limits{});
  EXPECT_FALSE(parsed.ok());
  return parsed.ok() ? Reason::kInternal : ReasonOf(parsed.status());
}

TEST(VdsParseTest, Detection) {
  EXPECT_TRUE(Detect(WithSignature(SignedBytes())));
  EXPECT_TRUE(Detect(WithSignature(SignedBytes({.version = 3, .certificate = "00027"}))));
  for (const Bytes& payload : {Bytes{}, Bytes{0xDC}, Bytes{0xDC, 0x01}, Bytes{0xDC, 0x04},
                               Bytes{0x02, 0xDC}, ToBytes(AsBytes("DC03"))})
    EXPECT_FALSE(Detect(payload));
}

TEST(VdsParseTest, ASealIsTakenApart) {
  const Bytes signature(64, 0xA5);
  const auto parsed = Parse(WithSignature(SignedBytes(), signature), Limits{});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->signed_bytes, SignedBytes());
  EXPECT_EQ(parsed->content, parsed->signed_bytes);
  EXPECT_EQ(parsed->annex_offset, parsed->content.size());
  EXPECT_EQ(parsed->signature, signature);
  EXPECT_EQ(parsed->key.text(), "FR/XA/2A");
  EXPECT_FALSE(parsed->stated_algorithm.has_value());
}

TEST(VdsParseTest, EveryByteIsInOnePartOfTheLayer) {
  const auto parsed = Parse(WithSignature(SignedBytes()), Limits{});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  ASSERT_EQ(parsed->layers.size(), 1U);
  std::size_t end = 0;
  for (const Part& part : parsed->layers[0].parts) {
    if (part.depth != 0) continue;
    EXPECT_EQ(part.offset, end) << part.name;
    EXPECT_EQ(part.is_signed, part.name != "signature") << part.name;
    end = part.offset + part.length;
  }
  EXPECT_EQ(end, parsed->layers[0].bytes.size());
}

TEST(VdsParseTest, TheKeyIsNamedByCountrySignerAndSerialNumber) {
  const auto key_of = [](const HeaderRecipe& recipe) {
    return Parse(WithSignature(SignedBytes(recipe)), Limits{})->key.text();
  };
  EXPECT_EQ(key_of({.version = 3, .signer = "DETS", .certificate = "00027"}), "DE/TS/27");
  EXPECT_EQ(key_of({.signer = "DETS", .certificate = "27"}), "DE/TS/27");
  EXPECT_EQ(key_of({.signer = "DETS", .certificate = "270"}), "DE/TS/270");
  EXPECT_EQ(key_of({.signer = "DETS", .certificate = "00"}), "DE/TS/");
}

TEST(VdsParseTest, ACertificateHasTheNameThatSealsUse) {
  const auto key = crypto::PrivateKey::Generate(crypto::Algorithm::kEs256);
  const auto name_of = [&](const std::string& country, const std::string& signer,
                           const Bytes& serial) -> std::optional<KeyId> {
    const auto made = key->Certify({.common_name = signer,
                                    .country = country,
                                    .not_before = Instant{} + std::chrono::hours(1),
                                    .not_after = Instant{} + std::chrono::hours(2),
                                    .serial = serial},
                                   key->public_key(), std::nullopt);
    return kKeysBySerialNumber.id_of(crypto::OutlineOf(*made));
  };
  EXPECT_EQ(name_of("DE", "TS", {0x27}), KeyId("DE/TS/27"));
  EXPECT_EQ(name_of("de", "TS", {0x01, 0xAB}), KeyId("DE/TS/1AB"));
  EXPECT_EQ(name_of("", "TS", {0x27}), std::nullopt);
  EXPECT_EQ(name_of("DE", "TSX", {0x27}), std::nullopt);
}

TEST(VdsParseTest, NoTruncationIsAWholeSeal) {
  const Bytes good = WithSignature(SignedBytes());
  for (std::size_t length = 0; length < good.size(); ++length) {
    const auto parsed = Parse(ByteSpan(good).first(length), Limits{});
    ASSERT_FALSE(parsed.ok()) << length;
    EXPECT_EQ(ReasonOf(parsed.status()), Reason::kSealTruncated) << length;
  }
}

TEST(VdsParseTest, LengthsAreThoseOfDer) {
  const auto with_length = [](const Bytes& length, std::size_t size) {
    Bytes features = {0x07};
    AppendTo(features, length);
    AppendTo(features, Bytes(size, 0x11));
    return WithSignature(SignedBytes({}, features));
  };
  for (const std::size_t size : {0U, 1U, 127U, 128U, 255U, 256U, 1000U}) {
    const Bytes feature = FeatureBytes(0x07, Bytes(size, 0x11));
    const auto parsed = Parse(WithSignature(SignedBytes({}, feature)), Limits{});
    ASSERT_TRUE(parsed.ok()) << size << parsed.status();
    EXPECT_EQ(parsed->content, SignedBytes({}, feature));
  }
  EXPECT_EQ(RefusalOf(with_length({0x80}, 0)), Reason::kSealMalformedField);
  EXPECT_EQ(RefusalOf(with_length({0x81, 0x7F}, 0x7F)), Reason::kSealMalformedField);
  EXPECT_EQ(RefusalOf(with_length({0x82, 0x00, 0x80}, 0x80)), Reason::kSealMalformedField);
  EXPECT_EQ(RefusalOf(with_length({0x83, 0x00, 0x01, 0x00}, 0x100)), Reason::kSealMalformedField);
  EXPECT_EQ(RefusalOf(with_length({0x82, 0xFF, 0xFF}, 0x100)), Reason::kSealTruncated);
}

TEST(VdsParseTest, NothingStandsBehindTheSignature) {
  Bytes longer = WithSignature(SignedBytes());
  longer.push_back(0x00);
  EXPECT_EQ(RefusalOf(longer), Reason::kSealTrailingBytes);
  EXPECT_EQ(RefusalOf(WithSignature(SignedBytes(), {})), Reason::kSealTruncated);
  EXPECT_EQ(RefusalOf(SignedBytes()), Reason::kSealTruncated);
}

TEST(VdsParseTest, TheLengthIsBounded) {
  const Bytes good = WithSignature(SignedBytes());
  Limits limits;
  limits.payload_bytes = good.size();
  EXPECT_TRUE(Parse(good, limits).ok());
  limits.payload_bytes = good.size() - 1;
  EXPECT_EQ(ReasonOf(Parse(good, limits).status()), Reason::kSealTooLong);
}

TEST(VdsParseTest, BadFeaturesDoNotHideTheSignature) {
  Bytes features = FeatureBytes(0x05, {0x00, 0x00});
  const auto parsed = Parse(WithSignature(SignedBytes({}, features)), Limits{});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_FALSE(DecodeClaims(*parsed).ok());
}

}  // namespace
}  // namespace sceau::seal::vds
