// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/document.h"
#include "document/pdf/testing.h"

namespace sceau::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Finding> BesidePagesOf(const Bytes& pdf) {
  const auto document = OpenDocument(pdf, Limits{});
  if (!document.ok()) {
    ADD_FAILURE() << document.status();
    return {};
  }
  return (*document)->FindBesidePages();
}

std::vector<Finding> WithCatalog(const std::string& entries, const std::string& of_page = "") {
  // The first object behind one page is number 8.
  const std::string file = testing::MakeStream("/Type/EmbeddedFile", "<invoice/>");
  return BesidePagesOf(testing::MakePdf({{"", "[0 0 9 9]", of_page}}, "", {entries, {file}}));
}

TEST(BesidePagesTest, FilesAreFoundWhereverTheyHang) {
  const char* const cases[] = {
      "/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 8 0 R>>>>]>>>>",
      "/Names<</EmbeddedFiles<</Kids[<</Names[(a)<</F(a)/EF<</F 8 0 R>>>>]>>]>>>>",
      "/AF[<</Type/Filespec/F(a)/EF<</F 8 0 R>>>>]",
  };
  for (const char* const entries : cases)
    EXPECT_THAT(WithCatalog(entries), ElementsAre(Finding{Reason::kDocumentAttachments, ""}))
        << entries;
  EXPECT_THAT(WithCatalog("", "/Annots[<</Subtype/FileAttachment/Rect[0 0 1 1]>>]"),
              ElementsAre(Finding{Reason::kDocumentAttachments, ""}));
}

TEST(BesidePagesTest, APortfolioShowsItsFiles) {
  EXPECT_THAT(WithCatalog("/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a)<<>>]>>>>"),
              ElementsAre(Finding{Reason::kDocumentAttachments, "portfolio"}));
}

TEST(BesidePagesTest, FormsOfXmlAreTold) {
  for (const char* const xfa : {"8 0 R", "[(template) 8 0 R]"})
    EXPECT_THAT(WithCatalog(std::string("/AcroForm<</Fields[]/XFA ") + xfa + ">>"),
                ElementsAre(Finding{Reason::kDocumentXfaForm, ""}))
        << xfa;
}

TEST(BesidePagesTest, AnOrdinaryFileHasNothing) {
  for (const char* const entries :
       {"", "/Names<</Dests<</Names[(a)[0]]>>/EmbeddedFiles<</Names[]>>>>",
        "/AcroForm<</Fields[]>>", "/Names 7/AcroForm 8/Collection 9/AF 10",
        "/Names<</EmbeddedFiles 3>>", "/AF[]"})
    EXPECT_THAT(WithCatalog(entries), IsEmpty()) << entries;
  EXPECT_THAT(WithCatalog("", "/Annots[<</Subtype/Link/Rect[0 0 1 1]>> 3 null]"), IsEmpty());
}

TEST(BesidePagesTest, FilesAreFoundInWhatOnlyPopplerOpens) {
  const std::string pdf(AsText(testing::MakePdf(
      {{"", "[0 0 9 9]"}}, "", {"/Names<</EmbeddedFiles<</Names[(a)<</F(a)>>]>>>>", {}})));
  // Where its table of objects is.
  const std::string damaged = pdf.substr(0, pdf.rfind("startxref")) + "startxref\n1\n%%EOF\n";
  EXPECT_THAT(BesidePagesOf(ToBytes(AsBytes(damaged))),
              ElementsAre(Finding{Reason::kDocumentAttachments, ""}));
}

}  // namespace
}  // namespace sceau::document
