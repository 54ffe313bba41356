// SPDX-License-Identifier: Apache-2.0
// Reads the string types of ASN.1 as UTF-8. Spec: ITU-T X.690 §8.23, RFC 5280 §4.1.2.4.
#ifndef SCEAU_CRYPTO_DER_TEXT_H_
#define SCEAU_CRYPTO_DER_TEXT_H_

#include <optional>
#include <string>

#include "crypto/der_reader.h"

namespace sceau::crypto {

// Returns nothing for an item that is not a string, and for one that is malformed or holds unsafe
// characters.
std::optional<std::string> TextOfString(const DerItem& item);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_DER_TEXT_H_
