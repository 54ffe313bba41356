// SPDX-License-Identifier: Apache-2.0
#include "crypto/ecdsa.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <tuple>

#include "base/status.h"

namespace sceau::crypto {
namespace {

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

// Where an allocation fails, OpenSSL 3.5 may say of a genuine signature that it does not hold.
bool RanOutOfMemory() { return ERR_GET_REASON(ERR_peek_last_error()) == ERR_R_MALLOC_FAILURE; }

// Whether the signature holds; nothing when OpenSSL could not say.
std::optional<bool> Holds(EVP_PKEY* key, const char* digest, ByteSpan message, ByteSpan signature) {
  const EvpMdCtxPtr context(EVP_MD_CTX_new());
  if (!context ||
      EVP_DigestVerifyInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key, nullptr) != 1)
    return std::nullopt;
  // Negative values are errors; only 1 is success.
  const int result = EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                                      message.data(), message.size());
  if (result == 0 && RanOutOfMemory()) return std::nullopt;
  return result == 0 || result == 1 ? std::optional(result == 1) : std::nullopt;
}

}  // namespace

int CurveOf(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "EC") != 1 || HasExplicitCurve(key)) return NID_undef;
  std::array<char, 64> group{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) != 1) return NID_undef;
  return OBJ_txt2nid(group.data());
}

bool HasExplicitCurve(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "EC") != 1) return false;
  int from_explicit = 0;
  return EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS,
                                &from_explicit) != 1 ||
         from_explicit != 0;
}

bool IsSoundEcKey(EVP_PKEY* key) {
  const EvpPkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
  return context && EVP_PKEY_public_check(context.get()) == 1;
}

Bytes GroupOrder(const EVP_PKEY* key, std::size_t length) {
  BIGNUM* order = nullptr;
  const bool found = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_ORDER, &order) == 1;
  const BnPtr owned(order);
  Bytes bytes(length);
  const int wanted = static_cast<int>(length);
  if (!found || BN_bn2binpad(owned.get(), bytes.data(), wanted) != wanted) return {};
  return bytes;
}

bool IsAbleToVerify(const KnownAnswer& known) {
  const unsigned char* cursor = known.public_key.data();
  const EvpPkeyPtr key(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(known.public_key.size())));
  return key && Holds(key.get(), known.digest, known.message, known.signature) == true;
}

absl::StatusOr<SignatureCheck> VerifyWithOpenssl(EVP_PKEY* key, const char* digest,
                                                 ByteSpan message, ByteSpan signature,
                                                 const KnownAnswer& known) {
  const auto holds = [&] { return Holds(key, digest, message, signature); };
  const auto first = holds();
  if (first == true) return SignatureCheck::kVerified;
  if (first == false && IsAbleToVerify(known)) {
    const auto again = holds();
    if (again) return *again ? SignatureCheck::kVerified : SignatureCheck::kMismatch;
  }
  return Refuse(Reason::kInternal, "openssl: verification failed to run");
}

absl::StatusOr<SignatureCheck> VerifyRawEcdsa(const EcdsaCheck& check, ByteSpan message,
                                              ByteSpan signature) {
  const ErrorScope errors;
  if (signature.size() != 2 * check.order.size()) return SignatureCheck::kWrongLength;
  const ByteSpan first = signature.first(check.order.size());
  const ByteSpan second = signature.subspan(check.order.size());
  if (!IsScalar(first, check.order) || !IsScalar(second, check.order))
    return SignatureCheck::kOutOfRange;
  const Bytes der = ToDer(first, second);
  if (der.empty()) return Refuse(Reason::kInternal, "openssl: out of memory");
  return VerifyWithOpenssl(check.key, check.digest, message, der, check.known);
}

}  // namespace sceau::crypto
