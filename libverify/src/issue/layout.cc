// SPDX-License-Identifier: Apache-2.0
#include "issue/layout.h"

#include <cairo-pdf.h>

#include "base/status.h"
#include "fmt/chrono.h"
#include "fmt/format.h"
#include "issue/attestation_page.h"
#include "issue/attestation_words.h"
#include "issue/cairo_ptr.h"
#include "issue/page_style.h"
#include "issue/pdf_accessibility.h"

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
  set(CAIRO_PDF_METADATA_TITLE, kAttestationTitle);
  set(CAIRO_PDF_METADATA_AUTHOR, attestation.fund.name);
  set(CAIRO_PDF_METADATA_SUBJECT, "Attestation n° " + GroupedDocumentId(attestation.document_id));
  set(CAIRO_PDF_METADATA_CREATOR, "Sceau");
  set(CAIRO_PDF_METADATA_CREATE_DATE, issued);
  set(CAIRO_PDF_METADATA_MOD_DATE, issued);
}

// Shapes of letters at their true widths: hinting would fit them to pixels that paper has not.
void UnhintFonts(cairo_t* cr) {
  const FontOptionsPtr options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr, options.get());
}

}  // namespace

absl::StatusOr<std::string> DrawAttestationPdf(const Attestation& attestation,
                                               const barcode::Modules& code) {
  std::string pdf;
  const SurfacePtr surface(
      cairo_pdf_surface_create_for_stream(AppendToString, &pdf, kPageWidth, kPageHeight));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
  SetMetadata(surface.get(), attestation);
  {
    const CairoPtr cr(cairo_create(surface.get()));
    UnhintFonts(cr.get());
    SCEAU_RETURN_IF_ERROR(DrawPage(cr.get(), attestation, code));
    cairo_show_page(cr.get());
    if (cairo_status(cr.get()) != CAIRO_STATUS_SUCCESS) {
      return Refuse(Reason::kInternal, "pdf: not drawn");
    }
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return Refuse(Reason::kInternal, "pdf: not written");
  }
  return AddAccessibility(std::move(pdf), "fr-FR", kCodeDescription);
}

}  // namespace sceau::issue
