// SPDX-License-Identifier: Apache-2.0
// Reads the words of a PDF page without Poppler: a content stream, shown in three fonts which the
// input may name: /A (codes of one byte), /B (codes of two bytes, with a map) and /C (of which
// nothing is known).

#include "base/text.h"
#include "document/pdf/qpdf.h"
#include "document/pdf/text/text_reader.h"
#include "fuzz_check.h"

namespace {

using sceau::document::GraphicsState;

constexpr int kMaxWords = 500;

class AllShown : public sceau::document::Layers {
 public:
  GraphicsState::Layer StateOf(QPDFObjectHandle /*group*/) const override {
    return GraphicsState::Layer::kOn;
  }
};

QPDFObjectHandle Fonts(QPDF& pdf) {
  std::string widths = "[";
  for (int i = 0; i < 256; ++i) widths += " 600";
  const auto add = [&](const std::string& font) {
    return pdf.makeIndirectObject(QPDFObjectHandle::parse(font));
  };
  QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
  fonts.replaceKey("/A", add("<< /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
                             "/FirstChar 0 /Widths " +
                             widths + "] >>"));
  QPDFObjectHandle composite =
      add("<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 /W [3 [400] 5 9 "
          "300] >>] >>");
  composite.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(
                                         &pdf, "1 beginbfrange <0000> <00FF> <0020> endbfrange"));
  fonts.replaceKey("/B", composite);
  fonts.replaceKey("/C", add("<< /Subtype /Type3 >>"));
  return fonts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
  resources.replaceKey("/Font", Fonts(pdf));
  sceau::Limits limits;
  limits.words_per_page = kMaxWords;
  limits.pdf_operators = 10'000;
  const sceau::document::PageGeometry geometry{{2, 0, 0, -2, 0, 400}, 600, 400};
  const auto text = sceau::document::ReadPageText(pdf, QPDFObjectHandle::newDictionary(), resources,
                                                  {data, size}, geometry, AllShown{}, limits);
  if (!text) return 0;
  using sceau::fuzz::Check;
  Check(text->words.size() <= kMaxWords, "no more words than the limit");
  Check((text->source == sceau::TextSource::kNone) == text->words.empty(), "words have a source");
  for (const sceau::Word& word : text->words) {
    Check(!word.text.empty() && sceau::IsUtf8(word.text), "a word is text");
    Check(word.text.find(' ') == word.text.npos, "a word has no space");
    Check((word.sight == sceau::Sight::kHidden) == (text->source == sceau::TextSource::kOcr),
          "beside words that may be seen, hidden ones are left out");
    Check(word.top_left.x <= word.bottom_right.x && word.top_left.y <= word.bottom_right.y,
          "a word has a box");
  }
  return 0;
}
