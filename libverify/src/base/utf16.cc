// SPDX-License-Identifier: Apache-2.0
#include "base/utf16.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace sceau {
namespace {

enum class ByteOrder { kLittleEndian, kBigEndian };

std::u16string UnitsOf(std::string_view bytes, ByteOrder order) {
  std::u16string units;
  units.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned first = static_cast<std::uint8_t>(bytes[i]);
    const unsigned second = static_cast<std::uint8_t>(bytes[i + 1]);
    units.push_back(static_cast<char16_t>(order == ByteOrder::kBigEndian ? first << 8U | second
                                                                         : second << 8U | first));
  }
  return units;
}

bool IsHighSurrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool IsLowSurrogate(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

std::optional<std::string> ToUtf8(std::u16string_view units) {
  std::u32string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!IsHighSurrogate(units[i])) {
      if (IsLowSurrogate(units[i])) return std::nullopt;
      text.push_back(units[i]);
      continue;
    }
    if (i + 1 == units.size() || !IsLowSurrogate(units[i + 1])) return std::nullopt;
    text.push_back(0x10000 + ((units[i] - 0xD800U) << 10U) + (units[i + 1] - 0xDC00U));
    ++i;
  }
  return EncodeUtf8(text);
}

bool BeginsInAscii(std::u16string_view units) {
  constexpr std::size_t kTelling = 8;
  return units.size() >= kTelling &&
         std::ranges::all_of(units.substr(0, kTelling),
                             [](char16_t unit) { return unit > 0 && unit < 0x80; });
}

}  // namespace

std::optional<std::string> DecodeUtf16File(std::string_view bytes) {
  constexpr char16_t kByteOrderMark = 0xFEFF;
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return std::nullopt;
  for (const ByteOrder order : {ByteOrder::kLittleEndian, ByteOrder::kBigEndian}) {
    const std::u16string units = UnitsOf(bytes, order);
    if (units.front() == kByteOrderMark) return ToUtf8(std::u16string_view(units).substr(1));
    if (BeginsInAscii(units)) return ToUtf8(units);
  }
  return std::nullopt;
}

}  // namespace sceau
