// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"
#include "codec/base32.h"
#include "fmt/format.h"
#include "seal/two_d_doc/fields.h"
#include "seal/two_d_doc/header.h"

namespace sceau::seal::two_d_doc {
namespace {

bool AreDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}
bool HasDigits(std::string_view text, std::size_t length) {
  return text.size() == length && AreDigits(text);
}

// Without padding zeros; the last digit stays.
std::string_view WithoutPadding(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

std::optional<std::string> ShowHexDate(std::string_view value) {
  const auto day = DateFromHexDays(value);
  if (!day) return std::nullopt;
  return FormatIsoDate(*day);
}

// DDMMYYYY. A lunar or partial date is not a day: it is shown as carried.
std::optional<std::string> ShowDate(std::string_view value) {
  if (!HasDigits(value, 8)) return std::nullopt;
  const auto day = ParseIsoDate(
      fmt::format("{}-{}-{}", value.substr(4), value.substr(2, 2), value.substr(0, 2)));
  if (!day) return std::nullopt;
  return FormatIsoDate(*day);
}

std::optional<std::string> ShowTimeHm(std::string_view value) {
  if (!HasDigits(value, 4) || value.substr(0, 2) > "23" || value.substr(2) > "59") {
    return std::nullopt;
  }
  return fmt::format("{}:{}", value.substr(0, 2), value.substr(2));
}

std::optional<std::string> ShowTimeHms(std::string_view value) {
  if (!HasDigits(value, 6) || value.substr(4) > "59") return std::nullopt;
  const auto minutes = ShowTimeHm(value.substr(0, 4));
  if (!minutes) return std::nullopt;
  return fmt::format("{}:{}", *minutes, value.substr(4));
}

std::optional<std::string> ShowDateTime(std::string_view value) {
  if (!HasDigits(value, 12)) return std::nullopt;
  const auto day = ShowDate(value.substr(0, 8));
  const auto time = ShowTimeHm(value.substr(8));
  if (!day || !time) return std::nullopt;
  return fmt::format("{}T{}:00", *day, *time);
}

std::optional<std::string> ShowNumber(std::string_view value) {
  if (!AreDigits(value)) return std::nullopt;
  return std::string(WithoutPadding(value));
}

std::optional<std::string> ShowDecimal(std::string_view value) {
  const bool negative = value.starts_with('-');
  if (negative) value.remove_prefix(1);
  const std::size_t comma = std::min(value.find(','), value.size());
  const std::string_view whole = value.substr(0, comma);
  const std::string_view rest = value.substr(comma);
  if (!AreDigits(whole) || (!rest.empty() && !AreDigits(rest.substr(1)))) return std::nullopt;
  return fmt::format("{}{}{}", negative ? "-" : "", WithoutPadding(whole), rest);
}

// Up to six digits of base 16 or 36: nothing here can overflow.
std::optional<std::string> ShowInBase(std::string_view value, int base) {
  if (value.empty() || value.size() > 6) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : value) {
    const int digit = IsDigit(c) ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : base;
    if (digit >= base) return std::nullopt;
    number = number * base + digit;
  }
  return fmt::format("{}", number);
}

std::optional<std::string> ShowBase32(std::string_view value) {
  const auto bytes = codec::DecodeBase32(value);
  if (!bytes || !IsUtf8(AsText(*bytes))) return std::nullopt;
  return std::string(AsText(*bytes));
}

std::optional<std::string> Convert(Shape shape, std::string_view value) {
  switch (shape) {
    case Shape::kText:
    case Shape::kEori:
      return std::nullopt;
    case Shape::kHexDate:
      return ShowHexDate(value);
    case Shape::kDate:
      return ShowDate(value);
    case Shape::kDateTime:
      return ShowDateTime(value);
    case Shape::kTimeHms:
      return ShowTimeHms(value);
    case Shape::kTimeHm:
      return ShowTimeHm(value);
    case Shape::kNumber:
      return ShowNumber(value);
    case Shape::kDecimal:
      return ShowDecimal(value);
    case Shape::kHexNumber:
      return ShowInBase(value, 16);
    case Shape::kBase36Digit:
      return ShowInBase(value, 36);
    case Shape::kBase32Text:
      return ShowBase32(value);
  }
  return std::nullopt;
}

std::string_view WithoutEndSpaces(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

}  // namespace

std::string ShowValue(const Field& field) {
  std::optional<std::string> converted;
  // What was cut may look whole in another shape.
  if (field.known != nullptr && !field.truncated)
    converted = Convert(field.known->shape, field.value);
  return EscapeUnsafe(converted ? *converted : WithoutEndSpaces(field.value));
}

}  // namespace sceau::seal::two_d_doc
