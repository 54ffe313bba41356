// SPDX-License-Identifier: Apache-2.0
#include "crypto/der_text.h"

#include <algorithm>

#include "base/text.h"

namespace sceau::crypto {
namespace {

void AppendUtf8(char32_t character, std::string& text) {
  const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | character >> 6);
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | character >> 12);
    byte(0x80 | (character >> 6 & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | (character >> 18 & 0x07));
    byte(0x80 | (character >> 12 & 0x3F));
    byte(0x80 | (character >> 6 & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

// Characters of `width` bytes each, big endian.
std::optional<std::string> FromFixedWidth(ByteSpan bytes, std::size_t width) {
  if (bytes.size() % width != 0) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += width) {
    char32_t character = 0;
    for (std::size_t j = 0; j < width; ++j) character = character << 8 | bytes[i + j];
    AppendUtf8(character, text);
  }
  return text;
}

}  // namespace

std::optional<std::string> TextOfString(const DerItem& item) {
  std::optional<std::string> text;
  switch (item.tag) {
    case DerTag::kUtf8String:
    case DerTag::kPrintableString:
    case DerTag::kIa5String:
    case DerTag::kVisibleString:
    case DerTag::kNumericString:
      text = std::string(AsText(item.content));
      break;
    case DerTag::kT61String:  // read as Latin-1, as everybody does
      text = FromFixedWidth(item.content, 1);
      break;
    case DerTag::kBmpString:
      text = FromFixedWidth(item.content, 2);
      break;
    case DerTag::kUniversalString:
      text = FromFixedWidth(item.content, 4);
      break;
    default:
      return std::nullopt;
  }
  if (!text) return std::nullopt;
  const auto characters = DecodeUtf8(*text);
  if (!characters || std::ranges::any_of(*characters, IsUnsafeInText)) return std::nullopt;
  return text;
}

}  // namespace sceau::crypto
