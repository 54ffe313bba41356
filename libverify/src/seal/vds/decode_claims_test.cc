// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attestation/subject_testing.h"
#include "base/status.h"
#include "seal/vds/parse.h"
#include "seal/vds/seal_testing.h"

namespace sceau::seal::vds {
namespace {

using testing::ElementsAre;
using testing::Pair;

absl::StatusOr<DecodedClaims> Decode(const HeaderRecipe& recipe, const Bytes& features) {
  const auto parsed = Parse(WithSignature(SignedBytes(recipe, features)), Limits{});
  if (!parsed.ok()) return parsed.status();
  return DecodeClaims(*parsed);
}

Claims ClaimsOf(const HeaderRecipe& recipe, const Bytes& features) {
  auto decoded = Decode(recipe, features);
  EXPECT_TRUE(decoded.ok()) << decoded.status();
  return decoded.ok() ? decoded->claims : Claims{};
}

Bytes Joined(std::initializer_list<Bytes> features) {
  Bytes out;
  for (const Bytes& feature : features) AppendTo(out, feature);
  return out;
}

std::vector<std::pair<std::string, std::string>> ShownIn(const Claims& claims) {
  std::vector<std::pair<std::string, std::string>> shown;
  for (const ClaimField& field : claims.fields) shown.emplace_back(field.id, field.shown);
  return shown;
}

TEST(VdsClaimsTest, AVisaSaysWhoseItIsAndUntilWhen) {
  const auto decoded = Decode({}, SomeVisaFeatures());
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  const Claims& claims = decoded->claims;
  EXPECT_TRUE(decoded->notes.empty());
  EXPECT_EQ(claims.kind_french, "Visa");
  ASSERT_EQ(claims.subjects.size(), 1U);
  EXPECT_EQ(claims.subjects[0], (Subject{.name_in_use = "LEFEVRE",
                                         .given_names = "ZOE ANNE",
                                         .birth_date = "19900131",
                                         .is_name_complete = true}));
  EXPECT_FALSE(claims.rights.has_value());
  EXPECT_EQ(claims.validity.issued_on, ParseIsoDate("2026-11-01"));
  EXPECT_EQ(claims.validity.until, ParseIsoDate("2027-11-01"));
  EXPECT_THAT(ShownIn(claims),
              ElementsAre(Pair("02",
                               "VCFRALEFEVRE<<ZOE<ANNE<<<<<<<<<<<<<< "
                               "1234567XY7UTO9001318F2711010"),
                          Pair("03", "2"), Pair("04", "90, 0, 0"), Pair("05", "47110815P")));
  EXPECT_EQ(claims.fields[2].value, "5a0000");
}

TEST(VdsClaimsTest, HeaderFactsComeInTheirOrder) {
  EXPECT_THAT(
      ClaimsOf({.version = 3, .country = "D", .signer = "DETS", .certificate = "00027"}, {}).header,
      ElementsAre(Pair("version", "3"), Pair("issuing_country", "D"), Pair("signer", "DETS"),
                  Pair("certificate_reference", "00027"), Pair("issue_date", "2026-11-01"),
                  Pair("signature_date", "2026-11-02"), Pair("feature_definition", "5D"),
                  Pair("document_category", "01")));
}

// Nobody knows in which time zone the issuer looked at a calendar.
TEST(VdsClaimsTest, ItWasSignedSomewhereOnThatDay) {
  const auto between = ClaimsOf({}, {}).validity.signed_between;
  ASSERT_TRUE(between.has_value());
  EXPECT_EQ(FormatIsoInstant(between->first), "2026-11-01T10:00:00Z");
  EXPECT_EQ(FormatIsoInstant(between->second), "2026-11-03T11:59:59Z");
}

TEST(VdsClaimsTest, EachPaperHasItsFeatures) {
  const std::string card =
      "ARD<<RESIDENZ<<ROLAND<<<<<<<<<<<<<<<"
      "6525845096UTO7008038M2701018<<<<<<06";
  struct Row {
    std::uint8_t definition;
    std::uint8_t category;
    Bytes features;
    const char* kind;
    const char* shown;  // of the last feature
  };
  for (const Row& row : {
           Row{0x5D, 0x01,
               FeatureBytes(0x01, C40("VCFRALEFEVRE<<ZOE<<<<<<<<<<<<<<<<<<<<<<<<<<<"
                                      "1234567XY7UTO9001318F2711010")),
               "Visa", "VCFRALEFEVRE<<ZOE<<<<<<<<<<<<<<<<<<<<<<<<<<< 1234567XY7UTO9001318F2711010"},
           Row{0x5E, 0x03, FeatureBytes(0x02, C40(card)), "Titre de voyage provisoire",
               "ARD<<RESIDENZ<<ROLAND<<<<<<<<<<<<<<< 6525845096UTO7008038M2701018<<<<<<06"},
           Row{0xFD, 0x02, FeatureBytes(0x03, C40("160113000085")),
               "Attestation d'arrivée (Allemagne)", "160113000085"},
           Row{0xFB, 0x06, FeatureBytes(0x03, C40("UFO001979")), "Titre de séjour (Allemagne)",
               "UFO001979"},
           Row{0xFA, 0x06, FeatureBytes(0x05, C40("PS0000024")),
               "Feuillet supplémentaire d'un titre de séjour (Allemagne)", "PS0000024"},
           Row{0xF9, 0x08, FeatureBytes(0x03, C40("99999MUSTERGASSE 21")),
               "Adresse d'une carte d'identité (Allemagne)", "99999MUSTERGASSE 21"},
           Row{0xF8, 0x0A, FeatureBytes(0x03, C40("99999")), "Domicile d'un passeport (Allemagne)",
               "99999"},
       }) {
    const Claims claims =
        ClaimsOf({.definition = row.definition, .category = row.category}, row.features);
    EXPECT_EQ(claims.kind_french, row.kind);
    ASSERT_FALSE(claims.fields.empty()) << row.kind;
    EXPECT_TRUE(claims.fields.back().known) << row.kind;
    EXPECT_EQ(claims.fields.back().shown, row.shown);
  }
}

TEST(VdsClaimsTest, ASocialInsuranceCardNamesItsHolder) {
  const HeaderRecipe card{.definition = 0xFC, .category = 0x04};
  const auto text = [](std::uint8_t tag, std::string_view value) {
    return FeatureBytes(tag, ToBytes(AsBytes(value)));
  };
  const Bytes number = FeatureBytes(0x01, C40("65170839J003"));
  const Claims both =
      ClaimsOf(card, Joined({number, text(2, "Lefèvre"), text(3, "Zoé"), text(4, "Durand")}));
  ASSERT_EQ(both.subjects.size(), 1U);
  EXPECT_EQ(both.subjects[0], (Subject{.birth_name = "Durand",
                                       .name_in_use = "Lefèvre",
                                       .given_names = "Zoé",
                                       .is_name_complete = true}));
  EXPECT_FALSE(both.validity.until.has_value());
  const Claims one = ClaimsOf(card, Joined({number, text(2, "Lefèvre"), text(3, "Zoé")}));
  EXPECT_EQ(one.subjects.at(0).birth_name, "Lefèvre");
  EXPECT_EQ(one.subjects.at(0).name_in_use, std::nullopt);
  EXPECT_TRUE(ClaimsOf(card, number).subjects.empty());
  const Claims cut = ClaimsOf(card, Joined({text(2, std::string(30, 'A')), text(3, "Zoé")}));
  EXPECT_FALSE(cut.subjects.at(0).is_name_complete);
  EXPECT_TRUE(ClaimsOf(card, text(2, "DUR\u202EAND")).subjects.empty());
}

TEST(VdsClaimsTest, WhatNoTableHasIsKeptAndNoted) {
  const auto feature = Decode({}, FeatureBytes(0x42, {0xC0, 0xDE}));
  ASSERT_TRUE(feature.ok()) << feature.status();
  EXPECT_THAT(feature->notes, ElementsAre(Finding{Reason::kSealUnknownField, "feature 42"}));
  ASSERT_EQ(feature->claims.fields.size(), 1U);
  EXPECT_EQ(feature->claims.fields[0].value, "c0de");
  EXPECT_FALSE(feature->claims.fields[0].known);
  const auto paper = Decode({.definition = 0x42, .category = 0x42}, SomeVisaFeatures());
  ASSERT_TRUE(paper.ok()) << paper.status();
  EXPECT_EQ(paper->claims.kind_french, "");
  EXPECT_EQ(paper->notes.size(), 4U);
  EXPECT_TRUE(paper->claims.subjects.empty());
}

TEST(VdsClaimsTest, BadFeaturesAreRefused) {
  for (const Bytes& features : {
           Joined({FeatureBytes(0x05, C40("A")), FeatureBytes(0x05, C40("B"))}),
           FeatureBytes(0x05, {0x00, 0x00}),                      // not C40
           FeatureBytes(0x02, C40(kSomeVisaZone.substr(0, 63))),  // a zone that is too short
           FeatureBytes(0x02, C40(kSomeVisaZone + "AAAAAAAAA")),  // and too long
           FeatureBytes(0x03, {}),
           FeatureBytes(0x03, {1, 2}),
           FeatureBytes(0x04, {1, 2}),
           FeatureBytes(0x04, {1, 2, 3, 4}),
       }) {
    const auto decoded = Decode({}, features);
    ASSERT_FALSE(decoded.ok());
    EXPECT_EQ(ReasonOf(decoded.status()), Reason::kSealMalformedField) << decoded.status();
  }
  const auto latin1 = Decode({.definition = 0xFC, .category = 0x04}, FeatureBytes(0x02, {0xE9}));
  EXPECT_EQ(ReasonOf(latin1.status()), Reason::kSealMalformedField);
}

}  // namespace
}  // namespace sceau::seal::vds
