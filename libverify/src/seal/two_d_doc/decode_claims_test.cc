// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "seal/two_d_doc/parse.h"
#include "seal/two_d_doc/text_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

using testing::ElementsAre;
using testing::Pair;

DecodedClaims DecodeText(const std::string& text) {
  const auto parsed = ParseText(text);
  EXPECT_TRUE(parsed.ok()) << parsed.status();
  auto decoded = DecodeClaims(*parsed);
  EXPECT_TRUE(decoded.ok()) << decoded.status();
  return *std::move(decoded);
}

std::vector<std::pair<std::string, std::string>> Raw(const std::vector<ClaimField>& fields) {
  std::vector<std::pair<std::string, std::string>> raw;
  for (const ClaimField& field : fields) raw.emplace_back(field.id, field.value);
  return raw;
}

TEST(TwoDDocClaimsTest, HeaderFactsComeInTheirOrder) {
  const auto decoded = DecodeText(Good(4));
  EXPECT_THAT(
      decoded.claims.header,
      ElementsAre(Pair("ca_id", "FR99"), Pair("certificate_id", "0001"), Pair("version", "04"),
                  Pair("type", "01"), Pair("perimeter", "01"), Pair("country", "FR"),
                  Pair("issue_date", "2026-10-28"), Pair("signature_date", "2026-10-29")));
  EXPECT_EQ(decoded.claims.kind_french, "Justificatif de domicile (Facture)");
  EXPECT_EQ(decoded.claims.kind_english, "Proof of address (invoice)");
  EXPECT_FALSE(decoded.claims.attestation.has_value());
  EXPECT_TRUE(decoded.notes.empty());
  const auto old = DecodeText(Good(2));
  EXPECT_THAT(old.claims.header[2], Pair("version", "02"));
  EXPECT_THAT(old.claims.header[4], Pair("perimeter", std::nullopt));
  EXPECT_THAT(old.claims.header[5], Pair("country", std::nullopt));
}

TEST(TwoDDocClaimsTest, FieldsComeInTheirOrder) {
  EXPECT_THAT(Raw(DecodeText(Good()).claims.fields),
              ElementsAre(Pair("10", "MME/FICTION/ZOE"), Pair("24", "99999"), Pair("26", "FR")));
}

TEST(TwoDDocClaimsTest, ItWasSignedSomeTimeOnThatParisDay) {
  const Claims claims = DecodeText(Good()).claims;
  const Date day = *ParseIsoDate("2026-10-29");
  ASSERT_TRUE(claims.validity.signed_between.has_value());
  EXPECT_EQ(claims.validity.signed_between->first, StartOfParisDay(day));
  EXPECT_EQ(claims.validity.signed_between->second,
            StartOfParisDay(AddDays(day, 1)) - std::chrono::seconds{1});
  EXPECT_EQ(claims.validity.issued_on, ParseIsoDate("2026-10-28"));
}

TEST(TwoDDocClaimsTest, AnUndatedPaperSaysSo) {
  const Claims claims = DecodeText(Sealed("DC04FR990001FFFFFFFF0101FR" + kData)).claims;
  EXPECT_FALSE(claims.validity.signed_between.has_value());
  EXPECT_FALSE(claims.validity.issued_on.has_value());
  EXPECT_THAT(claims.header[6], Pair("issue_date", std::nullopt));
  EXPECT_THAT(claims.header[7], Pair("signature_date", std::nullopt));
}

TEST(TwoDDocClaimsTest, UnknownTypesAndPerimetersAreKept) {
  const auto type =
      DecodeText(Sealed("DC04FR99000126452646"
                        "ZZ01FR26FR"));
  EXPECT_EQ(type.claims.kind_french, "");
  EXPECT_TRUE(type.notes.empty());
  const auto perimeter =
      DecodeText(Sealed("DC04FR99000126452646"
                        "010AFR26FR"));
  EXPECT_EQ(perimeter.claims.kind_french, "");
  ASSERT_EQ(perimeter.claims.fields.size(), 1U);
  EXPECT_FALSE(perimeter.claims.fields[0].known);
  ASSERT_EQ(perimeter.notes.size(), 1U);
  EXPECT_EQ(perimeter.notes[0].reason, Reason::kSealUnknownField);
}

TEST(TwoDDocClaimsTest, UnknownFieldsAreNoted) {
  const auto decoded = DecodeText(Sealed(HeaderOf(4) + "ZZFUTURE" GS "26FR"));
  EXPECT_THAT(decoded.notes, ElementsAre(Finding{Reason::kSealUnknownField, "field ZZ"}));
  EXPECT_THAT(Raw(decoded.claims.fields), ElementsAre(Pair("ZZ", "FUTURE"), Pair("26", "FR")));
}

TEST(TwoDDocClaimsTest, TheAnnexIsKeptApart) {
  const auto decoded = DecodeText(Good() + GS "10M/ANNEX" GS "26DE");
  EXPECT_THAT(decoded.notes, ElementsAre(Finding{Reason::kSealUnsignedAnnex, ""}));
  EXPECT_THAT(Raw(decoded.claims.unsigned_annex),
              ElementsAre(Pair("10", "M/ANNEX"), Pair("26", "DE")));
  EXPECT_EQ(decoded.claims.fields.size(), 3U);
  EXPECT_TRUE(DecodeText(Good() + GS).notes.empty());
}

// Anyone can add an annex: a bad one must not make the signed part look bad.
TEST(TwoDDocClaimsTest, ABadAnnexRefusesNothing) {
  const auto decoded = DecodeText(Good() + GS "26DE2" GS);
  EXPECT_THAT(decoded.notes,
              ElementsAre(Finding{Reason::kSealUnsignedAnnex, "identifier at offset 4"}));
  EXPECT_THAT(Raw(decoded.claims.unsigned_annex), ElementsAre(Pair("26", "DE")));
  EXPECT_EQ(decoded.claims.fields.size(), 3U);
}

TEST(TwoDDocClaimsTest, BadSignedFieldsAreRefused) {
  for (const std::string data : {"26FR26FR", "2499",
                                 "10A\x1B"
                                 "B" GS,
                                 "2", "26FR" GS GS}) {
    const auto parsed = ParseText(Sealed(HeaderOf(4) + data));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    const auto decoded = DecodeClaims(*parsed);
    ASSERT_FALSE(decoded.ok()) << data;
    EXPECT_EQ(ReasonOf(decoded.status()), Reason::kSealMalformedField);
  }
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
