// SPDX-License-Identifier: Apache-2.0
#include "page/own_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Claims Layouted(bool has_layout = true) {
  Claims claims = ClaimsOfNobody();
  if (has_layout) claims.layout = 1;
  return claims;
}

const std::string kInvoice =
    "Entreprise générale de plomberie et de chauffage\nFacture numéro douze du mois courant\n"
    "Remplacement complet de la chaudière existante par une pompe neuve\n"
    "Main-d’œuvre deux techniciens pendant trois journées entières\n"
    "Fourniture des raccords, joints, vannes, purgeurs et isolants\n"
    "Total hors taxes, taxe sur la valeur ajoutée, total toutes taxes comprises\n"
    "Règlement par virement sous trente jours après réception\n";

const std::string kFrame =
    "Attestation de droits à l’assurance maladie\n"
    "Document établi le 29/11/2026 · N° AAAA AAAA AAAA AAAA\n"
    "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n"
    "Caisse d’essai\nOrganisme 01 751 0000\nBénéficiaire\n"
    "Nom de naissance | QUINTEFEUILLE\nPrénoms | Zoé\nNé(e) le | 12/05/1984\n"
    "Rang de naissance | 1\nNuméro de sécurité sociale\nQualité | Assuré(e)\n"
    "Organisme de rattachement | 01 751 0000\nDroits\nNature | Du | Au (inclus)\n"
    "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n"
    "Comment vérifier\nLisez ce code avec Sceau, sur papier ou à l’écran\n"
    "vérifiez le fichier PDF avec la commande. Internet n’est pas nécessaire.\n"
    "ces informations ont été modifiées\n";

std::vector<Reason> ReasonsFor(const Claims& claims, const Page& page) {
  std::vector<Reason> reasons;
  for (const Finding& finding : CheckPrinted(claims, page).findings)
    reasons.push_back(finding.reason);
  return reasons;
}

TEST(AnotherPageTest, IsAPositiveFactOfASealThatNamesItsLayout) {
  const CheckedPage checked = CheckPrinted(Layouted(), PageOf(kInvoice));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(kInvoice)), ElementsAre(Reason::kDocumentAnotherPage));
}

TEST(AnotherPageTest, HasThirtyWordsAtLeast) {
  std::string text;
  for (int words = 0; words < 29; ++words) text += words % 10 == 9 ? "écu\n" : "écu ";
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text)).axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text + "un an de la\n")).axis,
            DocumentAxis::kNotCompared)
      << "of three letters or more";
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text + "écu")).axis, DocumentAxis::kDiffers);
}

TEST(AnotherPageTest, HasSevenWordsOfTheLayoutAtMost) {
  std::string text = "organisme\ndocument\nvalable\ninclus\nnaissance\nprénoms\nqualité\n";
  for (int lines = 0; lines < 3; ++lines) text += "écu écu écu écu écu écu écu écu écu écu\n";
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text)).axis, DocumentAxis::kDiffers);
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text + "nature\n")).axis, DocumentAxis::kNotCompared);
}

TEST(AnotherPageTest, IsNotSaidWhereAnythingIsOpen) {
  const std::string cases[] = {
      "Voici le code\n",                              // a note
      kInvoice + "Mme QUINTEFEUILLE Zoé\n",           // a letter of hers
      kInvoice + "née le 12 mai 1984\n",              // of hers, perhaps
      kInvoice + "~filigrane\n",                      // something may not be seen
      kFrame.substr(kFrame.find("Comment")),          // cut off
      kInvoice + kFrame.substr(kFrame.find("Comm")),  // two papers on one page
  };
  for (const std::string& text : cases)
    EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text)).axis, DocumentAxis::kNotCompared) << text;
  EXPECT_EQ(CheckPrinted(Layouted(false), PageOf(kInvoice)).axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(kInvoice, TextSource::kOcr)).axis,
            DocumentAxis::kNotCompared);
}

TEST(OwnLayoutTest, AWholePageHasNothingRemarked) {
  const CheckedPage checked = CheckPrinted(Layouted(), PageOf(kFrame));
  EXPECT_EQ(checked.axis, DocumentAxis::kAgrees);
  EXPECT_THAT(checked.findings, IsEmpty());
}

// A single digit, and a role that has many names, are not looked for.
TEST(OwnLayoutTest, ARankOrARoleThatIsWipedIsNotRemarked) {
  for (const char* value : {"| 1\n", "| Assuré(e)\n"}) {
    std::string wiped = kFrame;
    wiped.replace(wiped.find(value), std::string_view(value).size(), "\n");
    EXPECT_EQ(CheckPrinted(Layouted(), PageOf(wiped)).axis, DocumentAxis::kNotCompared) << value;
    EXPECT_THAT(ReasonsFor(Layouted(), PageOf(wiped)), IsEmpty()) << value;
  }
}

TEST(OwnLayoutTest, ADayThatStandsElsewhereIsNotMissing) {
  std::string received = kFrame;
  received.replace(received.find("établi le"), std::string_view("établi le").size(), "reçu le");
  EXPECT_EQ(CheckPrinted(Layouted(), PageOf(received)).axis, DocumentAxis::kNotCompared);
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(received)), IsEmpty());
}

TEST(OwnLayoutTest, APageIsRemarkedOnFromTwentyFourWordsOfTheLayoutOn) {
  const std::string text =
      "organisme\ndocument\nétabli\nvalable\ninclus\nbénéficiaire\nnaissance\nrang\nnuméro\n"
      "sécurité\nsociale\nqualité\nrattachement\nnature\ncomment\nvérifier\nlisez\ncode\nsceau\n"
      "papier\nfichier\ncommande\ninternet\n";
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(text)), IsEmpty());
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(text + "nécessaire\n")),
              ElementsAre(Reason::kDocumentTextMissing));
}

TEST(OwnLayoutTest, WipedCoveredAndAddedTextIsRemarkedAndNoMore) {
  std::string wiped = kFrame;
  wiped.replace(wiped.find("QUINTEFEUILLE"), 13, "");
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(wiped)), ElementsAre(Reason::kDocumentTextMissing));
  std::string undated = kFrame;
  undated.replace(undated.find("12/05/1984"), 10, "");
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(undated)), ElementsAre(Reason::kDocumentTextMissing));
  std::string covered = kFrame;
  covered.insert(covered.find("QUINTEFEUILLE"), "!");
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(covered)),
              ElementsAre(Reason::kDocumentTextCovered, Reason::kDocumentTextMissing));
  std::string short_word = kFrame;
  short_word.insert(short_word.find("Zoé"), "!");
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(short_word)),
              ElementsAre(Reason::kDocumentTextCovered, Reason::kDocumentTextMissing));
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(kFrame + "!vu\n")), IsEmpty()) << "two letters";
  const std::string added = kFrame + "ALD du 01/01/2026 au 31/12/2026\n";
  EXPECT_THAT(ReasonsFor(Layouted(), PageOf(added)), ElementsAre(Reason::kDocumentTextAdded));
  for (const std::string& text : {wiped, covered, added})
    EXPECT_EQ(CheckPrinted(Layouted(), PageOf(text)).axis, DocumentAxis::kNotCompared);
  EXPECT_THAT(ReasonsFor(Layouted(false), PageOf(wiped)), IsEmpty());
}

}  // namespace
}  // namespace sceau::page
