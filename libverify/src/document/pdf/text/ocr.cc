// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/ocr.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/text.h"

namespace sceau::document {
namespace {

constexpr auto kOcrFonts =
    std::to_array<std::string_view>({"glyphless", "hiddenhorzocr", "hiddenvertocr", "invisible"});

constexpr auto kOcrPrograms = std::to_array<std::string_view>(
    {"abbyy", "finereader", "iris", "ocr", "omnipage", "paper capture", "tesseract"});

bool ContainsAny(std::string_view text, std::span<const std::string_view> needles) {
  const std::string lower = Lower(text);
  return std::ranges::any_of(
      needles, [&](std::string_view needle) { return lower.find(needle) != lower.npos; });
}

}  // namespace

bool IsOcrFont(std::string_view font_name) { return ContainsAny(font_name, kOcrFonts); }

bool IsOcrProgram(std::string_view name) { return ContainsAny(name, kOcrPrograms); }

}  // namespace sceau::document
