// SPDX-License-Identifier: Apache-2.0
// The envelope, the header and the signature.
#include "trust/status_list/status_list.h"

#include <gtest/gtest.h>

#include "trust/status_list/status_list_testing.h"

namespace sceau::trust {
namespace {

using codec::CborWriter;

TEST(ParseStatusListTest, AListIsTakenApart) {
  const auto parsed = ParseStatusList(SomeStatusList(), {});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->key, KeyIdOf(StatusIssuer()));
  EXPECT_EQ(parsed->stated_algorithm, crypto::Algorithm::kEs256);
  EXPECT_EQ(parsed->signed_bytes, seal::cose::SigStructure(SomeHeader(), parsed->payload));
}

// What the claims say, and whether they inflate, matters only once the signature held.
TEST(ParseStatusListTest, ThePayloadIsNotJudged) {
  const auto parsed = ParseStatusList(SignAnything(SomeHeader(), {0xFF, 0xFF}), {});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->payload, (Bytes{0xFF, 0xFF}));
}

TEST(ParseStatusListTest, EnvelopesThatAreNoneAreRefused) {
  const Bytes good = SomeStatusList();
  for (std::size_t size = 0; size < good.size(); ++size) {
    const auto parsed = ParseStatusList(ByteSpan(good).first(size), {});
    ExpectRefusal(parsed, Reason::kTrustStatusListMalformed, "envelope");
  }
  Bytes longer = good;
  longer.push_back(0);
  ExpectRefusal(ParseStatusList(longer, {}), Reason::kTrustStatusListMalformed, "envelope");
  // A megabyte that would be a hundred when decoded.
  Bytes many = {0x9A, 0x00, 0x10, 0x00, 0x00};
  many.insert(many.end(), 0x100000, 0xF6);
  ExpectRefusal(ParseStatusList(many, {}), Reason::kTrustStatusListMalformed, "too many items");
}

TEST(ParseStatusListTest, ALongListIsRefusedUnread) {
  const Bytes good = SomeStatusList();
  Limits limits;
  limits.status_list_bytes = good.size();
  EXPECT_TRUE(ParseStatusList(good, limits).ok());
  --limits.status_list_bytes;
  ExpectRefusal(ParseStatusList(good, limits), Reason::kTrustStatusListTooLarge, "signed list");
}

TEST(ParseStatusListTest, OtherHeadersAreRefused) {
  const Bytes id(8, 1);
  const struct {
    const char* what;
    Bytes header;
    const char* detail;
  } cases[] = {
      {"empty", {}, "protected header"},
      {"no map", CborWriter().Unsigned(1).Take(), "not {1"},
      {"no type", CborWriter().Map(2).Integer(1).Integer(-7).Integer(4).ByteString(id).Take(),
       "not {1"},
      {"one more",
       CborWriter()
           .Map(4)
           .Integer(1)
           .Integer(-7)
           .Integer(4)
           .ByteString(id)
           .Integer(5)
           .Unsigned(0)
           .Integer(16)
           .Text(kStatusListType)
           .Take(),
       "not {1"},
      {"another algorithm",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(-37)
           .Integer(4)
           .ByteString(id)
           .Integer(16)
           .Text(kStatusListType)
           .Take(),
       "algorithm"},
      {"a positive algorithm",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(6)
           .Integer(4)
           .ByteString(id)
           .Integer(16)
           .Text(kStatusListType)
           .Take(),
       "algorithm"},
      {"a short key id",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(-7)
           .Integer(4)
           .ByteString(Bytes(7))
           .Integer(16)
           .Text(kStatusListType)
           .Take(),
       "eight bytes"},
      {"a key id that is text",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(-7)
           .Integer(4)
           .Text("12345678")
           .Integer(16)
           .Text(kStatusListType)
           .Take(),
       "eight bytes"},
      {"another type",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(-7)
           .Integer(4)
           .ByteString(id)
           .Integer(16)
           .Text("application/cwt")
           .Take(),
       "type"},
      {"a type that is bytes",
       CborWriter()
           .Map(3)
           .Integer(1)
           .Integer(-7)
           .Integer(4)
           .ByteString(id)
           .Integer(16)
           .ByteString(AsBytes(kStatusListType))
           .Take(),
       "type"},
  };
  for (const auto& other : cases) {
    SCOPED_TRACE(other.what);
    const Bytes cwt = seal::cose::JoinSign1(other.header, Bytes{0xA0}, Bytes(64));
    ExpectRefusal(ParseStatusList(cwt, {}), Reason::kTrustStatusListMalformed, other.detail);
  }
}

TEST(VerifyStatusListTest, EachAlgorithmVerifies) {
  for (const crypto::Algorithm algorithm :
       {crypto::Algorithm::kEs256, crypto::Algorithm::kEs384, crypto::Algorithm::kEdDsa}) {
    const TestParty issuer = MakeParty({.common_name = "Fonds", .algorithm = algorithm});
    const auto parsed = ParseStatusList(SomeStatusList(issuer), {});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    const auto verified = VerifiedStatusList::Verify(*parsed, issuer.certificate, {});
    ASSERT_TRUE(verified.ok()) << verified.status();
    EXPECT_EQ(verified->header(), (StatusListHeader{.key = KeyIdOf(issuer),
                                                    .number = 7,
                                                    .issued = Noon("2026-11-23"),
                                                    .expires = Noon("2026-12-23"),
                                                    .bits = 2}));
  }
}

// A list that cannot be inflated is noticed when the signature holds, and only then.
TEST(VerifyStatusListTest, NothingIsReadBeforeTheSignatureHolds) {
  RawClaims claims;
  claims.list = Bytes{0xFF};
  auto parsed = *ParseStatusList(SignAnything(SomeHeader(), claims.Encoded()), {});
  const crypto::Certificate& issuer = StatusIssuer().certificate;
  ExpectRefusal(VerifiedStatusList::Verify(parsed, issuer, {}), Reason::kTrustStatusListMalformed,
                "status_list.lst");
  parsed.signature[10] ^= 1;
  ExpectRefusal(VerifiedStatusList::Verify(parsed, issuer, {}), Reason::kTrustStatusListSignature,
                "does not hold");
}

TEST(VerifyStatusListTest, EveryChangedByteIsNoticed) {
  const Bytes good = SomeStatusList();
  for (std::size_t at = 0; at < good.size(); ++at) {
    Bytes bent = good;
    bent[at] ^= 1;
    EXPECT_FALSE(ParseAndVerify(bent).ok()) << at;
  }
}

TEST(VerifyStatusListTest, SignaturesThatCannotBeAreNamed) {
  auto parsed = *ParseStatusList(SomeStatusList(), {});
  const crypto::Certificate& issuer = StatusIssuer().certificate;
  parsed.signature.assign(64, 0);
  ExpectRefusal(VerifiedStatusList::Verify(parsed, issuer, {}), Reason::kTrustStatusListSignature,
                "out of range");
  parsed.signature.pop_back();
  ExpectRefusal(VerifiedStatusList::Verify(parsed, issuer, {}), Reason::kTrustStatusListSignature,
                "length");
}

TEST(VerifyStatusListTest, AnotherCertificateIsRefused) {
  const auto parsed = *ParseStatusList(SomeStatusList(), {});
  const TestParty other = MakeParty({.common_name = "Fonds"});
  ExpectRefusal(VerifiedStatusList::Verify(parsed, other.certificate, {}),
                Reason::kTrustStatusListSignature, "key id");
  // The key id of the other one, under the key of the first.
  const Bytes borrowed = SignAnything(SomeHeader(other), RawClaims().Encoded());
  ExpectRefusal(VerifiedStatusList::Verify(*ParseStatusList(borrowed, {}), other.certificate, {}),
                Reason::kTrustStatusListSignature, "does not hold");
}

TEST(VerifyStatusListTest, TheAlgorithmIsTheCertificates) {
  const Bytes header = CborWriter()
                           .Map(3)
                           .Integer(kHeaderAlgorithm)
                           .Integer(LabelOf(crypto::Algorithm::kEdDsa))
                           .Integer(kHeaderKeyId)
                           .ByteString(KeyIdOf(StatusIssuer()).prefix)
                           .Integer(kHeaderType)
                           .Text(kStatusListType)
                           .Take();
  ExpectRefusal(ParseAndVerify(SignAnything(header, RawClaims().Encoded())),
                Reason::kTrustStatusListSignature, "algorithm");
}

TEST(VerifyStatusListTest, AnAuthoritySignsNoList) {
  const TestParty authority = MakeParty({.common_name = "Root", .authority = true});
  const Bytes cwt = SignAnything(SomeHeader(authority), RawClaims().Encoded(), authority);
  ExpectRefusal(VerifiedStatusList::Verify(*ParseStatusList(cwt, {}), authority.certificate, {}),
                Reason::kTrustStatusListSignature, "may not sign");
}

TEST(VerifyStatusListTest, TheCertificateIsValidWhenTheListIsIssued) {
  const auto seconds = [](Instant instant) {
    return static_cast<std::uint64_t>(instant.time_since_epoch().count());
  };
  const crypto::Certificate& issuer = StatusIssuer().certificate;
  const struct {
    Instant issued;
    bool good;
  } cases[] = {
      {issuer.not_before() - std::chrono::seconds(1), false},
      {issuer.not_before(), true},
      {issuer.not_after(), true},
      {issuer.not_after() + std::chrono::seconds(1), false},
  };
  for (const auto& moment : cases) {
    RawClaims claims;
    claims.issued = seconds(moment.issued);
    claims.expires = seconds(moment.issued) + 1;
    const auto verified = VerifyClaims(claims.Encoded());
    EXPECT_EQ(verified.ok(), moment.good);
    if (!moment.good) ExpectRefusal(verified, Reason::kTrustStatusListSignature, "not valid when");
  }
}

}  // namespace
}  // namespace sceau::trust
