// SPDX-License-Identifier: Apache-2.0
#include "sha256_signer.h"

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace sceau::vectors {
namespace {

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

void Require(bool done) {
  if (!done) throw std::runtime_error("openssl failed");
}

Bytes ToRaw(const Bytes& der, std::size_t length) {
  const unsigned char* cursor = der.data();
  const std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>> parts(
      d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
  Require(parts != nullptr);
  const int half = static_cast<int>(length / 2);
  Bytes raw(length);
  Require(BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), raw.data(), half) == half &&
          BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), raw.data() + half, half) == half);
  return raw;
}

}  // namespace

Bytes SignSha256(const crypto::PrivateKey& key, ByteSpan message) {
  const std::string pem = *key.ToPem(std::nullopt);
  const std::unique_ptr<BIO, FreeWith<BIO_free_all>> text(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>> loaded(
      PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr));
  const std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  std::size_t length = 0;
  Require(loaded &&
          EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, loaded.get()) == 1 &&
          EVP_DigestSign(context.get(), nullptr, &length, message.data(), message.size()) == 1);
  Bytes der(length);
  Require(EVP_DigestSign(context.get(), der.data(), &length, message.data(), message.size()) == 1);
  der.resize(length);
  return ToRaw(der, crypto::SignatureLength(key.algorithm()));
}

}  // namespace sceau::vectors
