// SPDX-License-Identifier: Apache-2.0
// Each text has one encoding, and each accepted encoding has one text. Spaces that pad a field are
// characters like any other: the caller, who knows the field's length, strips them.
#ifndef SCEAU_CODEC_C40_H_
#define SCEAU_CODEC_C40_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace sceau::codec {

// Encodes a text; nothing when a character is not a digit, A-Z or a space.
std::optional<Bytes> EncodeC40(std::string_view text);
// Decodes a text; nothing unless the bytes are exactly what EncodeC40() gives for it.
std::optional<std::string> DecodeC40(ByteSpan bytes);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_C40_H_
