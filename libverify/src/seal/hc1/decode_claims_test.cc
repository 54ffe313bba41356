// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/status.h"
#include "seal/hc1/certificate_testing.h"
#include "seal/hc1/parse.h"

namespace sceau::seal::hc1 {
namespace {

absl::StatusOr<DecodedClaims> DecodeToken(const Bytes& token) {
  ParsedSeal seal;
  seal.content = token;
  return DecodeClaims(seal);
}
DecodedClaims Decoded(const Members& certificate) {
  const auto decoded = DecodeToken(MapItem(TokenOf(MapItem(certificate))));
  EXPECT_TRUE(decoded.ok()) << decoded.status();
  return decoded.ok() ? *decoded : DecodedClaims{};
}

const ClaimField* FieldOf(const DecodedClaims& decoded, std::string_view id) {
  const auto found = std::ranges::find(decoded.claims.fields, id, &ClaimField::id);
  return found == decoded.claims.fields.end() ? nullptr : &*found;
}
std::string ShownOf(const DecodedClaims& decoded, std::string_view id) {
  const ClaimField* field = FieldOf(decoded, id);
  return field == nullptr ? "none" : field->shown;
}

Members With(Members members, std::string_view key, const Item& value) {
  std::erase_if(members, [&](const auto& member) { return member.first == TextItem(key); });
  members.emplace_back(TextItem(key), value);
  return members;
}

TEST(Hc1ClaimsTest, AVaccinationIsToldInBothLanguages) {
  const DecodedClaims decoded = Decoded(SomeCertificate());
  EXPECT_EQ(decoded.claims.kind_french, "Certificat COVID numérique de l'UE : vaccination");
  EXPECT_EQ(decoded.claims.kind_english, "EU Digital COVID Certificate: vaccination");
  EXPECT_TRUE(decoded.notes.empty());
  EXPECT_EQ(ShownOf(decoded, "nam.fn"), "Lefèvre");
  EXPECT_EQ(ShownOf(decoded, "nam.gnt"), "ZOE");
  EXPECT_EQ(ShownOf(decoded, "dob"), "1990-01-31");
  EXPECT_EQ(ShownOf(decoded, "v.0.mp"), "Comirnaty");
  EXPECT_EQ(ShownOf(decoded, "v.0.tg"), "COVID-19");
  EXPECT_EQ(ShownOf(decoded, "v.0.dn"), "2");
  EXPECT_EQ(FieldOf(decoded, "v.0.mp")->value, "EU/1/20/1528");
  EXPECT_EQ(FieldOf(decoded, "v.0.mp")->label_french, "Vaccin");
  EXPECT_EQ(FieldOf(decoded, "v.0.mp")->label_english, "Vaccine");
  EXPECT_EQ(ShownOf(decoded, "iss"), "FR");
  EXPECT_EQ(ShownOf(decoded, "exp"), "2027-11-01T09:00:00Z");
  EXPECT_FALSE(decoded.claims.rights) << "a certificate of health gives no rights";
  EXPECT_EQ(decoded.claims.validity.until, ParseIsoDate("2027-11-01"));
  ASSERT_EQ(decoded.claims.subjects.size(), 1U);
  EXPECT_EQ(decoded.claims.subjects[0].given_names, "Zoé");
  EXPECT_EQ(decoded.claims.validity.issued_on, ParseIsoDate("2026-11-01"));
  const Instant issued{std::chrono::seconds{kSomeIssued}};
  EXPECT_EQ(decoded.claims.validity.signed_between, std::pair(issued, issued));
  EXPECT_TRUE(std::ranges::all_of(decoded.claims.fields, &ClaimField::known));
}

TEST(Hc1ClaimsTest, TestsAndRecoveriesAreTold) {
  const DecodedClaims test = Decoded(SomeCertificate(
      "t", TextMembers({{"tt", "LP6464-4"}, {"tr", "260415000"}, {"sc", "2026-10-31T08:00:00Z"}})));
  EXPECT_EQ(test.claims.kind_english, "EU Digital COVID Certificate: test");
  EXPECT_EQ(ShownOf(test, "t.0.tr"), "non détecté / not detected");
  EXPECT_EQ(ShownOf(test, "t.0.sc"), "2026-10-31T08:00:00Z");
  const DecodedClaims recovery = Decoded(SomeCertificate(
      "r", TextMembers({{"df", "2026-11-01"}, {"du", "2027-05-01T00:00:00.000Z"}})));
  EXPECT_EQ(recovery.claims.kind_french, "Certificat COVID numérique de l'UE : rétablissement");
  EXPECT_EQ(ShownOf(recovery, "r.0.du"), "2027-05-01");
}

TEST(Hc1ClaimsTest, ABirthDateIsShownAsFarAsItIsKnown) {
  for (const auto& [carried, shown] :
       {std::pair{"", ""}, std::pair{"1990", "1990"}, std::pair{"1990-01", "1990-01"},
        std::pair{"1990-01-31T00:00:00", "1990-01-31"}, std::pair{"inconnue", "inconnue"}}) {
    const DecodedClaims decoded = Decoded(With(SomeCertificate(), "dob", TextItem(carried)));
    EXPECT_EQ(ShownOf(decoded, "dob"), shown) << carried;
    EXPECT_EQ(FieldOf(decoded, "dob")->value, carried);
  }
  Members without = SomeCertificate();
  std::erase_if(without, [](const auto& member) { return member.first == TextItem("dob"); });
  EXPECT_EQ(FieldOf(Decoded(without), "dob"), nullptr);
  EXPECT_EQ(ShownOf(Decoded(With(SomeCertificate(), "dob", {0xF6})), "dob"), "");
}

TEST(Hc1ClaimsTest, WhatIsUnknownIsKeptAndNoted) {
  const DecodedClaims decoded =
      Decoded(With(With(SomeCertificate(), "x", TextItem("a\u202Eb")), "nam",
                   MapItem(With(SomeNames(), "title", NumberItem(-5)))));
  EXPECT_THAT(decoded.notes,
              testing::UnorderedElementsAre(Finding{Reason::kSealUnknownField, "field x"},
                                            Finding{Reason::kSealUnknownField, "field nam.title"}));
  EXPECT_EQ(ShownOf(decoded, "x"), "a\\u{202E}b");
  EXPECT_FALSE(FieldOf(decoded, "x")->known);
  EXPECT_EQ(ShownOf(decoded, "nam.title"), "-5");
}

TEST(Hc1ClaimsTest, ValuesOfOtherTypesAreShown) {
  const auto shown = [](const Item& item) {
    return ShownOf(Decoded(With(SomeCertificate(), "ver", item)), "ver");
  };
  EXPECT_EQ(shown({0xF9, 0x3E, 0x00}), "1.5");
  EXPECT_EQ(shown({0xF5}), "true");
  EXPECT_EQ(shown({0xF7}), "");
  EXPECT_EQ(shown(TaggedItem(0, TextItem("2026"))), "2026");
  EXPECT_EQ(shown(ArrayItem({})), "array of 0");
}

TEST(Hc1ClaimsTest, DatesOfTheTokenAreNumbersOfAnyKind) {
  const auto issued = [](const Item& item) {
    Members token = TokenOf(MapItem(SomeCertificate()));
    token[1].second = item;
    return DecodeToken(MapItem(token))->claims.validity.signed_between;
  };
  const Instant noon{std::chrono::seconds{kSomeIssued}};
  const Item as_float = {0xFB, 0x41, 0xDA, 0xB9, 0xBF, 0xE4, 0x00, 0x00, 0x00};
  EXPECT_EQ(issued(NumberItem(kSomeIssued)), std::pair(noon, noon));
  EXPECT_EQ(issued(TaggedItem(1, NumberItem(kSomeIssued))), std::pair(noon, noon));
  EXPECT_EQ(issued(as_float), std::pair(noon, noon));
  for (const Item& none : {TextItem("2026"), NumberItem(-1), NumberItem(32'503'680'000),
                           Item{0xF9, 0x7E, 0x00}, Item{0xF9, 0x7C, 0x00}, Item{0xF6}})
    EXPECT_EQ(issued(none), std::nullopt) << ToHex(none);
}

TEST(Hc1ClaimsTest, IndefiniteLengthsAndAbsentPartsAreTaken) {
  Members open = SomeCertificate();
  open[1].second = OpenMapItem(SomeNames());
  const auto decoded = DecodeToken(OpenMapItem(TokenOf(OpenMapItem(open))));
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(ShownOf(*decoded, "nam.fn"), "Lefèvre");
  const auto bare =
      DecodeToken(MapItem({{NumberItem(-260), MapItem({{NumberItem(1), MapItem({})}})}}));
  ASSERT_TRUE(bare.ok()) << bare.status();
  EXPECT_TRUE(bare->claims.fields.empty());
  EXPECT_EQ(bare->claims.validity.signed_between, std::nullopt);
}

TEST(Hc1ClaimsTest, WhatHoldsNoCertificateIsRefused) {
  const auto refusal = [](const Bytes& token) {
    const auto decoded = DecodeToken(token);
    EXPECT_FALSE(decoded.ok());
    return decoded.ok() ? Reason::kInternal : ReasonOf(decoded.status());
  };
  EXPECT_EQ(refusal(MapItem({})), Reason::kSealMalformedClaims);
  EXPECT_EQ(refusal(NumberItem(1)), Reason::kSealMalformedClaims);
  EXPECT_EQ(refusal(MapItem({{NumberItem(-260), NumberItem(1)}})), Reason::kSealMalformedClaims);
  EXPECT_EQ(refusal(MapItem({{NumberItem(-260), MapItem({{NumberItem(1), TextItem("")}})}})),
            Reason::kSealMalformedClaims);
  EXPECT_EQ(refusal({}), Reason::kSealMalformedCbor);
  Bytes cut = SomeToken();
  cut.pop_back();
  EXPECT_EQ(refusal(cut), Reason::kSealMalformedCbor);
}

}  // namespace
}  // namespace sceau::seal::hc1
