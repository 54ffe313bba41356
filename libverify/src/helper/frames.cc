// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstdint>

#include "barcode/read/read_symbols.h"
#include "base/byte_reader.h"
#include "base/status.h"
#include "decode/page_raster.h"
#include "helper/decode_one.h"
#include "helper/warm_up.h"
#include "isolation/wire.h"
#include "isolation/wire_bytes.h"

namespace sceau::helper {
namespace {

using isolation::Answer;

// Width and height, then the pixels.
absl::StatusOr<ImageView> ViewOf(ByteSpan frame) {
  ByteReader from(frame);
  const auto width = isolation::TakeNumber<std::uint32_t>(from);
  const auto height = isolation::TakeNumber<std::uint32_t>(from);
  if (!width || !height || std::uint64_t{*width} * *height != from.remaining())
    return Refuse(Reason::kInternal, "frame size");
  return ImageView{frame.data() + from.offset(), static_cast<int>(*width),
                   static_cast<int>(*height), static_cast<std::ptrdiff_t>(*width)};
}

absl::StatusOr<Page> ReadFrame(ByteSpan frame, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const ImageView view, ViewOf(frame));
  const auto deadline = std::chrono::steady_clock::now() + limits.document_time;
  SCEAU_ASSIGN_OR_RETURN(auto read, barcode::ReadSymbols(view, {.max_symbols = limits.symbols,
                                                                .deadline = deadline,
                                                                .effort = limits.search_time}));
  Page page;
  page.width = view.width;
  page.height = view.height;
  page.symbols = std::move(read.symbols);
  if (const auto finest = decode::FinestModule(view, page.symbols))
    page.raster = decode::MakeRaster(view, {}, page.width, page.height,
                                     {.module_side = *finest, .max_bytes = limits.raster_bytes});
  return page;
}

Answer AnswerTo(const Job& job) {
  Answer answer;
  auto page = ReadFrame(job.document.bytes(), job.request.limits);
  if (page.ok())
    answer.outcome.content.pages.push_back(*std::move(page));
  else
    answer.refusal = Finding{ReasonOf(page.status()), DetailOf(page.status())};
  return answer;
}

}  // namespace

void DecodeFrame(const Job& job) { Say(job, AnswerTo(job)); }

void WarmUpFrames() {
  // Larger than the smallest code, so that each step of the search has something to do.
  const PageImage grey{64, 64, Bytes(64UL * 64, 128)};
  barcode::ReadSymbols(View(grey), {}).IgnoreError();
}

}  // namespace sceau::helper
