// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/data_matrix_encodations.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "barcode/decode/bit_reader.h"

namespace sceau::barcode {
namespace {

// Codewords in ASCII encodation (table 2).
constexpr unsigned kLastAscii = 128;
constexpr unsigned kPad = 129;
constexpr unsigned kFirstDigitPair = 130;
constexpr unsigned kLastDigitPair = 229;
constexpr unsigned kLatchC40 = 230;
constexpr unsigned kLatchBase256 = 231;
constexpr unsigned kFnc1 = 232;
constexpr unsigned kStructuredAppend = 233;
constexpr unsigned kReaderProgramming = 234;
constexpr unsigned kUpperShift = 235;
constexpr unsigned kMacro05 = 236;
constexpr unsigned kMacro06 = 237;
constexpr unsigned kLatchX12 = 238;
constexpr unsigned kLatchText = 239;
constexpr unsigned kLatchEdifact = 240;
constexpr unsigned kEci = 241;
constexpr unsigned kUnlatch = 254;

constexpr std::uint8_t kGroupSeparator = 0x1D;
constexpr std::string_view kMacroEnd = "\x1E\x04";

// Annex C, tables C.1 and C.2.
constexpr std::string_view kC40Set = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kTextSet = " 0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kShift2Set = "!\"#$%&'()*+,-./:;<=>?@[\\]^_\x1D";  // the last is FNC1
constexpr std::string_view kTextShift3Set = "`ABCDEFGHIJKLMNOPQRSTUVWXYZ{|}~\x7F";
constexpr std::string_view kX12Set = "\r*> 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr unsigned kValues = 40;
constexpr unsigned kShifts = 3;
constexpr unsigned kShift2UpperShift = 30;
constexpr unsigned kEdifactUnlatch = 31;

class Encodations {
 public:
  explicit Encodations(ByteSpan codewords) : size_(codewords.size()), bits_(codewords) {}

  std::optional<Bytes> Decode() {
    while (bits_.left() >= 8) {
      const bool is_first = position() == 0;
      const unsigned codeword = bits_.Read(8);
      if (codeword == kPad) break;
      if (!Ascii(codeword, is_first) || bits_.is_overrun()) return std::nullopt;
    }
    for (; macros_ > 0; --macros_) Append(kMacroEnd);
    return std::move(payload_);
  }

 private:
  // Of the next codeword, from 0.
  std::size_t position() const { return size_ - bits_.left() / 8; }

  bool Ascii(unsigned codeword, bool is_first) {
    if (codeword >= 1 && codeword <= kLastAscii) {
      Add(codeword - 1, upper_shift_);
      return true;
    }
    if (codeword >= kFirstDigitPair && codeword <= kLastDigitPair) {
      const unsigned pair = codeword - kFirstDigitPair;
      payload_.push_back(static_cast<std::uint8_t>('0' + pair / 10));
      payload_.push_back(static_cast<std::uint8_t>('0' + pair % 10));
      return true;
    }
    return Control(codeword, is_first);
  }

  bool Control(unsigned codeword, bool is_first) {
    switch (codeword) {
      case kLatchC40:
        return C40OrText(false);
      case kLatchText:
        return C40OrText(true);
      case kLatchX12:
        return X12();
      case kLatchEdifact:
        return Edifact();
      case kLatchBase256:
        return Base256();
      case kFnc1:
        if (position() != first_fnc1_ && position() != first_fnc1_ + 1)
          payload_.push_back(kGroupSeparator);
        return true;
      case kStructuredAppend:
        bits_.Read(24);  // which symbol of how many, and the identification of the file (5.6)
        first_fnc1_ = 5;
        return is_first;
      case kReaderProgramming:
        return is_first;
      case kUpperShift:
        upper_shift_ = true;
        return true;
      case kMacro05:
        return Macro(
            "[)>\x1E"
            "05\x1D");
      case kMacro06:
        return Macro(
            "[)>\x1E"
            "06\x1D");
      case kEci:
        return Eci();
      case kUnlatch:
        return bits_.left() == 0;  // some writers end with it
      default:
        return false;
    }
  }

  bool Macro(std::string_view header) {
    Append(header);
    ++macros_;
    return true;
  }

  // The number takes one to three codewords, as the first says (table 6).
  bool Eci() {
    const unsigned first = bits_.Read(8);
    if (first > 127) bits_.Read(8);
    if (first > 191) bits_.Read(8);
    return true;
  }

  // Three values of two codewords; nothing where the encodation ends.
  std::optional<std::array<unsigned, 3>> Triplet() {
    if (bits_.left() < 16) return std::nullopt;
    const unsigned first = bits_.Read(8);
    if (first == kUnlatch) return std::nullopt;
    // Two zeros are not a triplet: they give a value that all users refuse.
    const unsigned packed = (first << 8 | bits_.Read(8)) - 1;
    return std::array{packed / 1600, packed / 40 % 40, packed % 40};
  }

  bool C40OrText(bool is_text) {
    bool upper_shift = false;
    unsigned shift = 0;  // 1 to 3, for the next value alone
    const auto add_of = [&](std::string_view set, unsigned value) {
      if (value >= set.size()) return false;
      Add(static_cast<unsigned char>(set[value]), upper_shift);
      return true;
    };
    const auto add = [&](unsigned value) {
      switch (std::exchange(shift, 0)) {
        case 0:
          if (value >= kShifts) return add_of(is_text ? kTextSet : kC40Set, value - kShifts);
          shift = value + 1;
          return true;
        case 1:
          Add(value, upper_shift);
          return true;
        case 2:
          if (value != kShift2UpperShift) return add_of(kShift2Set, value);
          upper_shift = true;
          return true;
        default:
          if (is_text) return add_of(kTextShift3Set, value);
          Add(value + 96, upper_shift);
          return true;
      }
    };
    while (const auto triplet = Triplet()) {
      for (const unsigned value : *triplet) {
        if (value >= kValues || !add(value)) return false;
      }
    }
    return true;
  }

  bool X12() {
    while (const auto triplet = Triplet()) {
      for (const unsigned value : *triplet) {
        if (value >= kX12Set.size()) return false;
        payload_.push_back(static_cast<std::uint8_t>(kX12Set[value]));
      }
    }
    return true;
  }

  bool Edifact() {
    while (bits_.left() >= 24) {
      for (int i = 0; i < 4; ++i) {
        const unsigned value = bits_.Read(6);
        if (value == kEdifactUnlatch) {
          bits_.SkipToByte();
          return true;
        }
        payload_.push_back(static_cast<std::uint8_t>(value < 32 ? value + 64 : value));
      }
    }
    return true;
  }

  // A codeword of Base 256 without what the 255-state algorithm added to it (annex B.2).
  unsigned Derandomised() {
    const auto added = static_cast<unsigned>(149 * (position() + 1) % 255 + 1);
    return (bits_.Read(8) + 256 - added) % 256;
  }

  bool Base256() {
    const unsigned first = Derandomised();
    std::size_t count = first;
    if (first == 0) {
      count = bits_.left() / 8;  // the rest of the symbol
    } else if (first >= 250) {
      count = std::size_t{250} * (first - 249) + Derandomised();
    }
    if (count > bits_.left() / 8) return false;
    for (; count > 0; --count) payload_.push_back(static_cast<std::uint8_t>(Derandomised()));
    return true;
  }

  // An upper shift is for one character.
  void Add(unsigned value, bool& upper_shift) {
    payload_.push_back(
        static_cast<std::uint8_t>(value + (std::exchange(upper_shift, false) ? 128 : 0)));
  }
  void Append(std::string_view text) { payload_.insert(payload_.end(), text.begin(), text.end()); }

  std::size_t size_;
  BitReader bits_;
  Bytes payload_;
  bool upper_shift_ = false;
  std::size_t macros_ = 0;
  std::size_t first_fnc1_ = 1;  // the position behind it
};

}  // namespace

std::optional<Bytes> DecodeDataMatrixEncodations(ByteSpan codewords) {
  return Encodations(codewords).Decode();
}

}  // namespace sceau::barcode
