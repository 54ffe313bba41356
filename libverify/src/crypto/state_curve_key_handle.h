// SPDX-License-Identifier: Apache-2.0
// The OpenSSL side of StateCurveKey. Private to this room.
#ifndef SCEAU_CRYPTO_STATE_CURVE_KEY_HANDLE_H_
#define SCEAU_CRYPTO_STATE_CURVE_KEY_HANDLE_H_

#include <optional>

#include "crypto/openssl_ptr.h"
#include "crypto/state_curve_key.h"

namespace sceau::crypto {

struct StateCurveKey::Handle {
  EvpPkeyPtr key;
  Bytes order;  // of the group, big endian, as long as r and s

  // Makes a key once it was checked; nothing for a key of another kind or curve.
  static std::optional<StateCurveKey> FromPublicKey(EvpPkeyPtr key);
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_STATE_CURVE_KEY_HANDLE_H_
