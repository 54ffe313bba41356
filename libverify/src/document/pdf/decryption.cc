// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/decryption.h"

#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/md5.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <qpdf/QPDFCryptoProvider.hh>
#include <stdexcept>
#include <string>

namespace sceau::document {
namespace {

// qpdf passes keys of the lengths that it has checked. What is not as it should be ends the reading
// of the file, as all that qpdf throws does.
[[noreturn]] void RefuseCrypto() { throw std::runtime_error("a cipher that no PDF has"); }

class PdfCrypto : public QPDFCryptoImpl {
 public:
  // Of use to tests alone, which encrypt.
  void provideRandomData(unsigned char* data, std::size_t size) override {
    if (::getentropy(data, size) != 0) RefuseCrypto();
  }

  void MD5_init() override { nettle_md5_init(&md5_); }
  void MD5_update(const unsigned char* data, std::size_t size) override {
    nettle_md5_update(&md5_, size, data);
  }
  void MD5_finalize() override { nettle_md5_digest(&md5_, md5_digest_.size(), md5_digest_.data()); }
  void MD5_digest(MD5_Digest digest) override {
    std::memcpy(digest, md5_digest_.data(), md5_digest_.size());
  }

  void SHA2_init(int bits) override {
    bits_ = bits;
    if (bits == 256) return nettle_sha256_init(&sha256_);
    if (bits == 384) return nettle_sha384_init(&sha512_);
    if (bits == 512) return nettle_sha512_init(&sha512_);
    RefuseCrypto();
  }
  void SHA2_update(const unsigned char* data, std::size_t size) override {
    if (bits_ == 256) return nettle_sha256_update(&sha256_, size, data);
    nettle_sha512_update(&sha512_, size, data);
  }
  void SHA2_finalize() override {
    std::array<std::uint8_t, SHA512_DIGEST_SIZE> digest{};
    const auto size = static_cast<std::size_t>(bits_) / 8;
    if (bits_ == 256) {
      nettle_sha256_digest(&sha256_, size, digest.data());
    } else if (bits_ == 384) {
      nettle_sha384_digest(&sha512_, size, digest.data());
    } else {
      nettle_sha512_digest(&sha512_, size, digest.data());
    }
    sha2_digest_.assign(digest.begin(), digest.begin() + static_cast<std::ptrdiff_t>(size));
  }
  std::string SHA2_digest() override { return sha2_digest_; }

  // -1 is the length of a text that ends in zero.
  void RC4_init(const unsigned char* key, int size) override {
    const std::size_t length =
        size < 0 ? std::char_traits<char>::length(AsChars(key)) : static_cast<std::size_t>(size);
    if (length < ARCFOUR_MIN_KEY_SIZE || length > ARCFOUR_MAX_KEY_SIZE) RefuseCrypto();
    nettle_arcfour_set_key(&rc4_, length, key);
  }
  void RC4_process(const unsigned char* in, std::size_t size, unsigned char* out) override {
    // In place, where no other place is named: qpdf means bytes that it may write to.
    nettle_arcfour_crypt(&rc4_, size, out != nullptr ? out : const_cast<unsigned char*>(in), in);
  }
  void RC4_finalize() override {}

  void rijndael_init(bool encrypt, const unsigned char* key, std::size_t key_size, bool chained,
                     unsigned char* before) override {
    encrypts_ = encrypt;
    chained_ = chained;
    key_size_ = key_size;
    before_ = {};
    if (chained) std::copy_n(before, before_.size(), before_.begin());
    if (key_size == AES128_KEY_SIZE) {
      encrypt ? nettle_aes128_set_encrypt_key(&aes128_, key)
              : nettle_aes128_set_decrypt_key(&aes128_, key);
    } else if (key_size == AES256_KEY_SIZE) {
      encrypt ? nettle_aes256_set_encrypt_key(&aes256_, key)
              : nettle_aes256_set_decrypt_key(&aes256_, key);
    } else {
      RefuseCrypto();
    }
  }
  // One block, which may be read and written in one place.
  void rijndael_process(unsigned char* in, unsigned char* out) override {
    Block from{};
    Block to{};
    std::copy_n(in, from.size(), from.begin());
    if (encrypts_ && chained_) Mix(from, before_);
    Crypt(from, to);
    if (!encrypts_ && chained_) Mix(to, before_);
    if (chained_) before_ = encrypts_ ? to : from;
    std::ranges::copy(to, out);
  }
  void rijndael_finalize() override {}

 private:
  using Block = std::array<std::uint8_t, AES_BLOCK_SIZE>;

  static const char* AsChars(const unsigned char* bytes) {
    return reinterpret_cast<const char*>(bytes);
  }

  static void Mix(Block& block, const Block& with) {
    for (std::size_t i = 0; i < block.size(); ++i)
      block[i] = static_cast<std::uint8_t>(block[i] ^ with[i]);
  }

  void Crypt(const Block& from, Block& to) const {
    if (key_size_ == AES128_KEY_SIZE) {
      (encrypts_ ? nettle_aes128_encrypt : nettle_aes128_decrypt)(&aes128_, from.size(), to.data(),
                                                                  from.data());
    } else {
      (encrypts_ ? nettle_aes256_encrypt : nettle_aes256_decrypt)(&aes256_, from.size(), to.data(),
                                                                  from.data());
    }
  }

  md5_ctx md5_{};
  std::array<std::uint8_t, MD5_DIGEST_SIZE> md5_digest_{};
  int bits_ = 0;  // of the SHA-2 at work
  sha256_ctx sha256_{};
  sha512_ctx sha512_{};  // and of SHA-384
  std::string sha2_digest_;
  arcfour_ctx rc4_{};
  bool encrypts_ = false;
  bool chained_ = false;
  std::size_t key_size_ = 0;
  Block before_{};
  aes128_ctx aes128_{};
  aes256_ctx aes256_{};
};

}  // namespace

std::shared_ptr<QPDFCryptoImpl> MakePdfCrypto() { return std::make_shared<PdfCrypto>(); }

}  // namespace sceau::document

// In the place of qpdf's own, which asks GnuTLS: with the eight libraries that it brings, that is a
// third of a start. qpdf asks for its ciphers here alone.
std::shared_ptr<QPDFCryptoImpl> QPDFCryptoProvider::getImpl() {
  return sceau::document::MakePdfCrypto();
}
