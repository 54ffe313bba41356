// SPDX-License-Identifier: Apache-2.0
#include "issue/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "barcode/write/qr_code.h"
#include "barcode/write/read_back_testing.h"
#include "base/status.h"
#include "layout/attestation_testing.h"
#include "layout/lay_out.h"

namespace sceau::issue {
namespace {

using layout::ManyRightsAndDependants;
using layout::OnePerson;
using layout::TwoChildren;

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string SealText(std::size_t length) {
  constexpr std::string_view kBase45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  std::mt19937 random(2);
  std::string text = "AD1:";
  while (text.size() < length) text += kBase45[random() % kBase45.size()];
  return text;
}

barcode::Modules CodeOfLength(std::size_t length) {
  return *barcode::WriteQrCode(AsBytes(SealText(length)));
}

std::string Draw(const Attestation& attestation, std::size_t seal_length = 400) {
  const auto pdf = DrawAttestationPdf(attestation, CodeOfLength(seal_length));
  EXPECT_TRUE(pdf.ok()) << pdf.status();
  return pdf.value_or("");
}

std::string Utf8(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

class Pdf {
 public:
  explicit Pdf(std::string bytes)
      : bytes_(std::move(bytes)),
        document_(
            poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size()))),
        page_(document_->create_page(0)) {}

  poppler::document& document() { return *document_; }
  poppler::page& page() { return *page_; }

  // In the order in which it is drawn, which is that of its tags; one space between words.
  std::string Text() {
    std::istringstream words(Utf8(page_->text(poppler::rectf(), poppler::page::raw_order_layout)));
    std::string text;
    std::string word;
    while (words >> word) text += word + " ";
    return text;
  }

 private:
  std::string bytes_;  // Poppler reads from it while the document lives
  std::unique_ptr<poppler::document> document_;
  std::unique_ptr<poppler::page> page_;
};

void ExpectInOrder(std::string_view text, const std::vector<std::string_view>& facts) {
  std::size_t at = 0;
  for (const std::string_view fact : facts) {
    const std::size_t found = text.find(fact, at);
    ASSERT_NE(found, std::string_view::npos) << fact << " after offset " << at << " of\n" << text;
    at = found + fact.size();
  }
}

TEST(AttestationPdfTest, IsOneTaggedA4Page) {
  Pdf pdf(Draw(OnePerson()));
  EXPECT_EQ(pdf.document().pages(), 1);
  EXPECT_NEAR(pdf.page().page_rect().width(), 595.28, 0.01);
  EXPECT_NEAR(pdf.page().page_rect().height(), 841.89, 0.01);
  EXPECT_EQ(Utf8(pdf.document().get_title()), "Attestation de droits à l’assurance maladie");
  EXPECT_EQ(Utf8(pdf.document().get_author()), "Caisse primaire d’assurance maladie de Paris");
  EXPECT_EQ(pdf.document().get_creation_date_t(), OnePerson().issued_at.time_since_epoch().count());
}

TEST(AttestationPdfTest, FontsAreEmbedded) {
  Pdf pdf(Draw(TwoChildren()));
  const auto fonts = pdf.document().fonts();
  ASSERT_FALSE(fonts.empty());
  for (const auto& font : fonts) EXPECT_TRUE(font.is_embedded()) << font.name();
}

TEST(AttestationPdfTest, SaysAllFactsInReadingOrder) {
  Pdf pdf(Draw(TwoChildren()));
  ExpectInOrder(pdf.Text(), {"Caisse primaire d’assurance maladie de Paris",
                             "01 751 0000",
                             "Attestation de droits à l’assurance maladie",
                             "Document établi le 23/11/2026",
                             "JIPZ AA6H LAV6 4YIN",
                             "valable du 23/11/2026 au 22/05/2027 inclus",
                             "Nom de naissance LEFÈVRE",
                             "Nom d’usage DUPRÉ",
                             "Prénoms Zoé Hélène",
                             "Né(e) le 12/05/1984",
                             "Rang de naissance 1",
                             "Numéro de sécurité sociale 2 84 05 88 321 025 32",
                             "Qualité Assuré(e)",
                             "Organisme de rattachement 01 751 0000",
                             "Assurance maladie (base) 01/01/2026 sans date de fin",
                             "Complémentaire santé solidaire sans participation financière",
                             "01/09/2026 31/08/2027",
                             "Ayants droit rattachés",
                             "DUPRÉ Loïc Noël 04/07/2015 1",
                             "DUPRÉ Maëlys 00/00/2019 1",
                             "Comment vérifier",
                             "Sceau"});
}

TEST(AttestationPdfTest, LeavesOutWhatIsNotSaid) {
  Attestation attestation = OnePerson();
  attestation.holder.name_in_use.reset();
  attestation.holder.nir.reset();
  attestation.holder.role = Role::kDependant;
  const std::string text = Pdf(Draw(attestation)).Text();
  EXPECT_THAT(text, AllOf(Not(HasSubstr("usage")), Not(HasSubstr("sécurité sociale")),
                          Not(HasSubstr("rattachés")), Not(HasSubstr("Remplace"))));
  EXPECT_THAT(text, HasSubstr("Qualité Ayant droit"));
}

TEST(AttestationPdfTest, NamesTheAttestationThatItReplaces) {
  Attestation attestation = OnePerson();
  attestation.replaces = DocumentId{};
  EXPECT_THAT(Pdf(Draw(attestation)).Text(),
              HasSubstr("Remplace l’attestation n° AAAA AAAA AAAA AAAA"));
}

// A cell that wraps here would spoil the page of nearly everyone.
TEST(AttestationPdfTest, TheRowsOfAPlainAttestationDoNotWrap) {
  Pdf pdf(Draw(OnePerson()));
  EXPECT_THAT(Utf8(pdf.page().text(poppler::rectf(), poppler::page::raw_order_layout)),
              HasSubstr("sans date de fin\n"));
}

// The wordings that no paper of ours may have (it proves rights, and is nobody's card).
TEST(AttestationPdfTest, ClaimsNoMoreThanItIs) {
  const std::string text = Pdf(Draw(TwoChildren())).Text();
  for (const std::string_view wording :
       {"Vitale", "ameli", "garantie de paiement", "officiel", "authentique"}) {
    EXPECT_THAT(text, Not(HasSubstr(wording)));
  }
}

TEST(AttestationPdfTest, DaysAreThoseOfParis) {
  Attestation attestation = OnePerson();
  attestation.issued_at = StartOfParisDay(layout::Day(2026, 7, 14));  // the 13th, 22:00 UTC
  EXPECT_THAT(Pdf(Draw(attestation)).Text(), HasSubstr("Document établi le 14/07/2026"));
}

TEST(AttestationPdfTest, TextOfTheClaimsIsNeverMarkup) {
  Attestation attestation = OnePerson();
  attestation.holder.birth_name = "<b>O’NEIL</b> &amp;";
  attestation.fund.name = "Caisse <i> & \\";
  const std::string text = Pdf(Draw(attestation)).Text();
  EXPECT_THAT(text, HasSubstr("Nom de naissance <b>O’NEIL</b> &amp;"));
  EXPECT_THAT(text, StartsWith("Caisse <i> & \\"));
}

TEST(AttestationPdfTest, EqualAttestationsGiveEqualBytes) {
  EXPECT_EQ(Draw(TwoChildren()), Draw(TwoChildren()));
  EXPECT_NE(Draw(TwoChildren()), Draw(OnePerson()));
}

struct PageCode {
  barcode::ReadBack read;
  double millimetres_per_module = 0;
};

PageCode ReadPageCode(const std::string& bytes, int modules, double dpi) {
  Pdf pdf(bytes);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  const poppler::image image = renderer.render_page(&pdf.page(), dpi, dpi);
  Bytes pixels;
  for (int y = 0; y < image.height(); ++y) {
    const char* row = image.const_data() + std::ptrdiff_t{y} * image.bytes_per_row();
    pixels.insert(pixels.end(), row, row + image.width());
  }
  const auto read = barcode::ReadPixels(
      Symbology::kQrCode, {pixels.data(), image.width(), image.height(), image.width()}, false);
  return {read, read.side / modules * 25.4 / dpi};
}

// From the shortest seal to one that fills half of the page's width.
TEST(AttestationPdfTest, CodeReadsBackWithModulesOfHalfAMillimetre) {
  for (const std::size_t length : {100U, 400U, 480U, 600U, 1000U, 2000U, 3391U}) {
    const std::string pdf = Draw(OnePerson(), length);
    const PageCode code = ReadPageCode(pdf, CodeOfLength(length).size, 200);
    EXPECT_EQ(code.read.bytes, SealText(length));
    EXPECT_GT(code.millimetres_per_module, layout::kMinModuleMillimetres - 0.01) << length;
  }
}

TEST(AttestationPdfTest, SixteenRightsAndTwelveDependantsFit) {
  const Attestation attestation = ManyRightsAndDependants();
  const std::string bytes = Draw(attestation, 1300);
  Pdf pdf(bytes);
  EXPECT_EQ(pdf.document().pages(), 1);
  const std::string text = pdf.Text();
  ExpectInOrder(text, {"DE LA ROCHEFOUCAULD-MONTMORENCY D’AUBIGNÉ", "Joséphine Philippine Œnone",
                       "01/01/2015 31/12/2015", "01/01/2022 31/12/2022", "01/01/2015 31/12/2015",
                       "01/01/2022 31/12/2022", "LEFÈVRE-DUPRÉ Anne-Sophie 01/01/2010",
                       "LEFÈVRE-DUPRÉ Anne-Sophie 01/01/2019", "Comment vérifier"});
  EXPECT_EQ(ReadPageCode(bytes, CodeOfLength(1300).size, 200).read.bytes, SealText(1300));
}

// Whatever the density taken, the last table ends above the frame.
TEST(AttestationPdfTest, ContentNeverRunsIntoTheFrame) {
  Attestation attestation = OnePerson();
  for (unsigned count = 1; count <= 16; ++count) {
    attestation.rights.push_back({RightKind::kMaternity,
                                  layout::Day(2000 + static_cast<int>(count), 1, 1),
                                  layout::Day(2000 + static_cast<int>(count), 2, 1)});
    if (count <= 12) attestation.dependants.push_back({"LEFÈVRE", "Zoé", "20150704", 1});
    Pdf pdf(Draw(attestation));
    const auto words = pdf.page().text_list();
    const auto frame = std::ranges::find_if(
        words, [](const auto& word) { return Utf8(word.text()) == "Comment"; });
    ASSERT_NE(frame, words.end());
    for (auto word = words.begin(); word != frame; ++word) {
      ASSERT_LT(word->bbox().bottom(), frame->bbox().top()) << Utf8(word->text()) << count;
    }
  }
}

// Nothing may stand outside of the page or on the code.
TEST(AttestationPdfTest, LongNamesWrapInsideThePage) {
  Attestation attestation = OnePerson();
  attestation.fund.name = std::string(100, 'W');
  attestation.holder.birth_name = std::string(100, 'M');
  attestation.holder.given_names = std::string(100, 'I');
  attestation.dependants = {{std::string(100, 'W'), std::string(100, 'M'), "20150704", 99}};
  const std::string bytes = Draw(attestation);
  Pdf pdf(bytes);
  for (const auto& word : pdf.page().text_list()) {
    EXPECT_GT(word.bbox().left(), 50) << Utf8(word.text());
    EXPECT_LT(word.bbox().right(), 595 - 50) << Utf8(word.text());
    EXPECT_LT(word.bbox().bottom(), 842 - 20) << Utf8(word.text());
  }
  EXPECT_EQ(ReadPageCode(bytes, CodeOfLength(400).size, 200).read.bytes, SealText(400));
}

TEST(AttestationPdfTest, RefusesMoreThanAPageHolds) {
  Attestation attestation = ManyRightsAndDependants();
  for (Dependant& dependant : attestation.dependants) dependant.name = std::string(100, 'W');
  const auto pdf = DrawAttestationPdf(attestation, CodeOfLength(1300));
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(ReasonOf(pdf.status()), Reason::kClaimsTooLargeForCode);
  EXPECT_THAT(DetailOf(pdf.status()), Not(HasSubstr("W")));
}

// A name must not be printed with boxes in place of letters. U+10FFFD is for private use.
TEST(AttestationPdfTest, RefusesCharactersThatNoFontHas) {
  Attestation attestation = OnePerson();
  attestation.holder.given_names = "Zoé \U0010FFFD";
  const auto pdf = DrawAttestationPdf(attestation, CodeOfLength(400));
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(ReasonOf(pdf.status()), Reason::kClaimsNoFont);
}

}  // namespace
}  // namespace sceau::issue
