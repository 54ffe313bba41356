// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <new>

#include "base/status.h"
#include "crypto/openssl_ptr.h"

namespace sceau::crypto {

std::array<std::uint8_t, 32> Sha256(ByteSpan bytes) {
  const ErrorScope errors;
  // EVP_MD_fetch() follows a null pointer when memory ran out while OpenSSL was set up.
  if (OSSL_LIB_CTX_get0_global_default() == nullptr) throw std::bad_alloc();
  // The digest is fetched once: for hundreds of certificates, fetching takes as long as the
  // digests.
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<std::uint8_t, 32> digest{};
  unsigned length = 0;
  const bool done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length,
                               sha256 != nullptr ? sha256 : EVP_sha256(), nullptr) == 1;
  // A zero digest would make all keys and documents look alike: no digest is better.
  if (!done || length != digest.size()) throw std::bad_alloc();
  return digest;
}

std::array<std::uint8_t, 32> HmacSha256(ByteSpan key, ByteSpan message) {
  const ErrorScope errors;
  std::array<std::uint8_t, 32> code{};
  std::size_t length = 0;
  const unsigned char* done =
      EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(), message.data(),
                message.size(), code.data(), code.size(), &length);
  if (done == nullptr || length != code.size()) throw std::bad_alloc();
  return code;
}

absl::Status FillRandom(std::span<std::uint8_t> out) {
  const ErrorScope errors;
  if (RAND_bytes_ex(nullptr, out.data(), out.size(), 0) == 1) return absl::OkStatus();
  return Refuse(Reason::kInternal, "openssl: no random bytes");
}

}  // namespace sceau::crypto
