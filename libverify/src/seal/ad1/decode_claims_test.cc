// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/decode_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/status.h"
#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"

namespace sceau::seal::ad1 {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Bend = std::function<void(BendableClaims&)>;

absl::StatusOr<DecodedClaims> DecodeBent(const Bend& bend) {
  BendableClaims claims;
  bend(claims);
  return DecodeClaims(SealOf(claims.Payload()));
}

TEST(Ad1DecodeClaimsTest, EveryFactComesBack) {
  const auto decoded =
      DecodeClaims(SealOf(Encode(FullAttestation(), StatedAlgorithm::kEs256, kSomeKey).payload));
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->claims.attestation, FullAttestation());
  EXPECT_EQ(decoded->claims.validity.issued_on, Day("2026-11-02"));
  const Instant iat = FullAttestation().issued_at;
  EXPECT_EQ(decoded->claims.validity.signed_between, std::pair(iat, iat));
  EXPECT_TRUE(decoded->claims.fields.empty());
  EXPECT_TRUE(decoded->claims.unsigned_annex.empty());
  EXPECT_TRUE(decoded->notes.empty());
}

TEST(Ad1DecodeClaimsTest, TheIssueDayIsTheParisDay) {
  const auto decoded = DecodeBent(
      [](BendableClaims& c) { c.claims[Int(6)] = Int(1'793'574'000 - 1); });  // 23:59:59 in Paris
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->claims.validity.issued_on, Day("2026-11-01"));
}

TEST(Ad1DecodeClaimsTest, UnknownKeysBelow128AreListed) {
  const auto decoded = DecodeBent([](BendableClaims& c) {
    c.attestation[Int(9)] = Text("one");
    c.attestation[Int(127)] = Array({Int(1)});
    c.holder[Int(0)] = Int(1);
  });
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->claims.attestation, PlainAttestation());
  ASSERT_EQ(decoded->notes.size(), 3U);
  for (const Finding& note : decoded->notes) EXPECT_EQ(note.reason, Reason::kSealUnknownField);
  EXPECT_THAT(decoded->notes[0].detail, HasSubstr("key 9 "));
  EXPECT_THAT(decoded->notes[1].detail, HasSubstr("key 127 "));
  EXPECT_THAT(decoded->notes[2].detail, HasSubstr("/holder: key 0 "));
}

// A layout that this reader does not know is kept: the seal is genuine on any page.
TEST(Ad1DecodeClaimsTest, KeepsTheLayoutThatTheSealNames) {
  EXPECT_EQ(DecodeBent([](BendableClaims&) {})->claims.layout, std::nullopt);
  for (const std::int64_t layout : {0, 1, 2, 70'000}) {
    const auto decoded =
        DecodeBent([&](BendableClaims& c) { c.attestation[Int(8)] = Int(layout); });
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    EXPECT_EQ(decoded->claims.layout, static_cast<std::uint64_t>(layout));
    EXPECT_EQ(decoded->claims.attestation->layout, static_cast<std::uint64_t>(layout));
    EXPECT_TRUE(decoded->notes.empty());
  }
}

TEST(Ad1DecodeClaimsTest, RefusesALayoutThatIsNotANumber) {
  for (const Bytes& bad : {Int(-1), Text("1"), Binary({1}), Array({Int(1)})}) {
    const auto decoded = DecodeBent([&](BendableClaims& c) { c.attestation[Int(8)] = bad; });
    EXPECT_EQ(ReasonOf(decoded.status()), Reason::kSealMalformedClaims);
    EXPECT_THAT(DetailOf(decoded.status()), HasSubstr("/layout"));
  }
}

TEST(Ad1DecodeClaimsTest, UnknownClaimsAreListed) {
  for (const Bytes& key :
       {Int(1), Int(3), Int(8), Int(-1), Int(-65536), Int(-65538), Int(200), Text("name")}) {
    const auto decoded = DecodeBent([&](BendableClaims& c) { c.claims[key] = Text("value"); });
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    ASSERT_EQ(decoded->notes.size(), 1U) << ToHex(key);
    EXPECT_EQ(decoded->notes[0].reason, Reason::kSealUnknownField);
    EXPECT_THAT(decoded->notes[0].detail, testing::Not(HasSubstr("value")));
  }
}

TEST(Ad1DecodeClaimsTest, NoTruncationDecodes) {
  const Bytes payload = Encode(FullAttestation(), StatedAlgorithm::kEs256, kSomeKey).payload;
  for (std::size_t length = 0; length < payload.size(); ++length) {
    const auto decoded = DecodeClaims(
        SealOf(Bytes(payload.begin(), payload.begin() + static_cast<std::ptrdiff_t>(length))));
    ASSERT_FALSE(decoded.ok()) << length;
    EXPECT_EQ(ReasonOf(decoded.status()), Reason::kSealMalformedCbor) << length;
  }
}

TEST(Ad1DecodeClaimsTest, EdgesOfTheValidityAreAccepted) {
  const auto one_day = DecodeBent([](BendableClaims& c) {
    c.claims[Int(4)] = Int(1'793'574'000 + 24 * 3600);
    c.claims[Int(6)] = Int(1'793'574'000 + 24 * 3600);  // iat == exp
  });
  ASSERT_TRUE(one_day.ok()) << one_day.status();
  EXPECT_EQ(one_day->claims.attestation->valid_from, Day("2026-11-02"));
  EXPECT_EQ(one_day->claims.attestation->valid_until, Day("2026-11-02"));
}

struct RefusedClaim {
  const char* name;
  Bend bend;
  std::string field;  // that the detail names
  Reason reason = Reason::kSealMalformedClaims;
};
class Ad1ClaimsRefusalTest : public testing::TestWithParam<RefusedClaim> {};

TEST_P(Ad1ClaimsRefusalTest, IsRefusedByName) {
  const auto decoded = DecodeBent(GetParam().bend);
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(ReasonOf(decoded.status()), GetParam().reason) << decoded.status();
  EXPECT_THAT(DetailOf(decoded.status()), HasSubstr(GetParam().field));
}

Bend Claim(std::int64_t key, Bytes value) {
  return [=](BendableClaims& c) { c.claims[Int(key)] = value; };
}
Bend Item(std::int64_t key, Bytes value) {
  return [=](BendableClaims& c) { c.attestation[Int(key)] = value; };
}
Bend OfHolder(std::int64_t key, Bytes value) {
  return [=](BendableClaims& c) { c.holder[Int(key)] = value; };
}
Bend WithoutClaim(std::int64_t key) {
  return [=](BendableClaims& c) { c.claims.erase(Int(key)); };
}
Bend WithoutItem(std::int64_t key) {
  return [=](BendableClaims& c) { c.attestation.erase(Int(key)); };
}
Bend WithoutHolderItem(std::int64_t key) {
  return [=](BendableClaims& c) { c.holder.erase(Int(key)); };
}

std::vector<RefusedClaim> ClaimRows() {
  return {
      {"NoExp", WithoutClaim(4), "exp"},
      {"NoNbf", WithoutClaim(5), "nbf"},
      {"NoIat", WithoutClaim(6), "iat"},
      {"NoCti", WithoutClaim(7), "cti"},
      {"ExpIsText", Claim(4, Text("soon")), "exp"},
      {"ExpInsideADay", Claim(4, Int(1'809'122'401)), "exp"},
      {"ExpAtUtcMidnight", Claim(4, Int(1'809'129'600)), "exp"},
      {"NbfInsideADay", Claim(5, Int(1'793'574'060)), "nbf"},
      {"NbfNegative", Claim(5, Int(-3600)), "nbf"},
      {"ExpEqualsNbf", Claim(4, Int(1'793'574'000)), "exp: not after nbf"},
      {"ExpBeforeNbf", Claim(4, Int(1'793'574'000 - 24 * 3600)), "exp: not after nbf"},
      {"IatAfterExp", Claim(6, Int(1'809'122'401)), "iat"},
      {"IatAfterYear2999", Claim(6, Int(32'503'680'000)), "iat"},
      {"IatHuge", Claim(6, Int(INT64_MAX)), "iat"},
      {"IatNegative", Claim(6, Int(-1)), "iat"},
      {"CtiShort", Claim(7, Binary(Bytes(9, 1))), "cti"},
      {"CtiLong", Claim(7, Binary(Bytes(11, 1))), "cti"},
      {"CtiIsText", Claim(7, Text("0123456789")), "cti"},
      {"AttestationIsText", Claim(-65537, Text("x")), "attestation"},
      {"ClaimKeyIsBytes", [](BendableClaims& c) { c.claims[Binary({1})] = Int(1); }, "claims"},
  };
}

std::vector<RefusedClaim> AttestationRows() {
  const Bytes fund_name = Text("CPAM");
  const auto right = [](const std::vector<Bytes>& items) { return Item(3, Array({Array(items)})); };
  const Bytes from = Int(20260101);
  return {
      {"NoVersion", WithoutItem(0), "/version"},
      {"VersionIsText", Item(0, Text("1")), "/version"},
      {"Version0", Item(0, Int(0)), "/version", Reason::kSealUnsupportedVersion},
      {"Version2", Item(0, Int(2)), "/version", Reason::kSealUnsupportedVersion},
      {"Version2WithEverythingElseGone",
       [](BendableClaims& c) {
         c.attestation = {{Int(0), Int(2)}, {Int(128), Int(1)}};
       },
       "/version", Reason::kSealUnsupportedVersion},
      {"Critical128", Item(128, Int(1)), "key 128", Reason::kSealUnsupportedCritical},
      {"CriticalHuge", Item(INT64_MAX, Int(1)), "key 9223", Reason::kSealUnsupportedCritical},
      {"KeyIsNegative", Item(-1, Int(1)), "attestation"},
      {"KeyIsText", [](BendableClaims& c) { c.attestation[Text("x")] = Int(1); }, "attestation"},
      {"HolderIsText", Item(1, Text("x")), "/holder"},
      {"NoFund", WithoutItem(2), "/fund"},
      {"FundIsText", Item(2, Text("019990000")), "/fund"},
      {"FundOfOne", Item(2, Array({Text("019990000")})), "/fund"},
      {"FundOfThree", Item(2, Array({Text("019990000"), fund_name, fund_name})), "/fund"},
      {"FundCodeIsANumber", Item(2, Array({Int(19990000), fund_name})), "/fund/code"},
      {"FundCodeShort", Item(2, Array({Text("01999000"), fund_name})), "/fund/code"},
      {"FundNameEmpty", Item(2, Array({Text("019990000"), Text("")})), "/fund/name"},
      {"NoRights", WithoutItem(3), "/rights"},
      {"RightsEmpty", Item(3, Array({})), "/rights"},
      {"RightsIsAMap", Item(3, Encoded({})), "/rights"},
      {"SeventeenRights",
       [&](BendableClaims& c) {
         std::vector<Bytes> rights;
         for (int day = 1; day <= 17; ++day)
           rights.push_back(Array({Int(0), Int(20260100 + day), Int(20260100 + day)}));
         c.attestation[Int(3)] = Array(rights);
       },
       "/rights"},
      {"RightOfOne", right({Int(0)}), "/rights/0"},
      {"RightOfFour", right({Int(0), from, from, from}), "/rights/0"},
      {"RightKindUnknown", right({Int(6), from}), "/rights/0/kind",
       Reason::kSealUnsupportedCritical},
      {"RightKindNegative", right({Int(-1), from}), "/rights/0/kind"},
      {"RightFromIsNotADay", right({Int(0), Int(20260229)}), "/rights/0/from"},
      {"RightFromIsText", right({Int(0), Text("20260101")}), "/rights/0/from"},
      {"RightUntilIsNotADay", right({Int(0), from, Int(20261301)}), "/rights/0/until"},
      {"RightUntilIsNull", right({Int(0), from, Bytes{0xF6}}), "/rights/0/until"},
      {"RightEndsBeforeItStarts", right({Int(0), from, Int(20251231)}), "/rights/0/until"},
      {"RightsOverlap",
       Item(3, Array({Array({Int(0), from, Int(20260301)}), Array({Int(0), Int(20260301)})})),
       "/rights/1/from"},
      {"RightsUnsorted", Item(3, Array({Array({Int(1), from}), Array({Int(0), from})})),
       "/rights/1"},
  };
}

std::vector<RefusedClaim> OptionalRows() {
  const Bytes born = Text("20150230");
  const auto dependant = [](const std::vector<Bytes>& row) { return Item(4, Array({Array(row)})); };
  const Bytes digest = Binary(Bytes(16, 1));
  return {
      {"DependantsEmpty", Item(4, Array({})), "/dependants"},
      {"DependantsNull", Item(4, Bytes{0xF6}), "/dependants"},
      {"DependantOfThree", dependant({Text("A"), Text("B"), born}), "/dependants/0"},
      {"DependantNameIsANumber", dependant({Int(1), Text("B"), born, Int(1)}),
       "/dependants/0/name"},
      {"DependantGivenNamesEmpty", dependant({Text("A"), Text(""), born, Int(1)}),
       "/dependants/0/given_names"},
      {"DependantBirthDateShort", dependant({Text("A"), Text("B"), Text("2015"), Int(1)}),
       "/dependants/0/birth_date"},
      {"DependantRankTooHigh", dependant({Text("A"), Text("B"), born, Int(100)}),
       "/dependants/0/birth_rank"},
      {"StatusOfOne", Item(5, Array({Int(1)})), "/status"},
      {"StatusListNegative", Item(5, Array({Int(-1), Int(1)})), "/status/list"},
      {"StatusIndexIsText", Item(5, Array({Int(1), Text("1")})), "/status/index"},
      {"ReplacesShort", Item(6, Binary(Bytes(9, 1))), "/replaces"},
      {"ReplacesIsText", Item(6, Text("0123456789")), "/replaces"},
      {"DigestsEmpty", Item(7, Array({})), "/digests"},
      {"DigestShort", Item(7, Array({Binary(Bytes(15, 1))})), "/digests"},
      {"DigestIsText", Item(7, Array({Text("0123456789ABCDEF")})), "/digests"},
      {"SeventeenDigests", Item(7, Array(std::vector<Bytes>(17, digest))), "/digests"},
  };
}

std::vector<RefusedClaim> HolderRows() {
  return {
      {"NoBirthName", WithoutHolderItem(1), "/holder/birth_name"},
      {"BirthNameEmpty", OfHolder(1, Text("")), "/holder/birth_name"},
      {"BirthNameBidi", OfHolder(1, Text("A\u202EB")), "/holder/birth_name"},
      {"BirthNameIsBytes", OfHolder(1, Binary({0x41})), "/holder/birth_name"},
      {"NameInUseNull", OfHolder(2, Bytes{0xF6}), "/holder/name_in_use"},
      {"NameInUseTooLong", OfHolder(2, Text(std::string(101, 'A'))), "/holder/name_in_use"},
      {"NoGivenNames", WithoutHolderItem(3), "/holder/given_names"},
      {"NoBirthDate", WithoutHolderItem(4), "/holder/birth_date"},
      {"BirthDateIsANumber", OfHolder(4, Int(19840512)), "/holder/birth_date"},
      {"BirthDateWithHyphens", OfHolder(4, Text("1984-5-1")), "/holder/birth_date"},
      {"NoBirthRank", WithoutHolderItem(5), "/holder/birth_rank"},
      {"BirthRankTooHigh", OfHolder(5, Int(100)), "/holder/birth_rank"},
      {"BirthRankOneByteTooHigh", OfHolder(5, Int(257)), "/holder/birth_rank"},
      {"NirKeyWrong", OfHolder(6, Text("284058832102533")), "/holder/nir"},
      {"NirWithSpaces", OfHolder(6, Text("2 84 05 88 321 025 32")), "/holder/nir"},
      {"NirIsANumber", OfHolder(6, Int(284058832102532)), "/holder/nir"},
      {"NoRole", WithoutHolderItem(7), "/holder/role"},
      {"RoleUnknown", OfHolder(7, Int(2)), "/holder/role"},
      {"Critical", OfHolder(128, Int(1)), "/holder: key 128", Reason::kSealUnsupportedCritical},
      {"KeyIsText", [](BendableClaims& c) { c.holder[Text("x")] = Int(1); }, "/holder"},
  };
}

std::string NameOfRefusedClaim(const testing::TestParamInfo<RefusedClaim>& row) {
  return row.param.name;
}
INSTANTIATE_TEST_SUITE_P(Claims, Ad1ClaimsRefusalTest, testing::ValuesIn(ClaimRows()),
                         NameOfRefusedClaim);
INSTANTIATE_TEST_SUITE_P(Items, Ad1ClaimsRefusalTest, testing::ValuesIn(AttestationRows()),
                         NameOfRefusedClaim);
INSTANTIATE_TEST_SUITE_P(Optional, Ad1ClaimsRefusalTest, testing::ValuesIn(OptionalRows()),
                         NameOfRefusedClaim);
INSTANTIATE_TEST_SUITE_P(Holder, Ad1ClaimsRefusalTest, testing::ValuesIn(HolderRows()),
                         NameOfRefusedClaim);

TEST(Ad1DecodeClaimsTest, BadCborHasItsOwnReason) {
  const Bytes good = BendableClaims{}.Payload();
  Bytes trailing = good;
  trailing.push_back(0);
  Bytes indefinite = good;
  indefinite[0] = 0xBF;
  indefinite.push_back(0xFF);
  Bytes long_key = good;
  long_key.insert(long_key.begin() + 1, 0x18);
  const std::pair<Bytes, Reason> rows[] = {
      {{}, Reason::kSealMalformedCbor},
      {{0xF9, 0, 0}, Reason::kSealMalformedCbor},
      {{0x80}, Reason::kSealMalformedClaims},
      {{0xA0}, Reason::kSealMalformedClaims},
      {trailing, Reason::kSealTrailingBytes},
      {indefinite, Reason::kSealCborNotDeterministic},
      {long_key, Reason::kSealCborNotDeterministic},
      {{0xA2, 0x05, 0x00, 0x04, 0x00}, Reason::kSealCborNotDeterministic},
      {{0xA2, 0x04, 0x00, 0x04, 0x00}, Reason::kSealCborDuplicateKey},
      {Bytes(20, 0x81), Reason::kSealMalformedCbor},  // too deep
  };
  for (const auto& [payload, reason] : rows) {
    const auto decoded = DecodeClaims(SealOf(payload));
    ASSERT_FALSE(decoded.ok()) << ToHex(payload);
    EXPECT_EQ(ReasonOf(decoded.status()), reason) << ToHex(payload) << decoded.status();
  }
}

}  // namespace
}  // namespace sceau::seal::ad1
