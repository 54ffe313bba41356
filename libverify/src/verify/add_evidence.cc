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

// A fact that words decided can be shown in the preview, any other where its pixels were compared.
bool NeedsPixels(const SealReport& seal, const Page& page, const PagePreview* preview) {
  return page.raster.empty() && seal.axes.seal == SealAxis::kGenuine && seal.claims &&
         std::ranges::any_of(seal.printed, [&](const ComparedFact& compared) {
           return compared.page == page.number && compared.box &&
                  compared.result != FactResult::kAgrees &&
                  (compared.way != ComparisonWay::kText || preview == nullptr);
         });
}

// The facts of one seal may stand on its own page, or on the one that was compared in its place.
void AddPictures(const DocumentContent& content, EvidencePictures pictures, const Report& report,
                 PageDrawer& drawer, SealReport& seal) {
  const Symbol* symbol = SymbolIn(content, seal);
  if (symbol == nullptr) return;
  std::set<int> numbers;
  for (const ComparedFact& compared : seal.printed) numbers.insert(compared.page);
  for (const Page& page : content.pages) {
    if (!numbers.contains(page.number)) continue;
    const auto found = std::ranges::find(report.previews, page.number, &PagePreview::page);
    const PagePreview* preview = found != report.previews.end() ? &*found : nullptr;
    const auto add = [&](const Page& with_pixels) {
      std::ranges::move(evidence::DrawEvidence(seal, *symbol, with_pixels, preview, pictures),
                        std::back_inserter(seal.pictures));
    };
    if (NeedsPixels(seal, page, preview)) {
      Page drawn = page;
      drawn.raster = drawer.Draw(page);
      add(drawn);
    } else {
      add(page);
    }
  }
}

}  // namespace

void AddEvidence(const DocumentContent& content, const Context& context, PageDrawer& drawer,
                 Report& report) {
  if (context.evidence == EvidencePictures::kNone) return;
  for (SealReport& seal : report.seals) {
    if (context.pictures_doubts || seal.axes.document == DocumentAxis::kDiffers)
      AddPictures(content, context.evidence, report, drawer, seal);
  }
}

}  // namespace sceau::verify
