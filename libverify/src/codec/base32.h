// SPDX-License-Identifier: Apache-2.0
// Base32 without padding. Spec: RFC 4648 §6. Strict: upper case only, a length that a whole number
// of bytes gives, and unused bits zero.
#ifndef SCEAU_CODEC_BASE32_H_
#define SCEAU_CODEC_BASE32_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace sceau::codec {

std::string EncodeBase32(ByteSpan bytes);
// Nothing for a text that EncodeBase32() would not have made.
std::optional<Bytes> DecodeBase32(std::string_view text);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_BASE32_H_
