// SPDX-License-Identifier: Apache-2.0
#include "issue/draw.h"

#include "barcode/write.h"
#include "base/part.h"
#include "base/status.h"
#include "issue/cairo_part.h"

namespace sceau::issue {
namespace {

constexpr int kPngPixelsPerModule = 8;

// What leaves must give back its own seal when it is read as a verifier reads it.
absl::Status ReadBack(isolation::Reader& reader, const std::string& document,
                      const std::string& seal_text, const Limits& limits) {
  const auto read = reader.Read(AsBytes(document), limits);
  if (!read.ok() && ReasonOf(read.status()) == Reason::kIsolationUnavailable) return read.status();
  if (!read.ok())
    return Refuse(Reason::kIssueReadBack, std::string(ReasonCode(ReasonOf(read.status()))));
  if (read->content.pages.size() != 1 || !read->problems.empty())
    return Refuse(Reason::kIssueReadBack, "pages");
  const std::vector<Symbol>& symbols = read->content.pages.front().symbols;
  if (symbols.size() != 1 || AsText(symbols.front().payload) != seal_text)
    return Refuse(Reason::kIssueReadBack, "the code on the page is not the seal");
  return absl::OkStatus();
}

}  // namespace

absl::Status Draw(const IssueOptions& options, isolation::Reader& reader,
                  IssuedAttestation& issued) {
  if (options.drawing == Drawing::kNone) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(const barcode::Modules code,
                         barcode::WriteSymbol(Symbology::kQrCode, AsBytes(issued.seal_text)));
  SCEAU_ASSIGN_OR_RETURN(const CairoPart* cairo, TakePart(&sceau_part_cairo, "cairo"));
  const bool with_page = options.drawing == Drawing::kPage;
  if (with_page) {
    SCEAU_ASSIGN_OR_RETURN(issued.pdf, cairo->draw_attestation_pdf(issued.attestation, code));
  }
  SCEAU_ASSIGN_OR_RETURN(issued.png,
                         cairo->draw_code_png(code, Symbology::kQrCode, kPngPixelsPerModule));
  issued.svg = cairo->draw_code_svg(code, Symbology::kQrCode);
  return ReadBack(reader, with_page ? issued.pdf : issued.png, issued.seal_text, options.limits);
}

}  // namespace sceau::issue
