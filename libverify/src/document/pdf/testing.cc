// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/testing.h"

#include <cstddef>

#include "fmt/format.h"

namespace sceau::document::testing {

std::string MakeStream(const std::string& entries, const std::string& data) {
  return fmt::format("<</Length {}{}>>\nstream\n{}\nendstream", data.size(), entries, data);
}

Bytes MakePdf(const std::vector<PdfPage>& pages, const std::string& producer,
              const PdfExtras& extras) {
  constexpr std::size_t kFirstPage = 6;  // then a page and its content in turn
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", kFirstPage + 2 * i);
  std::vector<std::string> objects = {
      fmt::format("<</Type/Catalog/Pages 2 0 R{}>>", extras.catalog),
      fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages.size(), kids),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/GlyphLessFont/Encoding/WinAnsiEncoding>>",
      fmt::format("<</Producer({})>>", producer),
  };
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox{}/Contents {} 0 R"
                    "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{}>>{}>>",
                    pages[i].media_box, kFirstPage + 2 * i + 1, pages[i].resources, pages[i].more));
    objects.push_back(fmt::format("<</Length {}>>\nstream\n{}\nendstream",
                                  pages[i].content.size() + 1, pages[i].content));
  }

  objects.insert(objects.end(), extras.objects.begin(), extras.objects.end());

  std::string file = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  file += fmt::format(
      "xref\n0 {}\n0000000000 65535 f \n{}trailer\n<</Root 1 0 R/Info 5 0 R/Size {}>>\n"
      "startxref\n{}\n%%EOF\n",
      objects.size() + 1, table, objects.size() + 1, start);
  return ToBytes(AsBytes(file));
}

}  // namespace sceau::document::testing
