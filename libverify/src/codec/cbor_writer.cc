// SPDX-License-Identifier: Apache-2.0
#include <cassert>
#include <utility>

#include "codec/cbor.h"
#include "codec/cbor_head.h"

namespace sceau::codec {

CborWriter& CborWriter::Unsigned(std::uint64_t value) {
  Head(kMajorUnsigned, value);
  return *this;
}

CborWriter& CborWriter::Integer(std::int64_t value) {
  if (value >= 0) return Unsigned(static_cast<std::uint64_t>(value));
  Head(kMajorNegative, NegativeArgument(value));
  return *this;
}

CborWriter& CborWriter::ByteString(ByteSpan bytes) {
  Head(kMajorBytes, bytes.size());
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  return *this;
}

CborWriter& CborWriter::Text(std::string_view utf8) {
  const ByteSpan bytes = AsBytes(utf8);
  Head(kMajorText, bytes.size());
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  return *this;
}

CborWriter& CborWriter::Array(std::size_t count) {
  Head(kMajorArray, count);
  return *this;
}

CborWriter& CborWriter::Map(std::size_t pairs) {
  Head(kMajorMap, pairs);
  return *this;
}

CborWriter& CborWriter::Tag(std::uint64_t number) {
  Head(kMajorTag, number);
  return *this;
}

Bytes CborWriter::Take() {
  assert(DecodeCbor(out_, kMaxCborDepth, out_.size() + 1).ok());
  return TakeUnchecked();
}

Bytes CborWriter::TakeUnchecked() { return std::exchange(out_, {}); }

void CborWriter::Head(std::uint8_t major, std::uint64_t argument) {
  const auto initial = static_cast<std::uint8_t>(major << 5);
  if (argument < kOneByteArgument) {
    out_.push_back(static_cast<std::uint8_t>(initial | argument));
    return;
  }
  int width_log2 = 0;
  while (width_log2 < 3 && (argument >> (8U << width_log2)) != 0) ++width_log2;
  out_.push_back(static_cast<std::uint8_t>(initial | (kOneByteArgument + width_log2)));
  for (int shift = 8 * ((1 << width_log2) - 1); shift >= 0; shift -= 8) {
    out_.push_back(static_cast<std::uint8_t>((argument >> shift) & 0xFF));
  }
}

}  // namespace sceau::codec
