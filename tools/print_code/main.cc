// SPDX-License-Identifier: Apache-2.0
// sceau-print-code PAYLOAD -o OUT.pdf|OUT.png: prints any bytes as a QR code or Data Matrix,
// anywhere on an A4 page. It makes papers that an issuer would never make: forged seals, foreign
// seals, codes of another kind.
#include <cairo-pdf.h>
#include <cairo.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "barcode/write/write_symbol.h"
#include "base/file.h"
#include "base/status.h"

namespace sceau {
namespace {

constexpr double kA4WidthMm = 210;
constexpr double kA4HeightMm = 297;
constexpr double kMillimetresPerInch = 25.4;
constexpr double kPointsPerInch = 72;
constexpr std::size_t kMaxPayload = 8192;

struct Request {
  std::string payload_path;
  std::string output;
  Symbology symbology = Symbology::kQrCode;
  std::vector<double> at_mm = {120, 60};  // top left of the first module
  double module_mm = 0.5;
  double dpi = 200;                // of a PNG
  std::vector<std::string> lines;  // printed above the code
};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

// The page in millimetres, whatever the surface's own unit.
void Draw(cairo_t* page, const Request& request, const barcode::Modules& code) {
  cairo_set_source_rgb(page, 1, 1, 1);
  cairo_paint(page);
  cairo_set_source_rgb(page, 0, 0, 0);
  cairo_select_font_face(page, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(page, 5);
  double baseline = 30;
  for (const std::string& line : request.lines) {
    cairo_move_to(page, 20, baseline);
    cairo_show_text(page, line.c_str());
    baseline += 9;
  }
  // Neighbours share an edge: without antialiasing no light line shows between them.
  cairo_set_antialias(page, CAIRO_ANTIALIAS_NONE);
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.at(x, y)) continue;
      cairo_rectangle(page, request.at_mm[0] + x * request.module_mm,
                      request.at_mm[1] + y * request.module_mm, request.module_mm,
                      request.module_mm);
    }
  }
  cairo_fill(page);
}

bool WritePage(const Request& request, const barcode::Modules& code) {
  const bool png = request.output.ends_with(".png");
  const double unit = (png ? request.dpi : kPointsPerInch) / kMillimetresPerInch;
  const Surface surface(
      png ? cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kA4WidthMm * unit),
                                       static_cast<int>(kA4HeightMm * unit))
          : cairo_pdf_surface_create(request.output.c_str(), kA4WidthMm * unit, kA4HeightMm * unit),
      cairo_surface_destroy);
  {
    const Context page(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(page.get(), unit, unit);
    Draw(page.get(), request, code);
    cairo_show_page(page.get());
  }
  if (png)
    return cairo_surface_write_to_png(surface.get(), request.output.c_str()) ==
           CAIRO_STATUS_SUCCESS;
  cairo_surface_finish(surface.get());
  return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "sceau-print-code: error: %s %s\n",
               std::string(ReasonCode(ReasonOf(status))).c_str(), DetailOf(status).c_str());
  return EXIT_FAILURE;
}

int Main(int argc, char** argv) {
  CLI::App app("Draws any payload as a code on an A4 page");
  Request request;
  app.add_option("payload", request.payload_path, "a file: all its bytes are the payload")
      ->required();
  app.add_option("-o,--output", request.output, "OUT.pdf or OUT.png")->required();
  app.add_option("--symbology", request.symbology, "qr or datamatrix")
      ->transform(CLI::CheckedTransformer(std::vector<std::pair<std::string, Symbology>>{
          {"qr", Symbology::kQrCode}, {"datamatrix", Symbology::kDataMatrix}}));
  app.add_option("--at-mm", request.at_mm, "where its top left is, X,Y")
      ->delimiter(',')
      ->expected(2);
  app.add_option("--module-mm", request.module_mm, "side of a module")->check(CLI::PositiveNumber);
  app.add_option("--dpi", request.dpi, "of a PNG")->check(CLI::Range(36, 600));
  app.add_option("--line", request.lines, "a line of text above the code; may be repeated");
  CLI11_PARSE(app, argc, argv);

  const absl::StatusOr<Bytes> payload = ReadFile(request.payload_path, kMaxPayload);
  if (!payload.ok()) return Fail(payload.status());
  const absl::StatusOr<barcode::Modules> code = barcode::WriteSymbol(request.symbology, *payload);
  if (!code.ok()) return Fail(code.status());
  if (!WritePage(request, *code)) return Fail(Refuse(Reason::kOutputNotWritten));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) {
  try {
    return sceau::Main(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sceau-print-code: error: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
