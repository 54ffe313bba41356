// SPDX-License-Identifier: Apache-2.0
// C40 text packed into bytes, three characters in two. Spec: ISO/IEC 16022 §5.2.5; ICAO Doc 9303-13
// §2.2 (digits, upper-case letters and space only; two characters left over are closed by a shift-1
// value, a single one follows the unlatch byte 0xFE in ASCII).
//
// Each text has one encoding and each accepted encoding one text. Spaces that pad a field are
// characters like any other: the caller, who knows the field's length, strips them.
#ifndef SCEAU_CODEC_C40_H_
#define SCEAU_CODEC_C40_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace sceau::codec {

// Nothing when a character is not a digit, A-Z or a space.
std::optional<Bytes> EncodeC40(std::string_view text);
// Nothing unless the bytes are exactly what EncodeC40 gives for the text.
std::optional<std::string> DecodeC40(ByteSpan bytes);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_C40_H_
