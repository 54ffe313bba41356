// SPDX-License-Identifier: Apache-2.0
#include "page/words_of_layout.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "base/text.h"
#include "layout/code_size.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "layout/set_text.h"
#include "page/printed_page.h"

namespace sceau::page {
namespace {

bool IsSpace(char32_t character) { return character == U' ' || character == U'\u00A0'; }

// As a reader of the page would give them, in points.
void AddWords(const layout::TextRun& run, Page& page) {
  const double top = run.baseline - layout::Ascent(run.style.points);
  const double bottom = top + layout::LineHeight(run.style.points);
  bool goes_on = false;
  for (const layout::Letter& letter : run.letters) {
    if (IsSpace(letter.character)) {
      goes_on = false;
      continue;
    }
    if (!goes_on) page.words.push_back({"", {letter.x, top}, {letter.x, bottom}, Sight::kShown});
    page.words.back().text += EncodeUtf8(std::u32string(1, letter.character));
    page.words.back().bottom_right.x = letter.x + letter.advance;
    goes_on = true;
  }
}

}  // namespace

WordsOfPage HoldWordsAgainstLayout(const Claims& claims, const Page& page, const Symbol& symbol) {
  const int modules = layout::CodeModules(symbol.payload.size());
  if (claims.layout != layout::kLayoutId || !claims.attestation || modules == 0)
    return WordsOfPage::kUnclear;
  const auto fonts = layout::Fonts::Open();
  if (!fonts.ok()) return WordsOfPage::kUnclear;
  const auto drawing = layout::LayOut(*claims.attestation, modules, *fonts);
  if (!drawing.ok()) return WordsOfPage::kUnclear;
  Page expected;
  for (const layout::Operation& operation : drawing->operations) {
    if (const auto* run = std::get_if<layout::TextRun>(&operation)) AddWords(*run, expected);
  }
  const PrintedPage printed(page);
  if (!printed.is_whole()) return WordsOfPage::kUnclear;
  Letters seen = printed.letters();
  Letters laid_out = PrintedPage(expected).letters();
  if (seen == laid_out) return WordsOfPage::kAsLaidOut;
  std::ranges::sort(seen);
  std::ranges::sort(laid_out);
  const bool more = seen.size() > laid_out.size() && std::ranges::includes(seen, laid_out);
  return more ? WordsOfPage::kMore : WordsOfPage::kUnclear;
}

}  // namespace sceau::page
