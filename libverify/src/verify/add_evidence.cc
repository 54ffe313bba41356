// SPDX-License-Identifier: Apache-2.0
#include "verify/add_evidence.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "evidence/draw_evidence.h"

namespace sceau::verify {
namespace {

const Symbol* SymbolIn(const DocumentContent& content, const SealReport& seal) {
  const auto page = std::ranges::find(content.pages, seal.page, &Page::number);
  if (page == content.pages.end()) return nullptr;
  const auto symbol = std::ranges::find(page->symbols, seal.corners, &Symbol::corners);
  return symbol != page->symbols.end() ? &*symbol : nullptr;
}

// The facts of one seal may stand on its own page, or on the one that was compared in its place.
void AddPictures(const DocumentContent& content, EvidencePictures pictures, const Report& report,
                 SealReport& seal) {
  const Symbol* symbol = SymbolIn(content, seal);
  if (symbol == nullptr) return;
  std::set<int> numbers;
  for (const ComparedFact& compared : seal.printed) numbers.insert(compared.page);
  for (const Page& page : content.pages) {
    if (!numbers.contains(page.number)) continue;
    const auto preview = std::ranges::find(report.previews, page.number, &PagePreview::page);
    std::vector<FactPicture> drawn = evidence::DrawEvidence(
        seal, *symbol, page, preview != report.previews.end() ? &*preview : nullptr, pictures);
    std::ranges::move(drawn, std::back_inserter(seal.pictures));
  }
}

}  // namespace

void AddEvidence(const DocumentContent& content, const Context& context, Report& report) {
  if (context.evidence == EvidencePictures::kNone) return;
  for (SealReport& seal : report.seals) {
    if (context.pictures_doubts || seal.axes.document == DocumentAxis::kDiffers)
      AddPictures(content, context.evidence, report, seal);
  }
}

}  // namespace sceau::verify
