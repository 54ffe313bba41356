// SPDX-License-Identifier: Apache-2.0
// Attacks 10 and 11 of docs/threat-model.md on PDFs: what stands on other pages, and what nobody
// sees.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attack_testing.h"
#include "barcode/write/qr_code.h"
#include "fmt/format.h"

namespace sceau::attacks {
namespace {

// A PDF of pages of A4 in Helvetica. `more` stands in the first page's resources.
std::string PdfOf(const std::vector<std::string>& contents, const std::string& more = "") {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  std::string kids;
  for (const std::string& content : contents) {
    const std::size_t page = objects.size() + 1;
    kids += fmt::format("{} 0 R ", page);
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R"
                    "/Resources<</Font<</F 3 0 R>>{}>>>>",
                    page + 1, more));
    objects.push_back(fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content));
  }
  objects[1] = fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", contents.size(), kids);
  std::string pdf = "%PDF-1.7\n";
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

std::string Lines(int top, const std::vector<std::string>& lines) {
  std::string content = fmt::format("BT /F 11 Tf 18 TL 60 {} Td\n", top);
  for (const std::string& line : lines) content += fmt::format("({}) Tj T*\n", line);
  return content + "ET\n";
}

// In WinAnsi, as a page of that person would have it.
std::string TextFor(const std::string& name, const std::string& given_names,
                    const std::string& born, const std::string& until, int top = 780) {
  return Lines(top, {"Attestation de droits \\340 l'assurance maladie", "Nom de naissance " + name,
                     "Pr\\351noms " + given_names, "N\\351(e) le " + born,
                     "Assurance maladie \\(base\\) du 01/01/2026 au " + until});
}

class PageAttackTest : public testing::Test {
 protected:
  static Attestation For(const std::string& name) {
    Attestation attestation = SomeAttestation();
    attestation.holder.birth_name = name;
    attestation.holder.given_names = "Alice";
    attestation.holder.name_in_use.reset();
    attestation.holder.birth_date = "19850214";
    attestation.holder.nir.reset();
    attestation.dependants.clear();
    attestation.rights = {{RightKind::kBase, Day("2026-01-01"), Day("2026-12-31")}};
    return attestation;
  }
  std::string DrawSeal(const Attestation& attestation, double module = 1.8) const {
    const auto code = *barcode::WriteQrCode(AsBytes(issuer_.Seal(attestation)));
    std::string content = "0 g\n";
    for (int y = 0; y < code.size; ++y) {
      for (int x = 0; x < code.size; ++x) {
        if (code.at(x, y))
          content += fmt::format("{} {} {} {} re\n", 60 + x * module,
                                 60 + (code.size - 1 - y) * module, module, module);
      }
    }
    return content + "f\n";
  }
  static std::string Own() { return TextFor("DUPONT", "Alice", "14/02/1985", "31/12/2026"); }
  Report Run(const std::string& document) const {
    return Judge(trust_, document, Morning("2026-11-23"));
  }
  DocumentAxis AxisOf(const std::string& document) const {
    const Report report = Run(document);
    return report.seals.empty() ? DocumentAxis::kNotRun : report.seals[0].axes.document;
  }

  const TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  const Trust trust_ = TrustOf({issuer_.certificate});
};

TEST_F(PageAttackTest, A11ValuesThatNobodySees) {
  const std::string seal = DrawSeal(For("DUPONT"));
  const std::string forged = TextFor("MARTIN", "Karim", "03/09/1971", "31/12/2029");
  const std::string own = TextFor("DUPONT", "Alice", "14/02/1985", "31/12/2026", 600);
  const std::string states = "/ExtGState<</N<</ca 0>>>>";
  ASSERT_EQ(AxisOf(PdfOf({seal + Own()})), DocumentAxis::kAgrees);
  ASSERT_EQ(AxisOf(PdfOf({seal + forged})), DocumentAxis::kDiffers);
  for (const std::string& hidden : {
           "1 g " + own,
           "q 3 Tr " + own + " Q",
           "q 0.01 0 0 0.01 60 600 cm " + own + " Q",
           "q 500 10 50 50 re W n " + own + " Q",
           "q /N gs " + own + " Q",
           own + "1 g 40 490 500 130 re f",
           "q 1 0 0 1 600 0 cm " + own + " Q",
       }) {
    const Report report = Run(PdfOf({seal + forged + hidden}, states));
    ASSERT_EQ(report.seals.size(), 1U);
    EXPECT_EQ(report.seals[0].axes.document, DocumentAxis::kDiffers) << hidden;
    EXPECT_EQ(report.verdict, Verdict::kInvalid) << hidden;
    // A page that shows nothing of it says nothing.
    EXPECT_EQ(AxisOf(PdfOf({seal + hidden}, states)), DocumentAxis::kNotCompared) << hidden;
  }
  EXPECT_EQ(AxisOf(PdfOf({seal + forged + own})), DocumentAxis::kNotCompared) << "both are shown";
  EXPECT_EQ(AxisOf(PdfOf({seal + Own() + Lines(400, {"ALD du 01/01/2026 au 31/12/2026"})})),
            DocumentAxis::kNotCompared)
      << "a right is added";
}

// Another name that one program paints over the holder's, and another leaves out.
TEST_F(PageAttackTest, A11ValuesThatOnlySomeViewersShow) {
  const std::string seal = DrawSeal(For("DUPONT"));
  const std::string over = Lines(760, {"Nom de naissance MARTIN"});
  const std::string cases[] = {"q /Missing gs " + over + " Q",
                               "q /N gs " + over + " Q",
                               "q /Missing Do Q",
                               "q nonsense " + over + " Q",
                               "q 1 1 1 rg /x 0 0 rg 60 755 200 12 re f Q",
                               "BT /Missing 11 Tf 60 400 Td (MARTIN) Tj ET"};
  for (const std::string& some : cases) {
    const Report report = Run(PdfOf({seal + Own() + some}, "/ExtGState<</N<</ca -1>>>>"));
    ASSERT_EQ(report.seals.size(), 1U);
    EXPECT_EQ(report.seals[0].axes.document, DocumentAxis::kNotCompared) << some;
    // What was read of it may leave the page open already.
    EXPECT_TRUE(report.compare_by_eye ||
                Says(report.seals[0].reasons, Reason::kDocumentViewersDiffer))
        << some;
  }
}

TEST_F(PageAttackTest, A11WhatStandsOnAnotherPage) {
  const std::string seal = DrawSeal(For("DUPONT"));
  const std::string forged = TextFor("MARTIN", "Karim", "03/09/1971", "31/12/2029");
  EXPECT_EQ(AxisOf(PdfOf({forged, seal + Own()})), DocumentAxis::kNotCompared);
  EXPECT_EQ(AxisOf(PdfOf({seal + Own(), forged})), DocumentAxis::kNotCompared);
  EXPECT_EQ(
      AxisOf(PdfOf({seal + Own(), "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"})),
      DocumentAxis::kNotCompared);
  EXPECT_EQ(AxisOf(PdfOf({seal + Own(), Lines(780, {"Comment v\\351rifier ce code"})})),
            DocumentAxis::kAgrees);
  // A back that bears the code alone: the front, the only other page, is held against it.
  EXPECT_EQ(AxisOf(PdfOf({Own(), seal})), DocumentAxis::kAgrees);
  EXPECT_EQ(AxisOf(PdfOf({forged, seal})), DocumentAxis::kDiffers);
  EXPECT_EQ(AxisOf(PdfOf({Own(), forged, seal})), DocumentAxis::kNotCompared) << "two fronts";
}

TEST_F(PageAttackTest, A10TwoCodesOnTwoPages) {
  const std::string other =
      DrawSeal(For("MARTIN")) + TextFor("MARTIN", "Alice", "14/02/1985", "31/12/2026");
  const Report family = Run(PdfOf({DrawSeal(For("DUPONT")) + Own(), other}));
  EXPECT_EQ(family.verdict, Verdict::kValid);
  EXPECT_TRUE(Says(family.reasons, Reason::kDocumentSeveralPeople));
  for (const SealReport& seal : family.seals) EXPECT_EQ(seal.axes.document, DocumentAxis::kAgrees);

  Attestation older = For("DUPONT");
  older.issued_at -= std::chrono::hours{24};
  older.rights[0].until = Day("2026-03-31");
  const Report renewed = Run(PdfOf({DrawSeal(older), DrawSeal(For("DUPONT"))}));
  EXPECT_EQ(renewed.verdict, Verdict::kValid);
  EXPECT_TRUE(Says(renewed.seals.at(0).reasons, Reason::kDocumentNewerAttestation));
}

TEST_F(PageAttackTest, A10HiddenCodes) {
  Attestation closed = For("DUPONT");
  closed.rights[0].until = Day("2026-03-31");
  const std::string black = "q 1 0 0 1 300 300 cm " + DrawSeal(closed) + " Q";
  const std::string white = "q 1 0 0 1 300 300 cm " + DrawSeal(closed).replace(0, 3, "1 g") + " Q";
  const Report beside = Run(PdfOf({DrawSeal(For("DUPONT")) + white}));
  EXPECT_EQ(beside.verdict, Verdict::kValid);
  EXPECT_TRUE(Says(beside, Reason::kDocumentHiddenCodeIgnored));
  EXPECT_EQ(Run(PdfOf({DrawSeal(For("DUPONT")) + black})).verdict, Verdict::kInvalid);
  const std::string genuine =
      "q 1 0 0 1 300 300 cm " + DrawSeal(For("DUPONT")).replace(0, 3, "1 g") + " Q";
  EXPECT_EQ(Run(PdfOf({DrawSeal(closed) + genuine})).verdict, Verdict::kInvalid);
  const Report alone = Run(PdfOf({genuine}));
  EXPECT_EQ(alone.verdict, Verdict::kUndetermined);
  EXPECT_TRUE(Says(alone, Reason::kDocumentHiddenCode));
}

}  // namespace
}  // namespace sceau::attacks
