// SPDX-License-Identifier: Apache-2.0
#include "issue/code_drawing.h"

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "codec/zlib.h"
#include "fmt/format.h"
#include "issue/cairo_ptr.h"
#include "issue/layout.h"
#include "layout/lay_out.h"

namespace sceau::issue {
namespace {

static_assert(layout::kQuietModules == barcode::QuietZone(Symbology::kQrCode));

// Dark modules side by side in a row.
struct Run {
  int x;
  int y;
  int length;
};

std::vector<Run> DarkRuns(const barcode::Modules& code) {
  std::vector<Run> runs;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.at(x, y)) continue;
      const int start = x;
      while (x < code.size && code.at(x, y)) ++x;
      runs.push_back({start, y, x - start});
    }
  }
  return runs;
}

std::string_view CodeTitle(Symbology symbology) {
  switch (symbology) {
    case Symbology::kQrCode:
      return "Code QR de l’attestation";
    case Symbology::kDataMatrix:
      return "Code Data Matrix du document";
    case Symbology::kText:
      break;
  }
  return {};
}

// Of a picture of one pixel: nothing else on a page of ours is one.
bool IsPlaceOfCode(std::string_view dictionary) {
  const auto has = [&](std::string_view entry) {
    return dictionary.find(entry) != dictionary.npos;
  };
  return has("/Subtype /Image\n") && has("/Width 1\n") && has("/Height 1\n");
}

}  // namespace

void KeepPlaceForCode(cairo_t* cr, double x, double y, double side) {
  const SurfacePtr pixel(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, side, side);
  cairo_set_source_surface(cr, pixel.get(), 0, 0);
  cairo_paint(cr);
  cairo_restore(cr);
}

absl::Status PutCode(const barcode::Modules& code, PdfUpdate& update) {
  std::string path = "0 g\n";
  for (const Run& run : DarkRuns(code))
    path += fmt::format("{} {} {} 1 re\n", run.x, run.y, run.length);
  path += "f";
  SCEAU_ASSIGN_OR_RETURN(const Bytes deflated,
                         codec::Deflate(AsBytes(path), codec::DeflateKind::kNoise));
  // From modules, counted down from the top, to the square that a picture fills.
  const int quiet = layout::kQuietModules;
  const std::string dictionary = fmt::format(
      "/Type /XObject\n   /Subtype /Form\n   /BBox [{0} {0} {1} {1}]\n"
      "   /Matrix [{2:.12f} 0 0 -{2:.12f} 0 1]\n   /Resources << >>\n   /Filter /FlateDecode",
      -quiet, code.size + quiet, 1.0 / code.size);
  bool kept = false;
  for (std::size_t number = 1; number < update.end_of_numbers(); ++number) {
    const auto found = update.DictionaryOfStream(number);
    if (!found || !IsPlaceOfCode(*found)) continue;
    update.ReplaceByStream(number, dictionary, AsText(deflated));
    kept = true;
  }
  return kept ? absl::OkStatus() : Refuse(Reason::kInternal, "pdf: no place for the code");
}

absl::StatusOr<std::string> DrawCodePng(const barcode::Modules& code, Symbology symbology,
                                        int pixels_per_module) {
  constexpr int kMaxPixelsPerModule = 100;  // 185 modules make 18,500 pixels; Cairo ends at 32,767
  if (pixels_per_module < 1 || pixels_per_module > kMaxPixelsPerModule) {
    return Refuse(Reason::kUsage, "pixels per module: outside 1 to 100");
  }
  const int quiet = barcode::QuietZone(symbology);
  const int side = (code.size + 2 * quiet) * pixels_per_module;
  // Cairo writes an A8 surface as an 8-bit grey PNG, so its bytes are luminances.
  const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_A8, side, side));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return Refuse(Reason::kInternal, "png: no image surface");
  }
  unsigned char* pixels = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  std::memset(pixels, 0xFF, stride * static_cast<std::size_t>(side));
  const auto pixels_of = [&](int modules) {
    return static_cast<std::size_t>(modules) * static_cast<std::size_t>(pixels_per_module);
  };
  for (const Run& run : DarkRuns(code)) {
    unsigned char* corner = pixels + pixels_of(run.y + quiet) * stride + pixels_of(run.x + quiet);
    for (std::size_t row = 0; row < pixels_of(1); ++row) {
      std::memset(corner + row * stride, 0, pixels_of(run.length));
    }
  }
  cairo_surface_mark_dirty(surface.get());
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), AppendToString, &png) !=
      CAIRO_STATUS_SUCCESS) {
    return Refuse(Reason::kInternal, "png: not written");
  }
  return png;
}

std::string DrawCodeSvg(const barcode::Modules& code, Symbology symbology) {
  const int quiet = barcode::QuietZone(symbology);
  const int side = code.size + 2 * quiet;
  std::string path;
  for (const Run& run : DarkRuns(code)) {
    path += fmt::format("M{} {}h{}v1h-{}z", run.x + quiet, run.y + quiet, run.length, run.length);
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}mm\" height=\"{0:.2f}mm\" "
      "viewBox=\"0 0 {1} {1}\" shape-rendering=\"crispEdges\" role=\"img\" xml:lang=\"fr\">\n"
      "<title>{2}</title>\n"
      "<path fill=\"#fff\" d=\"M0 0h{1}v{1}H0z\"/>\n"
      "<path fill=\"#000\" d=\"{3}\"/>\n"
      "</svg>\n",
      side * layout::kMinModuleMillimetres, side, CodeTitle(symbology), path);
}

}  // namespace sceau::issue
