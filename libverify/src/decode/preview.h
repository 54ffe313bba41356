// SPDX-License-Identifier: Apache-2.0
// Pages made small, for a person to recognise them.
#ifndef SCEAU_DECODE_PREVIEW_H_
#define SCEAU_DECODE_PREVIEW_H_

#include <vector>

#include "absl/status/statusor.h"
#include "document/document.h"
#include "isolation/reader.h"

namespace sceau::decode {

// By averages, at most `max_pixels` large, never larger than it was.
PageImage Shrink(const PageImage& image, std::int64_t max_pixels);

// Of the pages that have a symbol, or of the first; as many as the limits allow. A page that cannot
// be drawn has none. Refuses document::NeedsDrawing().
absl::StatusOr<std::vector<isolation::Preview>> MakePreviews(document::Document& document,
                                                             const std::vector<Page>& pages,
                                                             const Limits& limits);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_PREVIEW_H_
