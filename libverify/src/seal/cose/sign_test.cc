// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/sign.h"

#include <gtest/gtest.h>

#include <string_view>

#include "base/status.h"
#include "codec/cbor.h"

namespace sceau::seal::cose {
namespace {

using codec::CborWriter;

constexpr std::size_t kMost = 2;

const Bytes kBodyHeader = {0xA1, 0x03, 0x01};
const Bytes kSignedPayload = {0x01, 0x02, 0x03, 0x04};
const Bytes kFirst = {0xA1, 0x01, 0x26};
const Bytes kSecond = {0xA1, 0x01, 0x27};
const Bytes kFirstSignature = {0xAA, 0xBB};

Bytes GoodEnvelope() {
  return JoinSign({kBodyHeader, kSignedPayload, {{kFirst, kFirstSignature}, {kSecond, {}}}});
}

TEST(CoseSignTest, TheEnvelopeIsTheOneOfTheStandard) {
  // D8 62 tag 98, 84 array of 4, bstr(3), A0, bstr(4), 82 two signers, each 83 [bstr, A0, bstr].
  EXPECT_EQ(ToHex(GoodEnvelope()),
            "d8628443a10301a0440102030482"
            "8343a10126a042aabb"
            "8343a10127a040");
}

TEST(CoseSignTest, PartsComeBack) {
  const Bytes envelope = GoodEnvelope();
  const auto parts = SplitSign(envelope, kMost);
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(ToBytes(parts->protected_header), kBodyHeader);
  EXPECT_EQ(ToBytes(parts->payload), kSignedPayload);
  ASSERT_EQ(parts->signers.size(), 2U);
  EXPECT_EQ(ToBytes(parts->signers[0].protected_header), kFirst);
  EXPECT_EQ(ToBytes(parts->signers[0].signature), kFirstSignature);
  EXPECT_EQ(ToBytes(parts->signers[1].protected_header), kSecond);
  EXPECT_EQ(JoinSign(*parts), envelope);
  EXPECT_TRUE(SplitSign(JoinSign({kBodyHeader, kSignedPayload, {}}), kMost)->signers.empty());
}

TEST(CoseSignTest, WhatASignerSignsIsTheSigStructure) {
  // 85 array of 5, 69 "Signature", body header, signer header, no external data, payload.
  EXPECT_EQ(ToHex(SignerStructure(kBodyHeader, kFirst, kSignedPayload)),
            "85695369676e617475726543a1030143a10126404401020304");
}

TEST(CoseSignTest, WhatIsNotSuchAnEnvelopeIsRefused) {
  const auto body = [](std::uint64_t tag, auto write) {
    CborWriter writer;
    writer.Tag(tag);
    write(writer);
    return writer.Take();
  };
  struct Row {
    std::string_view what;
    Bytes envelope;
  };
  const Row rows[] = {
      {"tag",
       body(18, [](CborWriter& w) { w.Array(4).ByteString({}).Map(0).ByteString({}).Array(0); })},
      {"three members",
       body(98, [](CborWriter& w) { w.Array(3).ByteString({}).Map(0).ByteString({}); })},
      {"no payload",
       body(98, [](CborWriter& w) { w.Array(4).ByteString({}).Map(0).Text("").Array(0); })},
      {"unprotected",
       body(98,
            [](CborWriter& w) {
              w.Array(4).ByteString({}).Map(1).Unsigned(1).Unsigned(1).ByteString({}).Array(0);
            })},
      {"signers",
       body(98,
            [](CborWriter& w) { w.Array(4).ByteString({}).Map(0).ByteString({}).ByteString({}); })},
      {"signer", body(98,
                      [](CborWriter& w) {
                        w.Array(4).ByteString({}).Map(0).ByteString({}).Array(1).ByteString({});
                      })},
      {"signer of two",
       body(98,
            [](CborWriter& w) {
              w.Array(4).ByteString({}).Map(0).ByteString({}).Array(1).Array(2).ByteString({}).Map(
                  0);
            })},
      {"signer's header", body(98,
                               [](CborWriter& w) {
                                 w.Array(4)
                                     .ByteString({})
                                     .Map(0)
                                     .ByteString({})
                                     .Array(1)
                                     .Array(3)
                                     .ByteString({})
                                     .Map(1)
                                     .Unsigned(1)
                                     .Unsigned(1)
                                     .ByteString({});
                               })},
      {"too many",
       JoinSign({kBodyHeader, kSignedPayload, {{kFirst, {}}, {kFirst, {}}, {kFirst, {}}}})},
  };
  for (const Row& row : rows) {
    const auto parts = SplitSign(row.envelope, kMost);
    ASSERT_FALSE(parts.ok()) << row.what;
    EXPECT_EQ(ReasonOf(parts.status()), Reason::kSealMalformedCose) << row.what;
  }
  Bytes longer = GoodEnvelope();
  longer.push_back(0);
  EXPECT_EQ(ReasonOf(SplitSign(longer, kMost).status()), Reason::kSealTrailingBytes);
}

}  // namespace
}  // namespace sceau::seal::cose
