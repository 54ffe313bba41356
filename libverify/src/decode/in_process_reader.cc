// SPDX-License-Identifier: Apache-2.0
#include "decode/in_process_reader.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <new>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "decode/find_symbols.h"
#include "decode/page_raster.h"
#include "decode/picture_symbols.h"
#include "decode/preview.h"
#include "document/document.h"
#include "fmt/format.h"
#include "isolation/scanner_text.h"
#include "seal/registry.h"

namespace sceau::decode {
namespace {

using isolation::PageSource;
using isolation::ReadOutcome;
using isolation::ReadSettings;
using Clock = std::chrono::steady_clock;

// The first page, the last, then the rest: codes mostly stand on the first two, should time run
// out. The order does not change what is found.
std::vector<int> ReadingOrder(int pages, int only_page) {
  if (only_page > 0)
    return only_page <= pages ? std::vector<int>{only_page - 1} : std::vector<int>{};
  std::vector<int> order(static_cast<std::size_t>(std::max(0, pages)));
  std::iota(order.begin(), order.end(), 0);
  if (pages > 2) std::rotate(order.begin() + 1, order.end() - 1, order.end());
  return order;
}

bool IsPrinted(const Symbol& symbol) {
  const seal::Format* format = seal::DetectFormat(symbol.payload);
  return format != nullptr && format->printed;
}

// Such a page is compared by its words.
bool HasSureWords(const Page& page) {
  return page.text_source == TextSource::kPrinted &&
         std::ranges::any_of(page.words,
                             [](const Word& word) { return word.sight == Sight::kShown; });
}

// Whether nothing is drawn but one symbol that is shown, with its margin where it is a picture.
bool IsOfSymbol(const Box& drawings, const Page& page) {
  constexpr double kQuiet = 0.06;  // of its side: four modules of the finest symbol of our layout
  return std::ranges::any_of(page.symbols, [&](const Symbol& symbol) {
    const auto [left, right] = std::ranges::minmax(symbol.corners, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(symbol.corners, {}, &Point::y);
    const double margin = kQuiet * (right.x - left.x);
    return !symbol.hidden && drawings.top_left.x >= left.x - margin &&
           drawings.top_left.y >= top.y - margin && drawings.bottom_right.x <= right.x + margin &&
           drawings.bottom_right.y <= bottom.y + margin;
  });
}

// One document, read page by page until it ends, time runs out or it carries too much.
class Reading {
 public:
  Reading(document::Document& document, const Limits& limits, const ReadSettings& settings)
      : document_(document),
        limits_(limits),
        deadline_(Clock::now() + limits.document_time),
        depth_(settings.source == PageSource::kDrawing ? Depth::kDrawing : Depth::kGlance),
        rasters_(settings.rasters),
        only_page_(settings.only_page) {}

  // Refuses document::NeedsDrawing() alone: what keeps a page from being read is in the outcome.
  absl::StatusOr<ReadOutcome> Run() {
    for (const int i : ReadingOrder(document_.page_count(), only_page_)) {
      if (Clock::now() >= deadline_) {
        AddProblem(Refuse(Reason::kDocumentDeadline), i);
        break;
      }
      if (ReadPage(i, depth_) == Next::kStop) return Take();
    }
    // Where no seal is shown, every picture is searched: a web address that was found says nothing
    // about the others.
    if (shows_seal_) return Take();
    empty_parts_.ForgetGlanced();
    for (const int i : std::exchange(glanced_, {})) {
      if (Clock::now() >= deadline_) {
        AddProblem(Refuse(Reason::kDocumentDeadline), i);
        break;
      }
      Forget(i);
      if (ReadPage(i, Depth::kSearch) == Next::kStop) break;
    }
    return Take();
  }

 private:
  enum class Next { kGoOn, kStop };

  absl::StatusOr<ReadOutcome> Take() {
    if (needs_drawing_) return document::NeedsDrawing();
    std::ranges::sort(outcome_.content.pages, {}, &Page::number);
    ReadOtherPages();
    FitRasters(outcome_.content.pages, limits_.raster_bytes);
    std::ranges::stable_sort(problems_, {}, &std::pair<int, Finding>::first);
    for (const auto& [index, problem] : problems_) Tell(problem);
    return std::move(outcome_);
  }

  // What keeps many pages from being read is said once, of the first of them.
  void Tell(const Finding& problem) {
    auto& told = outcome_.problems;
    if (std::ranges::find(told, problem.reason, &Finding::reason) == told.end())
      told.push_back(problem);
  }

  void Forget(int index) {
    std::erase_if(outcome_.content.pages, [&](const Page& page) {
      if (page.number != index + 1) return false;
      symbols_ -= page.symbols.size();
      return true;
    });
    std::erase_if(problems_, [index](const auto& problem) { return problem.first == index; });
  }

  Next ReadPage(int index, Depth depth);
  RasterWish WishFor() const;
  void ReadWords(int index, Page& page);
  void ReadOtherPages();
  void AddProblem(const absl::Status& status, int index) {
    const std::string detail = DetailOf(status);
    const std::string where =
        fmt::format("page {}{}{}", index + 1, detail.empty() ? "" : ": ", detail);
    problems_.emplace_back(index, Finding{ReasonOf(status), where});
  }

  document::Document& document_;
  const Limits& limits_;
  Clock::time_point deadline_;
  Depth depth_;  // of the first look
  isolation::Rasters rasters_;
  int only_page_;
  EmptyParts empty_parts_;
  ReadOutcome outcome_;
  std::vector<std::pair<int, Finding>> problems_;
  std::vector<int> glanced_;  // pages that a search may still find something on
  std::set<int> blank_;       // numbers of pages whose pixels show nothing
  std::size_t symbols_ = 0;
  bool shows_seal_ = false;
  bool needs_drawing_ = false;
};

// The pages of one document are reduced together when all have been read; until then they may take
// some times as much.
RasterWish Reading::WishFor() const {
  constexpr std::size_t kAtATime = 4;
  std::size_t held = 0;
  for (const Page& page : outcome_.content.pages) held += page.raster.image.pixels.size();
  const std::size_t room =
      kAtATime * limits_.raster_bytes - std::min(held, kAtATime * limits_.raster_bytes);
  return {rasters_, std::min(limits_.raster_bytes, room)};
}

Reading::Next Reading::ReadPage(int index, Depth depth) {
  auto found = FindSymbols(
      document_, index, depth,
      {.max_symbols = limits_.symbols, .deadline = deadline_, .effort = limits_.search_time},
      empty_parts_, WishFor());
  if (document::IsNeedsDrawing(found.status())) {
    needs_drawing_ = true;
    return Next::kStop;
  }
  if (!found.ok()) {
    AddProblem(found.status(), index);
    return Next::kGoOn;
  }
  if (!found->problem.ok()) AddProblem(found->problem, index);
  if (found->glanced) glanced_.push_back(index);
  if (found->blank) blank_.insert(index + 1);
  symbols_ += found->symbols.size();
  shows_seal_ |= std::ranges::any_of(
      found->symbols, [](const Symbol& symbol) { return !symbol.hidden && IsSeal(symbol); });
  if (symbols_ > static_cast<std::size_t>(limits_.symbols)) {
    AddProblem(Refuse(Reason::kDocumentTooManySymbols), index);
    return Next::kStop;
  }
  Page page;
  page.number = index + 1;
  page.width = found->width;
  page.height = found->height;
  page.symbols = std::move(found->symbols);
  // Words are compared with a seal of the same page.
  if (only_page_ == 0 && std::ranges::any_of(page.symbols, IsPrinted)) {
    ReadWords(index, page);
    page.showing = document_.ShowingOf(index);
  }
  if (rasters_ == isolation::Rasters::kAll || !HasSureWords(page))
    page.raster = std::move(found->raster);
  outcome_.content.pages.push_back(std::move(page));
  if (!found->out_of_time) return Next::kGoOn;
  AddProblem(Refuse(Reason::kDocumentDeadline), index);
  return Next::kStop;
}

// A paper with a seal may print on other pages what the seal says.
void Reading::ReadOtherPages() {
  constexpr int kMaxOtherPages = 20;
  auto& pages = outcome_.content.pages;
  const auto has_printed = [](const Page& page) {
    return std::ranges::any_of(page.symbols, IsPrinted);
  };
  if (only_page_ > 0 || std::ranges::none_of(pages, has_printed)) return;
  int read = 0;
  for (Page& page : pages) {
    if (has_printed(page)) continue;
    if (++read > kMaxOtherPages || Clock::now() >= deadline_) return;
    ReadWords(page.number - 1, page);
    page.showing = document_.ShowingOf(page.number - 1);
    if (page.text_source == TextSource::kNone && blank_.contains(page.number) &&
        page.showing == Showing::kAlike)
      page.letters_are_proven = page.has_only_words = true;
  }
}

// Only words that are known to be seen or hidden are of use; others are not worth a second process.
void Reading::ReadWords(int index, Page& page) {
  auto text = document_.ReadText(index);
  if (!text.ok()) {
    AddProblem(text.status(), index);
    return;
  }
  if (!*text) return;
  page.text_source = (*text)->source;
  page.words = std::move((*text)->words);
  page.letters_are_proven = (*text)->letters_are_proven;
  page.has_only_words = !(*text)->drawings || IsOfSymbol(*(*text)->drawings, page);
}

class InProcessReader : public isolation::Reader {
 public:
  explicit InProcessReader(ReadSettings settings) : settings_(settings) {}

  absl::StatusOr<ReadOutcome> Read(ByteSpan bytes, const Limits& limits) override try {
    SCEAU_ASSIGN_OR_RETURN(auto text, isolation::ReadScannerText(bytes, limits));
    if (text) return *std::move(text);
    SCEAU_ASSIGN_OR_RETURN(const auto document, document::OpenDocument(bytes, limits));
    SCEAU_ASSIGN_OR_RETURN(ReadOutcome outcome, Reading(*document, limits, settings_).Run());
    // An unread document may carry a code all the same.
    if (outcome.content.pages.empty() && !outcome.problems.empty())
      return Refuse(outcome.problems.front().reason, outcome.problems.front().detail);
    const std::vector<Finding> beside = document->FindBesidePages();
    outcome.problems.insert(outcome.problems.end(), beside.begin(), beside.end());
    if (settings_.previews) {
      SCEAU_ASSIGN_OR_RETURN(outcome.previews,
                             MakePreviews(*document, outcome.content.pages, limits));
    }
    return outcome;
  } catch (const std::bad_alloc&) {
    return Refuse(Reason::kDocumentOutOfMemory);
  }

  std::optional<Page> ReadPixels(ByteSpan bytes, int page, const Limits& limits) override {
    InProcessReader reader(isolation::ForPixelsOf(page));
    return isolation::PixelsIn(reader.Read(bytes, limits), page);
  }

 private:
  ReadSettings settings_;
};

}  // namespace

std::unique_ptr<isolation::Reader> MakeInProcessReader(ReadSettings settings) {
  return std::make_unique<InProcessReader>(settings);
}

}  // namespace sceau::decode
