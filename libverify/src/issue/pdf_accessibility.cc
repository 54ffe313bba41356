// SPDX-License-Identifier: Apache-2.0
#include "issue/pdf_accessibility.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

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

void UpdateStructure(std::string_view figure_text, PdfUpdate& update) {
  for (std::size_t number = 1; number < update.end_of_numbers(); ++number) {
    const auto element = update.Dictionary(number);
    if (!element || !element->starts_with("/Type /StructElem")) continue;
    if (element->find("/S /Figure\n") != std::string::npos) {
      update.ReplaceDictionary(number,
                               fmt::format("{}\n   /Alt {}", *element, TextString(figure_text)));
    } else if (element->find("/S /TH\n") != std::string::npos) {
      update.ReplaceDictionary(number, *element + "\n   /A << /O /Table /Scope /Column >>");
    }
  }
}

}  // namespace

absl::Status AddAccessibility(std::string_view language, std::string_view figure_text,
                              PdfUpdate& update) {
  const auto catalog = update.Dictionary(update.catalog());
  auto info = update.Dictionary(update.info());
  if (!catalog || !info) return Refuse(Reason::kInternal, "pdf: no catalog or no information");

  update.ReplaceDictionary(
      update.catalog(),
      fmt::format("{}\n   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>", *catalog,
                  language));
  for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
    const auto date = info->find(key);
    if (date != std::string::npos && info->compare(date + key.size(), 2, "D:") != 0) {
      info->insert(date + key.size(), "D:");
    }
  }
  update.ReplaceDictionary(update.info(), *info);
  UpdateStructure(figure_text, update);
  return absl::OkStatus();
}

}  // namespace sceau::issue
