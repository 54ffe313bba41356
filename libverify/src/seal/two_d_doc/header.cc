// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/header.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/status.h"
#include "fmt/format.h"
#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr std::string_view kMarker = "DC";
constexpr std::string_view kUndated = "FFFF";

std::optional<unsigned> HexNumber(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) {
    if (!IsDigit(c) && (c < 'A' || c > 'F')) return std::nullopt;
    number = number * 16 + static_cast<unsigned>(IsDigit(c) ? c - '0' : c - 'A' + 10);
  }
  return number;
}

absl::Status MalformedHeader(std::string_view field, std::size_t offset) {
  return Refuse(Reason::kSealMalformedHeader, fmt::format("{} at offset {}", field, offset));
}

absl::StatusOr<int> ParseVersion(std::string_view text) {
  if (text.size() < 4) return Refuse(Reason::kSealTruncated, "header");
  if (!text.starts_with(kMarker)) return MalformedHeader("marker", 0);
  if (!IsDigit(text[2]) || !IsDigit(text[3])) return MalformedHeader("version", 2);
  const int version = (text[2] - '0') * 10 + (text[3] - '0');
  if (version < 1 || version > 4) {
    return Refuse(Reason::kSealUnsupportedVersion, fmt::format("version {:02}", version));
  }
  return version;
}

// Takes the header's fields in their order.
class HeaderReader {
 public:
  HeaderReader(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

  absl::Status Code(std::string_view field, std::size_t length, std::string& out) {
    const std::string_view code = text_.substr(offset_, length);
    if (!std::ranges::all_of(code, IsDigitOrCapital)) return MalformedHeader(field, offset_);
    offset_ += length;
    out = code;
    return absl::OkStatus();
  }

  absl::Status Day(std::string_view field, std::optional<Date>& out) {
    const std::string_view digits = text_.substr(offset_, kUndated.size());
    out = DateFromHexDays(digits);
    if (!out && digits != kUndated) return MalformedHeader(field, offset_);
    offset_ += digits.size();
    return absl::OkStatus();
  }

 private:
  std::string_view text_;
  std::size_t offset_;
};

}  // namespace

std::optional<Date> DateFromHexDays(std::string_view digits) {
  constexpr Date kEpoch{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
  if (digits.size() != 4 || digits == kUndated) return std::nullopt;
  const auto days = HexNumber(digits);
  if (!days) return std::nullopt;
  return AddDays(kEpoch, static_cast<int>(*days));
}

absl::StatusOr<Header> ParseHeader(std::string_view text) {
  Header header;
  SCEAU_ASSIGN_OR_RETURN(header.version, ParseVersion(text));
  if (text.size() < header.length()) return Refuse(Reason::kSealTruncated, "header");
  HeaderReader reader(text, 4);
  SCEAU_RETURN_IF_ERROR(reader.Code("ca id", 4, header.authority));
  SCEAU_RETURN_IF_ERROR(reader.Code("certificate id", 4, header.certificate));
  SCEAU_RETURN_IF_ERROR(reader.Day("issue date", header.issued_on));
  SCEAU_RETURN_IF_ERROR(reader.Day("signature date", header.signed_on));
  SCEAU_RETURN_IF_ERROR(reader.Code("type", 2, header.type));
  if (header.version >= 3) {
    SCEAU_RETURN_IF_ERROR(reader.Code("perimeter", 2, header.perimeter.emplace()));
  }
  if (header.version >= 4) {
    SCEAU_RETURN_IF_ERROR(reader.Code("country", 2, header.country.emplace()));
  }
  return header;
}

}  // namespace sceau::seal::two_d_doc
