// SPDX-License-Identifier: Apache-2.0
#include "document/preload.h"

#include <iconv.h>

#include <string_view>

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

// Open until the process ends.
class Converter {
 public:
  Converter() : handle_(::iconv_open("UTF-8", "UTF-16")) {}
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

 private:
  iconv_t handle_;
};

// Poppler gives words in UTF-16; libc's code for it is loaded with the first conversion, and stays
// as long as one is open.
void PreloadPoppler() {
  TakePart(&sceau_part_poppler, "poppler").IgnoreError();
  static const Converter kept;
}

// Dictionaries of streams stand in the file as they are, in object streams never.
bool NamesFax(ByteSpan pdf) {
  return AsText(pdf).find("/CCITTFaxDecode") != std::string_view::npos;
}

void LoadQpdf() { TakePart(&sceau_part_qpdf, "qpdf").IgnoreError(); }
void LoadTiff() { TakePart(&sceau_part_tiff, "tiff").IgnoreError(); }

}  // namespace

void Preload(ByteSpan document, Drawing drawing) {
  const DocumentType type = DetectType(document);
  if (type != DocumentType::kPdf) return PreloadAll(type);
  LoadQpdf();
  if (NamesFax(document)) LoadTiff();
  if (drawing == Drawing::kPossible) PreloadPoppler();
}

void PreloadAll(DocumentType type) {
  switch (type) {
    case DocumentType::kPdf:
      LoadQpdf();
      LoadTiff();
      PreloadPoppler();
      return;
    case DocumentType::kTiff:
      LoadTiff();
      return;
    case DocumentType::kHeif:
      PreloadHeif();
      return;
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
