// SPDX-License-Identifier: Apache-2.0
// The claims of signed lists, good and bad.
#include "trust/status_list/status_list_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "trust/status_list/status_list_testing.h"

namespace sceau::trust {
namespace {

using codec::CborWriter;
using testing::ElementsAre;

void ExpectMalformed(const RawClaims& claims, const std::string& detail) {
  ExpectRefusal(VerifyClaims(claims.Encoded()), Reason::kTrustStatusListMalformed, detail);
}

// draft-ietf-oauth-status-list, the example of one bit an entry.
TEST(StatusListClaimsTest, ThePublishedExampleOfTheDraftDecodes) {
  RawClaims claims;
  claims.bits = 1;
  claims.list = Bytes{0x78, 0xDA, 0xDB, 0xB9, 0x18, 0x00, 0x02, 0x17, 0x01, 0x5D};
  const auto list = VerifyClaims(claims.Encoded());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_THAT(list->packed(), ElementsAre(0xB9, 0xA3));
  EXPECT_EQ(list->header().bits, 1);
  constexpr int kStatuses[] = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};
  for (std::size_t i = 0; i < std::size(kStatuses); ++i) {
    EXPECT_EQ(StatusAt(list->packed(), 1, i),
              kStatuses[i] == 1 ? StatusValue::kInvalid : StatusValue::kValid)
        << i;
  }
  EXPECT_EQ(StatusAt(list->packed(), 1, std::size(kStatuses)), StatusValue::kOutsideList);
}

// Its example of two bits per entry.
TEST(StatusListClaimsTest, TheDraftsExampleOfTwoBitsDecodes) {
  RawClaims claims;
  claims.list = Bytes{0x78, 0xDA, 0x3B, 0xE9, 0xF2, 0x13, 0x00, 0x03, 0xDF, 0x02, 0x07};
  const auto list = VerifyClaims(claims.Encoded());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_THAT(list->packed(), ElementsAre(0xC9, 0x44, 0xF9));
  EXPECT_FALSE(list->details());
  constexpr StatusValue kValues[] = {StatusValue::kValid, StatusValue::kInvalid,
                                     StatusValue::kSuspended, StatusValue::kNotGiven};
  constexpr std::size_t kStatuses[] = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
  for (std::size_t i = 0; i < std::size(kStatuses); ++i) {
    EXPECT_EQ(StatusAt(list->packed(), 2, i), kValues[kStatuses[i]]) << i;
  }
  for (const std::uint64_t outside :
       {std::uint64_t{12}, std::numeric_limits<std::uint64_t>::max()}) {
    EXPECT_EQ(StatusAt(list->packed(), 2, outside), StatusValue::kOutsideList);
  }
}

TEST(StatusListClaimsTest, WhatIsNotAClaimsSetIsRefused) {
  ExpectRefusal(VerifyClaims({}), Reason::kTrustStatusListMalformed, "claims");
  ExpectRefusal(VerifyClaims({0x80}), Reason::kTrustStatusListMalformed, "no map");
  ExpectRefusal(VerifyClaims({0xA0}), Reason::kTrustStatusListMalformed, "claim sub");
  Bytes trailing = RawClaims().Encoded();
  trailing.push_back(0);
  ExpectRefusal(VerifyClaims(trailing), Reason::kTrustStatusListMalformed, "claims");
}

TEST(StatusListClaimsTest, TheSubjectNamesTheIssuerAndTheList) {
  const std::string good = StatusListSubject(KeyIdOf(StatusIssuer()), 7);
  const std::string stem = good.substr(0, good.size() - 1);
  RawClaims claims;
  for (const std::uint64_t number : {std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max()}) {
    claims.subject = stem + std::to_string(number);
    const auto list = VerifyClaims(claims.Encoded());
    ASSERT_TRUE(list.ok()) << list.status();
    EXPECT_EQ(list->header().number, number);
  }
  for (const std::string& subject : std::initializer_list<std::string>{
           "", stem, stem + "07", stem + "+7", stem + "-7", stem + "7 ", stem + "7a",
           stem + "18446744073709551616", " " + good, "urn:sceau:status:0000000000000000:7",
           "https://example.org/statuslists/1"}) {
    claims.subject = subject;
    ExpectMalformed(claims, "sub");
  }
}

TEST(StatusListClaimsTest, DatesAreInOrderAndInThisMillennium) {
  RawClaims claims;
  claims.expires = claims.issued;
  ExpectMalformed(claims, "not after iat");
  claims.expires = 32'503'680'000;
  ExpectMalformed(claims, "claim exp");
  claims.expires = 32'503'679'999;
  EXPECT_TRUE(VerifyClaims(claims.Encoded()).ok());
  claims.issued = 32'503'680'000;
  ExpectMalformed(claims, "claim iat");
}

TEST(StatusListClaimsTest, UntilWhenEntriesWereGivenIsAnInstantBeforeTheList) {
  RawClaims claims;
  EXPECT_EQ(VerifyClaims(claims.Encoded())->header().given_until, std::nullopt);
  for (const std::uint64_t until : {std::uint64_t{0}, claims.issued}) {
    claims.given_until = until;
    const auto list = VerifyClaims(claims.Encoded());
    ASSERT_TRUE(list.ok()) << list.status();
    EXPECT_EQ(list->header().given_until, Instant(std::chrono::seconds(until)));
  }
  claims.given_until = claims.issued + 1;
  ExpectMalformed(claims, "given_until is after iat");
  claims.given_until = 32'503'680'000;
  ExpectMalformed(claims, "claim given_until");
  claims.given_until = claims.issued;
  claims.bits = 1;
  ExpectMalformed(claims, "given_until with 1 bit");
}

// Whole bytes of entries that were not given, between others.
TEST(StatusListClaimsTest, EntriesThatWereNotGivenHaveNoDetails) {
  RawClaims claims;
  claims.packed = {0xFF, 0xFD, 0xFF, 0x00, 0xBF, 0xFF};
  claims.given_until = claims.issued;
  claims.details = CborWriter()
                       .Array(3)
                       .ByteString(Bytes{1, 2})
                       .ByteString(Bytes{0, 0})
                       .ByteString(Bytes{3, 4})
                       .Take();
  const auto list = VerifyClaims(claims.Encoded());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_THAT(list->details()->indices, ElementsAre(4, 19));
}

TEST(StatusListClaimsTest, OtherWidthsAreRefused) {
  RawClaims claims;
  for (const std::uint64_t bits : {4U, 8U}) {
    claims.bits = bits;
    ExpectMalformed(claims, "only 1 and 2 bits");
  }
  for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{1} << 32}) {
    claims.bits = bits;
    ExpectMalformed(claims, "status_list.bits");
  }
}

TEST(StatusListClaimsTest, TheListIsOneGoodStream) {
  RawClaims claims;
  const Bytes good = RawClaims::Deflated(claims.packed);
  for (std::size_t size = 0; size < good.size(); ++size) {
    claims.list = Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
    ExpectMalformed(claims, "status_list.lst");
  }
  claims.list = good;
  claims.list->push_back(0);
  ExpectMalformed(claims, "status_list.lst");
  claims.list = RawClaims::Deflated({});
  ExpectMalformed(claims, "no entries");
}

TEST(StatusListClaimsTest, EntriesAreLimitedAtEachWidth) {
  Limits limits;
  limits.status_entries = 4000;
  RawClaims claims;
  for (const std::uint64_t bits : {1U, 2U}) {
    claims.bits = bits;
    claims.packed.assign(4000 * bits / 8, 0);
    EXPECT_TRUE(VerifyClaims(claims.Encoded(), limits).ok());
    claims.packed.push_back(0);
    ExpectRefusal(VerifyClaims(claims.Encoded(), limits), Reason::kTrustStatusListTooLarge,
                  "status_list.lst");
  }
}

// A claims set written by hand, to leave out parts of it and to give them other types.
Bytes ClaimsWith(std::int64_t label, const Bytes* value) {
  const Bytes list = RawClaims::Deflated({0});
  const struct {
    std::int64_t label;
    Bytes value;
  } parts[] = {
      {kClaimSubject, CborWriter().Text(RawClaims().subject).Take()},
      {kClaimExpires, CborWriter().Unsigned(1'800'000'000).Take()},
      {kClaimIssuedAt, CborWriter().Unsigned(1'780'000'000).Take()},
      {kClaimStatusList,
       CborWriter().Map(2).Text(kKeyList).ByteString(list).Text(kKeyBits).Unsigned(2).Take()},
      {kClaimTimeToLive, CborWriter().Unsigned(3600).Take()},
      {kClaimDetails - 100, CborWriter().Text("unknown").Take()},
  };
  const bool left_out = value == nullptr;
  Bytes claims = {static_cast<std::uint8_t>(0xA0 + std::size(parts) - (left_out ? 1 : 0))};
  for (const auto& part : parts) {
    if (part.label == label && left_out) continue;
    const Bytes key = CborWriter().Integer(part.label).Take();
    const Bytes& content = part.label == label ? *value : part.value;
    claims.insert(claims.end(), key.begin(), key.end());
    claims.insert(claims.end(), content.begin(), content.end());
  }
  return claims;
}

TEST(StatusListClaimsTest, UnknownClaimsAreIgnored) {
  const auto list = VerifyClaims(ClaimsWith(kClaimTimeToLive, nullptr));
  EXPECT_TRUE(list.ok()) << list.status();
}

TEST(StatusListClaimsTest, WhatIsRequiredIsThereAndOfItsType) {
  const Bytes null = {0xF6};
  for (const auto& [label, name] : {std::pair{kClaimSubject, "claim sub"},
                                    {kClaimExpires, "claim exp"},
                                    {kClaimIssuedAt, "claim iat"},
                                    {kClaimStatusList, "claim status_list"}}) {
    ExpectRefusal(VerifyClaims(ClaimsWith(label, nullptr)), Reason::kTrustStatusListMalformed,
                  name);
    ExpectRefusal(VerifyClaims(ClaimsWith(label, &null)), Reason::kTrustStatusListMalformed, name);
  }
  ExpectRefusal(VerifyClaims(ClaimsWith(kClaimTimeToLive, &null)),
                Reason::kTrustStatusListMalformed, "claim ttl");
}

TEST(StatusListClaimsTest, TheStatusListHasItsMembers) {
  const Bytes list = RawClaims::Deflated({0});
  const Bytes whole = CborWriter()
                          .Map(3)
                          .Text(kKeyList)
                          .ByteString(list)
                          .Text(kKeyBits)
                          .Unsigned(2)
                          .Text("aggregation_uri")
                          .Text("https://example.org")
                          .Take();
  EXPECT_TRUE(VerifyClaims(ClaimsWith(kClaimStatusList, &whole)).ok());
  const struct {
    Bytes map;
    const char* detail;
  } cases[] = {
      {CborWriter().Map(1).Text(kKeyList).ByteString(list).Take(), "status_list.bits"},
      {CborWriter().Map(2).Text(kKeyList).ByteString(list).Text(kKeyBits).Text("2").Take(),
       "status_list.bits"},
      {CborWriter().Map(1).Text(kKeyBits).Unsigned(2).Take(), "status_list.lst"},
      {CborWriter().Map(2).Text(kKeyList).Text("eNo").Text(kKeyBits).Unsigned(2).Take(),
       "status_list.lst"},
  };
  for (const auto& bad : cases) {
    ExpectRefusal(VerifyClaims(ClaimsWith(kClaimStatusList, &bad.map)),
                  Reason::kTrustStatusListMalformed, bad.detail);
  }
}

Bytes Columns(const Bytes& low, const Bytes& high, const Bytes& reasons) {
  return CborWriter().Array(3).ByteString(low).ByteString(high).ByteString(reasons).Take();
}

// The entry of value 3 has no details; a cause that has no name yet is kept.
TEST(StatusListClaimsTest, DetailsBelongToTheWithdrawnEntriesInTheirOrder) {
  RawClaims claims;
  claims.details = Columns({1, 2, 3, 4}, {0, 1, 0, 0xFF}, {0, 5, 200, 3});
  const auto list = VerifyClaims(claims.Encoded());
  ASSERT_TRUE(list.ok()) << list.status();
  ASSERT_TRUE(list->details());
  EXPECT_THAT(list->details()->indices, ElementsAre(0, 1, 5, 7));
  EXPECT_THAT(list->details()->days, ElementsAre(1, 258, 3, 0xFF04));
  EXPECT_THAT(list->details()->reasons, ElementsAre(0, 5, 200, 3));
}

TEST(StatusListClaimsTest, DetailsOfAListOfOneBitAnEntry) {
  RawClaims claims;
  claims.bits = 1;
  claims.packed = {0x01, 0x80};
  claims.details = Columns({1, 2}, {0, 0}, {1, 2});
  const auto list = VerifyClaims(claims.Encoded());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_THAT(list->details()->indices, ElementsAre(0, 15));
}

TEST(StatusListClaimsTest, DetailsThatDoNotFitTheListAreRefused) {
  const struct {
    Bytes details;
    const char* detail;
  } cases[] = {
      {{}, "details"},
      {{0xF6}, "no array"},
      {CborWriter().Array(2).ByteString(Bytes(4)).ByteString(Bytes(4)).Take(), "no array of three"},
      {Columns(Bytes(3), Bytes(4), Bytes(4)), "column"},
      {Columns(Bytes(4), Bytes(5), Bytes(4)), "column"},
      {Columns(Bytes(4), Bytes(4), Bytes(0)), "column"},
      {CborWriter().Array(3).ByteString(Bytes(4)).ByteString(Bytes(4)).Text("1234").Take(),
       "column"},
      {Bytes(1000), "inflated size"},
  };
  for (const auto& bad : cases) {
    RawClaims claims;
    claims.details = bad.details;
    ExpectMalformed(claims, bad.detail);
  }
  const Bytes text = CborWriter().Text("details").Take();
  Bytes claims = ClaimsWith(kClaimDetails - 100, nullptr);
  claims.front() = static_cast<std::uint8_t>(claims.front() + 1);
  const Bytes key = CborWriter().Integer(kClaimDetails).Take();
  claims.insert(claims.end(), key.begin(), key.end());
  claims.insert(claims.end(), text.begin(), text.end());
  ExpectRefusal(VerifyClaims(claims), Reason::kTrustStatusListMalformed, "details");
}

TEST(StatusListClaimsTest, WithdrawalsWithDetailsAreLimited) {
  RawClaims claims;
  claims.details = Columns(Bytes(4), Bytes(4), Bytes(4));
  Limits limits;
  limits.status_withdrawals = 4;
  EXPECT_TRUE(VerifyClaims(claims.Encoded(), limits).ok());
  limits.status_withdrawals = 3;
  ExpectRefusal(VerifyClaims(claims.Encoded(), limits), Reason::kTrustStatusListTooLarge,
                "number of withdrawals");
  claims.details.reset();
  EXPECT_TRUE(VerifyClaims(claims.Encoded(), limits).ok());
}

}  // namespace
}  // namespace sceau::trust
