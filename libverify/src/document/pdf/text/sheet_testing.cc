// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/sheet_testing.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

#include "document/pdf/content/streams.h"
#include "document/pdf/text/text_reader.h"
#include "fmt/format.h"

namespace sceau::document::testing {
namespace {

class AllShown : public Layers {
 public:
  GraphicsState::Layer StateOf(QPDFObjectHandle /*group*/) const override {
    return GraphicsState::Layer::kOn;
  }
};

}  // namespace

std::optional<PageText> Read(ByteSpan bytes, const Limits& limits) {
  BoundStreamFilters();
  QPDF pdf;
  pdf.processMemoryFile("test", reinterpret_cast<const char*>(bytes.data()), bytes.size());
  QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
  const std::vector<double> box = NumbersOf(page.getKey("/MediaBox"));
  const double k = kPixelsPerPoint;
  const PageGeometry geometry{{k, 0, 0, -k, 0, k * box.at(3)},
                              static_cast<int>(k * box.at(2)),
                              static_cast<int>(k * box.at(3))};
  const auto content = ReadStream(page.getKey("/Contents"), limits.pdf_content_bytes);
  return ReadPageText(pdf, page, page.getKey("/Resources"), *content, geometry, AllShown{}, limits);
}

Bytes Write(const Sheet& sheet) {
  QPDF pdf;
  pdf.emptyPDF();
  std::string font = sheet.font;
  if (const std::size_t at = font.find("@widths"); at != font.npos) {
    std::string widths = "[";
    for (int i = 0; i < 256; ++i) widths += " 600";
    font.replace(at, 7, widths + "]");
  }
  QPDFObjectHandle dictionary = pdf.makeIndirectObject(QPDFObjectHandle::parse(font));
  if (!sheet.to_unicode.empty())
    dictionary.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, sheet.to_unicode));
  QPDFObjectHandle page = pdf.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 300 100] " + sheet.page +
                              " /Resources << /Font << >> " + sheet.resources + " >> >>"));
  page.getKey("/Resources").getKey("/Font").replaceKey("/F", dictionary);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, sheet.content));
  pdf.addPage(page, true);
  if (!sheet.producer.empty()) {
    QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Producer", QPDFObjectHandle::newString(sheet.producer));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(information));
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

std::string Line(double x, double y, const std::string& show) {
  return fmt::format("BT /F 10 Tf {} {} Td {} ET\n", x, y, show);
}

}  // namespace sceau::document::testing
