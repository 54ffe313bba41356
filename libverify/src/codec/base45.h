// SPDX-License-Identifier: Apache-2.0
// Base45. Spec: RFC 9285. Strict: a character outside the alphabet, a dangling character or a group
// above 65535 (or 255) refuses the whole text.
#ifndef SCEAU_CODEC_BASE45_H_
#define SCEAU_CODEC_BASE45_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace sceau::codec {

std::string EncodeBase45(ByteSpan bytes);
// Nothing for a text that is not Base45 by the rules above.
std::optional<Bytes> DecodeBase45(std::string_view text);
// Whether the length and the alphabet fit: a glance that spares decoding.
bool MayBeBase45(std::string_view text);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_BASE45_H_
