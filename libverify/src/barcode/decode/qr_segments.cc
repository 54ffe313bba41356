// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/qr_segments.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "barcode/decode/bit_reader.h"

namespace sceau::barcode {
namespace {

// Mode indicators (table 2), and that of GB/T 18284.
constexpr unsigned kNumericMode = 1;
constexpr unsigned kAlphanumericMode = 2;
constexpr unsigned kStructuredAppendMode = 3;
constexpr unsigned kByteMode = 4;
constexpr unsigned kFnc1FirstMode = 5;
constexpr unsigned kEciMode = 7;
constexpr unsigned kKanjiMode = 8;
constexpr unsigned kFnc1SecondMode = 9;
constexpr unsigned kHanziMode = 13;
constexpr std::size_t kModeBits = 4;

constexpr std::string_view kAlphanumericSet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned kAlphanumericCount = 45;
constexpr std::uint8_t kSeparatorOfFields = 0x1D;

// How a double-byte character set is packed into 13 bits: rows of so many characters, the first of
// which stand from `low` on and the others from `high` on.
struct Packing {
  unsigned row;
  unsigned split;
  unsigned low;
  unsigned high;
};
constexpr Packing kShiftJis{0xC0, 0x1F00, 0x8140, 0xC140};
constexpr Packing kGb2312{0x60, 0x0A00, 0xA1A1, 0xA6A1};

// Table 3: by version 1 to 9, 10 to 26, and 27 to 40.
std::size_t CountBits(unsigned mode, int version) {
  const std::size_t range = version < 10 ? 0 : version < 27 ? 1 : 2;
  switch (mode) {
    case kNumericMode:
      return std::array<std::size_t, 3>{10, 12, 14}[range];
    case kAlphanumericMode:
      return std::array<std::size_t, 3>{9, 11, 13}[range];
    case kByteMode:
      return range == 0 ? 8 : 16;
    default:
      return std::array<std::size_t, 3>{8, 10, 12}[range];
  }
}

class Segments {
 public:
  Segments(int version, ByteSpan codewords) : version_(version), bits_(codewords) {}

  std::optional<Bytes> Decode() {
    // The terminator is four zeros, or as many bits as there are left (7.4.9).
    while (bits_.left() > 0 && bits_.Peek(kModeBits) != 0) {
      const unsigned mode = bits_.Read(kModeBits);
      if (!Segment(mode) || bits_.is_overrun()) return std::nullopt;
    }
    return std::move(payload_);
  }

 private:
  bool Segment(unsigned mode) {
    switch (mode) {
      case kNumericMode:
        return Numeric(Count(mode));
      case kAlphanumericMode:
        return Alphanumeric(Count(mode));
      case kByteMode:
        return ByteRun(Count(mode));
      case kKanjiMode:
        return DoubleBytes(Count(mode), kShiftJis);
      case kHanziMode:
        return bits_.Read(4) == 1 && DoubleBytes(Count(mode), kGb2312);  // the only subset
      case kStructuredAppendMode:
        bits_.Read(16);  // which symbol, of how many, and the parity of all of them (8)
        return true;
      case kFnc1FirstMode:
        has_fnc1_ = true;
        return true;
      case kFnc1SecondMode:
        has_fnc1_ = true;
        return ApplicationIndicator();
      case kEciMode:
        return Eci();
      default:
        return false;
    }
  }

  std::size_t Count(unsigned mode) { return bits_.Read(CountBits(mode, version_)); }

  // The bits are asked for before anything is appended: a count says nothing about what is there.
  bool Holds(std::size_t bits) const { return bits <= bits_.left(); }

  bool Numeric(std::size_t count) {
    if (!Holds(count / 3 * 10 + (count % 3 == 0 ? 0 : 1 + 3 * (count % 3)))) return false;
    while (count > 0) {
      const std::size_t digits = std::min<std::size_t>(count, 3);
      const std::string text = std::to_string(bits_.Read(1 + 3 * digits));
      if (text.size() > digits) return false;
      payload_.insert(payload_.end(), digits - text.size(), '0');
      payload_.insert(payload_.end(), text.begin(), text.end());
      count -= digits;
    }
    return true;
  }

  bool Alphanumeric(std::size_t count) {
    if (!Holds(count / 2 * 11 + count % 2 * 6)) return false;
    const std::size_t start = payload_.size();
    for (; count > 1; count -= 2) {
      const unsigned pair = bits_.Read(11);
      if (pair >= kAlphanumericCount * kAlphanumericCount) return false;
      Append(kAlphanumericSet[pair / kAlphanumericCount]);
      Append(kAlphanumericSet[pair % kAlphanumericCount]);
    }
    if (count == 1) {
      const unsigned last = bits_.Read(6);
      if (last >= kAlphanumericCount) return false;
      Append(kAlphanumericSet[last]);
    }
    return !has_fnc1_ || SetSeparators(start);
  }

  // Behind FNC1 a per cent sign stands for the separator, and two for themselves (7.4.8). Releases
  // of ZXing differ in what they make of two: it is asked, so that a symbol does not read otherwise
  // here than where it finds the symbol itself.
  bool SetSeparators(std::size_t start) {
    for (std::size_t i = start; i < payload_.size(); ++i) {
      if (payload_[i] != '%') continue;
      if (i + 1 < payload_.size() && payload_[i + 1] == '%') return false;
      payload_[i] = kSeparatorOfFields;
    }
    return true;
  }

  bool ByteRun(std::size_t count) {
    if (!Holds(8 * count)) return false;
    for (; count > 0; --count) payload_.push_back(static_cast<std::uint8_t>(bits_.Read(8)));
    return true;
  }

  bool DoubleBytes(std::size_t count, const Packing& packing) {
    if (!Holds(13 * count)) return false;
    for (; count > 0; --count) {
      const unsigned packed = bits_.Read(13);
      const unsigned spread = packed / packing.row << 8 | packed % packing.row;
      const unsigned character = spread + (spread < packing.split ? packing.low : packing.high);
      payload_.push_back(static_cast<std::uint8_t>(character >> 8));
      payload_.push_back(static_cast<std::uint8_t>(character));
    }
    return true;
  }

  // Two digits, or a letter and 100 (7.4.8.3).
  bool ApplicationIndicator() {
    if (!payload_.empty()) return false;
    const unsigned value = bits_.Read(8);
    if (value < 100) {
      Append(static_cast<char>('0' + value / 10));
      Append(static_cast<char>('0' + value % 10));
      return true;
    }
    const unsigned letter = value - 100;
    const bool is_letter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    if (is_letter) Append(static_cast<char>(letter));
    return is_letter;
  }

  // The number takes one to three bytes, as the first bits say (7.4.2).
  bool Eci() {
    const unsigned first = bits_.Read(8);
    if (first >= 0xE0) return false;
    if (first >= 0xC0) {
      bits_.Read(16);
    } else if (first >= 0x80) {
      bits_.Read(8);
    }
    return true;
  }

  void Append(char character) { payload_.push_back(static_cast<std::uint8_t>(character)); }

  int version_;
  BitReader bits_;
  Bytes payload_;
  bool has_fnc1_ = false;
};

}  // namespace

std::optional<Bytes> DecodeQrSegments(int version, ByteSpan codewords) {
  return Segments(version, codewords).Decode();
}

}  // namespace sceau::barcode
