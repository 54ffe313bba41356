// SPDX-License-Identifier: Apache-2.0
// The heads of CBOR items. Spec: RFC 8949 §3.
#ifndef SCEAU_CODEC_CBOR_HEAD_H_
#define SCEAU_CODEC_CBOR_HEAD_H_

#include <cstdint>

namespace sceau::codec {

// RFC 8949 §3.1.
enum Major : std::uint8_t {
  kMajorUnsigned = 0,
  kMajorNegative = 1,
  kMajorBytes = 2,
  kMajorText = 3,
  kMajorArray = 4,
  kMajorMap = 5,
  kMajorTag = 6,
  kMajorSimple = 7,
};

// The low five bits of an initial byte.
inline constexpr std::uint8_t kInfoMask = 0x1F;
inline constexpr std::uint8_t kOneByteArgument = 24;
inline constexpr std::uint8_t kEightByteArgument = 27;
inline constexpr std::uint8_t kIndefiniteLength = 31;

// RFC 8949 §3.3.
inline constexpr std::uint8_t kSimpleFalse = 20;
inline constexpr std::uint8_t kSimpleTrue = 21;
inline constexpr std::uint8_t kSimpleNull = 22;
inline constexpr std::uint8_t kMinLongSimple = 32;
inline constexpr std::uint8_t kHalfFloat = 25;
inline constexpr std::uint8_t kSingleFloat = 26;
inline constexpr std::uint8_t kDoubleFloat = 27;

// The argument of a negative integer: -1 - value (RFC 8949 §3.1), without the overflow that the
// smallest value would make.
constexpr std::uint64_t NegativeArgument(std::int64_t value) {
  return ~static_cast<std::uint64_t>(value);
}

// Ends an item of indefinite length (RFC 8949 §3.2.1).
inline constexpr std::uint8_t kBreak = 0xFF;

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_CBOR_HEAD_H_
