// SPDX-License-Identifier: Apache-2.0
#include "attestation/birth_date.h"

#include <algorithm>

#include "base/text.h"
#include "fmt/format.h"

namespace sceau::attestation {
namespace {

bool AllDigits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool IsSeparator(char c) { return c == '/' || c == '.' || c == '-'; }

}  // namespace

bool IsBirthDate(std::string_view text) {
  if (text.size() != 8 || !AllDigits(text)) return false;
  const std::string_view century = text.substr(0, 2);
  return century >= "18" && century <= "21";
}

std::string FormatBirthDate(std::string_view text) {
  return fmt::format("{}/{}/{}", text.substr(6, 2), text.substr(4, 2), text.substr(0, 4));
}

std::optional<std::string> ParseBirthDate(std::string_view text) {
  text = Trim(text);
  std::string date;
  if (text.size() == 8) {
    date = text;
  } else if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    date = fmt::format("{}{}{}", text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  } else if (text.size() == 10 && IsSeparator(text[2]) && text[5] == text[2]) {
    date = fmt::format("{}{}{}", text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
  }
  if (!IsBirthDate(date)) return std::nullopt;
  return date;
}

}  // namespace sceau::attestation
