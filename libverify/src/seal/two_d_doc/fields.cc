// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/fields.h"

#include <algorithm>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr std::size_t kIdLength = 2;

absl::Status MalformedField(std::string_view what, std::size_t offset) {
  return Refuse(Reason::kSealMalformedField, fmt::format("{} at offset {}", what, offset));
}

// How many characters the value has by its identifier; 0 when a separator says.
std::size_t LengthOf(const Identifier* known, std::string_view rest) {
  if (known == nullptr) return 0;
  if (known->shape != Shape::kEori) return known->fixed_length;
  // The official specimens leave no separator after an EORI number of full length, although the
  // tables call it variable.
  constexpr std::size_t kFullEori = 17;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view eori = rest.substr(0, kFullEori);
  const bool full = eori.size() == kFullEori && std::ranges::all_of(eori.substr(0, 2), letter) &&
                    std::ranges::all_of(eori.substr(2), digit);
  return full ? kFullEori : 0;
}

// Where the value that starts at `start` ends. Only RS may cut a value of fixed length short.
absl::StatusOr<std::size_t> EndOfValue(std::string_view data, std::size_t start,
                                       const Identifier* known) {
  const std::string_view rest = data.substr(start);
  const std::size_t length = LengthOf(known, rest);
  const std::size_t separator = std::min(rest.find_first_of("\x1D\x1E"), rest.size());
  if (length == 0) return start + separator;
  if (separator >= length) return start + length;
  if (separator < rest.size() && rest[separator] == kRecord) return start + separator;
  return MalformedField("value of fixed length cut", start + separator);
}

absl::StatusOr<Field> ReadField(std::string_view data, std::size_t offset, bool use_tables) {
  Field field;
  field.offset = offset;
  field.id = data.substr(offset, kIdLength);
  if (field.id.size() != kIdLength || !std::ranges::all_of(field.id, IsDigitOrCapital)) {
    return MalformedField("identifier", offset);
  }
  if (use_tables) field.known = FindIdentifier(field.id);
  const std::size_t start = offset + kIdLength;
  SCEAU_ASSIGN_OR_RETURN(std::size_t end, EndOfValue(data, start, field.known));
  field.value = data.substr(start, end - start);
  const std::size_t control =
      static_cast<std::size_t>(std::ranges::find_if(field.value, IsControl) - field.value.begin());
  if (control < field.value.size()) return MalformedField("control character", start + control);
  if (end < data.size() && (data[end] == kGroup || data[end] == kRecord)) {
    field.truncated = data[end] == kRecord;
    ++end;
  }
  field.length = end - offset;
  return field;
}

}  // namespace

absl::Status SplitFields(std::string_view data, bool use_tables, std::vector<Field>& fields) {
  std::size_t offset = 0;
  while (offset < data.size()) {
    SCEAU_ASSIGN_OR_RETURN(const Field field, ReadField(data, offset, use_tables));
    if (std::ranges::find(fields, field.id, &Field::id) != fields.end()) {
      return MalformedField("identifier repeated", offset);
    }
    fields.push_back(field);
    offset += field.length;
  }
  return absl::OkStatus();
}

ClaimField ToClaim(const Field& field) {
  ClaimField claim;
  claim.id = field.id;
  if (field.known != nullptr) claim.label_french = field.known->label_french;
  claim.value = field.value;
  claim.shown = ShowValue(field);
  claim.known = field.known != nullptr;
  claim.truncated = field.truncated;
  return claim;
}

}  // namespace sceau::seal::two_d_doc
