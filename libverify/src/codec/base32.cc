// SPDX-License-Identifier: Apache-2.0
#include "codec/base32.h"

#include <cstdint>

namespace sceau::codec {
namespace {

constexpr std::string_view kBase32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr unsigned kBitsPerCharacter = 5;

std::optional<std::uint32_t> Base32Value(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<std::uint32_t>(c - 'A');
  if (c >= '2' && c <= '7') return static_cast<std::uint32_t>(c - '2' + 26);
  return std::nullopt;
}

}  // namespace

std::string EncodeBase32(ByteSpan bytes) {
  std::string text;
  text.reserve(bytes.size() / 5 * 8 + 8);
  std::uint32_t buffer = 0;
  unsigned bits = 0;
  for (const std::uint8_t byte : bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    for (; bits >= kBitsPerCharacter; bits -= kBitsPerCharacter) {
      text.push_back(kBase32Alphabet[(buffer >> (bits - kBitsPerCharacter)) & 0x1F]);
    }
  }
  if (bits > 0) text.push_back(kBase32Alphabet[(buffer << (kBitsPerCharacter - bits)) & 0x1F]);
  return text;
}

std::optional<Bytes> DecodeBase32(std::string_view text) {
  Bytes bytes;
  bytes.reserve(text.size() / 8 * 5 + 5);
  std::uint32_t buffer = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto value = Base32Value(c);
    if (!value) return std::nullopt;
    buffer = (buffer << kBitsPerCharacter) | *value;
    bits += kBitsPerCharacter;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<std::uint8_t>((buffer >> bits) & 0xFF));
    }
  }
  // With five bits or more left over, the last character carries nothing (1, 3 or 6 of 8
  // characters).
  if (bits >= kBitsPerCharacter) return std::nullopt;
  const std::uint32_t unused = buffer & ((1U << bits) - 1);
  if (unused != 0) return std::nullopt;
  return bytes;
}

}  // namespace sceau::codec
