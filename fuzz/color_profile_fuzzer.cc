// SPDX-License-Identifier: Apache-2.0
// A colour profile that a PDF brings: whatever its bytes are, nothing is read outside of them.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/pdf/content/plain_color.h"
#include "document/pdf/qpdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau::document;  // NOLINT(google-build-using-namespace)
  QPDF pdf;
  pdf.emptyPDF();
  const QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, std::string(data, data + size));
  for (const int components : {1, 3}) IsPlainProfile(stream, components);
  return 0;
}
