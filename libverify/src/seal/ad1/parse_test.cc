// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "codec/base45.h"
#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"
#include "seal/cose/sign1.h"

namespace sceau::seal::ad1 {
namespace {

const Bytes kSignature(64, 0xA5);

Unsigned Parts(StatedAlgorithm algorithm = StatedAlgorithm::kEs256) {
  return Encode(PlainAttestation(), algorithm, kSomeKey);
}
std::string Good() { return Assemble(Parts(), kSignature); }
Bytes Envelope() { return cose::JoinSign1(Parts().protected_header, Parts().payload, kSignature); }
std::string InText(const Bytes& envelope) { return "AD1:" + codec::EncodeBase45(envelope); }
std::string WithHeader(const Bytes& header) {
  return InText(cose::JoinSign1(header, Parts().payload, kSignature));
}

absl::StatusOr<ParsedSeal> ParseText(std::string_view text) {
  return Parse(AsBytes(text), Limits{});
}
Reason RefusalOf(std::string_view text) {
  const auto parsed = ParseText(text);
  EXPECT_FALSE(parsed.ok());
  return parsed.ok() ? Reason::kInternal : ReasonOf(parsed.status());
}

TEST(Ad1ParseTest, DetectionGoesByThePrefixAlone) {
  EXPECT_TRUE(Detect(AsBytes("AD1:")));
  EXPECT_TRUE(Detect(AsBytes("AD1:not base45")));
  for (const std::string_view text : {"", "AD1", "ad1:", " AD1:", "AD2:", "HC1:"}) {
    EXPECT_FALSE(Detect(AsBytes(text))) << text;
  }
}

TEST(Ad1ParseTest, AGoodSealIsTakenApart) {
  const auto parsed = ParseText(Good());
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->signed_bytes, Parts().to_be_signed);
  EXPECT_EQ(parsed->signature, kSignature);
  EXPECT_EQ(parsed->content, Parts().payload);
  EXPECT_EQ(parsed->annex_offset, parsed->content.size());
  EXPECT_EQ(parsed->key, ToKeyId(kSomeKey));
  EXPECT_EQ(parsed->key.text(), "d0d1d2d3d4d5d6d7");
}

TEST(Ad1ParseTest, EachAlgorithmIsStated) {
  for (const StatedAlgorithm algorithm :
       {StatedAlgorithm::kEs256, StatedAlgorithm::kEs384, StatedAlgorithm::kEdDsa}) {
    const auto parsed = ParseText(Assemble(Parts(algorithm), kSignature));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->stated_algorithm, algorithm);
  }
}

TEST(Ad1ParseTest, ALineEndOfAScannerIsNotPartOfTheSeal) {
  for (const std::string_view end : {"\r", "\n", "\r\n", "\n\n"}) {
    const auto parsed = ParseText(Good() + std::string(end));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->signed_bytes, Parts().to_be_signed);
  }
  EXPECT_EQ(RefusalOf(Good() + "\n0"), Reason::kSealMalformedText);
}

// What the claims say matters only once the signature held.
TEST(Ad1ParseTest, ThePayloadIsNotJudged) {
  for (const Bytes& payload : {Bytes{}, Bytes{0xFF, 0xFF}, Bytes{0xF9, 0x00, 0x00}}) {
    const auto parsed =
        ParseText(InText(cose::JoinSign1(Parts().protected_header, payload, kSignature)));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->content, payload);
  }
}

TEST(Ad1ParseTest, ASignatureOfAnyLengthIsPassedOn) {
  for (const std::size_t length : {0U, 1U, 63U, 65U, 500U}) {
    const auto parsed = ParseText(Assemble(Parts(), Bytes(length, 1)));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->signature.size(), length);
  }
}

TEST(Ad1ParseTest, NoTruncationIsASeal) {
  const std::string good = Good();
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_FALSE(ParseText(good.substr(0, length)).ok()) << length;
  }
  const Bytes envelope = Envelope();
  for (std::size_t length = 0; length < envelope.size(); ++length) {
    const Bytes cut(envelope.begin(), envelope.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_EQ(RefusalOf(InText(cut)), Reason::kSealTruncated) << length;
  }
}

TEST(Ad1ParseTest, TheLengthIsBounded) {
  Limits limits;
  const std::string good = Good();
  limits.payload_bytes = good.size();
  EXPECT_TRUE(Parse(AsBytes(good), limits).ok());
  limits.payload_bytes = good.size() - 1;
  const auto parsed = Parse(AsBytes(good), limits);
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(ReasonOf(parsed.status()), Reason::kSealTooLong);
}

struct RefusedText {
  const char* name;
  std::string text;
  Reason reason;
};
class Ad1ParseRefusalTest : public testing::TestWithParam<RefusedText> {};

TEST_P(Ad1ParseRefusalTest, IsRefused) { EXPECT_EQ(RefusalOf(GetParam().text), GetParam().reason); }

std::vector<RefusedText> TextRows() {
  const std::string good = Good();
  Bytes trailing = Envelope();
  trailing.push_back(0);
  const Bytes envelope = Envelope();
  return {
      {"NoPrefix", good.substr(4), Reason::kSealMalformedHeader},
      {"PrefixAlone", "AD1:", Reason::kSealTruncated},
      {"LowerCase", good.substr(0, 20) + "a" + good.substr(21), Reason::kSealMalformedText},
      {"DanglingCharacter", "AD1:A", Reason::kSealMalformedText},
      {"GroupTooLarge", "AD1::::", Reason::kSealMalformedText},
      {"TrailingByte", InText(trailing), Reason::kSealTrailingBytes},
      {"Untagged", InText(Bytes(envelope.begin() + 1, envelope.end())), Reason::kSealMalformedCose},
  };
}

std::vector<RefusedText> HeaderRows() {
  const Bytes key(8, 7);
  const auto header = [](const Map& map) { return WithHeader(Encoded(map)); };
  const Bytes alg = Int(1);
  const Bytes kid = Int(4);
  const Bytes good = Encoded({{alg, Int(-7)}, {kid, Binary(key)}});
  Bytes trailing = good;
  trailing.push_back(0);
  return {
      {"HeaderEmpty", WithHeader({}), Reason::kSealMalformedCose},
      {"HeaderCut", WithHeader(Bytes(good.begin(), good.end() - 1)), Reason::kSealMalformedCose},
      {"HeaderTrailingByte", WithHeader(trailing), Reason::kSealMalformedCose},
      {"HeaderIsAnArray", WithHeader({0x80}), Reason::kSealMalformedCose},
      {"HeaderIndefinite", WithHeader({0xBF, 0xFF}), Reason::kSealCborNotDeterministic},
      {"HeaderUnsorted", WithHeader({0xA2, 0x04, 0x40, 0x01, 0x26}),
       Reason::kSealCborNotDeterministic},
      {"HeaderDuplicateKey", WithHeader({0xA2, 0x01, 0x26, 0x01, 0x26}),
       Reason::kSealCborDuplicateKey},
      {"HeaderFloat", WithHeader({0xA1, 0x01, 0xF9, 0, 0}), Reason::kSealMalformedCbor},
      {"NoAlgorithm", header({{kid, Binary(key)}}), Reason::kSealMalformedCose},
      {"NoKeyId", header({{alg, Int(-7)}}), Reason::kSealMalformedCose},
      {"ExtraLabel", header({{alg, Int(-7)}, {Int(3), Int(0)}, {kid, Binary(key)}}),
       Reason::kSealMalformedCose},
      {"OtherLabelForKeyId", header({{alg, Int(-7)}, {Int(5), Binary(key)}}),
       Reason::kSealMalformedCose},
      {"KeyIdShort", header({{alg, Int(-7)}, {kid, Binary(Bytes(7, 7))}}),
       Reason::kSealMalformedCose},
      {"KeyIdLong", header({{alg, Int(-7)}, {kid, Binary(Bytes(9, 7))}}),
       Reason::kSealMalformedCose},
      {"KeyIdIsText", header({{alg, Int(-7)}, {kid, Text("12345678")}}),
       Reason::kSealMalformedCose},
      {"AlgorithmIsBytes", header({{alg, Binary({0x26})}, {kid, Binary(key)}}),
       Reason::kSealMalformedCose},
      {"AlgorithmHs256", header({{alg, Int(5)}, {kid, Binary(key)}}),
       Reason::kSealUnsupportedAlgorithm},
      {"AlgorithmZero", header({{alg, Int(0)}, {kid, Binary(key)}}),
       Reason::kSealUnsupportedAlgorithm},
      {"AlgorithmSixAndSeven", header({{alg, Int(6)}, {kid, Binary(key)}}),
       Reason::kSealUnsupportedAlgorithm},  // -7 and 6 share their argument
      {"AlgorithmEs512", header({{alg, Int(-36)}, {kid, Binary(key)}}),
       Reason::kSealUnsupportedAlgorithm},
      {"AlgorithmByName", header({{alg, Text("ES256")}, {kid, Binary(key)}}),
       Reason::kSealUnsupportedAlgorithm},
  };
}

std::string NameOfRefusedText(const testing::TestParamInfo<RefusedText>& row) {
  return row.param.name;
}
INSTANTIATE_TEST_SUITE_P(Texts, Ad1ParseRefusalTest, testing::ValuesIn(TextRows()),
                         NameOfRefusedText);
INSTANTIATE_TEST_SUITE_P(Headers, Ad1ParseRefusalTest, testing::ValuesIn(HeaderRows()),
                         NameOfRefusedText);

}  // namespace
}  // namespace sceau::seal::ad1
