// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "seal/two_d_doc/key_names.h"
#include "seal/two_d_doc/text_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

using testing::ElementsAre;

Reason RefusalOf(std::string_view text) {
  const auto parsed = ParseText(text);
  EXPECT_FALSE(parsed.ok()) << text;
  return parsed.ok() ? Reason::kInternal : ReasonOf(parsed.status());
}

TEST(TwoDDocParseTest, Detection) {
  for (const std::string& text :
       {Good(2), Good(3), Good(4), "DC01" + Good(2).substr(4), "DC99" + Good(2).substr(4),
        std::string("DC04FR99"), std::string("DC04FR990001")}) {
    EXPECT_TRUE(Detect(AsBytes(text))) << text;
  }
  for (const std::string_view text :
       {"", "DC", "DC04", "DC04FR9", "DC10 is a plane", "DCO4FR990001", "DC0AFR990001",
        "dc04fr990001", "DC04FR99-001", " DC04FR990001", "AD1:DC04FR99"}) {
    EXPECT_FALSE(Detect(AsBytes(text))) << text;
  }
}

TEST(TwoDDocParseTest, EachVersionIsTakenApart) {
  for (const int version : {2, 3, 4}) {
    const auto parsed = ParseText(Good(version));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(AsText(parsed->signed_bytes), HeaderOf(version) + kData);
    EXPECT_EQ(parsed->signature, kSignature);
    EXPECT_EQ(parsed->content, parsed->signed_bytes);
    EXPECT_EQ(parsed->annex_offset, parsed->content.size());
    EXPECT_EQ(parsed->key, KeyIdOf("FR99", "0001"));
    EXPECT_EQ(parsed->key.text(), "FR99/0001");
    EXPECT_FALSE(parsed->stated_algorithm.has_value());
  }
}

TEST(TwoDDocParseTest, TheSignatureOfVersion01IsItsLastBytes) {
  const std::string signed_text = HeaderOf(1) + kData + GS;
  const auto parsed = ParseText(SealedByBytes(signed_text));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(AsText(parsed->signed_bytes), signed_text);
  EXPECT_EQ(parsed->signature, kSignature);
  EXPECT_EQ(parsed->annex_offset, parsed->content.size());
  const auto decoded = DecodeClaims(*parsed);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->claims.fields.size(), 3U);
  EXPECT_EQ(decoded->claims.kind_french, "Justificatif de domicile (Facture)");
}

// Any byte may stand in a signature: a separator, and a line end as its last.
TEST(TwoDDocParseTest, TheSignatureOfVersion01MayHoldAnyByte) {
  const std::string bytes = std::string(30, '\x80') + US + GS + std::string(30, 'A') + "\r\n";
  const auto parsed = ParseText(HeaderOf(1) + kData + bytes);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(AsText(parsed->signature), bytes);
  EXPECT_EQ(AsText(parsed->signed_bytes), HeaderOf(1) + kData);
}

TEST(TwoDDocParseTest, Version01WithoutItsSignatureIsRefused) {
  const std::string good = SealedByBytes(HeaderOf(1));
  EXPECT_TRUE(ParseText(good).ok());
  for (std::size_t length = 0; length < good.size(); ++length)
    EXPECT_EQ(RefusalOf(good.substr(0, length)), Reason::kSealTruncated) << length;
  // A signature as later versions have it.
  EXPECT_EQ(RefusalOf(Sealed(HeaderOf(1) + kData)), Reason::kSealUnsupportedVersion);
}

TEST(TwoDDocParseTest, ALineEndAfterTheSignatureIsNotPartOfTheSeal) {
  for (const std::string_view end : {"\n", "\r", "\r\n", "\n\n"}) {
    const auto parsed = ParseText(Good() + std::string(end));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->signature, kSignature);
  }
  EXPECT_EQ(RefusalOf(Good() + "\n "), Reason::kSealMalformedText);
  EXPECT_EQ(RefusalOf(Good() + "\r\n" GS "10X"), Reason::kSealMalformedText);
}

TEST(TwoDDocParseTest, BadFieldsDoNotHideTheSignature) {
  const auto parsed = ParseText(Sealed(HeaderOf(4) + "26F" GS "\x01"));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->signature, kSignature);
  EXPECT_FALSE(DecodeClaims(*parsed).ok());
}

TEST(TwoDDocParseTest, TheAnnexStandsBehindTheSignedContent) {
  const auto parsed = ParseText(Good() + GS "10M/ANNEX" GS "26DE");
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(AsText(parsed->signed_bytes), HeaderOf(4) + kData);
  EXPECT_EQ(parsed->annex_offset, parsed->signed_bytes.size());
  EXPECT_EQ(AsText(parsed->content).substr(parsed->annex_offset), "10M/ANNEX" GS "26DE");
  for (const int version : {2, 3}) {
    EXPECT_EQ(RefusalOf(Good(version) + GS "10X"), Reason::kSealTrailingBytes);
    EXPECT_EQ(RefusalOf(Good(version) + GS), Reason::kSealTrailingBytes);
  }
}

TEST(TwoDDocParseTest, NoTruncationIsAWholeSeal) {
  const std::string good = Good();
  for (std::size_t length = 0; length < good.size(); ++length) {
    const auto parsed = ParseText(good.substr(0, length));
    // The signature's length is judged against the issuer's key, which is not known here.
    EXPECT_TRUE(!parsed.ok() || parsed->signature.size() < kSignature.size()) << length;
    if (length <= good.find('\x1F')) {
      ASSERT_FALSE(parsed.ok()) << length;
      EXPECT_EQ(ReasonOf(parsed.status()), Reason::kSealTruncated) << length;
    }
  }
}

TEST(TwoDDocParseTest, TheLengthIsBounded) {
  Limits limits;
  const std::string good = Good();
  limits.payload_bytes = good.size();
  EXPECT_TRUE(Parse(AsBytes(good), limits).ok());
  limits.payload_bytes = good.size() - 1;
  EXPECT_EQ(ReasonOf(Parse(AsBytes(good), limits).status()), Reason::kSealTooLong);
}

std::string Without(std::string text, std::string_view dropped) {
  std::erase_if(text, [&](char c) { return dropped.find(c) != dropped.npos; });
  return text;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

TEST(TwoDDocParseTest, AReaderThatDropsSeparatorsIsDiagnosed) {
  EXPECT_EQ(RefusalOf(Without(Good(), GS RS US)), Reason::kSealSeparatorsLost);
  EXPECT_EQ(RefusalOf(Without(Good(), US)), Reason::kSealSeparatorsLost);
  EXPECT_EQ(RefusalOf(Replaced(Replaced(Good(), US, "<US>"), GS, "<GS>")),
            Reason::kSealSeparatorsLost);
  EXPECT_EQ(RefusalOf(Replaced(Good(), US, "\u241F")), Reason::kSealSeparatorsLost);
  // Without its signature a text may just as well have been cut.
  EXPECT_EQ(RefusalOf(Without(HeaderOf(4) + kData, GS)), Reason::kSealTruncated);
}

TEST(TwoDDocParseTest, SeparatorsSpelledOutAreOrdinaryCharacters) {
  const auto parsed = ParseText(Sealed(HeaderOf(4) + "10A<GS>B<US>" GS));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(DecodeClaims(*parsed)->claims.fields[0].value, "A<GS>B<US>");
}

TEST(TwoDDocParseTest, Refusals) {
  const std::string text = HeaderOf(4) + kData;
  const std::string signature = codec::EncodeBase32(kSignature);
  const std::string unused_bits = signature.substr(0, signature.size() - 1) + "B";
  const std::pair<std::string, Reason> rows[] = {
      {"", Reason::kSealTruncated},
      {"DC04FR990001", Reason::kSealTruncated},
      {text, Reason::kSealTruncated},
      {text + US, Reason::kSealTruncated},
      {text + US GS "10X", Reason::kSealTruncated},
      {text + US + signature + "=", Reason::kSealMalformedText},
      {text + US + signature + "AA", Reason::kSealMalformedText},
      {text + US + unused_bits, Reason::kSealMalformedText},
      {text + US + "a" + signature.substr(1), Reason::kSealMalformedText},
      {text + US + "1" + signature.substr(1), Reason::kSealMalformedText},
      {text + US US + signature, Reason::kSealMalformedText},
      {text + US + signature + RS "10X", Reason::kSealMalformedText},
      {"DC01" + Good().substr(4), Reason::kSealUnsupportedVersion},
      {"DC05" + Good().substr(4), Reason::kSealUnsupportedVersion},
      {"DC04FR9900012G452646"
       "0101FR" +
           Good().substr(26),
       Reason::kSealMalformedHeader},
      {"AD1:ABC", Reason::kSealMalformedHeader},
  };
  for (const auto& [bent, reason] : rows) {
    EXPECT_EQ(ReasonCode(RefusalOf(bent)), ReasonCode(reason)) << bent;
  }
}

const Part* Find(const Layer& layer, std::string_view name) {
  for (const Part& part : layer.parts) {
    if (part.name == name) return &part;
  }
  return nullptr;
}

TEST(TwoDDocParseTest, LayersCoverEveryByte) {
  for (const std::string& text : {Good(2), Good(3), Good(4), Good() + "\r\n",
                                  Good() + GS "10ANNEX" RS "ZZ\x01"
                                              "A\n",
                                  Good() + GS, Sealed(HeaderOf(4)), Sealed(HeaderOf(4) + "26F")}) {
    const auto parsed = ParseText(text);
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    ASSERT_EQ(parsed->layers.size(), 2U);
    const Layer& layer = parsed->layers[0];
    EXPECT_EQ(AsText(layer.bytes), text);
    std::size_t end = 0;
    for (const Part& part : layer.parts) {
      ASSERT_LE(part.offset + part.length, text.size());
      if (part.depth > 0) continue;
      EXPECT_EQ(part.offset, end) << part.name;
      end += part.length;
      EXPECT_EQ(part.is_signed, part.name == "header" || part.name == "data") << part.name;
    }
    EXPECT_EQ(end, text.size());
    EXPECT_EQ(parsed->layers[1].bytes, kSignature);
  }
}

TEST(TwoDDocParseTest, LayersNameTheirParts) {
  const auto parsed = ParseText(Good() + GS "10M/ANNEX");
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  const Layer& layer = parsed->layers[0];
  EXPECT_EQ(Find(layer, "ca id")->value, "FR99");
  EXPECT_EQ(Find(layer, "ca id")->offset, 4U);
  EXPECT_EQ(Find(layer, "signature date")->value, "2026-10-29");
  EXPECT_EQ(Find(layer, "type")->value, "01 (Justificatif de domicile (Facture))");
  const Part* country = Find(layer, "field 26: Pays de service des prestations");
  ASSERT_NE(country, nullptr);
  EXPECT_EQ(country->value, "FR");
  EXPECT_EQ(country->length, 4U);
  EXPECT_TRUE(country->is_signed);
  EXPECT_FALSE(Find(layer, "unsigned annex")->is_signed);
  EXPECT_FALSE(layer.parts.back().is_signed);
  EXPECT_EQ(layer.parts.back().value, "M/ANNEX");
  EXPECT_THAT(parsed->layers[1].parts,
              ElementsAre(testing::Field(&Part::name, "r"), testing::Field(&Part::name, "s")));
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
