// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text_layer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "document/pdf/ocr.h"

namespace sceau::document {
namespace {

// Poppler's own conversion opens iconv for each word. A lone surrogate becomes U+FFFD.
std::string Utf8(const poppler::ustring& utf16) {
  constexpr char32_t kReplacement = 0xFFFD;
  const auto is_high = [](char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::u32string text;
  text.reserve(utf16.size());
  for (std::size_t i = 0; i < utf16.size(); ++i) {
    const char32_t unit = utf16[i];
    if (is_high(unit) && i + 1 < utf16.size() && is_low(utf16[i + 1])) {
      text += static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (utf16[i + 1] - 0xDC00U));
      ++i;
    } else {
      text += is_high(unit) || is_low(unit) ? kReplacement : unit;
    }
  }
  return EncodeUtf8(text);
}

}  // namespace

bool IsMadeByOcr(const poppler::document& pdf) {
  return std::ranges::any_of(
      kProgramEntries, [&](const char* key) { return IsOcrProgram(Utf8(pdf.info_key(key))); });
}

PageText ReadTextLayer(const poppler::page& page, double scale, int max_words, bool made_by_ocr) {
  const auto boxes = page.text_list(poppler::page::text_list_include_font);
  if (boxes.size() > static_cast<std::size_t>(std::max(max_words, 0))) return {};
  std::vector<Word> printed;
  std::vector<Word> recognised;
  for (const poppler::text_box& box : boxes) {
    const poppler::rectf at = box.bbox();
    std::string text = Utf8(box.text());
    if (text.empty()) continue;
    const bool is_ocr = made_by_ocr || (box.has_font_info() && IsOcrFont(box.get_font_name()));
    (is_ocr ? recognised : printed)
        .push_back({std::move(text),
                    {at.left() * scale, at.top() * scale},
                    {at.right() * scale, at.bottom() * scale}});
  }
  // A scan may carry a line that was printed onto it later: only that line is what the page says.
  if (!printed.empty()) return {TextSource::kPrinted, std::move(printed)};
  if (!recognised.empty()) return {TextSource::kOcr, std::move(recognised)};
  return {};
}

}  // namespace sceau::document
