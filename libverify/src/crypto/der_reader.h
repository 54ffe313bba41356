// SPDX-License-Identifier: Apache-2.0
// Reads DER, one item after the other: definite lengths in their shortest form, tags of one byte.
// Spec: ITU-T X.690 §8 and §10.
#ifndef SCEAU_CRYPTO_DER_READER_H_
#define SCEAU_CRYPTO_DER_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/byte_reader.h"
#include "base/bytes.h"

namespace sceau::crypto {

enum class DerTag : std::uint8_t {
  kBoolean = 0x01,
  kInteger = 0x02,
  kBitString = 0x03,
  kOctetString = 0x04,
  kObjectIdentifier = 0x06,
  kUtf8String = 0x0C,
  kNumericString = 0x12,
  kPrintableString = 0x13,
  kT61String = 0x14,
  kIa5String = 0x16,
  kUtcTime = 0x17,
  kGeneralizedTime = 0x18,
  kVisibleString = 0x1A,
  kUniversalString = 0x1C,
  kBmpString = 0x1E,
  kSequence = 0x30,
  kSet = 0x31,
  kContext0 = 0xA0,
  kContext1Primitive = 0x81,
  kContext2Primitive = 0x82,
  kContext3 = 0xA3,
};

struct DerItem {
  DerTag tag{};
  ByteSpan content;
  ByteSpan whole;  // tag and length included
};

// A view: the bytes must outlive the reader.
class DerReader {
 public:
  explicit DerReader(ByteSpan bytes) : bytes_(bytes) {}

  bool empty() const { return offset_ == bytes_.size(); }

  // Takes the next item. Returns nothing and does not move at the end, before bytes that are not
  // DER, and before another tag than the wanted one.
  std::optional<DerItem> Next(std::optional<DerTag> wanted = std::nullopt) {
    ByteReader reader(bytes_.subspan(offset_));
    const auto tag = reader.TakeByte();
    if (!tag || (*tag & 0x1FU) == 0x1FU) return std::nullopt;  // no certificate has long tags
    if (wanted && *tag != static_cast<std::uint8_t>(*wanted)) return std::nullopt;
    const auto length = TakeLength(reader);
    if (!length) return std::nullopt;
    const auto content = reader.Take(*length);
    if (!content) return std::nullopt;
    const ByteSpan whole = bytes_.subspan(offset_, reader.offset());
    offset_ += reader.offset();
    return DerItem{static_cast<DerTag>(*tag), *content, whole};
  }

 private:
  static std::optional<std::size_t> TakeLength(ByteReader& reader) {
    constexpr std::uint8_t kLongForm = 0x80;
    constexpr std::size_t kMaxLengthBytes = 4;
    const auto first = reader.TakeByte();
    if (!first || *first < kLongForm) return first;
    const std::size_t count = *first & 0x7FU;
    if (count == 0 || count > kMaxLengthBytes) return std::nullopt;
    const auto bytes = reader.Take(count);
    if (!bytes || bytes->front() == 0) return std::nullopt;
    std::size_t length = 0;
    for (const std::uint8_t byte : *bytes) length = length << 8 | byte;
    if (length < kLongForm) return std::nullopt;
    return length;
  }

  ByteSpan bytes_;
  std::size_t offset_ = 0;
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_DER_READER_H_
