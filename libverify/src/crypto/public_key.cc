// SPDX-License-Identifier: Apache-2.0
#include "crypto/public_key.h"

#include <openssl/core_names.h>
#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "base/status.h"
#include "crypto/key_handle.h"
#include "crypto/known_answers.h"

namespace sceau::crypto {
namespace {

constexpr std::size_t kEd25519Length = 32;  // of a key, of R and of S
using Ed25519Half = std::array<std::uint8_t, kEd25519Length>;

// The group order L of RFC 8032 §5.1, little endian as Ed25519 writes numbers.
constexpr Ed25519Half kEd25519Order = {
    0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

// p = 2^255 - 19: RFC 8032 §5.1.3 refuses a y coordinate that is not below it.
constexpr Ed25519Half kEd25519Prime = [] {
  Ed25519Half prime{};
  prime.fill(0xFF);
  prime.front() = 0xED;
  prime.back() = 0x7F;
  return prime;
}();

// The y coordinates of the points whose order divides 8; under such a key anyone can sign. They
// have the orders 4, 1, 8, 8 and 2.
constexpr std::array<Ed25519Half, 5> kSmallOrder = {{
    {0},
    {1},
    {0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4,
     0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6,
     0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05},
    {0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B,
     0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39,
     0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A},
    {0xEC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F},
}};

bool IsBelowLittleEndian(ByteSpan number, const Ed25519Half& bound) {
  return std::lexicographical_compare(number.rbegin(), number.rend(), bound.rbegin(), bound.rend());
}

bool IsSoundEd25519Key(const EVP_PKEY* key) {
  Ed25519Half y{};
  std::size_t length = y.size();
  if (EVP_PKEY_get_raw_public_key(key, y.data(), &length) != 1 || length != y.size()) return false;
  y.back() &= 0x7F;  // the sign of x
  return IsBelowLittleEndian(y, kEd25519Prime) && std::ranges::count(kSmallOrder, y) == 0;
}

// True for a point on the curve, not at infinity and of the group's order. OpenSSL's decoder checks
// the first two as well, but does not promise to.
bool IsSoundEcKey(EVP_PKEY* key) {
  const EvpPkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
  return context && EVP_PKEY_public_check(context.get()) == 1;
}

// The group order as `length` bytes; empty when the library gives none.
Bytes GroupOrder(const EVP_PKEY* key, std::size_t length) {
  BIGNUM* order = nullptr;
  const bool found = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_ORDER, &order) == 1;
  const BnPtr owned(order);
  Bytes bytes(length);
  const int wanted = static_cast<int>(length);
  if (!found || BN_bn2binpad(owned.get(), bytes.data(), wanted) != wanted) return {};
  return bytes;
}

// True for a number from 1 to order - 1; both are big endian and of one length.
bool IsScalar(ByteSpan number, ByteSpan order) {
  const bool zero = std::ranges::all_of(number, [](std::uint8_t byte) { return byte == 0; });
  return !zero && std::ranges::lexicographical_compare(number, order);
}

// Encodes an ECDSA signature as DER, the only form that OpenSSL takes; empty when memory is short.
Bytes ToDer(ByteSpan r, ByteSpan s) {
  const EcdsaSigPtr signature(ECDSA_SIG_new());
  BnPtr r_number(BN_bin2bn(r.data(), static_cast<int>(r.size()), nullptr));
  BnPtr s_number(BN_bin2bn(s.data(), static_cast<int>(s.size()), nullptr));
  if (!signature || !r_number || !s_number) return {};
  if (ECDSA_SIG_set0(signature.get(), r_number.get(), s_number.get()) != 1) return {};
  std::ignore = r_number.release();  // the signature owns them now
  std::ignore = s_number.release();
  unsigned char* der = nullptr;
  const int length = i2d_ECDSA_SIG(signature.get(), &der);
  const OpensslBuffer owned(der);
  return length > 0 ? Bytes(der, der + length) : Bytes();
}

// Whether the signature holds; nothing when OpenSSL could not say.
std::optional<bool> Holds(EVP_PKEY* key, const char* digest, ByteSpan message, ByteSpan signature) {
  const EvpMdCtxPtr context(EVP_MD_CTX_new());
  if (!context ||
      EVP_DigestVerifyInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key, nullptr) != 1)
    return std::nullopt;
  // Negative values are errors; only 1 is success.
  const int result = EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                                      message.data(), message.size());
  return result == 0 || result == 1 ? std::optional(result == 1) : std::nullopt;
}

// When memory is short, OpenSSL can say that a genuine signature does not hold. So that answer is
// believed only when OpenSSL is able to verify a known signature and then says it again.
absl::StatusOr<SignatureCheck> VerifyWithOpenssl(Algorithm algorithm, const char* digest,
                                                 EVP_PKEY* key, ByteSpan message,
                                                 ByteSpan signature) {
  const auto holds = [&] { return Holds(key, digest, message, signature); };
  const auto first = holds();
  if (first == true) return SignatureCheck::kVerified;
  if (first == false && IsAbleToVerify(algorithm)) {
    const auto again = holds();
    if (again) return *again ? SignatureCheck::kVerified : SignatureCheck::kMismatch;
  }
  return Refuse(Reason::kInternal, "openssl: verification failed to run");
}

}  // namespace

bool IsAbleToVerify(Algorithm algorithm) {
  const KnownAnswer known = KnownAnswerOf(algorithm);
  const unsigned char* cursor = known.public_key.data();
  const EvpPkeyPtr key(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(known.public_key.size())));
  return key && Holds(key.get(), DigestName(algorithm), known.message, known.signature) == true;
}

std::optional<Algorithm> AlgorithmOf(const EVP_PKEY* key) {
  if (key == nullptr) return std::nullopt;
  if (EVP_PKEY_is_a(key, "ED25519") == 1) return Algorithm::kEdDsa;
  if (EVP_PKEY_is_a(key, "EC") != 1) return std::nullopt;
  if (HasExplicitCurve(key)) return std::nullopt;
  std::array<char, 64> group{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) != 1) return std::nullopt;
  switch (OBJ_txt2nid(group.data())) {
    case NID_X9_62_prime256v1:
      return Algorithm::kEs256;
    case NID_secp384r1:
      return Algorithm::kEs384;
  }
  return std::nullopt;
}

bool HasExplicitCurve(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "EC") != 1) return false;
  int from_explicit = 0;
  return EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS,
                                &from_explicit) != 1 ||
         from_explicit != 0;
}

const char* DigestName(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return "SHA256";
    case Algorithm::kEs384:
      return "SHA384";
    case Algorithm::kEdDsa:
      return nullptr;
  }
  return nullptr;
}

std::optional<PublicKey> PublicKey::Handle::FromPrivateKey(const EVP_PKEY* key) {
  const ErrorScope errors;
  unsigned char* spki = nullptr;
  const int length = i2d_PUBKEY(key, &spki);
  const OpensslBuffer owned(spki);
  if (length <= 0) return std::nullopt;
  const unsigned char* cursor = spki;
  return FromPublicKey(EvpPkeyPtr(d2i_PUBKEY(nullptr, &cursor, length)));
}

std::optional<PublicKey> PublicKey::Handle::FromPublicKey(EvpPkeyPtr key) {
  const ErrorScope errors;
  const auto algorithm = AlgorithmOf(key.get());
  if (!algorithm) return std::nullopt;
  auto handle = std::make_shared<Handle>();
  handle->key = std::move(key);
  if (*algorithm == Algorithm::kEdDsa) {
    if (!IsSoundEd25519Key(handle->key.get())) return std::nullopt;
  } else {
    handle->order = GroupOrder(handle->key.get(), SignatureLength(*algorithm) / 2);
    if (handle->order.empty() || !IsSoundEcKey(handle->key.get())) return std::nullopt;
  }
  return PublicKey(*algorithm, std::move(handle));
}

PublicKey::PublicKey(Algorithm algorithm, std::shared_ptr<const Handle> handle)
    : algorithm_(algorithm), handle_(std::move(handle)) {}

bool PublicKey::operator==(const PublicKey& other) const {
  const ErrorScope errors;
  return algorithm_ == other.algorithm_ &&
         EVP_PKEY_eq(handle_->key.get(), other.handle_->key.get()) == 1;
}

absl::StatusOr<SignatureCheck> PublicKey::Verify(ByteSpan message, ByteSpan signature) const {
  if (algorithm_ != Algorithm::kEdDsa)
    return VerifyEcdsa(DigestName(algorithm_), message, signature);
  const ErrorScope errors;
  if (signature.size() != SignatureLength(algorithm_)) return SignatureCheck::kWrongLength;
  if (!IsBelowLittleEndian(signature.subspan(kEd25519Length), kEd25519Order))
    return SignatureCheck::kOutOfRange;
  return VerifyWithOpenssl(algorithm_, nullptr, handle_->key.get(), message, signature);
}

absl::StatusOr<SignatureCheck> PublicKey::VerifySha256(ByteSpan message, ByteSpan signature) const {
  if (algorithm_ == Algorithm::kEdDsa) return SignatureCheck::kMismatch;
  return VerifyEcdsa(DigestName(Algorithm::kEs256), message, signature);
}

absl::StatusOr<SignatureCheck> PublicKey::VerifyEcdsa(const char* digest, ByteSpan message,
                                                      ByteSpan signature) const {
  const ErrorScope errors;
  if (signature.size() != SignatureLength(algorithm_)) return SignatureCheck::kWrongLength;
  const ByteSpan first = signature.first(signature.size() / 2);
  const ByteSpan second = signature.subspan(signature.size() / 2);
  if (!IsScalar(first, handle_->order) || !IsScalar(second, handle_->order)) {
    return SignatureCheck::kOutOfRange;
  }
  const Bytes der = ToDer(first, second);
  if (der.empty()) return Refuse(Reason::kInternal, "openssl: out of memory");
  return VerifyWithOpenssl(algorithm_, digest, handle_->key.get(), message, der);
}

}  // namespace sceau::crypto
