// SPDX-License-Identifier: Apache-2.0
// Owned bytes and views of bytes, and the crossings between bytes and text.
#ifndef SCEAU_BASE_BYTES_H_
#define SCEAU_BASE_BYTES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sceau {

using Bytes = std::vector<std::uint8_t>;
using ByteSpan = std::span<const std::uint8_t>;

inline ByteSpan AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view AsText(ByteSpan bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes ToBytes(ByteSpan bytes) { return {bytes.begin(), bytes.end()}; }

std::string ToHex(ByteSpan bytes);  // lower case, no separators

}  // namespace sceau

#endif  // SCEAU_BASE_BYTES_H_
