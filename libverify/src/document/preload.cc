// SPDX-License-Identifier: Apache-2.0
#include "document/preload.h"

#include <iconv.h>

#include "base/part.h"
#include "document/image/heif_library.h"
#include "document/image/tiff_part.h"
#include "document/pdf/poppler_part.h"
#include "document/pdf/qpdf_part.h"

namespace sceau::document {
namespace {

// Its decoders are loaded with the first context.
void PreloadHeif() {
  const HeifLibrary* heif = LoadHeif();
  if (heif != nullptr) heif->heif_context_free(heif->heif_context_alloc());
}

// Poppler gives words in UTF-16; libc's code for it is loaded with the first conversion, and stays
// as long as one is open.
void PreloadPoppler() {
  TakePart(&sceau_part_poppler, "poppler").IgnoreError();
  [[maybe_unused]] static const iconv_t kept = ::iconv_open("UTF-8", "UTF-16");
}

}  // namespace

void Preload(DocumentType type, Drawing drawing) {
  switch (type) {
    case DocumentType::kPdf:
      TakePart(&sceau_part_qpdf, "qpdf").IgnoreError();
      if (drawing == Drawing::kPossible) PreloadPoppler();
      return;
    case DocumentType::kTiff:
      TakePart(&sceau_part_tiff, "tiff").IgnoreError();
      return;
    case DocumentType::kHeic:
      PreloadHeif();
      return;
    case DocumentType::kJpeg:
    case DocumentType::kPng:
    case DocumentType::kWebp:
    case DocumentType::kPnm:
    case DocumentType::kUnknown:
      return;
  }
}

}  // namespace sceau::document
