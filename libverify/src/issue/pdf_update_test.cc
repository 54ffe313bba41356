// SPDX-License-Identifier: Apache-2.0
#include "issue/pdf_update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/status.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// As Cairo writes them: a catalog, a stream, a number and the information.
std::string FourObjects() {
  const std::vector<std::string> objects = {
      "<< /Type /Catalog\n   /Pages 9 0 R\n>>",
      "<< /Subtype /Image\n   /Length 3\n>>\nstream\nabc\nendstream", "3", "<< /Producer (a)\n>>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 5\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format(
             "trailer\n<< /Size 5\n   /Root 1 0 R\n   /Info 4 0 R\n>>\nstartxref\n{}\n%%EOF\n",
             start);
}

TEST(PdfUpdateTest, TellsDictionariesFromStreams) {
  const PdfUpdate update = *PdfUpdate::Of(FourObjects());
  EXPECT_EQ(update.end_of_numbers(), 5U);
  EXPECT_EQ(update.catalog(), 1U);
  EXPECT_EQ(update.info(), 4U);
  const struct {
    std::size_t number;
    std::optional<std::string> dictionary;
    std::optional<std::string> of_stream;
  } kObjects[] = {{0, std::nullopt, std::nullopt},
                  {1, "/Type /Catalog\n   /Pages 9 0 R", std::nullopt},
                  {2, std::nullopt, "/Subtype /Image\n   /Length 3"},
                  {3, std::nullopt, std::nullopt},
                  {4, "/Producer (a)", std::nullopt},
                  {5, std::nullopt, std::nullopt}};
  for (const auto& object : kObjects) {
    SCOPED_TRACE(object.number);
    EXPECT_EQ(update.Dictionary(object.number), object.dictionary);
    EXPECT_EQ(update.DictionaryOfStream(object.number), object.of_stream);
  }
}

TEST(PdfUpdateTest, AppendsWhatWasReplaced) {
  PdfUpdate update = *PdfUpdate::Of(FourObjects());
  update.ReplaceDictionary(1, "/Type /Catalog\n   /Lang (fr)");
  update.ReplaceByStream(2, "/Subtype /Form", "0 g");
  const std::string pdf = std::move(update).Take();
  EXPECT_THAT(pdf, StartsWith(FourObjects()));
  const std::string form =
      "2 0 obj\n<< /Subtype /Form\n   /Length 3\n>>\nstream\n0 g\nendstream\nendobj\n";
  const std::string catalog = "1 0 obj\n<< /Type /Catalog\n   /Lang (fr)\n>>\nendobj\n";
  EXPECT_THAT(pdf, HasSubstr(catalog + form + "xref\n0 1\n"));
  EXPECT_THAT(pdf, HasSubstr(fmt::format("\n1 1\n{:010} 00000 n \n", pdf.rfind(catalog))));
  EXPECT_THAT(pdf, HasSubstr(fmt::format("\n2 1\n{:010} 00000 n \n", pdf.rfind(form))));
  EXPECT_THAT(pdf, HasSubstr(fmt::format("/Prev {}\n", FourObjects().rfind("xref\n0 5"))));
  EXPECT_THAT(pdf, HasSubstr(fmt::format("startxref\n{}\n", pdf.rfind("xref\n0 1"))));
}

TEST(PdfUpdateTest, RefusesAFileWithoutAClassicTable) {
  const std::string pdf = FourObjects();
  for (const std::string& other :
       {std::string(), pdf.substr(0, pdf.find("trailer")), pdf.substr(pdf.find("xref"))})
    EXPECT_EQ(ReasonOf(PdfUpdate::Of(other).status()), Reason::kInternal);
}

}  // namespace
}  // namespace sceau::issue
