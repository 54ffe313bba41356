// SPDX-License-Identifier: Apache-2.0
#include "crypto/public_key.h"

#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "crypto/ecdsa.h"
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

}  // namespace

bool IsAbleToVerify(Algorithm algorithm) { return IsAbleToVerify(KnownAnswerOf(algorithm)); }

std::optional<Algorithm> AlgorithmOf(const EVP_PKEY* key) {
  if (key == nullptr) return std::nullopt;
  if (EVP_PKEY_is_a(key, "ED25519") == 1) return Algorithm::kEdDsa;
  switch (CurveOf(key)) {
    case NID_X9_62_prime256v1:
      return Algorithm::kEs256;
    case NID_secp384r1:
      return Algorithm::kEs384;
  }
  return std::nullopt;
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
  return VerifyWithOpenssl(handle_->key.get(), nullptr, message, signature,
                           KnownAnswerOf(algorithm_));
}

absl::StatusOr<SignatureCheck> PublicKey::VerifySha256(ByteSpan message, ByteSpan signature) const {
  if (algorithm_ == Algorithm::kEdDsa) return SignatureCheck::kMismatch;
  return VerifyEcdsa(DigestName(Algorithm::kEs256), message, signature);
}

absl::StatusOr<SignatureCheck> PublicKey::VerifyEcdsa(const char* digest, ByteSpan message,
                                                      ByteSpan signature) const {
  return VerifyRawEcdsa({.key = handle_->key.get(),
                         .order = handle_->order,
                         .digest = digest,
                         .known = KnownAnswerOf(algorithm_)},
                        message, signature);
}

}  // namespace sceau::crypto
