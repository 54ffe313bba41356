// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_outline.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/status.h"
#include "crypto/certificate.h"
#include "crypto/hostile_certificate.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

// Whatever the quick way says, the long one says too.
void ExpectAgreement(ByteSpan der, const std::string& what) {
  const auto outline = OutlineOf(der);
  const auto certificate = Certificate::ParseDer(der);
  if (!outline.ok() || !certificate.ok()) return;
  EXPECT_EQ(outline->sha256, certificate->sha256()) << what;
  EXPECT_EQ(outline->subject_common_name, certificate->subject_common_name()) << what;
  EXPECT_EQ(outline->subject_organisation, certificate->subject_organisation()) << what;
  EXPECT_EQ(outline->subject_country, certificate->subject_country()) << what;
  EXPECT_EQ(outline->issuer_common_name, certificate->issuer_common_name()) << what;
  EXPECT_EQ(outline->serial_number, certificate->SerialNumber()) << what;
  EXPECT_EQ(outline->subject, certificate->SubjectDer()) << what;
  EXPECT_EQ(outline->not_before, certificate->not_before()) << what;
  EXPECT_EQ(outline->not_after, certificate->not_after()) << what;
  EXPECT_EQ(outline->is_authority, certificate->is_authority()) << what;
  // A critical extension that nobody knows is seen by the long way alone.
  EXPECT_TRUE(outline->is_for_documents || !certificate->is_for_documents()) << what;
  EXPECT_TRUE(outline->may_sign_documents || !certificate->may_sign_documents()) << what;
  const bool usable = outline->key == OutlinedKey::kP256 || outline->key == OutlinedKey::kP384 ||
                      outline->key == OutlinedKey::kEd25519;
  EXPECT_TRUE(usable || !certificate->public_key()) << what;
  EXPECT_TRUE(outline->key == OutlinedKey::kRsa || !certificate->rsa_key()) << what;
}

struct Recipe {
  const char* what;
  CertificateRecipe recipe;
};

std::vector<Recipe> Recipes() {
  return {
      {"plain", {.subject = "Émetteur d’essai", .issuer = "Autorité d’essai"}},
      {"T.61", {.subject = "\xC9t\xE9", .common_name_type = V_ASN1_T61STRING}},
      {"BMP", {.subject = std::string("\0F\0o\x20\xAC", 6), .common_name_type = V_ASN1_BMPSTRING}},
      {"universal",
       {.subject = std::string("\0\0\0F\0\1\xF6\0", 8),
        .common_name_type = V_ASN1_UNIVERSALSTRING}},
      {"no name", {.subject = ""}},
      {"late", {.not_after = "20990101000000Z"}},
      {"authority", {.extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}}}},
      {"authority that signs",
       {.extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                       {NID_key_usage, "critical,keyCertSign,digitalSignature"}}}},
      {"leaf by word", {.extensions = {{NID_basic_constraints, "CA:FALSE"}}}},
      {"signs", {.extensions = {{NID_key_usage, "critical,digitalSignature"}}}},
      {"agrees keys", {.extensions = {{NID_key_usage, "critical,keyAgreement"}}}},
      {"denies nothing", {.extensions = {{NID_key_usage, "nonRepudiation"}}}},
  };
}

TEST(CertificateOutlineTest, SaysWhatTheCertificateSays) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  for (const auto& [what, recipe] : Recipes()) {
    const Bytes der = MakeCertificate(recipe, key.get(), key.get());
    EXPECT_TRUE(OutlineOf(der).ok()) << what;
    ExpectAgreement(der, what);
    const auto certificate = Certificate::ParseDer(der);
    if (!certificate.ok()) continue;
    EXPECT_EQ(OutlineOf(*certificate).subject, OutlineOf(der)->subject) << what;
    EXPECT_EQ(OutlineOf(*certificate).key, OutlineOf(der)->key) << what;
    EXPECT_EQ(OutlineOf(*certificate).may_sign_documents, OutlineOf(der)->may_sign_documents)
        << what;
  }
}

// By these ICAO's seals name a certificate.
TEST(CertificateOutlineTest, ReadsCountryAndSerialNumber) {
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  for (const Bytes& serial : {Bytes{0x27}, Bytes{0x02, 0x32}, Bytes{0x80, 0x01}}) {
    const auto made = key->Certify({.common_name = "TS",
                                    .country = "DE",
                                    .not_before = Instant{} + std::chrono::hours(1),
                                    .not_after = Instant{} + std::chrono::hours(2),
                                    .serial = serial},
                                   key->public_key(), std::nullopt);
    ASSERT_TRUE(made.ok()) << made.status();
    EXPECT_EQ(made->subject_country(), "DE");
    EXPECT_EQ(made->SerialNumber(), serial);
    EXPECT_EQ(made->subject_common_name(), "TS");
    ExpectAgreement(made->ToDer(), "country");
    EXPECT_EQ(OutlineOf(made->ToDer())->serial_number, serial);
    EXPECT_EQ(OutlineOf(*made).serial_number, serial);
    EXPECT_EQ(OutlineOf(*made).subject_country, "DE");
  }
  const Bytes plain = MakeCertificate({}, MakeEcKey("P-256").get(), MakeEcKey("P-256").get());
  EXPECT_EQ(OutlineOf(plain)->subject_country, "");
}

TEST(CertificateOutlineTest, ChangedCertificatesAreNeverSaidToBeOther) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  for (const auto& [what, recipe] : Recipes()) {
    const Bytes der = MakeCertificate(recipe, key.get(), key.get());
    for (std::size_t i = 0; i < der.size(); ++i) {
      for (const std::uint8_t change : Bytes{0x01, 0x20, 0x80}) {
        Bytes changed = der;
        changed[i] ^= change;
        ExpectAgreement(changed, std::string(what) + " at " + std::to_string(i));
      }
      EXPECT_FALSE(OutlineOf(ByteSpan(der).first(i)).ok()) << what;
    }
    Bytes longer = der;
    longer.push_back(0);
    EXPECT_FALSE(OutlineOf(longer).ok()) << what;
  }
}

TEST(CertificateOutlineTest, NamesEveryKindOfKey) {
  const EvpPkeyPtr signer = MakeEcKey("P-256");
  const auto key_of = [&](EvpPkeyPtr key) {
    return OutlineOf(MakeCertificate({}, key.get(), signer.get()))->key;
  };
  EXPECT_EQ(key_of(MakeEcKey("P-256")), OutlinedKey::kP256);
  EXPECT_EQ(key_of(MakeEcKey("P-384")), OutlinedKey::kP384);
  EXPECT_EQ(key_of(MakeEcKey("P-521")), OutlinedKey::kOtherCurve);
  EXPECT_EQ(key_of(MakeEcKey("brainpoolP256t1")), OutlinedKey::kOtherCurve);
  EXPECT_EQ(key_of(MakeEcKey("secp224k1")), OutlinedKey::kOtherCurve);
  for (const char* curve : {"P-224", "brainpoolP224r1", "brainpoolP256r1", "brainpoolP384r1"})
    EXPECT_EQ(key_of(MakeEcKey(curve)), OutlinedKey::kStateCurve) << curve;
  EXPECT_EQ(key_of(MakeExplicitP256Key()), OutlinedKey::kOtherCurve);
  EXPECT_EQ(key_of(MakeRsaKey(2048)), OutlinedKey::kRsa);
  EXPECT_EQ(key_of(MakeRsaKey(2047)), OutlinedKey::kOtherRsa);
  EXPECT_EQ(key_of(MakeEd25519PublicKey(Bytes(32, 9))), OutlinedKey::kEd25519);
}

TEST(CertificateOutlineTest, WhatMayNotBeReadIsRefused) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const auto refused = [&](const CertificateRecipe& recipe) {
    const auto outline = OutlineOf(MakeCertificate(recipe, key.get(), key.get()));
    return !outline.ok() && ReasonOf(outline.status()) == Reason::kTrustJunk;
  };
  EXPECT_TRUE(refused({.more_common_names = {"second"}}));
  EXPECT_TRUE(refused({.subject = "move\x1B[2J"}));
  EXPECT_TRUE(refused({.subject = "right\u202Eleft"}));
  EXPECT_FALSE(OutlineOf({}).ok());
}

TEST(CertificateOutlineTest, FilesAreSplitIntoTheirBlocks) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const Bytes der = MakeCertificate({}, key.get(), key.get());
  const std::string pem = Certificate::ParseDer(der)->ToPem();
  ASSERT_EQ(SplitCertificates(der)->size(), 1U);
  EXPECT_EQ(SplitCertificates(der)->at(0).der, der);
  for (const std::string& one : {pem, pem + "\n", "# a note\n" + pem}) {
    const auto block = SplitCertificates(AsBytes(one));
    ASSERT_TRUE(block.ok()) << one;
    ASSERT_EQ(block->size(), 1U);
    EXPECT_EQ(block->at(0).der, der);
  }
  std::string crlf;
  for (const char c : pem) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(SplitCertificates(AsBytes(crlf))->at(0).der, der);
  std::string padded = pem;
  padded.insert(padded.find('\n') + 1, "====");
  EXPECT_FALSE(SplitCertificates(AsBytes(padded)).ok());
  const std::string other = "-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n";
  const std::string text = "a note\n" + pem + other + pem;
  const auto blocks = SplitCertificates(AsBytes(text));
  ASSERT_TRUE(blocks.ok()) << blocks.status();
  ASSERT_EQ(blocks->size(), 3U);
  EXPECT_EQ(blocks->at(0).der, der);
  EXPECT_EQ(blocks->at(1).label, "X509 CRL");
  EXPECT_EQ(blocks->at(2).label, "CERTIFICATE");
  for (const std::string& junk : {std::string(), std::string("junk"), pem.substr(0, 200)})
    EXPECT_FALSE(SplitCertificates(AsBytes(junk)).ok()) << junk;
}

}  // namespace
}  // namespace sceau::crypto
