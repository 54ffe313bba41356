// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "isolation/reader.h"

namespace sceau::isolation {

ReadSettings ForPixelsOf(int page) { return {.rasters = Rasters::kAll, .only_page = page}; }

std::optional<Page> PixelsIn(absl::StatusOr<ReadOutcome> outcome, int page) {
  if (!outcome.ok()) return std::nullopt;
  auto& pages = outcome->content.pages;
  const auto found = std::ranges::find(pages, page, &Page::number);
  if (found == pages.end() || found->raster.empty()) return std::nullopt;
  return std::move(*found);
}

}  // namespace sceau::isolation
