// SPDX-License-Identifier: Apache-2.0
// Reads bytes in order, never past the end.
#ifndef SCEAU_BASE_BYTE_READER_H_
#define SCEAU_BASE_BYTE_READER_H_

#include <cstddef>
#include <optional>

#include "base/bytes.h"

namespace sceau {

// A view: the bytes must outlive the reader.
class ByteReader {
 public:
  explicit ByteReader(ByteSpan bytes) : bytes_(bytes) {}

  std::size_t offset() const { return offset_; }
  std::size_t remaining() const { return bytes_.size() - offset_; }
  bool empty() const { return remaining() == 0; }

  // Takes the next `count` bytes. Returns nothing and does not move when fewer remain.
  std::optional<ByteSpan> Take(std::size_t count) {
    if (count > remaining()) return std::nullopt;
    ByteSpan taken = bytes_.subspan(offset_, count);
    offset_ += count;
    return taken;
  }
  std::optional<std::uint8_t> TakeByte() {
    auto taken = Take(1);
    return taken ? std::optional(taken->front()) : std::nullopt;
  }

 private:
  ByteSpan bytes_;
  std::size_t offset_ = 0;
};

}  // namespace sceau

#endif  // SCEAU_BASE_BYTE_READER_H_
