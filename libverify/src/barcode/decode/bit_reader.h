// SPDX-License-Identifier: Apache-2.0
// Reads bits from bytes, the most significant first. Reading past the end gives zeros and is
// remembered, so that a parser may ask once after a few steps.
#ifndef SCEAU_BARCODE_DECODE_BIT_READER_H_
#define SCEAU_BARCODE_DECODE_BIT_READER_H_

#include <algorithm>
#include <cstddef>

#include "base/bytes.h"

namespace sceau::barcode {

class BitReader {
 public:
  // Keeps a reference to `bytes`.
  explicit BitReader(ByteSpan bytes) : bytes_(bytes) {}

  std::size_t left() const { return 8 * bytes_.size() - at_; }
  bool is_overrun() const { return is_overrun_; }

  // `count` is at most 24.
  unsigned Read(std::size_t count) {
    if (count > left()) {
      is_overrun_ = true;
      at_ = 8 * bytes_.size();
      return 0;
    }
    unsigned value = 0;
    for (; count > 0; --count, ++at_)
      value = value << 1 | (unsigned{bytes_[at_ / 8]} >> (7 - at_ % 8) & 1U);
    return value;
  }

  // The next bits, as many as there are, without moving on.
  unsigned Peek(std::size_t count) const {
    BitReader copy = *this;
    return copy.Read(std::min(count, left()));
  }

  void SkipToByte() { at_ = (at_ + 7) / 8 * 8; }

 private:
  ByteSpan bytes_;
  std::size_t at_ = 0;  // in bits; at most those of all bytes
  bool is_overrun_ = false;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_BIT_READER_H_
