// SPDX-License-Identifier: Apache-2.0
// A CBOR item as a line of an inspection.
#ifndef SCEAU_SEAL_COSE_ITEM_TEXT_H_
#define SCEAU_SEAL_COSE_ITEM_TEXT_H_

#include <string>

#include "codec/cbor.h"

namespace sceau::seal::cose {

// Texts without unsafe characters, bytes in hexadecimal, and of an array or a map its size.
std::string PlainValue(const codec::CborItem& item);

}  // namespace sceau::seal::cose

#endif  // SCEAU_SEAL_COSE_ITEM_TEXT_H_
