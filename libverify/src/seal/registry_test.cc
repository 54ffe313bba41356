// SPDX-License-Identifier: Apache-2.0
#include "seal/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "codec/base32.h"
#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"

namespace sceau::seal {
namespace {

using namespace std::string_literals;

const std::string kAd1 = ad1::Assemble(
    ad1::Encode(ad1::PlainAttestation(), StatedAlgorithm::kEs256, ad1::kSomeKey), Bytes(64, 1));
const std::string kTwoDDoc =
    "DC04FR990001264526460101FR26FR\x1F" + codec::EncodeBase32(Bytes(64, 1));

TEST(SealRegistryTest, EachRowReadsItsOwnAndNamesItself) {
  for (const auto& [id, text] : {std::pair{"ad1", kAd1}, std::pair{"2d-doc", kTwoDDoc}}) {
    const Format* format = DetectFormat(AsBytes(text));
    ASSERT_NE(format, nullptr) << id;
    EXPECT_EQ(format->id, id);
    const auto parsed = format->parse(AsBytes(text), Limits{});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->format, format);
    EXPECT_TRUE(format->decode_claims(*parsed).ok());
  }
}

TEST(SealRegistryTest, AtMostOneRowClaimsAPayload) {
  for (const std::string& text : {kAd1, kTwoDDoc, "HC1:ABC"s, ""s, "DC"s, "AD1"s}) {
    int claims = 0;
    for (const Format& format : Formats()) claims += format.detect(AsBytes(text)) ? 1 : 0;
    EXPECT_EQ(claims, text == kAd1 || text == kTwoDDoc ? 1 : 0) << text;
  }
}

TEST(SealRegistryTest, OtherCodesAreNamed) {
  struct Row {
    std::string payload;
    std::string_view id;
    bool is_seal;
  };
  for (const Row& row : {
           Row{"HC1:NCFOXN", "hc1", true},
           Row{"\xDC\x02\xD9\xC5", "vds", true},
           Row{"\xDC\x03\xD9\xC5", "vds", true},
           Row{"\xDC\x04\xD9\xC5", "2d-doc-binary", true},
           Row{"\xDC", "binary", false},
           Row{"\xDC\x05", "binary", false},
           Row{"shc:/5676290952", "smart-health-card", true},
           Row{"SHC:/5676290952", "smart-health-card", true},
           Row{"IS01AAAA", "ins", false},
           Row{"https://example.org/?q=AD1:", "web-address", false},
           Row{"HTTP://EXAMPLE.ORG", "web-address", false},
           Row{"HtTpS://example.org", "web-address", false},
           Row{"hc1:NCFOXN", "text", false},
           Row{"httpd", "text", false},
           Row{"Bonjour à tous\r\n\tvoilà", "text", false},
           Row{"", "text", false},
           Row{"a\0b"s, "binary", false},
           Row{"a\x1B[2J", "binary", false},
           Row{"\xFF\xFE", "binary", false},
       }) {
    ASSERT_EQ(DetectFormat(AsBytes(row.payload)), nullptr) << row.id;
    const OtherKind kind = NameOther(AsBytes(row.payload));
    EXPECT_EQ(kind.id, row.id) << row.payload;
    EXPECT_EQ(kind.is_seal, row.is_seal) << row.payload;
  }
}

TEST(SealKeyReferenceTest, IsPrintedAsTheFormatPrintsIt) {
  EXPECT_EQ(ToString(CertificateHash{{0, 1, 2, 3, 4, 5, 0xFE, 0xFF}}), "000102030405feff");
  EXPECT_EQ(ToString(AuthorityAndCertificate{"FR00", "0001"}), "FR00/0001");
}

}  // namespace
}  // namespace sceau::seal
