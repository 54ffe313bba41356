// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/header.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "seal/vds/seal_testing.h"

namespace sceau::seal::vds {
namespace {

TEST(VdsHeaderTest, BothVersionsHaveTheirFields) {
  for (const HeaderRecipe& recipe :
       {HeaderRecipe{.version = 3, .country = "D", .signer = "DETS", .certificate = "00027"},
        HeaderRecipe{.version = 4, .country = "D", .signer = "DETS", .certificate = "1"},
        HeaderRecipe{.version = 4, .country = "D", .signer = "DETS", .certificate = "27"},
        HeaderRecipe{.version = 4, .country = "D", .signer = "DETS", .certificate = "032"},
        HeaderRecipe{
            .version = 4, .country = "D", .signer = "DETS", .certificate = "0123456789ABCDEF01"}}) {
    const Bytes bytes = HeaderBytes(recipe);
    const auto header = ParseHeader(bytes);
    ASSERT_TRUE(header.ok()) << recipe.certificate << header.status();
    EXPECT_EQ(header->version, recipe.version);
    EXPECT_EQ(header->country, "D");
    EXPECT_EQ(header->signer, "DETS");
    EXPECT_EQ(header->certificate, recipe.certificate);
    EXPECT_EQ(FormatIsoDate(header->issued_on), "2026-11-01");
    EXPECT_EQ(FormatIsoDate(header->signed_on), "2026-11-02");
    EXPECT_EQ(header->definition, 0x5D);
    EXPECT_EQ(header->category, 0x01);
    EXPECT_EQ(header->length, bytes.size());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const auto cut = ParseHeader(ByteSpan(bytes).first(length));
      ASSERT_FALSE(cut.ok()) << length;
      EXPECT_EQ(ReasonOf(cut.status()), Reason::kSealTruncated) << length;
    }
  }
}

// The header of version 3 always has 18 bytes, and so has one of version 4 with two digits.
TEST(VdsHeaderTest, TheLengthIsThatOfTheSpecification) {
  EXPECT_EQ(HeaderBytes({.version = 3, .certificate = "00027"}).size(), 18U);
  EXPECT_EQ(HeaderBytes({.version = 4, .certificate = "27"}).size(), 18U);
  EXPECT_EQ(HeaderBytes({.version = 4, .certificate = "0123"}).size(), 20U);
}

// A date is the number MMDDYYYY: 03251957 is 0x319EF5.
TEST(VdsHeaderTest, DatesAreOneNumber) {
  EXPECT_EQ(DateBytes("1957-03-25"), (Bytes{0x31, 0x9E, 0xF5}));
  const auto header = ParseHeader(HeaderBytes({.issued_on = "1957-03-25"}));
  ASSERT_TRUE(header.ok()) << header.status();
  EXPECT_EQ(FormatIsoDate(header->issued_on), "1957-03-25");
}

TEST(VdsHeaderTest, RefusalsNameTheField) {
  const auto refusal = [](Bytes bytes, std::size_t at, const Bytes& with) {
    std::ranges::copy(with, bytes.begin() + static_cast<std::ptrdiff_t>(at));
    const auto header = ParseHeader(bytes);
    EXPECT_FALSE(header.ok());
    return std::pair(ReasonOf(header.status()), DetailOf(header.status()));
  };
  using testing::Pair;
  using testing::StartsWith;
  const Bytes good = HeaderBytes({});
  const auto malformed = [](const char* field) {
    return Pair(Reason::kSealMalformedHeader, StartsWith(field));
  };
  EXPECT_THAT(refusal(good, 0, {0xDD}), malformed("magic constant"));
  EXPECT_THAT(refusal(good, 1, {0x01}), Pair(Reason::kSealUnsupportedVersion, "version 2"));
  EXPECT_THAT(refusal(good, 1, {0x04}), Pair(Reason::kSealUnsupportedVersion, "version 5"));
  EXPECT_THAT(refusal(good, 2, {0, 0}), malformed("issuing country"));
  EXPECT_THAT(refusal(good, 2, C40("F1A")), malformed("issuing country"));
  EXPECT_THAT(refusal(good, 2, C40("<FR")), malformed("issuing country"));
  EXPECT_THAT(refusal(good, 2, C40("<<<")), malformed("issuing country"));
  EXPECT_THAT(refusal(good, 4, C40("FR<A02")), malformed("signer"));
  EXPECT_THAT(refusal(good, 4, C40("FRXA00")), malformed("length of the certificate reference"));
  EXPECT_THAT(refusal(good, 4, C40("FRXA0G")), malformed("length of the certificate reference"));
  EXPECT_THAT(refusal(good, 8, {0xFE, 0x2B}), malformed("certificate reference"));  // one, not two
  EXPECT_THAT(refusal(good, 8, C40("<A")), malformed("signer"));
  EXPECT_THAT(refusal(good, 10, {0, 0, 0}), malformed("issue date"));
  EXPECT_THAT(refusal(good, 13, {0xFF, 0xFF, 0xFF}), malformed("signature date"));
  EXPECT_EQ(refusal(good, 4, C40("FRXAFF")).first, Reason::kSealTruncated);
}

}  // namespace
}  // namespace sceau::seal::vds
