// SPDX-License-Identifier: Apache-2.0
#include "helper/warm_up.h"

#include <memory>
#include <string>
#include <vector>

#include "base/status.h"
#include "decode/in_process_reader.h"
#include "document/pdf/poppler/poppler_document.h"
#include "document/preload.h"
#include "fmt/format.h"

namespace sceau::helper {
namespace {

// One small page with a word in a font that the file does not have, so that fonts are looked up.
std::string WarmPage() {
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 72 72]>>",
      "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length 33>>stream\nBT /F 12 Tf 9 30 Td (Sceau) Tj ET\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  };
  std::string pdf = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                     start);
}

}  // namespace

void WarmUp() {
  document::Preload(DocumentType::kHeif);
  static const std::string page = WarmPage();
  // Where this fails, each document fails too and says why.
  static const auto kept = document::OpenPopplerDocument(AsBytes(page), Limits{});
  for (const auto source : {isolation::PageSource::kParts, isolation::PageSource::kDrawing})
    decode::MakeInProcessReader({.source = source})->Read(AsBytes(page), Limits{}).IgnoreError();
}

}  // namespace sceau::helper
