// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/sign1.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "codec/cbor.h"

namespace sceau::seal::cose {
namespace {

using codec::CborWriter;

constexpr int kDepth = 8;

const Bytes kHeader = {0xA1, 0x01, 0x26};
const Bytes kPayload = {0x01, 0x02, 0x03, 0x04};
const Bytes kSignature = {0xAA, 0xBB};

Bytes Good() { return JoinSign1(kHeader, kPayload, kSignature); }

Reason RefusalOf(const Bytes& envelope, int depth = kDepth) {
  const auto parts = SplitSign1(envelope, depth);
  EXPECT_FALSE(parts.ok());
  return parts.ok() ? Reason::kInternal : ReasonOf(parts.status());
}

TEST(CoseSign1Test, TheEnvelopeIsTheOneOfTheStandard) {
  // D2 tag 18, 84 array of 4, 43 bstr(3), A0 empty map, 44 bstr(4), 42 bstr(2): RFC 8949 §3.
  EXPECT_EQ(ToHex(Good()), "d28443a10126a0440102030442aabb");
}

TEST(CoseSign1Test, PartsAndTheirOffsetsComeBack) {
  const Bytes envelope = Good();
  const auto parts = SplitSign1(envelope, kDepth);
  ASSERT_TRUE(parts.ok()) << parts.status();
  for (const auto& [slice, expected] :
       {std::pair{parts->protected_header, kHeader}, std::pair{parts->payload, kPayload},
        std::pair{parts->signature, kSignature}}) {
    EXPECT_EQ(ToBytes(slice.bytes), expected);
    EXPECT_EQ(envelope.data() + slice.offset, slice.bytes.data());
  }
}

TEST(CoseSign1Test, OffsetsHoldForLongStrings) {
  const Bytes payload(300, 0x55);
  const Bytes envelope = JoinSign1(kHeader, payload, Bytes(96, 0x66));
  const auto parts = SplitSign1(envelope, kDepth);
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(parts->payload.bytes.size(), 300U);
  EXPECT_EQ(envelope.data() + parts->payload.offset, parts->payload.bytes.data());
  EXPECT_EQ(envelope.data() + parts->signature.offset, parts->signature.bytes.data());
}

TEST(CoseSign1Test, WhatIsSignedIsTheSigStructure) {
  // 84 array of 4, 6A "Signature1", protected header, empty external data, payload.
  EXPECT_EQ(ToHex(SigStructure(kHeader, kPayload)), "846a5369676e61747572653143a10126404401020304");
}

TEST(CoseSign1Test, NoTruncationIsAnEnvelope) {
  const Bytes good = Good();
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_EQ(RefusalOf(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length))),
              Reason::kSealTruncated)
        << length;
  }
}

TEST(CoseSign1Test, TrailingBytesAreRefused) {
  Bytes longer = Good();
  longer.push_back(0x00);
  EXPECT_EQ(RefusalOf(longer), Reason::kSealTrailingBytes);
}

TEST(CoseSign1Test, DepthIsBounded) {
  EXPECT_EQ(RefusalOf(Good(), 2), Reason::kSealMalformedCbor);
  EXPECT_TRUE(SplitSign1(Good(), 3).ok());
}

struct EnvelopeRow {
  const char* name;
  Bytes envelope;
  Reason reason;
};

class CoseSign1RefusalTest : public testing::TestWithParam<EnvelopeRow> {};

TEST_P(CoseSign1RefusalTest, IsRefused) {
  EXPECT_EQ(RefusalOf(GetParam().envelope), GetParam().reason);
}

CborWriter Open(std::size_t members = 4) {
  CborWriter writer;
  writer.Tag(18).Array(members);
  return writer;
}

std::vector<EnvelopeRow> Rows() {
  const Bytes good = Good();
  Bytes other_tag = good;
  other_tag[0] = 0xD1;  // tag 17, COSE_Mac0
  Bytes indefinite = good;
  indefinite[1] = 0x9F;
  indefinite.push_back(0xFF);
  return {
      {"Untagged", Bytes(good.begin() + 1, good.end()), Reason::kSealMalformedCose},
      {"OtherTag", other_tag, Reason::kSealMalformedCose},
      {"NotAnArray", CborWriter().Tag(18).Map(0).Take(), Reason::kSealMalformedCose},
      {"ThreeMembers", Open(3).ByteString(kHeader).Map(0).ByteString(kPayload).Take(),
       Reason::kSealMalformedCose},
      {"FiveMembers",
       Open(5)
           .ByteString(kHeader)
           .Map(0)
           .ByteString(kPayload)
           .ByteString(kSignature)
           .ByteString(kSignature)
           .Take(),
       Reason::kSealMalformedCose},
      {"ProtectedHeaderIsAMap",
       Open().Map(0).Map(0).ByteString(kPayload).ByteString(kSignature).Take(),
       Reason::kSealMalformedCose},
      {"UnprotectedHeaderIsNotEmpty",
       Open()
           .ByteString(kHeader)
           .Map(1)
           .Integer(4)
           .ByteString(kSignature)
           .ByteString(kPayload)
           .ByteString(kSignature)
           .Take(),
       Reason::kSealMalformedCose},
      {"UnprotectedHeaderIsAnArray",
       Open().ByteString(kHeader).Array(0).ByteString(kPayload).ByteString(kSignature).Take(),
       Reason::kSealMalformedCose},
      {"PayloadIsText",
       Open().ByteString(kHeader).Map(0).Text("payload").ByteString(kSignature).Take(),
       Reason::kSealMalformedCose},
      {"PayloadIsDetached",  // null, RFC 9052 §4.1
       {0xD2, 0x84, 0x40, 0xA0, 0xF6, 0x40},
       Reason::kSealMalformedCose},
      {"SignatureIsAnInteger",
       Open().ByteString(kHeader).Map(0).ByteString(kPayload).Integer(1).Take(),
       Reason::kSealMalformedCose},
      {"IndefiniteArray", indefinite, Reason::kSealCborNotDeterministic},
      {"LongLength",
       {0xD2, 0x84, 0x58, 0x01, 0x00, 0xA0, 0x40, 0x40},
       Reason::kSealCborNotDeterministic},
      {"DuplicateKey",
       {0xD2, 0x84, 0x40, 0xA2, 0x01, 0x01, 0x01, 0x01, 0x40, 0x40},
       Reason::kSealCborDuplicateKey},
      {"Float", {0xF9, 0x00, 0x00}, Reason::kSealMalformedCbor},
  };
}

INSTANTIATE_TEST_SUITE_P(Envelopes, CoseSign1RefusalTest, testing::ValuesIn(Rows()),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace sceau::seal::cose
