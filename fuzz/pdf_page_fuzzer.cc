// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a PDF and takes its pages apart, without Poppler.
#include <cstddef>
#include <cstdint>

#include "document/pdf/qpdf_pages.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  Limits limits;
  limits.pages = 4;
  limits.page_pixels = 1'000'000;
  limits.pdf_operators = 20'000;
  limits.pdf_content_bytes = std::size_t{1} << 18;
  limits.pdf_image_bytes = std::size_t{1} << 20;
  const auto pdf = document::QpdfPages::Open({data, size}, limits);
  if (pdf == nullptr) return 0;
  fuzz::Check(pdf->page_count() >= 1 && pdf->page_count() <= limits.pages,
              "pages within the limit");
  fuzz::Check(pdf->FindBesidePages().size() <= 2, "one remark of each kind");
  for (int i = 0; i < pdf->page_count(); ++i) {
    const auto parts = pdf->OpenParts(i);
    if (parts == nullptr) continue;
    for (std::size_t k = 0; k < parts->count(); ++k) {
      const auto part = parts->Read(k);
      if (!part.ok()) continue;
      sceau::fuzz::Check(
          part->image.pixels.size() == static_cast<std::size_t>(part->image.width) *
                                           static_cast<std::size_t>(part->image.height),
          "a pixel for each place");
      parts->SightOf(k, part->outline);
    }
  }
  return 0;
}
