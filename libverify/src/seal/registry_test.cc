// SPDX-License-Identifier: Apache-2.0
#include "seal/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "codec/base32.h"
#include "sceau/seal_formats.h"
#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"
#include "seal/hc1/certificate_testing.h"
#include "seal/vds/seal_testing.h"

namespace sceau::seal {
namespace {

using namespace std::string_literals;

const std::string kAd1 = ad1::Assemble(
    ad1::Encode(ad1::PlainAttestation(), StatedAlgorithm::kEs256, ad1::kSomeKey), Bytes(64, 1));
const std::string kHc1 = hc1::Compressed(
    hc1::EnvelopeOf({.protected_header = hc1::HeaderOf(hc1::kAlgorithmEs256, std::nullopt)},
                    [](const Bytes&) { return Bytes(64, 1); }));
const std::string kTwoDDoc =
    "DC04FR990001264526460101FR26FR\x1F" + codec::EncodeBase32(Bytes(64, 1));

const std::string kVds(AsText(vds::WithSignature(vds::SignedBytes())));

TEST(SealRegistryTest, EachRowReadsItsOwnAndNamesItself) {
  for (const auto& [id, text] : {std::pair{"ad1", kAd1}, std::pair{"2d-doc", kTwoDDoc},
                                 std::pair{"hc1", kHc1}, std::pair{"vds", kVds}}) {
    const Format* format = DetectFormat(AsBytes(text));
    ASSERT_NE(format, nullptr) << id;
    EXPECT_EQ(format->id, id);
    const auto parsed = Parse(*format, AsBytes(text), Limits{});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->format, format);
    EXPECT_TRUE(format->decode_claims(*parsed).ok());
  }
}

TEST(SealRegistryTest, AtMostOneRowClaimsAPayload) {
  for (const std::string& text : {kAd1, kTwoDDoc, kHc1, kVds, ""s, "DC"s, "AD1"s}) {
    int claims = 0;
    for (const Format& format : Formats()) claims += format.detect(AsBytes(text)) ? 1 : 0;
    EXPECT_EQ(claims, text.size() > 3 ? 1 : 0) << text;
  }
}

TEST(SealRegistryTest, OtherCodesAreNamed) {
  struct Row {
    std::string payload;
    std::string_view id;
    bool is_seal;
  };
  for (const Row& row : {
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

TEST(SealRegistryTest, AnIdFindsItsRow) {
  for (const Format& format : Formats()) EXPECT_EQ(FindFormat(format.id), &format);
  EXPECT_EQ(FindFormat("ad"), nullptr);
  EXPECT_EQ(FindFormat(""), nullptr);
}

TEST(SealRegistryTest, ThePublicListIsThatOfTheRows) {
  const std::vector<SealFormat> listed = SealFormats();
  ASSERT_EQ(listed.size(), Formats().size());
  for (std::size_t i = 0; i < listed.size(); ++i) EXPECT_EQ(listed[i].id, Formats()[i].id);
  const auto with = [&](bool SealFormat::*property) {
    std::vector<std::string> ids;
    for (const SealFormat& format : listed) {
      if (format.*property) ids.push_back(format.id);
    }
    return ids;
  };
  EXPECT_THAT(with(&SealFormat::scoped_by_fund), testing::ElementsAre("ad1"));
  EXPECT_THAT(with(&SealFormat::is_in_trusted_lists), testing::ElementsAre("2d-doc"));
}

// What trust and the check of a signature rely on, whatever the format.
TEST(SealRegistryTest, EveryRowSaysHowItsKeysAreNamed) {
  crypto::CertificateOutline whole;
  whole.sha256 = {0, 1, 2, 3, 4, 5, 0xFE, 0xFF, 8};
  whole.subject_common_name = "0001";
  whole.issuer_common_name = "FR00";
  const auto id = [&](std::string_view format, const crypto::CertificateOutline& certificate) {
    const auto found = FindFormat(format)->key_naming->id_of(certificate);
    return found ? found->text() : "none";
  };
  EXPECT_EQ(id("ad1", whole), "000102030405feff");
  EXPECT_EQ(id("hc1", whole), "000102030405feff");
  EXPECT_EQ(id("2d-doc", whole), "FR00/0001");
  EXPECT_EQ(id("vds", whole), "none");
  crypto::CertificateOutline signer = whole;
  signer.subject_country = "FR";
  signer.subject_common_name = "XA";
  signer.serial_number = {0x02, 0x32};
  EXPECT_EQ(id("vds", signer), "FR/XA/232");
  crypto::CertificateOutline nameless = whole;
  nameless.subject_common_name.clear();
  EXPECT_EQ(id("2d-doc", nameless), "none");
}

}  // namespace
}  // namespace sceau::seal
