// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/fields.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"
#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr std::size_t kIdLength = 2;

absl::Status MalformedField(std::string_view what, std::size_t offset) {
  return Refuse(Reason::kSealMalformedField, fmt::format("{} at offset {}", what, offset));
}

// The official specimens leave no separator after an EORI number of full length, although the
// tables give it a greater one.
constexpr std::size_t kFullEori = 17;

bool StartsWithFullEori(std::string_view rest) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view eori = rest.substr(0, kFullEori);
  return eori.size() == kFullEori && std::ranges::all_of(eori.substr(0, 2), letter) &&
         std::ranges::all_of(eori.substr(2), IsDigit);
}

bool IsIdentifier(std::string_view id) {
  return id.size() == kIdLength && std::ranges::all_of(id, IsDigitOrCapital);
}

bool Holds(const std::vector<Field>& fields, std::string_view id) {
  return std::ranges::find(fields, id, &Field::id) != fields.end();
}

class FieldSplitter {
 public:
  FieldSplitter(std::string_view data, bool use_tables, std::vector<Field>& fields)
      : data_(data), use_tables_(use_tables), utf8_(IsUtf8(data)), fields_(fields) {}

  absl::Status Run() {
    for (std::size_t offset = 0; offset < data_.size();) {
      SCEAU_ASSIGN_OR_RETURN(const Field field, ReadField(offset));
      if (Holds(fields_, field.id)) return MalformedField("identifier repeated", offset);
      fields_.push_back(field);
      offset += field.length;
    }
    return absl::OkStatus();
  }

 private:
  absl::StatusOr<Field> ReadField(std::size_t offset) const {
    Field field;
    field.offset = offset;
    field.id = data_.substr(offset, kIdLength);
    if (!IsIdentifier(field.id)) return MalformedField("identifier", offset);
    if (use_tables_) field.known = FindIdentifier(field.id);
    const std::size_t start = offset + kIdLength;
    SCEAU_ASSIGN_OR_RETURN(std::size_t end, EndOfValue(field, start));
    field.value = data_.substr(start, end - start);
    const auto control = std::ranges::find_if(field.value, IsControl);
    if (control != field.value.end()) {
      const auto at = static_cast<std::size_t>(control - field.value.begin());
      return MalformedField("control character", start + at);
    }
    if (end < data_.size() && IsSeparator(data_[end])) {
      field.truncated = data_[end] == kRecord;
      ++end;
    }
    field.length = end - offset;
    return field;
  }

  absl::StatusOr<std::size_t> EndOfValue(const Field& field, std::size_t start) const {
    const std::size_t separator = NextSeparator(start);
    if (field.known == nullptr) return separator;
    if (field.known->fixed_length == 0) return EndOfVariable(field, start, separator);
    const auto end = After(start, field.known->fixed_length, separator);
    if (end) return *end;
    // Only RS may cut a value of fixed length short.
    if (EndsCut(separator)) return separator;
    return MalformedField("value of fixed length cut", separator);
  }

  // At its greatest length a value needs no separator (3.3.8 of the specification). Issuers also
  // write longer ones, which a separator closes: what follows the greatest length tells.
  std::size_t EndOfVariable(const Field& field, std::size_t start, std::size_t separator) const {
    const std::size_t length = GreatestLength(*field.known, start);
    if (length == 0) return separator;
    const auto greatest = After(start, length, separator);
    return greatest && HoldsKnownFields(*greatest, separator, field.id) ? *greatest : separator;
  }

  // Whether known fields, none of which came before, fill what stands between.
  bool HoldsKnownFields(std::size_t offset, std::size_t separator, std::string_view before) const {
    std::vector<std::string_view> met = {before};
    while (offset < separator) {
      const std::string_view id = data_.substr(offset, kIdLength);
      const Identifier* known = FindIdentifier(id);
      if (known == nullptr || Holds(fields_, id) || std::ranges::find(met, id) != met.end())
        return false;
      met.push_back(id);
      offset += kIdLength;
      if (offset > separator) return false;
      const std::size_t length = GreatestLength(*known, offset);
      const auto end = length == 0 ? std::nullopt : After(offset, length, separator);
      if (!end && known->fixed_length != 0) return EndsCut(separator);
      offset = end.value_or(separator);
    }
    return true;
  }

  std::size_t GreatestLength(const Identifier& known, std::size_t start) const {
    const bool full_eori = known.shape == Shape::kEori && StartsWithFullEori(data_.substr(start));
    return full_eori ? kFullEori : known.greatest_length;
  }

  bool EndsCut(std::size_t separator) const {
    return separator < data_.size() && data_[separator] == kRecord;
  }

  static bool IsSeparator(char c) { return c == kGroup || c == kRecord; }
  std::size_t NextSeparator(std::size_t start) const {
    return std::min(data_.find_first_of("\x1D\x1E", start), data_.size());
  }

  // Where a value of that many characters ends; nothing when `limit` comes first. In data that are
  // not UTF-8, Latin-1 say, a byte is a character.
  std::optional<std::size_t> After(std::size_t start, std::size_t characters,
                                   std::size_t limit) const {
    const auto continues = [&](std::size_t at) {
      return utf8_ && at < limit && (static_cast<unsigned char>(data_[at]) & 0xC0) == 0x80;
    };
    std::size_t at = start;
    for (; characters > 0; --characters) {
      if (at >= limit) return std::nullopt;
      do {
        ++at;
      } while (continues(at));
    }
    return at;
  }

  const std::string_view data_;
  const bool use_tables_;
  const bool utf8_;
  std::vector<Field>& fields_;
};

}  // namespace

absl::Status SplitFields(std::string_view data, bool use_tables, std::vector<Field>& fields) {
  return FieldSplitter(data, use_tables, fields).Run();
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
