// SPDX-License-Identifier: Apache-2.0
// Digests and random bytes.
#ifndef SCEAU_CRYPTO_DIGEST_H_
#define SCEAU_CRYPTO_DIGEST_H_

#include <array>
#include <cstdint>
#include <span>

#include "absl/status/status.h"
#include "base/bytes.h"

namespace sceau::crypto {

// Throws std::bad_alloc when OpenSSL fails: there is no safe value to return.
std::array<std::uint8_t, 32> Sha256(ByteSpan bytes);

// Spec: FIPS 198-1. Throws as Sha256() does.
std::array<std::uint8_t, 32> HmacSha256(ByteSpan key, ByteSpan message);

// Fills `out` from OpenSSL's random generator. Error: internal when the generator has nothing to
// give.
absl::Status FillRandom(std::span<std::uint8_t> out);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_DIGEST_H_
