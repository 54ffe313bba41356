// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as the content of a PDF page: everything that is reported of it is finite and
// within bounds.
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "document/pdf/content/content_reader.h"
#include "document/pdf/parts/page_collector.h"
#include "document/pdf/qpdf.h"
#include "fuzz_check.h"

namespace sceau::document {
namespace {

class SomeOff : public Layers {
  GraphicsState::Layer StateOf(QPDFObjectHandle) const override {
    return GraphicsState::Layer::kUnsure;
  }
};

constexpr char kResources[] =
    "<< /Font << /F << /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 32 "
    "/Widths [250 300 400] >> >> /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> "
    "/ColorSpace << /I [/Indexed /DeviceRGB 1 <000000FFFFFF>] >> /Properties << /L << >> >> >>";

}  // namespace
}  // namespace sceau::document

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau::document;  // NOLINT(google-build-using-namespace)
  sceau::Limits limits;
  limits.pdf_operators = 20'000;
  limits.page_pixels = 1'000'000;
  limits.pdf_image_bytes = std::size_t{1} << 20;
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.emptyPDF();
  const QPDFObjectHandle resources = QPDFObjectHandle::parse(&pdf, kResources);
  const Box page{0, 0, 1'654, 2'339};
  FontCache fonts;
  PageCollector collector(page, fonts, limits);
  ReadContent(pdf, {data, size}, resources, {2.78, 0, 0, -2.78, 0, 2'339}, SomeOff(), limits,
              collector);
  for (const ShapeSet* shapes : {&collector.shown(), &collector.hidden()}) {
    const auto clusters = shapes->FindClusters();
    if (!clusters) continue;
    for (const Cluster& cluster : *clusters) {
      const auto part = shapes->Draw(cluster);
      if (!part.ok()) continue;
      sceau::fuzz::Check(
          part->image.pixels.size() == static_cast<std::size_t>(part->image.width) *
                                           static_cast<std::size_t>(part->image.height),
          "a pixel for each place");
      for (const sceau::Point corner : part->outline)
        sceau::fuzz::Check(std::isfinite(corner.x) && std::isfinite(corner.y), "a place");
    }
  }
  return 0;
}
