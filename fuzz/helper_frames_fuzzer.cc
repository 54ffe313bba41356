// SPDX-License-Identifier: Apache-2.0
// What a hijacked helper could say. Whatever the host believes is within the limits, and gives the
// same when it is written again.
#include "base/status.h"
#include "fuzz_check.h"
#include "isolation/wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  const Limits limits;
  const auto answer = isolation::ReadAnswer(ByteSpan(data, size), limits);
  if (!answer.ok()) {
    fuzz::Check(ReasonOf(answer.status()) == Reason::kDocumentReaderCrashed, "one reason");
    return 0;
  }
  int symbols = 0;
  std::size_t raster_bytes = 0;
  int number = 0;
  for (const Page& page : answer->outcome.content.pages) {
    fuzz::Check(page.number > number && page.number <= limits.pages, "pages in order");
    number = page.number;
    symbols += static_cast<int>(page.symbols.size());
    fuzz::Check(std::ssize(page.words) <= limits.words_per_page, "words");
    const PageImage& raster = page.raster.image;
    fuzz::Check(raster.pixels.size() == static_cast<std::size_t>(raster.width) *
                                            static_cast<std::size_t>(raster.height),
                "as many pixels as the raster's size says");
    raster_bytes += raster.pixels.size();
  }
  fuzz::Check(symbols <= limits.symbols, "symbols");
  fuzz::Check(raster_bytes <= limits.raster_bytes, "rasters");
  const Bytes again = isolation::WriteAnswer(*answer, limits);
  const auto same = isolation::ReadAnswer(again, limits);
  fuzz::Check(same.ok(), "what is believed can be written");
  fuzz::Check(isolation::WriteAnswer(*same, limits) == again, "and is the same then");
  return 0;
}
