// SPDX-License-Identifier: Apache-2.0
#include "page/agreements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "attestation/claims_of.h"
#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

// All that our own layout prints of somebody without dependants.
const std::string kSoloPage =
    "Caisse d’essai de Nulle-Part\n"
    "Organisme 01 751 0000\n"
    "Attestation de droits à l’assurance maladie\n"
    "Document établi le 29/11/2026 · N° AAAA AAAA AAAA AAAA\n"
    "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n"
    "Nom de naissance | LEFÈVRE\n"
    "Nom d’usage | MOREAU\n"
    "Prénoms | Zoé Anne-Marie\n"
    "Né(e) le | 12/05/1984\n"
    "Rang de naissance | 1\n"
    "Numéro de sécurité sociale | 2 84 05 88 321 025 32\n"
    "Qualité | Assuré(e)\n"
    "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n"
    "Complémentaire santé solidaire avec participation | 01/03/2026 | 28/02/2027\n";

Attestation SealedSolo() {
  Attestation sealed = SealedFamily();
  sealed.dependants.clear();
  return sealed;
}

CheckedPage CheckSolo(const Attestation& sealed, bool has_layout, const std::string& text) {
  Claims claims = attestation::ClaimsOf(sealed);
  if (has_layout) claims.layout = 1;
  return CheckPrinted(claims, PageOf(text));
}

std::string EditedSoloPage(const std::string& from, const std::string& to) {
  return Replaced(kSoloPage, from, to);
}

ComparedFact SoloFact(const CheckedPage& checked, FactKey key) {
  const auto found = std::ranges::find(checked.printed, key, &ComparedFact::fact);
  EXPECT_NE(found, checked.printed.end());
  return found == checked.printed.end() ? ComparedFact{} : *found;
}

TEST(AgreementsTest, EachFactIsShownAsItIsPrinted) {
  struct Case {
    FactKey fact;
    const char* seen;
  };
  const Case cases[] = {
      {{kBirthName}, "LEFÈVRE"},
      {{kNameInUse}, "MOREAU"},
      {{kGivenNames}, "Zoé Anne-Marie"},
      {{kBirthDate}, "12/05/1984"},
      {{kBirthRank}, "1"},
      {{kNir}, "2 84 05 88 321 025 32"},
      {{kRole}, "Assuré(e)"},
      {{kFundCode}, "01 751 0000"},
      {{kFundName}, "Caisse d’essai de Nulle-Part"},
      {{kDocumentNumber}, "AAAA AAAA AAAA AAAA"},
      {{kIssuedOn}, "20261129"},
      {{kValidFrom}, "20261123"},
      {{kValidUntil}, "20270522"},
      {{kRightFrom, 0}, "20260101"},
      {{kRightUntil, 0}, "20261231"},
      {{kRightUntil, 1}, "20270228"},
  };
  for (const bool has_layout : {true, false}) {
    const CheckedPage checked = CheckSolo(SealedSolo(), has_layout, kSoloPage);
    EXPECT_EQ(checked.axis, kAgree);
    for (const Case& c : cases) EXPECT_EQ(SoloFact(checked, c.fact).seen, c.seen) << c.seen;
  }
}

TEST(AgreementsTest, WhatStandsTwiceIsShownWhereItStandsFirst) {
  for (const char* again :
       {"Nom de naissance | LEFÈVRE\n", "Prénoms | Zoé Anne-Marie\n", "Né(e) le | 12/05/1984\n",
        "Organisme 01 751 0000\n", "Document établi le 29/11/2026\n",
        "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n",
        "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n"}) {
    for (const bool has_layout : {true, false}) {
      const CheckedPage once = CheckSolo(SealedSolo(), has_layout, kSoloPage);
      const CheckedPage twice = CheckSolo(SealedSolo(), has_layout, kSoloPage + again);
      EXPECT_EQ(twice.axis, kAgree) << again;
      EXPECT_EQ(twice.printed, once.printed) << again;
    }
  }
}

TEST(AgreementsTest, ANumberMayHaveItsMarkBeforeIt) {
  for (const char* number :
       {"AAAA AAAA", "N° AAAA AAAA", "N°AAAA AAAA", "NoAAAA AAAA", "NuméroAAAA AAAA"}) {
    const CheckedPage checked =
        CheckSolo(SealedSolo(), true, EditedSoloPage("N° AAAA AAAA", number));
    EXPECT_EQ(SoloFact(checked, {kDocumentNumber}).result, FactResult::kAgrees) << number;
  }
}

TEST(AgreementsTest, WhatMayNotBeSeenOrIsCalledOtherwiseDoesNotAgree) {
  struct Case {
    FactKey fact;
    const char* from;
    const char* to;
  };
  const Case cases[] = {
      {{kFundName}, "Caisse", "~Caisse"},
      {{kRole}, "Assuré(e)", "~Assuré(e)"},
      {{kIssuedOn}, "29/11/2026", "~29/11/2026"},
      {{kIssuedOn}, "Document établi le 29/11/2026", "Document du 29/11/2026, établi"},
      {{kValidUntil}, "22/05/2027", "~22/05/2027"},
      {{kRightFrom, 0}, "01/01/2026", "~01/01/2026"},
      {{kRightFrom, 0}, "01/01/2026", ""},
      {{kRightUntil, 0}, "31/12/2026", "~31/12/2026"},
      {{kRight, 0}, "Assurance maladie (base)", "~Assurance ~maladie ~(base)"},
      {{kRight, 0}, "Assurance maladie (base)", "Assurance"},
  };
  for (const Case& c : cases) {
    const CheckedPage checked = CheckSolo(SealedSolo(), true, EditedSoloPage(c.from, c.to));
    EXPECT_EQ(SoloFact(checked, c.fact).result, FactResult::kNotCompared) << c.to;
    EXPECT_EQ(checked.axis, kOpen) << c.to;
  }
  const CheckedPage base =
      CheckSolo(SealedSolo(), true, EditedSoloPage("Assurance maladie (base)", "Régime de base"));
  EXPECT_EQ(SoloFact(base, {kRight, 0}).result, FactResult::kAgrees);
}

struct BesideCase {
  const char* from;
  const char* to;
  DocumentAxis with_layout;
  DocumentAxis without;
};

// All facts stand there as the seal has them.
TEST(AgreementsTest, WhatStandsBesideTheFactsMayKeepAPageFromAgreeing) {
  const BesideCase cases[] = {
      {"Qualité", "Exonération\nQualité", kOpen, kOpen},
      {"Qualité", "C2S sans participation\nQualité", kOpen, kOpen},
      {"Qualité", "C2S avec participation\nQualité", kAgree, kAgree},
      {"Qualité", "Nom | MARTIN\nQualité", kOpen, kOpen},
      {"Qualité", "Nom | MOREAU\nQualité", kAgree, kAgree},
      {"Qualité", "Nom de naissance | ~LEFÈVRE\nQualité", kOpen, kOpen},
      {"Qualité", "Nom de famille | Mme\nQualité", kAgree, kAgree},
      {"Qualité", "NIR | 2 55 08 14 168 025 38\nQualité", kOpen, kOpen},
      {"Qualité", "NIR | 2 84 05 •• ••• ••• ••\nQualité", kAgree, kAgree},
      {"Qualité", "Rang de naissance | 3\nQualité", kOpen, kOpen},
      {"Qualité", "Rang de naissance | 1er\nQualité", kOpen, kOpen},
      {"Qualité", "Qualité | Titulaire\nQualité", kOpen, kAgree},
      {"Qualité", "Assurance maladie du 01/01/2026 au 22/05/2027\nQualité", kOpen, kOpen},
      {"Qualité", "Assurance maladie du 01/01/2026\nQualité", kAgree, kAgree},
      {"22/05/2027", "22/05/2027 22/05/2029", kOpen, kOpen},
      {"22/05/2027", "22/05/2027 2029", kOpen, kOpen},
      {"22/05/2027 inclus.", "22/05/2027 inclus. | 12/05/1984", kAgree, kAgree},
      {"Qualité", "Bonjour\nQualité", kAgree, kOpen},
  };
  for (const BesideCase& c : cases) {
    const std::string text = EditedSoloPage(c.from, c.to);
    EXPECT_EQ(CheckSolo(SealedSolo(), true, text).axis, c.with_layout) << c.to;
    EXPECT_EQ(CheckSolo(SealedSolo(), false, text).axis, c.without) << c.to;
  }
}

TEST(AgreementsTest, ANumberOfWhichTheSealSaysNothingIsNotHeldAgainstThePage) {
  Attestation sealed = SealedSolo();
  sealed.holder.nir.reset();
  EXPECT_EQ(CheckSolo(sealed, true, kSoloPage).axis, kAgree);
}

TEST(AgreementsTest, ARightWithAShareOfTheCostIsNotOneWithout) {
  Attestation sealed = SealedSolo();
  sealed.rights[1].kind = RightKind::kC2sWithoutParticipation;
  const std::string without = EditedSoloPage("avec participation", "sans participation");
  for (const bool has_layout : {true, false}) {
    EXPECT_EQ(CheckSolo(sealed, has_layout, without).axis, kAgree);
    EXPECT_EQ(CheckSolo(sealed, has_layout, without + "C2S avec participation\n").axis, kOpen);
    EXPECT_EQ(CheckSolo(sealed, has_layout, without + "C2S sans participation\n").axis, kAgree);
  }
}

}  // namespace
}  // namespace sceau::page
