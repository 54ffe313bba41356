// SPDX-License-Identifier: Apache-2.0
// How a seal names the key that made it.
#ifndef SCEAU_SEAL_KEY_ID_H_
#define SCEAU_SEAL_KEY_ID_H_

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "crypto/certificate_outline.h"

namespace sceau::seal {

// Only the format that made it knows what it consists of. Everybody else compares it and prints it.
class KeyId {
 public:
  KeyId() = default;
  explicit KeyId(std::string text) : text_(std::move(text)) {}
  // As reports print it: 16 hexadecimal digits, or "FR00/0001".
  const std::string& text() const { return text_; }
  auto operator<=>(const KeyId&) const = default;

 private:
  std::string text_;
};

// How the seals of a format name keys. Formats that name them alike share one of these.
struct KeyNaming {
  // What a seal calls the key of this certificate; nothing when it has no name for it.
  std::optional<KeyId> (*id_of)(const crypto::CertificateOutline& certificate);
  // A digest means one certificate, whatever its issuer may seal. A name, which certificates give
  // themselves, leads to a certificate only where its issuer may seal the format.
  bool is_digest = false;
};

// The key id of COSE messages of ours: the first 8 bytes of the SHA-256 of a certificate.
struct CertificateHash {
  std::array<std::uint8_t, 8> prefix{};
  bool operator==(const CertificateHash&) const = default;
};
CertificateHash HashIdOf(const std::array<std::uint8_t, 32>& sha256);
std::string ToString(const CertificateHash& hash);  // 16 hexadecimal digits
KeyId ToKeyId(const CertificateHash& hash);

extern const KeyNaming kKeysByCertificateHash;

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_KEY_ID_H_
