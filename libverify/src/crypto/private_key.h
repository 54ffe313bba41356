// SPDX-License-Identifier: Apache-2.0
// A private key, which can be made, loaded from PKCS#8 in PEM and used to sign. OpenSSL wipes it
// when the last copy is destroyed.
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

// Asks for a passphrase. What it returns is wiped after use; its error is passed on.
using PassphraseSource = std::function<absl::StatusOr<std::string>()>;

// Cheap to copy and immutable; several threads may use one.
class PrivateKey {
 public:
  static absl::StatusOr<PrivateKey> Generate(Algorithm algorithm);
  // Makes a key from the scalar of P-256 or P-384 (32 or 48 bytes, big endian) or from the Ed25519
  // seed: for test keys that must not change. Error: key.unusable.
  static absl::StatusOr<PrivateKey> FromRaw(Algorithm algorithm, ByteSpan raw);
  // Reads a key from PEM. Text around the one block is ignored; a second block is refused.
  // `passphrase` is called only for an encrypted key. Errors: key.unusable, key.passphrase-wrong.
  static absl::StatusOr<PrivateKey> FromPem(ByteSpan pem, const PassphraseSource& passphrase);
  // Reads a key from a file. Errors: key.exposed when the group or others have any right on the
  // file; key.missing when it does not exist or may not be read; key.unusable when it is a link or
  // not an ordinary file; and those of FromPem().
  static absl::StatusOr<PrivateKey> LoadPem(const std::string& path,
                                            const PassphraseSource& passphrase);

  // Writes PKCS#8, encrypted with AES-256-CBC and PBKDF2 when a passphrase is given. An empty
  // passphrase is refused (key.passphrase-wrong). The caller wipes the text of an unencrypted key.
  absl::StatusOr<std::string> ToPem(const std::optional<std::string>& passphrase) const;

  Algorithm algorithm() const { return public_key_.algorithm(); }
  const PublicKey& public_key() const { return public_key_; }
  bool Matches(const Certificate& certificate) const;

  // Signs a message: raw r‖s, or Ed25519. ECDSA draws a fresh nonce, so the same message gives
  // other bytes each time. Error: internal when OpenSSL fails.
  absl::StatusOr<Bytes> Sign(ByteSpan message) const;

  struct CertificateRequest {
    std::string organisation{};  // subject O, UTF-8, 64 characters at most; empty leaves it out
    std::string common_name{};   // subject CN, likewise
    std::string country{};       // subject C, two letters; empty leaves it out
    Instant not_before{};
    Instant not_after{};
    bool authority = false;         // CA:TRUE, keyCertSign; otherwise CA:FALSE, digitalSignature
    std::optional<Bytes> serial{};  // none: 16 random bytes; given: positive, at most 20 (RFC 5280)
  };
  // Makes a certificate for `subject_key`, signed by this key. The issuer's name is that of
  // `issuer`, whose key must be this one (key.certificate-mismatch), or without `issuer` the
  // subject's own. Error: usage for a name, date or serial number that a certificate cannot carry.
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
