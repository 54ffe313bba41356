// SPDX-License-Identifier: Apache-2.0
// Signatures that are known to hold, by which OpenSSL is asked whether it is able to say so: when
// memory is short, it may call any signature false, at times without an error. Private to this
// room.
#ifndef SCEAU_CRYPTO_KNOWN_ANSWERS_H_
#define SCEAU_CRYPTO_KNOWN_ANSWERS_H_

#include "base/bytes.h"
#include "crypto/algorithm.h"
#include "crypto/state_curve_key.h"

namespace sceau::crypto {

struct KnownAnswer {
  ByteSpan public_key;  // SubjectPublicKeyInfo, DER
  ByteSpan message;
  ByteSpan signature;  // as OpenSSL takes it: ECDSA's as DER
  const char* digest;  // OpenSSL's name; null for Ed25519, which hashes by itself
};

// RFC 6979, A.2.5 and A.2.6, and RFC 8032, 7.1, test 2.
KnownAnswer KnownAnswerOf(Algorithm algorithm);
// Of keys that were made for this with `openssl ecparam` and `openssl dgst`, and then thrown away.
KnownAnswer KnownAnswerOf(StateCurve curve);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_KNOWN_ANSWERS_H_
