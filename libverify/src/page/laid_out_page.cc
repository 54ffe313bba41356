// SPDX-License-Identifier: Apache-2.0
#include "page/laid_out_page.h"

#include <string>
#include <variant>

#include "base/text.h"
#include "layout/code_size.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "layout/set_text.h"

namespace sceau::page {
namespace {

bool IsSpace(char32_t character) { return character == U' ' || character == U'\u00A0'; }

}  // namespace

std::optional<LaidOutPage> LaidOutPage::For(const Claims& claims, const Symbol& symbol) {
  if (claims.layout != layout::kLayoutId || !claims.attestation) return std::nullopt;
  const auto fonts = layout::Fonts::OfThread();
  if (!fonts.ok()) return std::nullopt;
  const int modules = layout::CodeModules(symbol.payload.size());
  const auto drawing = layout::LayOut(*claims.attestation, modules, **fonts);
  if (!drawing.ok()) return std::nullopt;
  LaidOutPage page;
  for (const layout::Operation& operation : drawing->operations) {
    if (const auto* run = std::get_if<layout::TextRun>(&operation)) page.Add(*run);
    if (const auto* code = std::get_if<layout::CodePlace>(&operation)) page.code_ = *code;
  }
  return page;
}

void LaidOutPage::Add(const layout::TextRun& run) {
  if (run.letters.empty()) return;
  const double top = run.baseline - layout::Ascent(run.style.points);
  const double bottom = top + layout::LineHeight(run.style.points);
  const layout::Letter* last = nullptr;  // of the word that goes on
  std::u32string line;
  for (const layout::Letter& letter : run.letters) {
    line += letter.character;
    if (IsSpace(letter.character)) {
      last = nullptr;
      continue;
    }
    if (last == nullptr || last->fact != letter.fact) {
      words_.words.push_back({"", {letter.x, top}, {letter.x, bottom}, Sight::kShown});
      facts_[{letter.x, (top + bottom) / 2}] = letter.fact;
    }
    words_.words.back().text += EncodeUtf8(std::u32string(1, letter.character));
    words_.words.back().bottom_right.x = letter.x + letter.advance;
    last = &letter;
  }
  const double right = run.letters.back().x + run.letters.back().advance;
  lines_.push_back({{{run.letters.front().x, top}, {right, bottom}}, LettersOf(EncodeUtf8(line))});
}

std::optional<FactKey> LaidOutPage::FactOf(const PrintedWord& word) const {
  const auto found = facts_.find({word.left, word.middle});
  return found != facts_.end() ? found->second : std::nullopt;
}

}  // namespace sceau::page
