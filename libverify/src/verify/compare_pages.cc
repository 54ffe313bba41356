// SPDX-License-Identifier: Apache-2.0
#include "verify/compare_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "page/check_printed.h"
#include "page/compare_pixels.h"
#include "page/laid_out_page.h"
#include "page/printed_reason.h"
#include "page/words_in_place.h"
#include "page/words_of_layout.h"
#include "verify/apply.h"
#include "verify/judge.h"
#include "verify/recognise_page.h"

namespace sceau::verify {
namespace {

bool CanBeCompared(const SealReport& seal) {
  return seal.axes.seal == SealAxis::kGenuine && seal.claims && !IsHidden(seal);
}

using Pages = std::vector<const Page*>;

// Those without a genuine seal that say something of people or rights, or may say it.
Pages UnsealedPages(const DocumentContent& content, const Report& report) {
  Pages pages;
  for (const Page& page : content.pages) {
    const bool sealed = std::ranges::any_of(report.seals, [&](const SealReport& seal) {
      return seal.page == page.number && CanBeCompared(seal);
    });
    if (!sealed && !page::NamesNobody(page)) pages.push_back(&page);
  }
  return pages;
}

const Page* PageOf(const DocumentContent& content, const SealReport& seal) {
  const auto page = std::ranges::find(content.pages, seal.page, &Page::number);
  return page != content.pages.end() ? &*page : nullptr;
}

// The page that the seal speaks of, where its own speaks of nobody: the only other one.
const Page* PageInItsPlace(const DocumentContent& content, const Report& report,
                           const SealReport& seal, const Pages& others) {
  if (others.size() != 1 || std::ranges::count_if(report.seals, CanBeCompared) != 1) return nullptr;
  const Page* own = PageOf(content, seal);
  return own != nullptr && page::NamesNobody(*own) ? others.front() : nullptr;
}

// A page without the seal. Our own layout has its code on its page, and another page, which is not
// held against the layout word by word, may say more than the seal. Nor does one agree that other
// viewers may show otherwise.
page::CheckedPage CheckUnsealed(const SealReport& seal, const Page& page) {
  page::CheckedPage checked = page::CheckPrinted(*seal.claims, page);
  const bool may_agree = !seal.claims->layout && page.showing == Showing::kAlike;
  if (!may_agree && checked.axis == DocumentAxis::kAgrees)
    checked.axis = DocumentAxis::kNotCompared;
  return checked;
}

bool AgreesWithSome(const Page& page, const Report& report) {
  return std::ranges::any_of(report.seals, [&](const SealReport& seal) {
    return CanBeCompared(seal) && CheckUnsealed(seal, page).axis == DocumentAxis::kAgrees;
  });
}

void CompareOtherPages(const DocumentContent& content, Report& report) {
  const Pages others = UnsealedPages(content, report);
  for (SealReport& seal : report.seals) {
    if (!CanBeCompared(seal)) continue;
    if (const Page* page = PageInItsPlace(content, report, seal, others)) {
      page::CheckedPage checked = CheckUnsealed(seal, *page);
      Apply(checked, &Axes::document, seal);
      seal.printed = std::move(checked.printed);
    } else if (seal.axes.document == DocumentAxis::kAgrees &&
               !std::ranges::all_of(
                   others, [&](const Page* other) { return AgreesWithSome(*other, report); })) {
      seal.axes.document = DocumentAxis::kNotCompared;
      seal.reasons.push_back({Reason::kDocumentOtherPageOpen, ""});
    }
  }
}

// The symbol that the seal was read from; null where it was read again in another way.
const Symbol* SymbolOf(const Page& page, const SealReport& seal) {
  const auto symbol = std::ranges::find(page.symbols, seal.corners, &Symbol::corners);
  return symbol != page.symbols.end() ? &*symbol : nullptr;
}

bool IsRemarked(const SealReport& seal, Reason reason) {
  return std::ranges::find(seal.reasons, reason, &Finding::reason) != seal.reasons.end();
}

void TakeBack(Reason reason, SealReport& seal) {
  std::erase_if(seal.reasons,
                [reason](const Finding& finding) { return finding.reason == reason; });
}

void Remark(Reason reason, SealReport& seal) {
  if (!IsRemarked(seal, reason))
    seal.reasons.push_back({reason, fmt::format("page {}", seal.page)});
}

// Another value where the page of the layout prints this one.
void Replace(const page::ReplacedFact& replaced, SealReport& seal) {
  const auto own = std::ranges::find(seal.printed, replaced.fact, &ComparedFact::fact);
  if (own == seal.printed.end() || own->result == FactResult::kDiffers) return;
  *own = {.fact = replaced.fact,
          .result = FactResult::kDiffers,
          .way = ComparisonWay::kText,
          .page = seal.page,
          .box = replaced.box,
          .seen = replaced.seen};
  Remark(page::ReasonOfDifference(replaced.fact.kind), seal);
  seal.axes.document = DocumentAxis::kDiffers;
}

// What agreed but for its spelling; its place is where to look.
void LeaveFactOpen(FactKey fact, SealReport& seal) {
  const auto own = std::ranges::find(seal.printed, fact, &ComparedFact::fact);
  if (own == seal.printed.end() || own->result != FactResult::kAgrees) return;
  own->result = FactResult::kNotCompared;
  own->way = ComparisonWay::kNone;
}

// Another attestation has its seal on the same page, such as two on a sheet: nothing says which
// words and which places are whose.
bool SharesItsPage(const SealReport& seal, const Report& report) {
  return seal.claims->attestation &&
         std::ranges::any_of(report.seals, [&](const SealReport& other) {
           return other.page == seal.page && CanBeCompared(other) && other.claims->attestation &&
                  other.claims->attestation->document_id != seal.claims->attestation->document_id;
         });
}

// What was said of the page is taken back.
void LeaveOpen(SealReport& seal) {
  std::erase_if(seal.reasons, [](const Finding& finding) {
    return AreaOf(finding.reason) == ReasonArea::kDocument;
  });
  for (ComparedFact& compared : seal.printed) compared = {.fact = compared.fact};
  seal.axes.document = DocumentAxis::kNotCompared;
  Remark(Reason::kDocumentTextBeside, seal);
}

// A seal that names our layout answers for every word of its page: one word more, such as a second
// date behind the first, or one less, and the page does not agree.
void HoldItsWords(const DocumentContent& content, SealReport& seal) {
  const DocumentAxis axis = seal.axes.document;
  if (!seal.claims->layout || (axis != DocumentAxis::kAgrees && axis != DocumentAxis::kNotCompared))
    return;
  const Page* page = PageOf(content, seal);
  const Symbol* symbol = page != nullptr ? SymbolOf(*page, seal) : nullptr;
  page::WordsOfPage words;
  if (symbol != nullptr && page->text_source == TextSource::kPrinted)
    words = page::HoldWordsAgainstLayout(*seal.claims, *page, *symbol);
  if (words.as_laid_out) {  // words that may not be seen are not others
    TakeBack(Reason::kDocumentTextMissing, seal);
    TakeBack(Reason::kDocumentTextAdded, seal);
    return;
  }
  seal.axes.document = DocumentAxis::kNotCompared;
  if (!words.replaced.empty()) {  // which says it better than a value that stands nowhere
    TakeBack(Reason::kDocumentTextMissing, seal);
    TakeBack(Reason::kDocumentTextAdded, seal);
  }
  if (words.missing) Remark(Reason::kDocumentTextMissing, seal);
  if (words.added) Remark(Reason::kDocumentTextAdded, seal);
  for (const page::ReplacedFact& replaced : words.replaced) Replace(replaced, seal);
  for (const FactKey respelled : words.respelled) LeaveFactOpen(respelled, seal);
}

// Each word is drawn as it is read.
bool AreWordsProven(const Page& page) {
  return page.text_source == TextSource::kPrinted && page.letters_are_proven;
}

// The pixels of a scan are held against the page that was laid out, and are not searched for all
// that may stand beside it. Words that are certain tell of more, and so does what is drawn beside
// them. Of words that are shown in letters that may be others, it is certain that they are there:
// only pixels without noise may take back that they are too many.
bool ShowsMore(const Page& page, const Symbol& symbol, bool drawn, SealReport& seal) {
  if (!AreWordsProven(page)) {
    if (drawn) TakeBack(Reason::kDocumentTextAdded, seal);
    return IsRemarked(seal, Reason::kDocumentTextAdded);
  }
  TakeBack(Reason::kDocumentTextAdded, seal);
  const bool prints_more = page::PrintsMoreThanLaidOut(*seal.claims, page, symbol);
  if (prints_more) Remark(Reason::kDocumentTextAdded, seal);
  if (!page.has_only_words) Remark(Reason::kDocumentDrawingAdded, seal);
  return prints_more || !page.has_only_words;
}

// Reduced so far that nobody certainly sees its letters, but each is proven and in its place.
// Drawn, they are a few pixels, which contradict nothing.
bool IsReducedAsLaidOut(const Page& page, const Symbol& symbol, const SealReport& seal) {
  constexpr double kMinPixelsPerPoint = 1.5;  // of the layout; at half its size, 1.4
  const auto expected = page::LaidOutPage::For(*seal.claims, symbol);
  if (!expected || !AreWordsProven(page)) return false;
  const double side = std::hypot(symbol.corners[1].x - symbol.corners[0].x,
                                 symbol.corners[1].y - symbol.corners[0].y);
  return side < kMinPixelsPerPoint * expected->code().module * expected->code().modules &&
         page::HoldWordsAgainstLayout(*seal.claims, page, symbol).as_laid_out;
}

// What its words left open may be decided by the pixels of the seal's own page.
void CompareItsPixels(const DocumentContent& content, PageDrawer& drawer, SealReport& seal) {
  const Page* page = PageOf(content, seal);
  const Symbol* symbol = page != nullptr ? SymbolOf(*page, seal) : nullptr;
  if (symbol == nullptr || seal.axes.document != DocumentAxis::kNotCompared ||
      !page::IsOfKnownLayout(*seal.claims) || IsReducedAsLaidOut(*page, *symbol, seal))
    return;
  Page drawn;
  if (page->raster.empty()) {
    drawn.number = page->number;
    drawn.raster = drawer.Draw(*page);
    page = &drawn;
  }
  if (!page::CanComparePixels(*seal.claims, *page)) return;
  page::CheckedPage checked;
  checked.axis = seal.axes.document;
  checked.printed = std::move(seal.printed);
  page::ComparePixels(*seal.claims, *page, *symbol, checked);
  if (checked.axis == DocumentAxis::kAgrees) {
    const Page& read = *PageOf(content, seal);
    // Where nothing but words shows anything, what is not read is not there.
    if (AreWordsProven(read) && read.has_only_words &&
        page::LacksLettersOfLayout(*seal.claims, read, *symbol)) {
      checked.axis = DocumentAxis::kNotCompared;
    } else {
      // Words that were not read as they stand may seem to be missing, or too many.
      TakeBack(Reason::kDocumentTextMissing, seal);
      if (ShowsMore(read, *symbol, page->raster.drawn, seal))
        checked.axis = DocumentAxis::kNotCompared;
    }
  }
  std::erase_if(checked.findings, [&](const Finding& finding) {  // words may have said the same
    return IsRemarked(seal, finding.reason);
  });
  Apply(checked, &Axes::document, seal);
  seal.printed = std::move(checked.printed);
}

// Our layout paints words, rules and the code. Where each of its words stands on the page, a
// drawing or a picture is not one of them either: it was added.
void RemarkDrawing(const DocumentContent& content, SealReport& seal) {
  const Page* page = PageOf(content, seal);
  const Symbol* symbol = page != nullptr ? SymbolOf(*page, seal) : nullptr;
  if (symbol == nullptr || seal.axes.document != DocumentAxis::kNotCompared ||
      !page::IsOfKnownLayout(*seal.claims) || !AreWordsProven(*page) || page->has_only_words)
    return;
  if (!page::LacksLettersOfLayout(*seal.claims, *page, *symbol))
    Remark(Reason::kDocumentDrawingAdded, seal);
}

// Neither words nor pixels prove what a person sees where viewers show a page in different ways.
void DoubtWhatViewersShow(const DocumentContent& content, SealReport& seal) {
  const Page* page = PageOf(content, seal);
  if (page == nullptr || page->showing == Showing::kAlike ||
      seal.axes.document == DocumentAxis::kDiffers)
    return;
  const bool agreed = seal.axes.document == DocumentAxis::kAgrees;
  if (agreed) seal.axes.document = DocumentAxis::kNotCompared;
  if (page->showing == Showing::kDiffers && (agreed || page::IsOfKnownLayout(*seal.claims)))
    Remark(Reason::kDocumentViewersDiffer, seal);
}

// Why the page of a seal that names our layout does not agree, where nothing was said of it yet.
// The text of a code reader has no page.
void SayWhyNotCompared(SealReport& seal) {
  if (!seal.claims->layout || seal.axes.document != DocumentAxis::kNotCompared ||
      seal.symbology == SymbologyName(Symbology::kText))
    return;
  constexpr auto kSaid = std::to_array<Reason>(
      {Reason::kDocumentTextAdded, Reason::kDocumentTextMissing, Reason::kDocumentDrawingAdded,
       Reason::kDocumentTextBeside, Reason::kDocumentPageUnlike, Reason::kDocumentViewersDiffer,
       Reason::kDocumentOtherPageOpen});
  if (std::ranges::any_of(kSaid, [&](Reason reason) { return IsRemarked(seal, reason); })) return;
  const bool any_seen = std::ranges::any_of(seal.printed, [](const ComparedFact& compared) {
    return compared.result != FactResult::kNotCompared;
  });
  Remark(any_seen ? Reason::kDocumentPartlyCompared : Reason::kDocumentPageUnrecognised, seal);
}

}  // namespace

void ComparePages(const DocumentContent& content, const Policy& policy, PageDrawer& drawer,
                  Report& report) {
  for (SealReport& seal : report.seals) {
    if (!CanBeCompared(seal)) continue;
    if (SharesItsPage(seal, report)) {
      LeaveOpen(seal);
      continue;
    }
    HoldItsWords(content, seal);
    CompareItsPixels(content, drawer, seal);
    RemarkDrawing(content, seal);
    CompareRecognisedWords(content, drawer, seal);
    DoubtWhatViewersShow(content, seal);
  }
  CompareOtherPages(content, report);
  for (SealReport& seal : report.seals) {
    if (!CanBeCompared(seal)) continue;
    SayWhyNotCompared(seal);
    if (seal.axes.document == DocumentAxis::kNotCompared &&
        !AcceptedPages(seal, policy).contains(DocumentAxis::kNotCompared))
      seal.reasons.push_back({Reason::kDocumentNotCompared, ""});
    SetVerdict(seal, policy);
  }
}

}  // namespace sceau::verify
