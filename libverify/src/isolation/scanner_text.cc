// SPDX-License-Identifier: Apache-2.0
#include "isolation/scanner_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/document_type.h"
#include "base/status.h"
#include "base/text.h"
#include "base/unread_kind.h"
#include "base/utf16.h"

namespace sceau::isolation {
namespace {

using namespace std::string_view_literals;

// ad1, the EU certificate, 2D-Doc as text; visible digital seals and 2D-Doc in binary (their first
// byte and the versions in use).
constexpr auto kSealStarts = std::to_array<std::string_view>(
    {"AD1:"sv, "HC1:"sv, "DC0"sv, "\xDC\x02"sv, "\xDC\x03"sv, "\xDC\x04"sv});

bool StartsLikeASeal(std::string_view text) {
  return std::ranges::any_of(kSealStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

// A control character that no scanner sends: all but tab, line end, what frames a message (STX,
// ETX, EOT), GS, RS and US.
bool IsForeignControl(char c) {
  constexpr std::string_view kOfScanners = "\t\n\r\x02\x03\x04\x1D\x1E\x1F";
  const bool control = static_cast<unsigned char>(c) < ' ' || c == '\x7F';
  return control && kOfScanners.find(c) == kOfScanners.npos;
}

// 0x80 to 0x9F are controls in Latin-1; in UTF-8 they are parts of letters.
bool IsPrintable(std::string_view text) {
  if (std::ranges::any_of(text, IsForeignControl)) return false;
  const auto is_c1 = [](unsigned char c) { return c >= 0x80 && c <= 0x9F; };
  return IsUtf8(text) || std::ranges::none_of(text, is_c1);
}

}  // namespace

absl::StatusOr<Bytes> ScannerText(ByteSpan bytes, const Limits& limits) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::size_t max_units = limits.payload_bytes + 1;  // with a byte order mark
  if (bytes.size() <= 2 * max_units) {
    if (const auto text = DecodeUtf16File(AsText(bytes)))
      return ScannerText(AsBytes(*text), limits);
  }
  if (AsText(bytes).starts_with(kByteOrderMark)) bytes = bytes.subspan(kByteOrderMark.size());
  const std::string_view text = AsText(bytes);
  const bool fits = text.size() <= limits.payload_bytes;
  if (StartsLikeASeal(text)) {
    if (!fits) return Refuse(Reason::kSealTooLong, "scanner text");
    return ToBytes(bytes);
  }
  if (!fits || !IsPrintable(text)) return Refuse(Reason::kDocumentUnknownType);
  if (Trim(text).empty()) return Refuse(Reason::kDocumentEmpty, "white space");
  return ToBytes(bytes);
}

absl::StatusOr<std::optional<ReadOutcome>> ReadScannerText(ByteSpan bytes, const Limits& limits) {
  if (bytes.empty()) return Refuse(Reason::kDocumentEmpty);
  if (bytes.size() > limits.document_bytes) return Refuse(Reason::kDocumentTooLarge);
  if (DetectType(bytes) != DocumentType::kUnknown) return std::nullopt;
  const std::string kind(StartsLikeASeal(AsText(bytes)) ? "" : UnreadKind(bytes));
  if (!kind.empty()) return Refuse(Reason::kDocumentUnsupportedType, kind);
  SCEAU_ASSIGN_OR_RETURN(Bytes payload, ScannerText(bytes, limits));
  Page page;
  page.symbols.push_back({Symbology::kText, std::move(payload), {}});
  ReadOutcome outcome;
  outcome.content.pages.push_back(std::move(page));
  return outcome;
}

}  // namespace sceau::isolation
