// SPDX-License-Identifier: Apache-2.0
#include "issue/draw.h"

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "issue/layout.h"
#include "issue/read_back.h"

namespace sceau::issue {
namespace {

constexpr int kPngPixelsPerModule = 8;

absl::Status DrawAll(const IssueOptions& options, IssuedAttestation& issued) {
  SCEAU_ASSIGN_OR_RETURN(const barcode::Modules code,
                         barcode::WriteQrCode(AsBytes(issued.seal_text)));
  if (options.drawing == Drawing::kPage) {
    SCEAU_ASSIGN_OR_RETURN(issued.pdf, DrawAttestationPdf(issued.attestation, code));
    if (!options.code_beside_page) return absl::OkStatus();
  }
  SCEAU_ASSIGN_OR_RETURN(issued.png, DrawCodePng(code, Symbology::kQrCode, kPngPixelsPerModule));
  issued.svg = DrawCodeSvg(code, Symbology::kQrCode);
  return absl::OkStatus();
}

}  // namespace

absl::Status Draw(const IssueOptions& options, ReadBack& read_back, IssuedAttestation& issued) {
  if (options.drawing != Drawing::kNone) SCEAU_RETURN_IF_ERROR(DrawAll(options, issued));
  return read_back.Check(issued);
}

}  // namespace sceau::issue
