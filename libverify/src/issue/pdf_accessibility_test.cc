// SPDX-License-Identifier: Apache-2.0
#include "issue/pdf_accessibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler-document.h>

#include <memory>
#include <string>

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "issue/layout.h"
#include "layout/attestation_testing.h"

namespace sceau::issue {
namespace {

using layout::OnePerson;

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string AttestationPdf() {
  const auto code = barcode::WriteQrCode(AsBytes("AD1:TEST"));
  return *DrawAttestationPdf(OnePerson(), *code);
}

// As Cairo left it: without the update.
std::string CairoPdf() {
  const std::string pdf = AttestationPdf();
  return pdf.substr(0, pdf.find("%%EOF\n") + 6);
}

absl::StatusOr<std::string> WithAccessibility(const std::string& pdf, std::string_view language,
                                              std::string_view figure_text) {
  SCEAU_ASSIGN_OR_RETURN(PdfUpdate update, PdfUpdate::Of(pdf));
  SCEAU_RETURN_IF_ERROR(AddAccessibility(language, figure_text, update));
  return std::move(update).Take();
}

TEST(PdfAccessibilityTest, AppendsLanguageAlternativeTextAndScopes) {
  const std::string before = CairoPdf();
  const auto after = WithAccessibility(before, "fr-FR", "aé");
  ASSERT_TRUE(after.ok()) << after.status();
  EXPECT_THAT(*after, StartsWith(before));
  const std::string update = after->substr(before.size());
  EXPECT_THAT(update, HasSubstr("/Lang (fr-FR)"));
  EXPECT_THAT(update, HasSubstr("/DisplayDocTitle true"));
  EXPECT_THAT(update, HasSubstr("/S /Figure"));
  EXPECT_THAT(update, HasSubstr("/Alt <FEFF006100E9>"));
  EXPECT_THAT(update, HasSubstr("/A << /O /Table /Scope /Column >>"));
  EXPECT_THAT(update, HasSubstr("/CreationDate (D:20261123100000"));
}

TEST(PdfAccessibilityTest, TheResultIsReadThroughTheUpdate) {
  const std::string pdf = AttestationPdf();
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  ASSERT_NE(document, nullptr);
  EXPECT_EQ(document->pages(), 1);
  EXPECT_EQ(document->info_date_t("CreationDate"), 1'795'428'000);
}

TEST(PdfAccessibilityTest, WritesCharactersBeyondTheFirstPlane) {
  const auto pdf = WithAccessibility(CairoPdf(), "fr", "\U0001F600");
  ASSERT_TRUE(pdf.ok());
  EXPECT_THAT(*pdf, HasSubstr("/Alt <FEFFD83DDE00>"));
}

TEST(PdfAccessibilityTest, OtherFilesAreRefused) {
  const std::string pdf = CairoPdf();
  for (const std::string& other :
       {std::string(), std::string("%PDF-1.4"), std::string("startxref\n99999999999999999999"),
        std::string("startxref\n5\n"), pdf.substr(0, pdf.size() / 2),
        pdf.substr(0, pdf.rfind("trailer"))}) {
    const auto result = WithAccessibility(other, "fr", "x");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(ReasonOf(result.status()), Reason::kInternal);
  }
}

TEST(PdfAccessibilityTest, DamagedTablesAreRefusedOrHarmless) {
  const std::string pdf = CairoPdf();
  for (std::size_t at = pdf.rfind("xref\n0 "); at < pdf.size(); ++at) {
    std::string damaged = pdf;
    damaged[at] = '9';
    const auto result = WithAccessibility(damaged, "fr", "x");
    if (result.ok()) {
      EXPECT_THAT(*result, StartsWith(damaged));
    }
  }
}

}  // namespace
}  // namespace sceau::issue
