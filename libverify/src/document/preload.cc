// SPDX-License-Identifier: Apache-2.0
#include "document/preload.h"

#include "document/image/heif_library.h"

namespace sceau::document {
namespace {

// Its decoders are loaded with the first context.
void PreloadHeif() {
  const HeifLibrary* heif = LoadHeif();
  if (heif != nullptr) heif->heif_context_free(heif->heif_context_alloc());
}

}  // namespace

void Preload(DocumentType type) {
  switch (type) {
    case DocumentType::kHeif:
      PreloadHeif();
      return;
    case DocumentType::kPdf:
    case DocumentType::kTiff:
    case DocumentType::kJpeg:
    case DocumentType::kPng:
    case DocumentType::kWebp:
    case DocumentType::kGif:
    case DocumentType::kBmp:
    case DocumentType::kPnm:
    case DocumentType::kUnknown:
      return;
  }
}

}  // namespace sceau::document
