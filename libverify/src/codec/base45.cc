// SPDX-License-Identifier: Apache-2.0
#include "codec/base45.h"

#include <array>
#include <cstdint>

namespace sceau::codec {
namespace {

constexpr std::string_view kBase45Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t kBase = 45;
static_assert(kBase45Alphabet.size() == kBase);

constexpr std::uint8_t kNotInAlphabet = 0xFF;

consteval std::array<std::uint8_t, 256> MakeValues() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNotInAlphabet);
  for (std::size_t i = 0; i < kBase45Alphabet.size(); ++i) {
    values[static_cast<std::uint8_t>(kBase45Alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}
constexpr std::array<std::uint8_t, 256> kBase45Values = MakeValues();

// The value of a group of up to three characters, the least significant first.
std::optional<std::uint32_t> GroupValue(std::string_view group) {
  std::uint32_t value = 0;
  std::uint32_t weight = 1;
  for (const char c : group) {
    const std::uint8_t digit = kBase45Values[static_cast<std::uint8_t>(c)];
    if (digit == kNotInAlphabet) return std::nullopt;
    value += digit * weight;
    weight *= kBase;
  }
  return value;
}

}  // namespace

std::string EncodeBase45(ByteSpan bytes) {
  std::string text;
  text.reserve(bytes.size() / 2 * 3 + 2);
  for (; bytes.size() >= 2; bytes = bytes.subspan(2)) {
    const std::uint32_t value = bytes[0] * 256U + bytes[1];
    text.push_back(kBase45Alphabet[value % kBase]);
    text.push_back(kBase45Alphabet[value / kBase % kBase]);
    text.push_back(kBase45Alphabet[value / (kBase * kBase)]);
  }
  if (!bytes.empty()) {
    text.push_back(kBase45Alphabet[bytes[0] % kBase]);
    text.push_back(kBase45Alphabet[bytes[0] / kBase]);
  }
  return text;
}

std::optional<Bytes> DecodeBase45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  Bytes bytes;
  bytes.reserve(text.size() / 3 * 2 + 1);
  for (; text.size() >= 3; text.remove_prefix(3)) {
    const auto value = GroupValue(text.substr(0, 3));
    if (!value || *value > 0xFFFF) return std::nullopt;
    bytes.push_back(static_cast<std::uint8_t>(*value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(*value & 0xFF));
  }
  if (!text.empty()) {
    const auto value = GroupValue(text);
    if (!value || *value > 0xFF) return std::nullopt;
    bytes.push_back(static_cast<std::uint8_t>(*value));
  }
  return bytes;
}

bool MayBeBase45(std::string_view text) {
  return text.size() % 3 != 1 && text.find_first_not_of(kBase45Alphabet) == text.npos;
}

}  // namespace sceau::codec
