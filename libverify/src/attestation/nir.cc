// SPDX-License-Identifier: Apache-2.0
#include "attestation/nir.h"

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"
#include "base/status.h"
#include "fmt/format.h"

namespace sceau::attestation {
namespace {

constexpr std::size_t kNumber = 13;
constexpr std::size_t kWithKey = 15;
constexpr std::size_t kCorsica = 6;  // the place of the A or B of 2A and 2B

std::string Compact(std::string_view text) {
  std::string compact;
  for (char c : text) {
    if (c == ' ' || c == '.' || c == '-') continue;
    compact.push_back(c == 'a' || c == 'b' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return compact;
}

// True for digits only, but for the second character of a Corsican department.
bool HasNirAlphabet(std::string_view number) {
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool corsican =
        i == kCorsica && number[i - 1] == '2' && (number[i] == 'A' || number[i] == 'B');
    if (!IsDigit(number[i]) && !corsican) return false;
  }
  return true;
}

// True for 01 to 12, and for 20 and above, which stand when the month is unknown or the number was
// built without one.
bool IsNirMonth(std::string_view month) {
  return (month >= "01" && month <= "12") || month >= "20";
}

std::optional<NirKind> KindOf(std::string_view number) {
  if (number.starts_with("555555")) return NirKind::kMsaProvisional;
  switch (number[0]) {
    case '1':
    case '2':
      return IsNirMonth(number.substr(3, 2)) ? std::optional(NirKind::kNir) : std::nullopt;
    case '5':
    case '6':
      return number[1] == '1' || number[1] == '2' ? std::optional(NirKind::kTemporary)
                                                  : std::nullopt;
    case '7':
    case '8':
      return number[1] == '1' || number[1] == '2' ? std::optional(NirKind::kProvisional)
                                                  : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> NirKey(std::string_view thirteen) {
  if (thirteen.size() != kNumber || !HasNirAlphabet(thirteen)) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kNumber; ++i) {
    char c = thirteen[i];
    // 2A counts as 19 and 2B as 18: the tens are 1, the units 9 or 8.
    if (i + 1 == kCorsica && !IsDigit(thirteen[kCorsica])) c = '1';
    if (c == 'A') c = '9';
    if (c == 'B') c = '8';
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return static_cast<int>(97 - value % 97);
}

absl::StatusOr<Nir> Nir::Parse(std::string_view text) {
  std::string compact = Compact(text);
  if (compact.size() != kWithKey) return Refuse(Reason::kClaimsBadNir, "15 characters are needed");
  const std::string_view number = std::string_view(compact).substr(0, kNumber);
  const auto key = NirKey(number);
  const bool key_is_digits = IsDigit(compact[13]) && IsDigit(compact[14]);
  const auto kind = key ? KindOf(number) : std::nullopt;
  if (!kind || !key_is_digits) return Refuse(Reason::kClaimsBadNir, "not the shape of a number");
  if (fmt::format("{:02}", *key) != compact.substr(kNumber)) return Refuse(Reason::kClaimsNirKey);
  return Nir(std::move(compact), *kind);
}

std::optional<int> Nir::birth_month() const {
  if (kind_ != NirKind::kNir) return std::nullopt;
  const int month = (text_[3] - '0') * 10 + (text_[4] - '0');
  if (month < 1 || month > 12) return std::nullopt;
  return month;
}

}  // namespace sceau::attestation
