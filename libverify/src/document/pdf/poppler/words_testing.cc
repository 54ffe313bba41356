// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/poppler/words_testing.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "document/pdf/text/ocr.h"

namespace sceau::document::testing {
namespace {

std::string Utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

PageText WordsByPoppler(ByteSpan pdf, int dpi) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(AsText(pdf).data(), static_cast<int>(pdf.size())));
  if (document == nullptr) throw std::runtime_error("not a PDF to Poppler");
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  const double scale = dpi / 72.0;
  std::vector<Word> printed;
  std::vector<Word> recognised;
  for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf at = box.bbox();
    std::vector<Word>& words = IsOcrFont(box.get_font_name()) ? recognised : printed;
    words.push_back({Utf8(box.text()),
                     {at.left() * scale, at.top() * scale},
                     {at.right() * scale, at.bottom() * scale}});
  }
  if (!printed.empty()) return {TextSource::kPrinted, std::move(printed)};
  if (!recognised.empty()) return {TextSource::kOcr, std::move(recognised)};
  return {};
}

}  // namespace sceau::document::testing
