// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/dissect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"
#include "seal/ad1/parse.h"

namespace sceau::seal::ad1 {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Layer> LayersOf(const Attestation& attestation, const std::string& end = "") {
  const std::string text =
      Assemble(Encode(attestation, StatedAlgorithm::kEs256, kSomeKey), Bytes(64, 0xA5)) + end;
  return Parse(AsBytes(text), Limits{})->layers;
}

const Part* Find(const Layer& layer, std::string_view name) {
  for (const Part& part : layer.parts) {
    if (part.name == name) return &part;
  }
  return nullptr;
}

Bytes BytesOfPart(const Layer& layer, const Part& part) {
  const auto start = layer.bytes.begin() + static_cast<std::ptrdiff_t>(part.offset);
  return {start, start + static_cast<std::ptrdiff_t>(part.length)};
}

TEST(Ad1DissectTest, ThereIsALayerForEachDecoding) {
  const auto layers = LayersOf(FullAttestation());
  ASSERT_EQ(layers.size(), 3U);
  EXPECT_EQ(layers[0].name, "text");
  EXPECT_EQ(layers[1].name, "cose");
  EXPECT_EQ(layers[2].name, "claims");
}

TEST(Ad1DissectTest, PartsLieWithinTheirLayerAndBelowTheirParent) {
  for (const Layer& layer : LayersOf(FullAttestation(), "\r\n")) {
    ASSERT_FALSE(layer.parts.empty());
    for (std::size_t i = 0; i < layer.parts.size(); ++i) {
      const Part& part = layer.parts[i];
      ASSERT_LE(part.offset + part.length, layer.bytes.size());
      ASSERT_LE(part.depth, i == 0 ? 0 : layer.parts[i - 1].depth + 1);
      if (i > 0 && part.depth > layer.parts[i - 1].depth) {
        ASSERT_GE(part.offset, layer.parts[i - 1].offset);
      }
    }
  }
}

TEST(Ad1DissectTest, TheEnvelopeNamesItsParts) {
  const auto layers = LayersOf(PlainAttestation());
  const Layer& cose = layers[1];
  const Part* key = Find(cose, "key id");
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(key->value, "d0d1d2d3d4d5d6d7");
  EXPECT_TRUE(key->is_signed);
  EXPECT_EQ(ToHex(BytesOfPart(cose, *key)), "0448d0d1d2d3d4d5d6d7");
  EXPECT_EQ(Find(cose, "algorithm")->value, "-7 (ES256)");
  const Part* payload = Find(cose, "payload");
  EXPECT_TRUE(payload->is_signed);
  EXPECT_EQ(BytesOfPart(cose, *payload), BendableClaims{}.Payload());
  const Part* signature = Find(cose, "signature");
  EXPECT_FALSE(signature->is_signed);
  EXPECT_EQ(BytesOfPart(cose, *signature), Bytes(64, 0xA5));
}

TEST(Ad1DissectTest, ClaimsAreNamedAndShown) {
  const auto layers = LayersOf(FullAttestation());
  const Layer& claims = layers[2];
  const auto value = [&](std::string_view name) {
    const Part* part = Find(claims, name);
    return part != nullptr ? part->value : "no part " + std::string(name);
  };
  EXPECT_EQ(value("exp: end of the last valid day"), "2027-04-30T22:00:00Z");
  EXPECT_EQ(value("nbf: start of the first valid day"), "2026-11-01T23:00:00Z");
  EXPECT_EQ(value("cti: document id"), "AEBAGBAFAYDQQCIK");
  EXPECT_EQ(value("birth name"), "LEFÈVRE");
  EXPECT_EQ(value("right 2"), "array of 2");
  EXPECT_EQ(value("from"), "2026-01-01");
  EXPECT_EQ(value("until"), "2026-12-31");
  EXPECT_EQ(value("dependant 2"), "array of 4");
  EXPECT_EQ(value("index"), "123456");
  EXPECT_EQ(value("digest 1"), "01000000000000000000000000000000");
  EXPECT_EQ(value("layout"), "1");
  EXPECT_EQ(Find(claims, "birth name")->depth, 2);
}

TEST(Ad1DissectTest, TheNirIsMasked) {
  for (const Layer& layer : LayersOf(FullAttestation())) {
    for (const Part& part : layer.parts) {
      EXPECT_THAT(part.value, testing::Not(HasSubstr("284058832102532")));
      EXPECT_THAT(part.value, testing::Not(HasSubstr("88321025")));
    }
  }
  const auto layers = LayersOf(FullAttestation());
  EXPECT_THAT(Find(layers[2], "nir")->value, testing::StartsWith("2 84 05 "));
}

TEST(Ad1DissectTest, WhatIsUnknownIsShownAsSuch) {
  BendableClaims claims;
  claims.attestation[Int(99)] = Text("new\u202E");
  claims.attestation[Int(-5)] = Array({Int(-3), Bytes{0xF5}, Bytes{0xF4}, Bytes{0xF6}});
  claims.attestation[Int(-6)] = Bytes{0xD8, 0x20, 0x60};
  claims.claims[Int(6)] = Text("not an instant");
  const Layer layer = DissectClaims(claims.Payload());
  EXPECT_EQ(Find(layer, "unknown key 99")->value, "new\\u{202E}");
  EXPECT_EQ(Find(layer, "unknown key -5")->value, "array of 4");
  EXPECT_EQ(Find(layer, "item 1")->value, "-3");
  EXPECT_EQ(Find(layer, "item 2")->value, "true");
  EXPECT_EQ(Find(layer, "item 3")->value, "false");
  EXPECT_EQ(Find(layer, "item 4")->value, "null");
  EXPECT_EQ(Find(layer, "unknown key -6")->value, "tag 32");
  EXPECT_EQ(Find(layer, "iat: issued at")->value, "not an instant");
}

TEST(Ad1DissectTest, WhatIsNotCborHasNoParts) {
  const Layer layer = DissectClaims(Bytes{0xFF});
  EXPECT_EQ(layer.bytes, Bytes{0xFF});
  EXPECT_TRUE(layer.parts.empty());
}

TEST(Ad1DissectTest, TheLineEndIsNamed) {
  const auto layers = LayersOf(PlainAttestation(), "\r\n");
  const Part* end = Find(layers[0], "line end");
  ASSERT_NE(end, nullptr);
  EXPECT_EQ(end->length, 2U);
  EXPECT_EQ(Find(LayersOf(PlainAttestation())[0], "line end"), nullptr);
}

}  // namespace
}  // namespace sceau::seal::ad1
