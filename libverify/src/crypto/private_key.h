// SPDX-License-Identifier: Apache-2.0
// A private key: made, loaded from PKCS#8 PEM, used to sign, wiped by OpenSSL when the last copy
// goes.
#ifndef SCEAU_CRYPTO_PRIVATE_KEY_H_
#define SCEAU_CRYPTO_PRIVATE_KEY_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "crypto/public_key.h"
#include "sceau/date.h"

namespace sceau::crypto {

// What it returns is wiped after use; its error is passed on.
using PassphraseSource = std::function<absl::StatusOr<std::string>()>;

// Cheap to copy; immutable; may be used from several threads.
class PrivateKey {
 public:
  static absl::StatusOr<PrivateKey> Generate(Algorithm algorithm);
  // The scalar of P-256 or P-384 (32 or 48 bytes, big endian) or the Ed25519 seed: for test keys
  // that must not change. Refuses key.unusable.
  static absl::StatusOr<PrivateKey> FromRaw(Algorithm algorithm, ByteSpan raw);
  // Text around the one PEM block is ignored, a second block refused. Refuses key.unusable,
  // key.passphrase-wrong. `passphrase` is called only for an encrypted key.
  static absl::StatusOr<PrivateKey> FromPem(ByteSpan pem, const PassphraseSource& passphrase);
  // Opens the file, refuses one that group or others have any right on (key.exposed), that is
  // missing or may not be read (key.missing), or is a link or no ordinary file (key.unusable).
  static absl::StatusOr<PrivateKey> LoadPem(const std::string& path,
                                            const PassphraseSource& passphrase);

  // PKCS#8, encrypted with AES-256-CBC and PBKDF2 when a passphrase is given; an empty one is
  // refused (key.passphrase-wrong). The caller wipes the text of an unencrypted key.
  absl::StatusOr<std::string> ToPem(const std::optional<std::string>& passphrase) const;

  Algorithm algorithm() const { return public_key_.algorithm(); }
  const PublicKey& public_key() const { return public_key_; }
  bool Matches(const Certificate& certificate) const;

  // Raw r‖s or Ed25519. ECDSA draws a fresh nonce: the same message gives other bytes each time.
  absl::StatusOr<Bytes> Sign(ByteSpan message) const;

  struct CertificateRequest {
    std::string organisation{};  // subject O, UTF-8, 64 characters at most; empty leaves it out
    std::string common_name{};   // subject CN, likewise
    Instant not_before{};
    Instant not_after{};
    bool authority = false;         // CA:TRUE, keyCertSign; otherwise CA:FALSE, digitalSignature
    std::optional<Bytes> serial{};  // none: 16 random bytes; given: positive, at most 20 (RFC 5280)
  };
  // Signed by this key for `subject_key`; issuer name from `issuer`, which must be this key's
  // (key.certificate-mismatch), or the subject's own when there is none. Refuses usage for a name,
  // date or serial number that a certificate cannot carry.
  absl::StatusOr<Certificate> Certify(const CertificateRequest& request,
                                      const PublicKey& subject_key,
                                      const std::optional<Certificate>& issuer) const;

 private:
  struct Handle;
  PrivateKey(PublicKey public_key, std::shared_ptr<const Handle> handle);
  PublicKey public_key_;
  std::shared_ptr<const Handle> handle_;
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_PRIVATE_KEY_H_
