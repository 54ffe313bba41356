// SPDX-License-Identifier: Apache-2.0
#include "page/compare_pixels.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "capture/drawn_ink.h"
#include "capture/judge_page.h"
#include "fmt/format.h"
#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "page/printed_reason.h"

namespace sceau::page {
namespace {

FactResult ResultOf(capture::FactResult result) {
  switch (result) {
    case capture::FactResult::kAgrees:
      return FactResult::kAgrees;
    case capture::FactResult::kDiffers:
      return FactResult::kDiffers;
    case capture::FactResult::kNotCompared:
      break;
  }
  return FactResult::kNotCompared;
}

// Around four corners, in pixels of the page.
Box BoxAround(const Corners& corners, double scale) {
  Box box{corners[0], corners[0]};
  for (const Point& corner : corners) {
    box.top_left = {std::min(box.top_left.x, corner.x), std::min(box.top_left.y, corner.y)};
    box.bottom_right = {std::max(box.bottom_right.x, corner.x),
                        std::max(box.bottom_right.y, corner.y)};
  }
  return {{box.top_left.x / scale, box.top_left.y / scale},
          {box.bottom_right.x / scale, box.bottom_right.y / scale}};
}

class PixelComparison {
 public:
  PixelComparison(const Page& page, const layout::ExpectedDrawing& expected,
                  const capture::PageJudgement& judgement, CheckedPage& checked)
      : page_(page), expected_(expected), judgement_(judgement), checked_(checked) {}

  void Add() {
    if (judgement_.result == capture::PageResult::kAnotherPage) {
      checked_.axis = DocumentAxis::kDiffers;
      checked_.findings.push_back({Reason::kDocumentAnotherPage, Where()});
    }
    if (judgement_.result == capture::PageResult::kUnlike)
      checked_.findings.push_back({Reason::kDocumentPageUnlike, Where()});
    if (judgement_.result != capture::PageResult::kFound) return;
    const std::size_t facts = std::min(expected_.facts.size(), judgement_.facts.size());
    for (std::size_t i = 0; i < facts; ++i) AddFact(expected_.facts[i], judgement_.facts[i]);
    for (const Reason reason : reasons_) {
      checked_.axis = DocumentAxis::kDiffers;
      checked_.findings.push_back({reason, Where()});
    }
    if (judgement_.text_missing)
      checked_.findings.push_back({Reason::kDocumentTextMissing, Where()});
    if (judgement_.text_added) checked_.findings.push_back({Reason::kDocumentTextAdded, Where()});
    if (judgement_.text_beside) checked_.findings.push_back({Reason::kDocumentTextBeside, Where()});
    const bool more = judgement_.text_added || judgement_.text_beside || HasMoreInk();
    if (checked_.axis != DocumentAxis::kDiffers && !judgement_.text_missing && !more && AllAgree())
      checked_.axis = DocumentAxis::kAgrees;
  }

 private:
  std::string Where() const { return fmt::format("page {}", page_.number); }

  // What the words said stands, unless they said nothing.
  void AddFact(FactKey key, const capture::FactJudgement& judged) {
    const auto own = std::ranges::find(checked_.printed, key, &ComparedFact::fact);
    if (own == checked_.printed.end() || own->result == FactResult::kDiffers) return;
    const FactResult result = ResultOf(judged.result);
    if (result == FactResult::kNotCompared) {
      if (own->result == FactResult::kNotCompared && judged.why != capture::FactWhy::kNotOnPage) {
        own->page = page_.number;  // where to look
        own->box = BoxAround(judged.place, page_.raster.scale);
      }
      return;
    }
    *own = {.fact = key,
            .result = result,
            .way = ComparisonWay::kPixels,
            .page = page_.number,
            .box = BoxAround(judged.place, page_.raster.scale)};
    if (result == FactResult::kDiffers) reasons_.insert(ReasonOfDifference(key.kind));
  }

  // On a page that we drew, of what is not certainly text.
  bool HasMoreInk() {
    if (!page_.raster.drawn || !judgement_.place ||
        !capture::ShowsMoreInk(expected_.page, View(page_.raster.image), *judgement_.place))
      return false;
    checked_.findings.push_back({Reason::kDocumentDrawingAdded, Where()});
    return true;
  }

  bool AllAgree() const {
    return std::ranges::all_of(checked_.printed, [](const ComparedFact& compared) {
      return compared.result == FactResult::kAgrees;
    });
  }

  const Page& page_;
  const layout::ExpectedDrawing& expected_;
  const capture::PageJudgement& judgement_;
  CheckedPage& checked_;
  std::set<Reason> reasons_;
};

}  // namespace

bool IsOfKnownLayout(const Claims& claims) {
  return claims.layout == layout::kLayoutId && claims.attestation;
}

bool CanComparePixels(const Claims& claims, const Page& page) {
  return IsOfKnownLayout(claims) && !page.raster.empty() && page.raster.scale > 0;
}

std::optional<layout::ExpectedDrawing> DrawExpected(const Claims& claims, const Symbol& symbol) {
  const auto fonts = layout::Fonts::OfThread();
  if (!claims.attestation || !fonts.ok()) return std::nullopt;
  const int modules = layout::CodeModules(symbol.payload.size());
  const auto drawing = layout::LayOut(*claims.attestation, modules, **fonts);
  if (!drawing.ok()) return std::nullopt;
  auto expected = layout::ExpectPage(*drawing, **fonts);
  if (!expected.ok()) return std::nullopt;
  return *std::move(expected);
}

std::optional<JudgedPixels> JudgePixels(const Claims& claims, const Page& page,
                                        const Symbol& symbol) {
  if (!CanComparePixels(claims, page)) return std::nullopt;
  std::optional<layout::ExpectedDrawing> expected = DrawExpected(claims, symbol);
  const auto fonts = layout::Fonts::OfThread();
  if (!expected || !fonts.ok()) return std::nullopt;
  layout::FontLetterDrawer drawer(**fonts);
  capture::PageJudgement judgement = capture::JudgePage(
      expected->page, drawer, View(page.raster.image), page.raster.InImage(symbol.corners));
  return JudgedPixels{*std::move(expected), std::move(judgement)};
}

void ComparePixels(const Claims& claims, const Page& page, const Symbol& symbol,
                   CheckedPage& checked) {
  const std::optional<JudgedPixels> judged = JudgePixels(claims, page, symbol);
  if (judged) PixelComparison(page, judged->expected, judged->judgement, checked).Add();
}

}  // namespace sceau::page
