// SPDX-License-Identifier: Apache-2.0
#include "crypto/state_curve_key.h"

#include <gtest/gtest.h>
#include <openssl/core_names.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/status.h"
#include "crypto/certificate.h"
#include "crypto/failing_memory_testing.h"
#include "crypto/hostile_certificate.h"
#include "crypto/spki_testing.h"

namespace sceau::crypto {
namespace {

const Bytes kAttested = {'s', 'e', 'a', 'l'};

Bytes BytesOfHex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  return bytes;
}

std::optional<SignatureCheck> CheckOnCurve(const StateCurveKey& key, ByteSpan message,
                                           ByteSpan signature) {
  const auto check = key.Verify(message, signature);
  return check.ok() ? std::optional(*check) : std::nullopt;
}

Bytes RawOf(ByteSpan der, std::size_t half) {
  const unsigned char* cursor = der.data();
  const EcdsaSigPtr signature(d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
  Bytes raw(2 * half);
  const int length = static_cast<int>(half);
  EXPECT_EQ(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), raw.data(), length), length);
  EXPECT_EQ(BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), raw.data() + half, length), length);
  return raw;
}

// r‖s by OpenSSL, with a digest that the test chooses.
Bytes SignRaw(EVP_PKEY* key, const char* digest, ByteSpan message, std::size_t half) {
  const EvpMdCtxPtr context(EVP_MD_CTX_new());
  EXPECT_EQ(EVP_DigestSignInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key, nullptr),
            1);
  Bytes der(256);
  std::size_t length = der.size();
  EXPECT_EQ(EVP_DigestSign(context.get(), der.data(), &length, message.data(), message.size()), 1);
  der.resize(length);
  return RawOf(der, half);
}

Certificate CertifiedBySelf(EVP_PKEY* key) {
  return *Certificate::ParseDer(MakeCertificate({}, key, key));
}

struct CurveCase {
  const char* name;
  StateCurve curve;
  const char* digest;
  std::size_t half;
};
constexpr CurveCase kCurves[] = {
    {"P-224", StateCurve::kP224, "SHA224", 28},
    {"brainpoolP224r1", StateCurve::kBrainpoolP224, "SHA224", 28},
    {"brainpoolP256r1", StateCurve::kBrainpoolP256, "SHA256", 32},
    {"brainpoolP384r1", StateCurve::kBrainpoolP384, "SHA384", 48},
};

// That of P-224 is RFC 6979 A.2.4. The others were made by the commands `openssl ecparam -genkey`
// and `openssl dgst -sign`, of OpenSSL 3.0.
TEST(StateCurveKeyTest, SignaturesThatOthersMadeVerify) {
  const struct {
    std::string_view spki;
    std::string_view message;
    std::string_view signature;
  } known[] = {
      {"304e301006072a8648ce3d020106052b81040021033a0004"
       "00cf08da5ad719e42707fa431292dea11244d64fc51610d94b130d6c"
       "eeab6f3debe455e3dbf85416f7030cbd94f34f2d6f232c69f3c1385a",
       "sample",
       "1cdfe6662dde1e4a1ec4cdedf6a1f5a2fb7fbd9145c12113e6abfd3e"
       "a6694fd7718a21053f225d3f46197ca699d45006c06f871808f43ebc"},
      {"3052301406072a8648ce3d020106092b2403030208010105033a0004"
       "4d4a7d28407cd7e861c2766597e16101bf9d1f5a0856b038d8de28a0"
       "3d17e8320bb88478c461c3aa40538fd74e35f9bec574fd626be9ffaa",
       "attestation",
       "6867449a7920583bbe0206405a4169e6c95b7595f53a2aef8455b2c2"
       "6441c3f712a6cef82d17d5d47a63ed9522fed47ad348ae631e940f77"},
      {"305a301406072a8648ce3d020106092b240303020801010703420004"
       "5c2d40e1b053c112b720823b5d49a9e6da478069840f1f51406edaac3c1b93f0"
       "93e8233f824301f0b6f4547b4fcf6668c032278b69f03f88712e2f95275d3246",
       "attestation",
       "9abaaa4577eda54677b87dc3bbe5177bcc53a7c0f3ff0b309ee28363e9b70190"
       "7bed9a44bf8c039c1b41d63c0b0e58426dd29a8410445d4257254673dc05bf0c"},
      {"307a301406072a8648ce3d020106092b240303020801010b03620004"
       "411e62284c8f880bd047b0b063d3ee5f8dc53a0639102a2e1b7b1d318a1108d3"
       "cee768a4115aaf05997732f03845839d49f16524c29795c0bd111d19b13c020d"
       "4f4885d3245e61dc0266dfaf6c9d054f3e7eddfd72c2b0e2887de15864f52409",
       "attestation",
       "2d2be2036e712f839a9e5fbe60c363d19760eca1ddffaf6c8efa4efa596fbf2b"
       "eef99d51a591dbc1a89cc726d1fc1adf3a3e8c91287ab7587e51d2ca32d3d308"
       "d17e65fe84916d8cead64f9ba357d7472e37d0ae72dca3220f632404c9796897"},
  };
  for (const auto& row : known) {
    const auto der = CertificateOfSpki(BytesOfHex(row.spki));
    ASSERT_TRUE(der.has_value()) << row.spki;
    const auto certificate = Certificate::ParseDer(*der);
    ASSERT_TRUE(certificate.ok() && certificate->state_curve_key()) << row.spki;
    const StateCurveKey& key = *certificate->state_curve_key();
    const Bytes signature = BytesOfHex(row.signature);
    EXPECT_EQ(CheckOnCurve(key, AsBytes(row.message), signature), SignatureCheck::kVerified)
        << row.spki;
    EXPECT_EQ(CheckOnCurve(key, AsBytes("another"), signature), SignatureCheck::kMismatch)
        << row.spki;
  }
}

TEST(StateCurveKeyTest, ACertificateHasSuchAKeyAndNoOther) {
  for (const CurveCase& row : kCurves) {
    const Certificate certificate = CertifiedBySelf(MakeEcKey(row.name).get());
    ASSERT_TRUE(certificate.state_curve_key()) << row.name;
    EXPECT_EQ(certificate.state_curve_key()->curve(), row.curve) << row.name;
    EXPECT_FALSE(certificate.public_key()) << row.name << ": what is ours is never signed with it";
    EXPECT_FALSE(certificate.rsa_key()) << row.name;
  }
  for (const char* curve :
       {"P-256", "P-384", "P-521", "P-192", "secp224k1", "secp256k1", "brainpoolP192r1",
        "brainpoolP224t1", "brainpoolP256t1", "brainpoolP320r1", "brainpoolP512r1"})
    EXPECT_FALSE(CertifiedBySelf(MakeEcKey(curve).get()).state_curve_key()) << curve;
  EXPECT_FALSE(CertifiedBySelf(MakeRsaKey(2048).get()).state_curve_key());
}

// CVE-2020-0601: whoever spells a curve out chooses its generator.
TEST(StateCurveKeyTest, ACurveThatIsSpeltOutIsNotTaken) {
  const EvpPkeyPtr key = MakeEcKey("brainpoolP256r1");
  ASSERT_EQ(EVP_PKEY_set_utf8_string_param(key.get(), OSSL_PKEY_PARAM_EC_ENCODING,
                                           OSSL_PKEY_EC_ENCODING_EXPLICIT),
            1);
  EXPECT_FALSE(CertifiedBySelf(key.get()).state_curve_key());
}

TEST(StateCurveKeyTest, TheHashIsThatOfTheCurve) {
  for (const CurveCase& row : kCurves) {
    const EvpPkeyPtr key = MakeEcKey(row.name);
    const StateCurveKey check = *CertifiedBySelf(key.get()).state_curve_key();
    for (const std::string digest : {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"}) {
      EXPECT_EQ(
          CheckOnCurve(check, kAttested, SignRaw(key.get(), digest.c_str(), kAttested, row.half)),
          digest == row.digest ? SignatureCheck::kVerified : SignatureCheck::kMismatch)
          << row.name << digest;
    }
  }
}

TEST(StateCurveKeyTest, LengthAndRangeAreChecked) {
  for (const CurveCase& row : kCurves) {
    const EvpPkeyPtr key = MakeEcKey(row.name);
    const StateCurveKey check = *CertifiedBySelf(key.get()).state_curve_key();
    Bytes signature = SignRaw(key.get(), row.digest, kAttested, row.half);
    for (const std::size_t place : {std::size_t{0}, row.half, 2 * row.half - 1}) {
      Bytes bent = signature;
      bent[place] ^= 1;
      EXPECT_NE(CheckOnCurve(check, kAttested, bent), SignatureCheck::kVerified)
          << row.name << place;
    }
    EXPECT_EQ(CheckOnCurve(check, kAttested, Bytes(2 * row.half, 0)), SignatureCheck::kOutOfRange);
    EXPECT_EQ(CheckOnCurve(check, kAttested, Bytes(2 * row.half, 0xFF)),
              SignatureCheck::kOutOfRange);
    signature.push_back(0);
    EXPECT_EQ(CheckOnCurve(check, kAttested, signature), SignatureCheck::kWrongLength) << row.name;
    signature.resize(2 * row.half - 1);
    EXPECT_EQ(CheckOnCurve(check, kAttested, signature), SignatureCheck::kWrongLength) << row.name;
    EXPECT_EQ(CheckOnCurve(check, kAttested, {}), SignatureCheck::kWrongLength) << row.name;
  }
}

TEST(StateCurveKeyTest, WithoutMemoryNothingIsCalledForged) {
  constexpr long kStep = 11;  // each time OpenSSL is asked whether it is able to verify
  for (const CurveCase& row : kCurves) {
    const EvpPkeyPtr key = MakeEcKey(row.name);
    const StateCurveKey signer = *CertifiedBySelf(key.get()).state_curve_key();
    const Bytes signature = SignRaw(key.get(), row.digest, kAttested, row.half);
    const auto check = [&] {
      const auto result = signer.Verify(kAttested, signature);
      EndShortage();
      if (result.ok()) {
        EXPECT_EQ(*result, SignatureCheck::kVerified);
      } else {
        EXPECT_EQ(ReasonOf(result.status()), Reason::kInternal);
      }
    };
    EXPECT_GT(FailEach(Shortage::kFromHere, check, kStep), 1) << row.name;
  }
  EXPECT_TRUE(IsAbleToVerifyStateCurves());
}

}  // namespace
}  // namespace sceau::crypto
