// SPDX-License-Identifier: Apache-2.0
#include "issue/code_drawing.h"

#include <cairo-pdf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "barcode/write/read_back_testing.h"
#include "barcode/write/write_symbol.h"
#include "base/status.h"
#include "codec/zlib.h"
#include "issue/cairo_ptr.h"
#include "issue/layout.h"

namespace sceau::issue {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view kPayload = "AD1:6BF+70790T9WJWG.FKY*4GO0";

barcode::Modules CodeOfPayload(Symbology symbology) {
  return *barcode::WriteSymbol(symbology, AsBytes(kPayload));
}

// What a path paints on a grid; a run has a place, from `quiet` on, and a length.
barcode::Modules PaintedBy(const std::string& path, const std::regex& run, int quiet, int size) {
  const auto side = static_cast<std::size_t>(size);
  barcode::Modules painted{size, std::vector<bool>(side * side)};
  for (std::sregex_iterator it(path.begin(), path.end(), run), end; it != end; ++it) {
    const int y = std::stoi((*it)[2]) - quiet;
    for (int x = 0; x < std::stoi((*it)[3]); ++x)
      painted.dark.at(painted.index(std::stoi((*it)[1]) - quiet + x, y)) = true;
  }
  return painted;
}

// The luminances of a PNG.
struct Grey {
  int side = 0;
  Bytes pixels;
};

Grey Decode(const std::string& png) {
  std::string_view rest = png;
  const auto read = [](void* closure, unsigned char* data, unsigned int length) {
    auto* input = static_cast<std::string_view*>(closure);
    if (input->size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, input->data(), length);
    input->remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
  };
  const SurfacePtr surface(cairo_image_surface_create_from_png_stream(read, &rest));
  Grey grey;
  grey.side = cairo_image_surface_get_width(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  for (int y = 0; y < grey.side; ++y) {
    for (int x = 0; x < grey.side; ++x) grey.pixels.push_back(data[y * stride + 4 * x]);
  }
  return grey;
}

TEST(DrawCodePngTest, ReadsBackAtEachSize) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const barcode::Modules code = CodeOfPayload(symbology);
    for (const int pixels : {2, 3, 8}) {
      const auto png = DrawCodePng(code, symbology, pixels);
      ASSERT_TRUE(png.ok()) << png.status();
      const Grey grey = Decode(*png);
      ASSERT_EQ(grey.side, (code.size + 2 * barcode::QuietZone(symbology)) * pixels);
      const auto back = barcode::ReadPixels(
          symbology, {grey.pixels.data(), grey.side, grey.side, grey.side}, true);
      EXPECT_EQ(back.bytes, kPayload) << SymbologyName(symbology) << " at " << pixels;
    }
  }
}

TEST(DrawCodePngTest, IsBlackOnWhiteWithItsQuietZone) {
  const barcode::Modules code = CodeOfPayload(Symbology::kQrCode);
  const Grey grey = Decode(*DrawCodePng(code, Symbology::kQrCode, 3));
  for (int y = 0; y < grey.side; ++y) {
    for (int x = 0; x < grey.side; ++x) {
      const int column = x / 3 - 4;
      const int row = y / 3 - 4;
      const bool inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
      const bool dark = inside && code.at(column, row);
      ASSERT_EQ(grey.pixels[static_cast<std::size_t>(y * grey.side + x)], dark ? 0 : 255);
    }
  }
}

TEST(DrawCodePngTest, IsGreyOfEightBits) {
  const std::string png = *DrawCodePng(CodeOfPayload(Symbology::kQrCode), Symbology::kQrCode, 1);
  EXPECT_EQ(png[24], 8);  // IHDR: bit depth, then colour type 0 = grey
  EXPECT_EQ(png[25], 0);
}

TEST(DrawCodePngTest, RefusesSizesOutOfRange) {
  for (const int pixels : {-1, 0, 101, 1'000'000}) {
    const auto png = DrawCodePng(CodeOfPayload(Symbology::kQrCode), Symbology::kQrCode, pixels);
    ASSERT_FALSE(png.ok());
    EXPECT_EQ(ReasonOf(png.status()), Reason::kUsage);
  }
  EXPECT_TRUE(DrawCodePng(CodeOfPayload(Symbology::kQrCode), Symbology::kQrCode, 100).ok());
}

// An empty page that keeps as many places.
PdfUpdate PageWithPlaces(int places) {
  std::string pdf;
  const SurfacePtr surface(cairo_pdf_surface_create_for_stream(AppendToString, &pdf, 200, 200));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
  const CairoPtr cr(cairo_create(surface.get()));
  for (int i = 0; i < places; ++i) KeepPlaceForCode(cr.get(), 10 + 90 * i, 20, 80);
  cairo_show_page(cr.get());
  cairo_surface_finish(surface.get());
  return *PdfUpdate::Of(pdf);
}

// The streams of all forms.
std::vector<std::string> FormsOf(std::string_view pdf) {
  constexpr std::string_view kBegin = "/Length ";
  constexpr std::string_view kStream = ">>\nstream\n";
  std::vector<std::string> forms;
  for (auto at = pdf.find("/Subtype /Form"); at != pdf.npos; at = pdf.find("/Subtype /Form", at)) {
    at = pdf.find(kBegin, at);
    const auto size = std::stoul(std::string(pdf.substr(at + kBegin.size(), 10)));
    at = pdf.find(kStream, at) + kStream.size();
    const auto bytes = codec::Inflate(AsBytes(pdf.substr(at, size)), 1 << 20, {});
    forms.emplace_back(bytes.ok() ? AsText(*bytes) : "damaged");
  }
  return forms;
}

TEST(PutCodeTest, PaintsTheModulesInEachPlaceInOneFill) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const barcode::Modules code = CodeOfPayload(symbology);
    for (const int places : {1, 2}) {
      PdfUpdate update = PageWithPlaces(places);
      ASSERT_TRUE(PutCode(code, update).ok());
      const std::vector<std::string> forms = FormsOf(std::move(update).Take());
      ASSERT_EQ(forms.size(), static_cast<std::size_t>(places));
      for (const std::string& form : forms) {
        EXPECT_THAT(form, StartsWith("0 g\n"));
        EXPECT_THAT(form, testing::EndsWith(" re\nf"));
        EXPECT_EQ(PaintedBy(form, std::regex(R"((\d+) (\d+) (\d+) 1 re)"), 0, code.size), code);
      }
    }
  }
}

TEST(PutCodeTest, RefusesAPageWithoutAPlace) {
  PdfUpdate update = PageWithPlaces(0);
  EXPECT_EQ(ReasonOf(PutCode(CodeOfPayload(Symbology::kQrCode), update)), Reason::kInternal);
}

TEST(DrawCodeSvgTest, ReadsBack) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const barcode::Modules code = CodeOfPayload(symbology);
    const int quiet = barcode::QuietZone(symbology);
    const std::string svg = DrawCodeSvg(code, symbology);
    const std::regex run(R"(M(\d+) (\d+)h(\d+)v1h-\3z)");
    EXPECT_EQ(PaintedBy(svg, run, quiet, code.size), code);
  }
}

TEST(DrawCodeSvgTest, HasASizeATitleAndCrispEdges) {
  const std::string svg = DrawCodeSvg(CodeOfPayload(Symbology::kQrCode), Symbology::kQrCode);
  // 29 alphanumeric characters: version 2, 25 modules and 4 on each side, of half a millimetre.
  EXPECT_THAT(svg, StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16.50mm\" "
                              "height=\"16.50mm\" viewBox=\"0 0 33 33\" "
                              "shape-rendering=\"crispEdges\""));
  EXPECT_THAT(svg, HasSubstr("<title>Code QR de l’attestation</title>"));
  EXPECT_THAT(svg, HasSubstr("<path fill=\"#fff\" d=\"M0 0h33v33H0z\"/>"));
}

}  // namespace
}  // namespace sceau::issue
