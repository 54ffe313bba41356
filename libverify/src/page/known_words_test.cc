// SPDX-License-Identifier: Apache-2.0
#include "page/known_words.h"

#include <gtest/gtest.h>

#include <string>

#include "attestation/claims_of.h"
#include "layout/attestation_testing.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

Attestation KnownFamily() {
  Attestation a = SealedFamily();
  a.holder.birth_name = "LEFÈVRE-DUPONT";
  a.dependants = {{"PETIT", "Léo", "20150203", 1}};
  return a;
}

bool IsKnown(const Attestation& sealed, const std::string& text) {
  const Claims claims = attestation::ClaimsOf(sealed);
  return PrintsOnlyKnownWords(SealedFacts(claims), PrintedPage(PageOf(text)));
}

TEST(KnownWordsTest, WhatASealSaysHoweverItIsWritten) {
  for (const char* line : {"",
                           "Nom de naissance : LEFÈVRE-DUPONT",
                           "LEFÈVRE DUPONT",
                           "L E F È V R E D U P O N T",
                           "Nom d’usage MOREAU",
                           "Prénom(s) : Zoé Anne-Marie",
                           "Zoé ANNE MARIE",
                           "Né(e) le 12/05/1984",
                           "née le 12 mai 1984",
                           "1 2 / 0 5 / 1 9 8 4",
                           "Z O É née le 1 2 / 0 5 / 1 9 8 4",
                           "12/05/84",
                           "N° de sécurité sociale 2 84 05 88 321 025 32",
                           "284058832102532",
                           "2840588321025",
                           "2 84 05 •• ••• ••• ••",
                           "2 84 05 ●● ■■■",
                           "Caisse d’essai de Nulle-Part",
                           "Organisme 01 751 0000",
                           "Rang 1",
                           "Rang 01",
                           "Complémentaire santé solidaire avec participation financière",
                           "C2S",
                           "CSS",
                           "Assurance maladie (base) du 01/01/2026 au 31/12/2026",
                           "PETIT Léo né le 03/02/2015",
                           "PETIT Léo né le 3 février 2015",
                           "Document établi le 29/11/2026 — page",
                           "Comparez le nom de naissance avec une pièce d’identité"})
    EXPECT_TRUE(IsKnown(KnownFamily(), line)) << line;
}

TEST(KnownWordsTest, WhateverElseIsSaidInWhicheverSentence) {
  for (const char* line : {"Bénéficiaire : MARTIN Karim",
                           "Ayants droit : MARTIN",
                           "Enfants rattachés : Karim",
                           "DDN 03/09/1971",
                           "née le 3 septembre 1971",
                           "valable jusqu’au 31/12/2029",
                           "Attestation valable 2029",
                           "Assurance maladie sans date de fin",
                           "Tiers payant intégral",
                           "100 %",
                           "ALD",
                           "Assurance maternité",
                           "2 55 08 14 168 025 38",
                           "Page 9",
                           "B",
                           "K A R I M",
                           "31/12/2026 2029",
                           "née le 12 mai 1984 2",
                           "أحمد",
                           "Caisse des dépôts",
                           "K●●●",
                           "0"})
    EXPECT_FALSE(IsKnown(KnownFamily(), line)) << line;
}

TEST(KnownWordsTest, OnlyADayIsReadFromItsEndToo) {
  Attestation sealed = KnownFamily();
  sealed.holder.birth_name = "DELAUNAY";
  sealed.fund.name = "CAISSE75";
  for (const char* known : {"DELAUNAY", "CAISSE75", "12051984"})
    EXPECT_TRUE(IsKnown(sealed, known)) << known;
  for (const char* other : {"AYUNDELA", "75SECAIS"}) EXPECT_FALSE(IsKnown(sealed, other)) << other;
}

TEST(KnownWordsTest, AnElisionStandsBeforeAWord) {
  Attestation sealed = KnownFamily();
  sealed.fund.name = "Caisse - Nulle-Part";
  EXPECT_TRUE(IsKnown(sealed, "c’est"));
  EXPECT_FALSE(IsKnown(sealed, "c"));
}

TEST(KnownWordsTest, NoEndIsSaidOfARightThatHasNone) {
  Attestation sealed = KnownFamily();
  sealed.rights[0].until.reset();
  EXPECT_TRUE(IsKnown(sealed, "Assurance maladie sans date de fin"));
}

// Seals of the first storey do not name the layout on which they are printed.
TEST(KnownWordsTest, OurOwnLayoutSaysNothingElse) {
  for (const Attestation& sealed : {KnownFamily(), layout::OnePerson(), layout::TwoChildren(),
                                    layout::ManyRightsAndDependants()}) {
    const Claims claims = attestation::ClaimsOf(sealed);
    const Page page = PageLaidOut(claims, SymbolOfLength(600));
    EXPECT_TRUE(PrintsOnlyKnownWords(SealedFacts(claims), PrintedPage(page)))
        << sealed.holder.birth_name;
  }
}

}  // namespace
}  // namespace sceau::page
