// SPDX-License-Identifier: Apache-2.0
#include "seal/key_id.h"

#include <algorithm>

#include "base/bytes.h"

namespace sceau::seal {
namespace {

std::optional<KeyId> IdByHash(const crypto::CertificateOutline& certificate) {
  return ToKeyId(HashIdOf(certificate.sha256));
}

}  // namespace

CertificateHash HashIdOf(const std::array<std::uint8_t, 32>& sha256) {
  CertificateHash id;
  std::copy_n(sha256.begin(), id.prefix.size(), id.prefix.begin());
  return id;
}

std::string ToString(const CertificateHash& hash) { return ToHex(hash.prefix); }

KeyId ToKeyId(const CertificateHash& hash) { return KeyId(ToString(hash)); }

const KeyNaming kKeysByCertificateHash = {.id_of = &IdByHash, .is_digest = true};

}  // namespace sceau::seal
