// SPDX-License-Identifier: Apache-2.0
#include "issue/pdf_accessibility.h"

#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

using Position = std::string_view::size_type;

std::optional<std::size_t> NumberAt(std::string_view text, Position at) {
  std::size_t number = 0;
  if (at >= text.size()) return std::nullopt;
  const auto result = std::from_chars(text.data() + at, text.data() + text.size(), number);
  return result.ec == std::errc() ? std::optional(number) : std::nullopt;
}

// The number after the last `key` of `text`.
std::optional<std::size_t> NumberAfter(std::string_view text, std::string_view key) {
  const Position at = text.rfind(key);
  return at == std::string_view::npos ? std::nullopt : NumberAt(text, at + key.size());
}

// What the cross-reference table of Cairo's file says.
struct PdfFile {
  std::vector<std::size_t> offsets;  // by object number; 0 has no object
  std::size_t table = 0;             // offset of the cross-reference table
  std::size_t catalog = 0;           // object numbers
  std::size_t info = 0;
};

std::optional<PdfFile> ReadStructure(std::string_view pdf) {
  constexpr std::string_view kTable = "xref\n0 ";
  constexpr std::size_t kEntry = 20;  // bytes, by 7.5.4
  PdfFile file;
  const auto table = NumberAfter(pdf, "startxref\n");
  const auto catalog = NumberAfter(pdf, "/Root ");
  const auto info = NumberAfter(pdf, "/Info ");
  if (!table || *table >= pdf.size() || !catalog || !info) return std::nullopt;
  const std::string_view rest = pdf.substr(*table);
  const auto count = NumberAt(rest, kTable.size());
  const Position entries = rest.find('\n', kTable.size());
  if (!rest.starts_with(kTable) || !count || entries == std::string_view::npos) return std::nullopt;
  if (*count > rest.size() / kEntry || entries + *count * kEntry > rest.size()) return std::nullopt;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto offset = NumberAt(rest, entries + 1 + i * kEntry);
    if (!offset || *offset >= pdf.size()) return std::nullopt;
    file.offsets.push_back(*offset);
  }
  file.table = *table;
  file.catalog = *catalog;
  file.info = *info;
  return file;
}

// A dictionary object without its "<<" and ">>"; nothing for any other object.
std::optional<std::string> Dictionary(std::string_view pdf, const PdfFile& file,
                                      std::size_t number) {
  if (number == 0 || number >= file.offsets.size()) return std::nullopt;
  const std::string opening = fmt::format("{} 0 obj\n<< ", number);
  const std::string_view rest = pdf.substr(file.offsets[number]);
  const Position end = rest.find("\n>>\nendobj");
  if (!rest.starts_with(opening) || end == std::string_view::npos) return std::nullopt;
  return std::string(rest.substr(opening.size(), end - opening.size()));
}

// A text string in UTF-16BE, as hexadecimal digits (7.9.2.2).
std::string TextString(std::string_view utf8) {
  std::string hex = "<FEFF";
  for (const char32_t c : DecodeUtf8(utf8).value_or(U"")) {
    if (c < 0x10000) {
      hex += fmt::format("{:04X}", static_cast<std::uint32_t>(c));
    } else {
      const std::uint32_t offset = static_cast<std::uint32_t>(c) - 0x10000;
      hex += fmt::format("{:04X}{:04X}", 0xD800 + offset / 0x400, 0xDC00 + offset % 0x400);
    }
  }
  return hex + ">";
}

using Updates = std::map<std::size_t, std::string>;  // new dictionaries by object number

void UpdateStructure(std::string_view pdf, const PdfFile& file, std::string_view figure_text,
                     Updates& updates) {
  for (std::size_t number = 1; number < file.offsets.size(); ++number) {
    const auto element = Dictionary(pdf, file, number);
    if (!element || !element->starts_with("/Type /StructElem")) continue;
    if (element->find("/S /Figure\n") != std::string::npos) {
      updates[number] = fmt::format("{}\n   /Alt {}", *element, TextString(figure_text));
    } else if (element->find("/S /TH\n") != std::string::npos) {
      updates[number] = *element + "\n   /A << /O /Table /Scope /Column >>";
    }
  }
}

std::string Append(std::string pdf, const PdfFile& file, const Updates& updates) {
  std::string table = "xref\n0 1\n0000000000 65535 f \n";
  for (const auto& [number, dictionary] : updates) {
    table += fmt::format("{} 1\n{:010} 00000 n \n", number, pdf.size());
    pdf += fmt::format("{} 0 obj\n<< {}\n>>\nendobj\n", number, dictionary);
  }
  const std::size_t start = pdf.size();
  pdf += table;
  pdf += fmt::format(
      "trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev "
      "{}\n>>\nstartxref\n{}\n%%EOF\n",
      file.offsets.size(), file.catalog, file.info, file.table, start);
  return pdf;
}

}  // namespace

absl::StatusOr<std::string> AddAccessibility(std::string pdf, std::string_view language,
                                             std::string_view figure_text) {
  const auto file = ReadStructure(pdf);
  if (!file) return Refuse(Reason::kInternal, "pdf: no classic cross-reference table");
  const auto catalog = Dictionary(pdf, *file, file->catalog);
  auto info = Dictionary(pdf, *file, file->info);
  if (!catalog || !info) return Refuse(Reason::kInternal, "pdf: no catalog or no information");

  Updates updates;
  updates[file->catalog] = fmt::format(
      "{}\n   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>", *catalog, language);
  for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
    const Position date = info->find(key);
    if (date != std::string::npos && info->compare(date + key.size(), 2, "D:") != 0) {
      info->insert(date + key.size(), "D:");
    }
  }
  updates[file->info] = *info;
  UpdateStructure(pdf, *file, figure_text, updates);
  return Append(std::move(pdf), *file, updates);
}

}  // namespace sceau::issue
