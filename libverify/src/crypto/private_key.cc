// SPDX-License-Identifier: Apache-2.0
#include "crypto/private_key.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "base/status.h"
#include "crypto/certificate.h"
#include "crypto/key_handle.h"

namespace sceau::crypto {
namespace {

// A PrivateKeyInfo (RFC 5958) up to the octets of the private key, which come last. It holds no
// public key, so that OpenSSL derives it.
constexpr std::uint8_t kP256Prefix[] = {
    0x30, 0x41, 0x02, 0x01, 0x00,                                // SEQUENCE, version 0
    0x30, 0x13,                                                  // AlgorithmIdentifier
    0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,        // id-ecPublicKey
    0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07,  // prime256v1
    0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20};       // ECPrivateKey (RFC 5915)
constexpr std::uint8_t kP384Prefix[] = {
    0x30, 0x4E, 0x02, 0x01, 0x00,                                         // SEQUENCE, version 0
    0x30, 0x10,                                                           // AlgorithmIdentifier
    0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,                 // id-ecPublicKey
    0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22,                             // secp384r1
    0x04, 0x37, 0x30, 0x35, 0x02, 0x01, 0x01, 0x04, 0x30};                // ECPrivateKey (RFC 5915)
constexpr std::uint8_t kEd25519Prefix[] = {0x30, 0x2E, 0x02, 0x01, 0x00,  // SEQUENCE, version 0
                                           0x30, 0x05, 0x06, 0x03, 0x2B,
                                           0x65, 0x70,               // id-Ed25519 (RFC 8410)
                                           0x04, 0x22, 0x04, 0x20};  // CurvePrivateKey

struct RawForm {
  ByteSpan prefix;
  std::size_t length;
};

RawForm RawFormOf(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return {kP256Prefix, 32};
    case Algorithm::kEs384:
      return {kP384Prefix, 48};
    case Algorithm::kEdDsa:
      return {kEd25519Prefix, 32};
  }
  return {};
}

EvpPkeyPtr GenerateKey(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return EvpPkeyPtr(EVP_EC_gen("P-256"));
    case Algorithm::kEs384:
      return EvpPkeyPtr(EVP_EC_gen("P-384"));
    case Algorithm::kEdDsa:
      return EvpPkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  }
  return nullptr;
}

absl::StatusOr<Bytes> SignWithOpenssl(EVP_PKEY* key, const char* digest, ByteSpan message) {
  const EvpMdCtxPtr context(EVP_MD_CTX_new());
  std::size_t length = 0;
  if (!context ||
      EVP_DigestSignInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key, nullptr) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &length, message.data(), message.size()) != 1) {
    return Refuse(Reason::kInternal, "openssl: signing did not start");
  }
  Bytes signature(length);
  if (EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) !=
      1) {
    return Refuse(Reason::kInternal, "openssl: signing failed");
  }
  signature.resize(length);
  return signature;
}

absl::StatusOr<Bytes> ToRaw(ByteSpan der, std::size_t length) {
  const unsigned char* cursor = der.data();
  const EcdsaSigPtr signature(d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
  Bytes raw(length);
  const std::span<std::uint8_t> r = std::span(raw).first(length / 2);
  const std::span<std::uint8_t> s = std::span(raw).subspan(length / 2);
  const int half = static_cast<int>(length / 2);
  if (!signature || BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), r.data(), half) != half ||
      BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), s.data(), half) != half) {
    return Refuse(Reason::kInternal, "openssl: signature out of form");
  }
  return raw;
}

}  // namespace

PrivateKey::PrivateKey(PublicKey public_key, std::shared_ptr<const Handle> handle)
    : public_key_(std::move(public_key)), handle_(std::move(handle)) {}

absl::StatusOr<PrivateKey> PrivateKey::Handle::FromKey(EvpPkeyPtr key) {
  const ErrorScope errors;
  const EvpPkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  // Checks that the private scalar is in range, the public point is on the curve, and the two
  // belong together.
  const bool sound = context && EVP_PKEY_check(context.get()) == 1;
  auto public_key = PublicKey::Handle::FromPrivateKey(key.get());
  if (!public_key) return Refuse(Reason::kKeyUnusable, "key type or curve");
  if (!sound) return Refuse(Reason::kKeyUnusable, "key value");
  auto handle = std::make_shared<Handle>();
  handle->key = std::move(key);
  return PrivateKey(*std::move(public_key), std::move(handle));
}

absl::StatusOr<PrivateKey> PrivateKey::Generate(Algorithm algorithm) {
  const ErrorScope errors;
  EvpPkeyPtr key = GenerateKey(algorithm);
  if (!key) return Refuse(Reason::kInternal, "openssl: no key was made");
  return Handle::FromKey(std::move(key));
}

absl::StatusOr<PrivateKey> PrivateKey::FromRaw(Algorithm algorithm, ByteSpan raw) {
  const RawForm form = RawFormOf(algorithm);
  if (raw.size() != form.length) return Refuse(Reason::kKeyUnusable, "length of the raw key");
  Bytes pkcs8 = ToBytes(form.prefix);
  pkcs8.reserve(form.prefix.size() + raw.size());
  pkcs8.insert(pkcs8.end(), raw.begin(), raw.end());
  auto key = Handle::FromPkcs8(pkcs8);
  OPENSSL_cleanse(pkcs8.data(), pkcs8.size());
  return key;
}

bool PrivateKey::Matches(const Certificate& certificate) const {
  const auto& other = certificate.public_key();
  return other && *other == public_key_;
}

absl::StatusOr<Bytes> PrivateKey::Sign(ByteSpan message) const {
  const ErrorScope errors;
  const char* digest = DigestName(algorithm());
  SCEAU_ASSIGN_OR_RETURN(Bytes signature, SignWithOpenssl(handle_->key.get(), digest, message));
  if (algorithm() == Algorithm::kEdDsa) return signature;
  return ToRaw(signature, SignatureLength(algorithm()));
}

}  // namespace sceau::crypto
