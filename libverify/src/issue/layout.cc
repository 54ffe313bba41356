// SPDX-License-Identifier: Apache-2.0
#include "issue/layout.h"

#include <cairo-pdf.h>

#include "base/status.h"
#include "fmt/chrono.h"
#include "fmt/format.h"
#include "issue/cairo_ptr.h"
#include "issue/code_drawing.h"
#include "issue/page_painter.h"
#include "issue/page_text.h"
#include "issue/pdf_accessibility.h"
#include "issue/pdf_update.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "layout/page_style.h"
#include "layout/page_words.h"

namespace sceau::issue {
namespace {

constexpr const char* kCodeDescription =
    "Code QR à lire avec Sceau\u00A0: il contient les informations de cette page et le sceau de "
    "l’organisme.";

// Nothing here comes from a clock: equal attestations give equal bytes.
void SetMetadata(cairo_surface_t* surface, const Attestation& attestation) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface, key, value.c_str());
  };
  const std::string issued = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", attestation.issued_at);
  set(CAIRO_PDF_METADATA_TITLE, layout::kAttestationTitle);
  set(CAIRO_PDF_METADATA_AUTHOR, attestation.fund.name);
  set(CAIRO_PDF_METADATA_SUBJECT,
      "Attestation n° " + layout::GroupedDocumentId(attestation.document_id));
  set(CAIRO_PDF_METADATA_CREATOR, "Sceau");
  set(CAIRO_PDF_METADATA_CREATE_DATE, issued);
  set(CAIRO_PDF_METADATA_MOD_DATE, issued);
}

// Leaves the letters as the font has them: hinting would fit them to pixels, and paper has none.
void UnhintFonts(cairo_t* cr) {
  const FontOptionsPtr options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr, options.get());
}

// Measures on the surface that the text will be drawn on.
class PangoText : public layout::ForeignText {
 public:
  explicit PangoText(cairo_t* cr) : cr_(cr) {}

  absl::StatusOr<layout::BlockSize> Measure(std::string_view text, const layout::TextStyle& style,
                                            double width) override {
    const TextBlock block(cr_, text, style, width);
    if (block.has_unknown_glyphs())
      return Refuse(Reason::kClaimsNoFont, "page: a character that no installed font has");
    return layout::BlockSize{block.height(), block.baseline()};
  }

 private:
  cairo_t* cr_;
};

absl::Status DrawPage(cairo_t* cr, const Attestation& attestation, int modules) {
  SCEAU_ASSIGN_OR_RETURN(const layout::Fonts* fonts, layout::Fonts::OfThread());
  PangoText foreign(cr);
  SCEAU_ASSIGN_OR_RETURN(const layout::PageDrawing drawing,
                         layout::LayOut(attestation, modules, *fonts, &foreign));
  return Paint(cr, drawing);
}

}  // namespace

absl::StatusOr<std::string> DrawAttestationPdf(const Attestation& attestation,
                                               const barcode::Modules& code) {
  std::string pdf;
  const SurfacePtr surface(cairo_pdf_surface_create_for_stream(
      AppendToString, &pdf, layout::kPageWidth, layout::kPageHeight));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
  SetMetadata(surface.get(), attestation);
  {
    const CairoPtr cr(cairo_create(surface.get()));
    UnhintFonts(cr.get());
    SCEAU_RETURN_IF_ERROR(DrawPage(cr.get(), attestation, code.size));
    cairo_show_page(cr.get());
    if (cairo_status(cr.get()) != CAIRO_STATUS_SUCCESS) {
      return Refuse(Reason::kInternal, "pdf: not drawn");
    }
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return Refuse(Reason::kInternal, "pdf: not written");
  }
  SCEAU_ASSIGN_OR_RETURN(PdfUpdate update, PdfUpdate::Of(std::move(pdf)));
  SCEAU_RETURN_IF_ERROR(PutCode(code, update));
  SCEAU_RETURN_IF_ERROR(AddAccessibility("fr-FR", kCodeDescription, update));
  return std::move(update).Take();
}

}  // namespace sceau::issue
