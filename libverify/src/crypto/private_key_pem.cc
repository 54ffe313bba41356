// SPDX-License-Identifier: Apache-2.0
// Private keys in files. Spec: RFC 5958 (PKCS#8), RFC 8018 (PBES2, PBKDF2), RFC 7468 §10 and §11.
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <limits>
#include <utility>

#include "base/descriptor.h"
#include "base/file.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "crypto/key_handle.h"
#include "crypto/pem.h"
#include "sceau/limits.h"

namespace sceau::crypto {
namespace {

constexpr std::string_view kPlainLabel = "PRIVATE KEY";
constexpr std::string_view kEncryptedLabel = "ENCRYPTED PRIVATE KEY";

// OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256: a guess takes about 0.2 s.
constexpr int kPbkdf2Iterations = 600'000;
constexpr std::size_t kSaltBytes = 16;

// Wipes a secret's bytes, wherever its owner left them.
template <typename Container>
class Wiper {
 public:
  explicit Wiper(Container& secret) : secret_(secret) {}
  ~Wiper() { OPENSSL_cleanse(secret_.data(), secret_.size()); }
  Wiper(const Wiper&) = delete;
  Wiper& operator=(const Wiper&) = delete;

 private:
  Container& secret_;
};

absl::Status RefuseToOpen(int error) {
  if (error == ELOOP) return Refuse(Reason::kKeyUnusable, "key file: a symbolic link");
  return Refuse(Reason::kKeyMissing, "key file: cannot be opened");
}

absl::Status CheckFile(int descriptor) {
  struct stat info {};
  if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
    return Refuse(Reason::kKeyUnusable, "key file: not an ordinary file");
  }
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Refuse(Reason::kKeyExposed, "key file: group or others have rights on it");
  }
  return absl::OkStatus();
}

bool IsUsablePassphrase(const std::string& passphrase) {
  return !passphrase.empty() && passphrase.size() <= std::numeric_limits<int>::max();
}

X509SigPtr Encrypt(PKCS8_PRIV_KEY_INFO* info, const std::string& passphrase) {
  std::array<std::uint8_t, kSaltBytes> salt{};
  if (!FillRandom(salt).ok()) return nullptr;
  constexpr int kPbes2 = -1;  // with the given cipher and HMAC-SHA-256
  return X509SigPtr(PKCS8_encrypt(kPbes2, EVP_aes_256_cbc(), passphrase.data(),
                                  static_cast<int>(passphrase.size()), salt.data(),
                                  static_cast<int>(salt.size()), kPbkdf2Iterations, info));
}

}  // namespace

absl::StatusOr<PrivateKey> PrivateKey::Handle::FromInfo(const PKCS8_PRIV_KEY_INFO* info) {
  EvpPkeyPtr key(EVP_PKCS82PKEY(info));
  if (!key) return Refuse(Reason::kKeyUnusable, "key: type or value");
  return FromKey(std::move(key));
}

absl::StatusOr<PrivateKey> PrivateKey::Handle::FromPkcs8(ByteSpan der) {
  const ErrorScope errors;
  const unsigned char* cursor = der.data();
  const Pkcs8InfoPtr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &cursor, static_cast<long>(der.size())));
  if (!info || cursor != der.data() + der.size()) {
    return Refuse(Reason::kKeyUnusable, "key: malformed");
  }
  return FromInfo(info.get());
}

absl::StatusOr<PrivateKey> PrivateKey::Handle::FromEncryptedPkcs8(ByteSpan der,
                                                                  const PassphraseSource& source) {
  const ErrorScope errors;
  const unsigned char* cursor = der.data();
  const X509SigPtr sealed(d2i_X509_SIG(nullptr, &cursor, static_cast<long>(der.size())));
  if (!sealed || cursor != der.data() + der.size()) {
    return Refuse(Reason::kKeyUnusable, "encrypted key: malformed");
  }
  if (!source) return Refuse(Reason::kKeyPassphraseWrong, "encrypted key: no passphrase");
  auto passphrase = source();  // not moved from: a short string would leave its bytes behind
  if (!passphrase.ok()) return passphrase.status();
  const Wiper wiper(*passphrase);
  if (!IsUsablePassphrase(*passphrase)) {
    return Refuse(Reason::kKeyPassphraseWrong, "encrypted key: empty passphrase");
  }
  const Pkcs8InfoPtr info(
      PKCS8_decrypt(sealed.get(), passphrase->data(), static_cast<int>(passphrase->size())));
  if (info) return FromInfo(info.get());
  // An unknown cipher or key derivation fails inside EVP. A wrong passphrase fails later, on the
  // padding or, by chance, only on what comes out of it.
  if (ERR_GET_LIB(ERR_peek_last_error()) == ERR_LIB_EVP) {
    return Refuse(Reason::kKeyUnusable, "encrypted key: way of encryption");
  }
  return Refuse(Reason::kKeyPassphraseWrong, "encrypted key: not opened");
}

absl::StatusOr<PrivateKey> PrivateKey::FromPem(ByteSpan pem, const PassphraseSource& passphrase) {
  const ErrorScope errors;
  const auto blocks = ReadPem(pem);
  if (!blocks) return Refuse(Reason::kKeyUnusable, "key: damaged pem");
  if (blocks->size() != 1) return Refuse(Reason::kKeyUnusable, "key: not one pem block");
  const PemBlock& block = blocks->front();
  if (block.label() == kPlainLabel) return Handle::FromPkcs8(block.der());
  if (block.label() == kEncryptedLabel) {
    return Handle::FromEncryptedPkcs8(block.der(), passphrase);
  }
  return Refuse(Reason::kKeyUnusable, "key: not pkcs#8");
}

absl::StatusOr<PrivateKey> PrivateKey::LoadPem(const std::string& path,
                                               const PassphraseSource& passphrase) {
  // O_NONBLOCK: opening a FIFO without a writer must not hang.
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  const Descriptor file(::open(path.c_str(), kFlags));
  if (file.get() < 0) return RefuseToOpen(errno);
  SCEAU_RETURN_IF_ERROR(CheckFile(file.get()));
  SCEAU_ASSIGN_OR_RETURN(
      Bytes pem, ReadDescriptor(file.get(), Limits{}.key_bytes,
                                {Reason::kKeyMissing, Reason::kKeyMissing, Reason::kKeyUnusable}));
  const Wiper wiper(pem);
  return FromPem(pem, passphrase);
}

absl::StatusOr<std::string> PrivateKey::ToPem(const std::optional<std::string>& passphrase) const {
  const ErrorScope errors;
  const Pkcs8InfoPtr info(EVP_PKEY2PKCS8(handle_->key.get()));
  const BioPtr pem(BIO_new(BIO_s_secmem()));
  if (!info || !pem) return Refuse(Reason::kInternal, "openssl: key not encoded");
  bool written = false;
  if (passphrase) {
    if (!IsUsablePassphrase(*passphrase)) {
      return Refuse(Reason::kKeyPassphraseWrong, "empty passphrase");
    }
    const X509SigPtr sealed = Encrypt(info.get(), *passphrase);
    written = sealed && PEM_write_bio_PKCS8(pem.get(), sealed.get()) == 1;
  } else {
    written = PEM_write_bio_PKCS8_PRIV_KEY_INFO(pem.get(), info.get()) == 1;
  }
  if (!written) return Refuse(Reason::kInternal, "openssl: key not written");
  return TakeText(pem.get());
}

}  // namespace sceau::crypto
