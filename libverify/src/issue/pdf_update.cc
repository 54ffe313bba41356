// SPDX-License-Identifier: Apache-2.0
#include "issue/pdf_update.h"

#include <charconv>
#include <utility>

#include "base/status.h"
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

// By object number; nothing when there is no such table.
std::optional<std::vector<std::size_t>> OffsetsIn(std::string_view pdf, std::size_t table) {
  constexpr std::string_view kTable = "xref\n0 ";
  constexpr std::size_t kEntry = 20;  // bytes, by 7.5.4
  if (table >= pdf.size()) return std::nullopt;
  const std::string_view rest = pdf.substr(table);
  const auto count = NumberAt(rest, kTable.size());
  const Position entries = rest.find('\n', kTable.size());
  if (!rest.starts_with(kTable) || !count || entries == std::string_view::npos) return std::nullopt;
  if (*count > rest.size() / kEntry || entries + *count * kEntry > rest.size()) return std::nullopt;
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto offset = NumberAt(rest, entries + 1 + i * kEntry);
    if (!offset || *offset >= pdf.size()) return std::nullopt;
    offsets.push_back(*offset);
  }
  return offsets;
}

}  // namespace

absl::StatusOr<PdfUpdate> PdfUpdate::Of(std::string pdf) {
  const auto table = NumberAfter(pdf, "startxref\n");
  const auto catalog = NumberAfter(pdf, "/Root ");
  const auto info = NumberAfter(pdf, "/Info ");
  auto offsets = table ? OffsetsIn(pdf, *table) : std::nullopt;
  if (!offsets || !catalog || !info)
    return Refuse(Reason::kInternal, "pdf: no classic cross-reference table");
  PdfUpdate update;
  update.pdf_ = std::move(pdf);
  update.offsets_ = *std::move(offsets);
  update.table_ = *table;
  update.catalog_ = *catalog;
  update.info_ = *info;
  return update;
}

// What an object has between its opening and `end`.
std::optional<std::string> PdfUpdate::Between(std::size_t number, std::string_view end) const {
  if (number == 0 || number >= offsets_.size()) return std::nullopt;
  const std::string opening = fmt::format("{} 0 obj\n<< ", number);
  const std::string_view rest = std::string_view(pdf_).substr(offsets_[number]);
  const Position at = rest.find(end);
  if (!rest.starts_with(opening) || at == std::string_view::npos) return std::nullopt;
  const std::string_view between = rest.substr(opening.size(), at - opening.size());
  const bool of_another = between.find("\nendobj") != std::string_view::npos;
  return of_another ? std::nullopt : std::optional(std::string(between));
}

std::optional<std::string> PdfUpdate::Dictionary(std::size_t number) const {
  return Between(number, "\n>>\nendobj");
}

std::optional<std::string> PdfUpdate::DictionaryOfStream(std::size_t number) const {
  return Between(number, "\n>>\nstream\n");
}

void PdfUpdate::ReplaceDictionary(std::size_t number, std::string_view dictionary) {
  replaced_[number] = fmt::format("<< {}\n>>", dictionary);
}

void PdfUpdate::ReplaceByStream(std::size_t number, std::string_view dictionary,
                                std::string_view bytes) {
  replaced_[number] = fmt::format("<< {}\n   /Length {}\n>>\nstream\n{}\nendstream", dictionary,
                                  bytes.size(), bytes);
}

std::string PdfUpdate::Take() && {
  std::string table = "xref\n0 1\n0000000000 65535 f \n";
  for (const auto& [number, object] : replaced_) {
    table += fmt::format("{} 1\n{:010} 00000 n \n", number, pdf_.size());
    pdf_ += fmt::format("{} 0 obj\n{}\nendobj\n", number, object);
  }
  const std::size_t start = pdf_.size();
  pdf_ += table;
  pdf_ += fmt::format(
      "trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev "
      "{}\n>>\nstartxref\n{}\n%%EOF\n",
      offsets_.size(), catalog_, info_, table_, start);
  return std::move(pdf_);
}

}  // namespace sceau::issue
