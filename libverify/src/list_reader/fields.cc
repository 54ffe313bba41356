// SPDX-License-Identifier: Apache-2.0
#include "list_reader/fields.h"

#include <algorithm>
#include <charconv>

#include "base/status.h"
#include "base/text.h"
#include "list_reader/xml_document.h"

namespace sceau::list_reader {
namespace {

absl::Status Malformed(const char* field) { return Refuse(Reason::kTrustEtsiMalformed, field); }

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::optional<int> TwoDigits(std::string_view text, std::size_t at) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!digit(text[at]) || !digit(text[at + 1])) return std::nullopt;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

absl::StatusOr<std::string> CleanText(const xmlNode* element, const char* field) {
  auto text = TextOf(element);
  if (!text) return Malformed(field);
  std::ranges::replace_if(*text, IsSpace, ' ');
  std::string trimmed(Trim(*text));
  const auto characters = DecodeUtf8(trimmed);
  if (trimmed.empty() || !characters || std::ranges::any_of(*characters, IsUnsafeInText)) {
    return Malformed(field);
  }
  return trimmed;
}

}  // namespace

absl::StatusOr<std::string> ReadText(const xmlNode* parent, const char* field) {
  const xmlNode* element = OnlyChild(parent, kListNamespace, field);
  if (element == nullptr) return Malformed(field);
  return CleanText(element, field);
}

absl::StatusOr<std::string> ReadName(const xmlNode* parent, const char* field) {
  const xmlNode* element = OnlyChild(parent, kListNamespace, field);
  if (element == nullptr) return Malformed(field);
  const std::vector<xmlNode*> names = Children(element, kListNamespace, "Name");
  if (names.empty()) return Malformed(field);
  return CleanText(names[0], field);
}

absl::StatusOr<std::uint64_t> ReadNumber(const xmlNode* parent, const char* field) {
  SCEAU_ASSIGN_OR_RETURN(const std::string text, ReadText(parent, field));
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return Malformed(field);
  return number;
}

absl::StatusOr<Instant> ReadInstant(const xmlNode* parent, const char* field) {
  SCEAU_ASSIGN_OR_RETURN(const std::string text, ReadText(parent, field));
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != 'Z') {
    return Malformed(field);
  }
  const auto day = ParseIsoDate(std::string_view(text).substr(0, 10));
  const auto hour = TwoDigits(text, 11);
  const auto minute = TwoDigits(text, 14);
  const auto second = TwoDigits(text, 17);
  if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return Malformed(field);
  }
  return std::chrono::sys_days(*day) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

std::optional<Bytes> DecodeBase64(std::string_view text) {
  std::string dense;
  std::ranges::copy_if(text, std::back_inserter(dense), [](char c) { return !IsSpace(c); });
  if (dense.empty() || dense.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = dense.ends_with("==") ? 2 : (dense.ends_with('=') ? 1 : 0);
  Bytes bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : std::string_view(dense).substr(0, dense.size() - padding)) {
    const int value = Base64Value(c);
    if (value < 0) return std::nullopt;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFU;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count)));
    }
  }
  if ((bits & ((1U << static_cast<unsigned>(count)) - 1U)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace sceau::list_reader
