// SPDX-License-Identifier: Apache-2.0
// Decodes any bytes as a picture of each format, or as a file that is only named. PDFs have fuzzers
// of their own.
#include <cstddef>
#include <cstdint>

#include "base/document_type.h"
#include "base/unread_kind.h"
#include "document/document.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  Limits limits;
  limits.pages = 3;
  limits.page_pixels = 1'000'000;
  const ByteSpan bytes{data, size};
  const DocumentType type = DetectType(bytes);
  if (type == DocumentType::kUnknown)
    fuzz::Check(UnreadKind(bytes).size() <= 6, "a short name for what is not read");
  if (type == DocumentType::kPdf || type == DocumentType::kUnknown) return 0;
  const auto document = document::OpenDocument(bytes, limits);
  if (!document.ok()) return 0;
  fuzz::Check((*document)->page_count() <= limits.pages, "pages within the limit");
  for (int i = 0; i < (*document)->page_count(); ++i) {
    const auto page = (*document)->ReadPage(i);
    if (!page.ok()) continue;
    fuzz::Check(page->pixels.size() ==
                    static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height),
                "a pixel for each place");
    fuzz::Check(static_cast<std::int64_t>(page->pixels.size()) <= limits.page_pixels,
                "pixels within the limit");
  }
  return 0;
}
