// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/status.h"
#include "seal/hc1/certificate_testing.h"

namespace sceau::seal::hc1 {
namespace {

using namespace std::string_literals;

const Bytes kKid = {0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7};
const Bytes kSignature(64, 0xA5);

Bytes EnvelopeWith(const EnvelopeRecipe& recipe) {
  return EnvelopeOf(recipe, [](const Bytes&) { return kSignature; });
}
EnvelopeRecipe Plain() { return {.protected_header = HeaderOf(kAlgorithmEs256, kKid)}; }

absl::StatusOr<ParsedSeal> ParseText(const std::string& text, const Limits& limits = {}) {
  return Parse(AsBytes(text), limits);
}
Reason RefusalOfText(const std::string& text, const Limits& limits = {}) {
  const auto parsed = ParseText(text, limits);
  EXPECT_FALSE(parsed.ok());
  return parsed.ok() ? Reason::kInternal : ReasonOf(parsed.status());
}

TEST(Hc1ParseTest, ThePrefixIsWrittenInCapitals) {
  for (const char* text : {"HC1:", "HC1:6BF"}) EXPECT_TRUE(Detect(AsBytes(text))) << text;
  for (const char* text : {"", "HC1", "hc1:6BF", " HC1:6BF", "HC2:6BF", "HL0:6BF", "AD1:6BF"}) {
    EXPECT_FALSE(Detect(AsBytes(text))) << text;
    EXPECT_EQ(RefusalOfText(text), Reason::kSealMalformedHeader) << text;
  }
}

TEST(Hc1ParseTest, ACertificateIsTakenApart) {
  const auto parsed = ParseText(Compressed(EnvelopeWith(Plain())));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->key.text(), "d0d1d2d3d4d5d6d7");
  EXPECT_EQ(parsed->stated_algorithm, StatedAlgorithm::kEs256);
  EXPECT_EQ(parsed->signature, kSignature);
  EXPECT_EQ(parsed->content, SomeToken());
  EXPECT_EQ(parsed->annex_offset, parsed->content.size());
  EXPECT_EQ(parsed->signed_bytes, cose::SigStructure(HeaderOf(kAlgorithmEs256, kKid), SomeToken()));
}

TEST(Hc1ParseTest, EnvelopesOfOtherIssuersAreTakenApartAlike) {
  struct Row {
    const char* name;
    std::function<void(EnvelopeRecipe&)> change;
  };
  const Bytes es256 = HeaderOf(kAlgorithmEs256, std::nullopt);
  for (const Row& row : {
           Row{"untagged", [](EnvelopeRecipe& r) { r.tags = {}; }},
           Row{"a web token",
               [](EnvelopeRecipe& r) {
                 r.tags = {18, 61};
               }},
           Row{"tag 61 alone", [](EnvelopeRecipe& r) { r.tags = {61}; }},
           Row{"unprotected key id",
               [&](EnvelopeRecipe& r) {
                 r.protected_header = es256;
                 r.unprotected_header = HeaderOf(std::nullopt, kKid);
               }},
           Row{"nothing protected",
               [](EnvelopeRecipe& r) {
                 r.protected_header = {};
                 r.unprotected_header = HeaderOf(kAlgorithmEs256, kKid);
               }},
           Row{"indefinite header",
               [](EnvelopeRecipe& r) {
                 r.protected_header = OpenMapItem({{NumberItem(4), BytesItem(kKid)},
                                                   {NumberItem(1), NumberItem(kAlgorithmEs256)}});
               }},
           Row{"more parameters",
               [](EnvelopeRecipe& r) {
                 r.protected_header = MapItem({{NumberItem(1), NumberItem(kAlgorithmEs256)},
                                               {NumberItem(3), TextItem("application/cwt")},
                                               {NumberItem(4), BytesItem(kKid)},
                                               {TextItem("x"), NumberItem(1)}});
                 r.unprotected_header = MapItem({{NumberItem(33), BytesItem(Bytes{1, 2})}});
               }},
       }) {
    EnvelopeRecipe recipe = Plain();
    row.change(recipe);
    const Bytes envelope = EnvelopeWith(recipe);
    for (const std::string& text : {Compressed(envelope), TextOfBytes(envelope)}) {
      const auto parsed = ParseText(text);
      ASSERT_TRUE(parsed.ok()) << row.name << parsed.status();
      EXPECT_EQ(parsed->key.text(), "d0d1d2d3d4d5d6d7") << row.name;
      EXPECT_EQ(parsed->stated_algorithm, StatedAlgorithm::kEs256) << row.name;
      EXPECT_EQ(parsed->signed_bytes, cose::SigStructure(recipe.protected_header, recipe.payload))
          << row.name;
    }
  }
}

// Nobody signed the unprotected one.
TEST(Hc1ParseTest, TheProtectedHeaderComesFirst) {
  EnvelopeRecipe recipe = Plain();
  recipe.unprotected_header = HeaderOf(kAlgorithmPs256, Bytes(8, 0xEE));
  const auto parsed = ParseText(Compressed(EnvelopeWith(recipe)));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->key.text(), "d0d1d2d3d4d5d6d7");
  EXPECT_EQ(parsed->stated_algorithm, StatedAlgorithm::kEs256);
}

TEST(Hc1ParseTest, WhatTheHeaderLeavesOutIsLeftOut) {
  EnvelopeRecipe recipe = Plain();
  recipe.protected_header = {};
  const auto parsed = ParseText(Compressed(EnvelopeWith(recipe)));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->key, KeyId());
  EXPECT_EQ(parsed->stated_algorithm, std::nullopt);
}

TEST(Hc1ParseTest, TheStatedAlgorithmIsEs256OrPs256) {
  const auto with = [](std::int64_t algorithm) {
    EnvelopeRecipe recipe = Plain();
    recipe.protected_header = HeaderOf(algorithm, kKid);
    return Compressed(EnvelopeWith(recipe));
  };
  EXPECT_EQ(ParseText(with(kAlgorithmPs256))->stated_algorithm, StatedAlgorithm::kPs256);
  for (const std::int64_t other : {-35, -36, -8, -257, 0, 5, 7})
    EXPECT_EQ(RefusalOfText(with(other)), Reason::kSealUnsupportedAlgorithm) << other;
}

TEST(Hc1ParseTest, WhatIsNotSuchAnEnvelopeIsRefused) {
  struct Row {
    const char* name;
    Bytes envelope;
    Reason reason;
  };
  const auto changed = [](const std::function<void(EnvelopeRecipe&)>& change) {
    EnvelopeRecipe recipe = Plain();
    change(recipe);
    return EnvelopeWith(recipe);
  };
  const Bytes good = EnvelopeWith(Plain());
  const Bytes cut(good.begin(), good.end() - 1);
  Bytes longer = good;
  longer.push_back(0);
  for (const Row& row : {
           Row{"cut", cut, Reason::kSealTruncated},
           Row{"longer", longer, Reason::kSealTrailingBytes},
           Row{"another tag", changed([](auto& r) { r.tags = {17}; }), Reason::kSealMalformedCose},
           Row{"a map", MapItem({}), Reason::kSealMalformedCose},
           Row{"three members", ArrayItem({BytesItem({}), MapItem({}), BytesItem({})}),
               Reason::kSealMalformedCose},
           Row{"detached payload",
               ArrayItem({BytesItem({}), MapItem({}), Bytes{0xF6}, BytesItem({})}),
               Reason::kSealMalformedCose},
           Row{"unprotected list", changed([](auto& r) { r.unprotected_header = ArrayItem({}); }),
               Reason::kSealMalformedCose},
           Row{"protected list", changed([](auto& r) { r.protected_header = ArrayItem({}); }),
               Reason::kSealMalformedCose},
           Row{"protected noise", changed([](auto& r) { r.protected_header = {0xFF}; }),
               Reason::kSealMalformedCose},
           Row{"key id of text", changed([](auto& r) {
                 r.protected_header = MapItem({{NumberItem(4), TextItem("12345678")}});
               }),
               Reason::kSealMalformedCose},
           Row{"critical", changed([](auto& r) {
                 r.protected_header = MapItem({{NumberItem(2), ArrayItem({NumberItem(9)})}});
               }),
               Reason::kSealUnsupportedCritical},
           Row{"key id twice", changed([](auto& r) {
                 r.unprotected_header =
                     MapItem({{NumberItem(4), BytesItem(kKid)}, {NumberItem(4), BytesItem(kKid)}});
               }),
               Reason::kSealCborDuplicateKey},
       }) {
    EXPECT_EQ(RefusalOfText(Compressed(row.envelope)), row.reason) << row.name;
    EXPECT_EQ(RefusalOfText(TextOfBytes(row.envelope)), row.reason) << row.name;
  }
}

TEST(Hc1ParseTest, NoTruncationIsTaken) {
  const std::string text = Compressed(EnvelopeWith(Plain()));
  for (std::size_t length = 4; length < text.size(); ++length)
    EXPECT_FALSE(ParseText(text.substr(0, length)).ok()) << length;
}

TEST(Hc1ParseTest, SpacesAndLineEndsBehindItChangeNothing) {
  const std::string text = Compressed(EnvelopeWith(Plain()));
  for (const std::string end : {" ", "   ", "\r\n", "\n", " \r\n"}) {
    const auto parsed = ParseText(text + end);
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->content, SomeToken());
  }
  EXPECT_EQ(RefusalOfText(text + "="), Reason::kSealMalformedText);
  EXPECT_EQ(RefusalOfText(text + "\t"), Reason::kSealMalformedText);
}

TEST(Hc1ParseTest, AGlanceTellsWhatMayBeWhole) {
  const std::string text = Compressed(EnvelopeWith(Plain()));
  EXPECT_TRUE(MayBeWhole(text));
  for (const std::string& other : {"HC1:"s, text + "=", text.substr(0, 5)})
    EXPECT_FALSE(MayBeWhole(other)) << other;
}

// RFC 1950 §2.2: the level is said and means nothing to a reader; the window may be a smaller one.
TEST(Hc1ParseTest, EveryLevelOfCompressionIsTaken) {
  const Bytes envelope = EnvelopeWith(Plain());
  const Bytes made = *codec::Deflate(envelope, codec::DeflateKind::kSparse);
  const auto size = static_cast<std::uint16_t>(envelope.size());
  const auto low = [](std::uint16_t number) { return static_cast<std::uint8_t>(number & 0xFF); };
  const auto high = [](std::uint16_t number) { return static_cast<std::uint8_t>(number >> 8); };
  for (const Bytes& header : {Bytes{0x78, 0x01}, Bytes{0x78, 0x5E}, Bytes{0x78, 0x9C},
                              Bytes{0x78, 0xDA}, Bytes{0x58, 0x09}}) {
    // One block that is stored as it is (RFC 1951 §3.2.4).
    Bytes stream = header;
    const auto inverse = static_cast<std::uint16_t>(~size);
    Append(stream, {0x01, low(size), high(size), low(inverse), high(inverse)});
    Append(stream, envelope);
    Append(stream, Bytes(made.end() - 4, made.end()));  // the same checksum
    const auto parsed = ParseText(TextOfBytes(stream));
    ASSERT_TRUE(parsed.ok()) << int{header[0]} << " " << int{header[1]} << parsed.status();
    EXPECT_EQ(parsed->content, SomeToken());
  }
}

TEST(Hc1ParseTest, DamagedCompressionIsRefused) {
  Bytes stream = *codec::Deflate(EnvelopeWith(Plain()), codec::DeflateKind::kSparse);
  stream.back() ^= 1;  // of the checksum
  EXPECT_EQ(RefusalOfText(TextOfBytes(stream)), Reason::kSealMalformedCose);
  stream.back() ^= 1;
  stream.push_back(0);
  EXPECT_EQ(RefusalOfText(TextOfBytes(stream)), Reason::kSealMalformedCose);
}

TEST(Hc1ParseTest, WhatInflatesWithoutEndIsCutOff) {
  const auto of_size = [](std::size_t size) {
    EnvelopeRecipe recipe = Plain();
    recipe.payload = Bytes(size, 0);
    return Compressed(EnvelopeWith(recipe));
  };
  Limits limits;
  EXPECT_TRUE(ParseText(of_size(limits.inflated_seal_bytes - 200)).ok());
  EXPECT_EQ(RefusalOfText(of_size(limits.inflated_seal_bytes)), Reason::kSealTooLong);
  EXPECT_EQ(RefusalOfText(of_size(std::size_t{1} << 22)), Reason::kSealTooLong);
  limits.payload_bytes = 100;
  EXPECT_EQ(RefusalOfText(Compressed(EnvelopeWith(Plain())), limits), Reason::kSealTooLong);
}

TEST(Hc1ParseTest, EachLayerIsShown) {
  const std::string text = Compressed(EnvelopeWith(Plain())) + " ";
  const auto parsed = ParseText(text);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  ASSERT_EQ(parsed->layers.size(), 3U);
  const auto value = [&](std::size_t layer, std::string_view name) -> std::string {
    for (const Part& part : parsed->layers[layer].parts) {
      EXPECT_LE(part.offset + part.length, parsed->layers[layer].bytes.size());
      if (part.name == name) return part.value + (part.is_signed ? " (signed)" : "");
    }
    return "none";
  };
  EXPECT_EQ(value(0, "prefix"), "");
  EXPECT_EQ(value(0, "line end"), "");
  EXPECT_THAT(value(1, "protected header"), testing::EndsWith("(signed)"));
  EXPECT_EQ(value(1, "signature"), ToHex(kSignature));
  EXPECT_EQ(value(2, "1 (issuer)"), "FR (signed)");
  EXPECT_EQ(value(2, "fn"), "Lefèvre (signed)");
  EXPECT_EQ(value(2, "dn"), "2 (signed)");
}

// One of thousands of items is shown as far as a person would read it.
TEST(Hc1ParseTest, TheShownPartsAreBounded) {
  EnvelopeRecipe recipe = Plain();
  recipe.payload = ArrayItem(std::vector<Item>(10'000, NumberItem(0)));
  const auto parsed = ParseText(Compressed(EnvelopeWith(recipe)));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_LE(parsed->layers[2].parts.size(), 500U);
}

}  // namespace
}  // namespace sceau::seal::hc1
