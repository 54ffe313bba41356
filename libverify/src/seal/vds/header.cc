// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/header.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/byte_reader.h"
#include "base/status.h"
#include "base/text.h"
#include "codec/c40.h"
#include "fmt/format.h"

namespace sceau::seal::vds {
namespace {

constexpr std::uint8_t kMagic = 0xDC;
constexpr std::size_t kSignerLength = 4;
constexpr std::size_t kVersion3Reference = 5;  // characters

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigitOrCapital(char c) { return IsDigit(c) || IsCapital(c); }

// C40 packs three characters into two bytes.
constexpr std::size_t BytesOf(std::size_t characters) { return (characters + 2) / 3 * 2; }

std::optional<std::size_t> HexNumber(std::string_view digits) {
  std::size_t number = 0;
  for (const char c : digits) {
    if (!IsDigit(c) && (c < 'A' || c > 'F')) return std::nullopt;
    number = number * 16 + static_cast<std::size_t>(IsDigit(c) ? c - '0' : c - 'A' + 10);
  }
  return number;
}

// Month, day and year as the digits of one number: 03251957 is 25 March 1957.
std::optional<Date> DateOf(ByteSpan bytes) {
  unsigned number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  const Date day{std::chrono::year{static_cast<int>(number % 10'000)},
                 std::chrono::month{number / 1'000'000}, std::chrono::day{number / 10'000 % 100}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

// Takes the header's fields in their order.
class HeaderReader {
 public:
  explicit HeaderReader(ByteSpan payload) : bytes_(payload) {}

  std::size_t offset() const { return bytes_.offset(); }

  absl::Status Byte(std::uint8_t& out) {
    const auto byte = bytes_.TakeByte();
    if (!byte) return Refuse(Reason::kSealTruncated, "header");
    out = *byte;
    return absl::OkStatus();
  }

  absl::Status Text(std::string_view field, std::size_t characters, std::string& out) {
    const std::size_t at = offset();
    const auto bytes = bytes_.Take(BytesOf(characters));
    if (!bytes) return Refuse(Reason::kSealTruncated, "header");
    auto text = codec::DecodeC40(*bytes);
    if (!text || text->size() != characters) return Malformed(field, at);
    out = *std::move(text);
    return absl::OkStatus();
  }

  absl::Status Day(std::string_view field, Date& out) {
    constexpr std::size_t kDateBytes = 3;
    const std::size_t at = offset();
    const auto bytes = bytes_.Take(kDateBytes);
    if (!bytes) return Refuse(Reason::kSealTruncated, "header");
    const auto day = DateOf(*bytes);
    if (!day) return Malformed(field, at);
    out = *day;
    return absl::OkStatus();
  }

  static absl::Status Malformed(std::string_view field, std::size_t offset) {
    return Refuse(Reason::kSealMalformedHeader, fmt::format("{} at offset {}", field, offset));
  }

 private:
  ByteReader bytes_;
};

absl::Status ReadVersion(HeaderReader& reader, Header& header) {
  std::uint8_t magic = 0;
  std::uint8_t raw = 0;
  SCEAU_RETURN_IF_ERROR(reader.Byte(magic));
  SCEAU_RETURN_IF_ERROR(reader.Byte(raw));
  if (magic != kMagic) return HeaderReader::Malformed("magic constant", 0);
  header.version = raw + 1;
  if (header.version != 3 && header.version != 4)
    return Refuse(Reason::kSealUnsupportedVersion, fmt::format("version {}", header.version));
  return absl::OkStatus();
}

absl::Status ReadCountry(HeaderReader& reader, Header& header) {
  std::string padded;
  const std::size_t at = reader.offset();
  SCEAU_RETURN_IF_ERROR(reader.Text("issuing country", 3, padded));
  header.country = Trim(padded);
  if (header.country.empty() || padded.front() == ' ' ||
      !std::ranges::all_of(header.country, IsCapital))
    return HeaderReader::Malformed("issuing country", at);
  return absl::OkStatus();
}

// Version 3 has a reference of five characters; version 4 says its length in two digits before it.
absl::Status ReadSigner(HeaderReader& reader, Header& header) {
  const std::size_t at = reader.offset();
  std::string text;
  if (header.version == 3) {
    SCEAU_RETURN_IF_ERROR(reader.Text("signer", kSignerLength + kVersion3Reference, text));
    header.certificate = text.substr(kSignerLength);
  } else {
    SCEAU_RETURN_IF_ERROR(reader.Text("signer", kSignerLength + 2, text));
    const auto length = HexNumber(std::string_view(text).substr(kSignerLength));
    if (!length || *length == 0)
      return HeaderReader::Malformed("length of the certificate reference", at);
    SCEAU_RETURN_IF_ERROR(reader.Text("certificate reference", *length, header.certificate));
  }
  header.signer = text.substr(0, kSignerLength);
  if (!std::ranges::all_of(header.signer, IsDigitOrCapital) ||
      !std::ranges::all_of(header.certificate, IsDigitOrCapital))
    return HeaderReader::Malformed("signer", at);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Header> ParseHeader(ByteSpan payload) {
  HeaderReader reader(payload);
  Header header;
  SCEAU_RETURN_IF_ERROR(ReadVersion(reader, header));
  SCEAU_RETURN_IF_ERROR(ReadCountry(reader, header));
  SCEAU_RETURN_IF_ERROR(ReadSigner(reader, header));
  SCEAU_RETURN_IF_ERROR(reader.Day("issue date", header.issued_on));
  SCEAU_RETURN_IF_ERROR(reader.Day("signature date", header.signed_on));
  SCEAU_RETURN_IF_ERROR(reader.Byte(header.definition));
  SCEAU_RETURN_IF_ERROR(reader.Byte(header.category));
  header.length = reader.offset();
  return header;
}

}  // namespace sceau::seal::vds
