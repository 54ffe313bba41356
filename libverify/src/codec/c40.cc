// SPDX-License-Identifier: Apache-2.0
#include "codec/c40.h"

#include <array>
#include <cstdint>

namespace sceau::codec {
namespace {

// Values of the basic set: 0 to 2 shift to other sets; space, digits and letters follow.
constexpr std::uint32_t kShift1 = 0;
constexpr std::uint32_t kSpace = 3;
constexpr std::uint32_t kDigit0 = 4;
constexpr std::uint32_t kLetterA = 14;
constexpr std::uint32_t kValues = 40;

// Returns to ASCII. No pair of bytes starts with it: the largest packed triple is 0xFA00.
constexpr std::uint8_t kUnlatch = 0xFE;

std::optional<std::uint32_t> C40Value(char c) {
  if (c == ' ') return kSpace;
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0') + kDigit0;
  if (c >= 'A' && c <= 'Z') return static_cast<std::uint32_t>(c - 'A') + kLetterA;
  return std::nullopt;
}

std::optional<char> CharacterOf(std::uint32_t value) {
  if (value < kSpace) return std::nullopt;
  if (value < kDigit0) return ' ';
  if (value < kLetterA) return static_cast<char>('0' + (value - kDigit0));
  return static_cast<char>('A' + (value - kLetterA));
}

using Triple = std::array<std::uint32_t, 3>;

void AppendPacked(Bytes& bytes, const Triple& triple) {
  const std::uint32_t packed = triple[0] * kValues * kValues + triple[1] * kValues + triple[2] + 1;
  bytes.push_back(static_cast<std::uint8_t>(packed >> 8));
  bytes.push_back(static_cast<std::uint8_t>(packed & 0xFF));
}

std::optional<Triple> Unpack(std::uint8_t high, std::uint8_t low) {
  const std::uint32_t packed = high * 256U + low;
  if (packed == 0 || packed > kValues * kValues * kValues) return std::nullopt;
  const std::uint32_t all = packed - 1;
  return Triple{all / (kValues * kValues), all / kValues % kValues, all % kValues};
}

// Decodes a last single character, which has two bytes.
std::optional<char> DecodeUnlatched(std::uint8_t ascii_plus_one) {
  if (ascii_plus_one == 0 || ascii_plus_one > 0x80) return std::nullopt;
  const char c = static_cast<char>(ascii_plus_one - 1);
  return C40Value(c) ? std::optional(c) : std::nullopt;
}

}  // namespace

std::optional<Bytes> EncodeC40(std::string_view text) {
  Bytes bytes;
  bytes.reserve(text.size() / 3 * 2 + 2);
  Triple triple{};
  std::size_t filled = 0;
  for (const char c : text) {
    const auto value = C40Value(c);
    if (!value) return std::nullopt;
    triple[filled++] = *value;
    if (filled == triple.size()) {
      AppendPacked(bytes, triple);
      filled = 0;
    }
  }
  if (filled == 2) {
    AppendPacked(bytes, {triple[0], triple[1], kShift1});
  } else if (filled == 1) {
    bytes.push_back(kUnlatch);
    bytes.push_back(static_cast<std::uint8_t>(text.back() + 1));
  }
  return bytes;
}

std::optional<std::string> DecodeC40(ByteSpan bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() / 2 * 3);
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const bool last = at + 2 == bytes.size();
    if (last && bytes[at] == kUnlatch) {
      const auto character = DecodeUnlatched(bytes[at + 1]);
      if (!character) return std::nullopt;
      text.push_back(*character);
      break;
    }
    const auto triple = Unpack(bytes[at], bytes[at + 1]);
    if (!triple) return std::nullopt;
    const bool padded = last && (*triple)[2] == kShift1;
    for (std::size_t i = 0; i < (padded ? 2U : 3U); ++i) {
      const auto character = CharacterOf((*triple)[i]);
      if (!character) return std::nullopt;
      text.push_back(*character);
    }
  }
  return text;
}

}  // namespace sceau::codec
