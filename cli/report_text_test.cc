// SPDX-License-Identifier: Apache-2.0
#include "cli/report_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/text_layout.h"
#include "fmt/format.h"
#include "wording/report_testing.h"

namespace sceau::cli {
namespace {

using wording::Day;
using wording::TestReport;
using wording::TestSeal;

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string French(const Report& report) { return ReportText(report, {}); }

// A genuine paper of another kind, with all that a list of fields can hold.
SealReport PaperSeal() {
  SealReport seal;
  seal.format = "2d-doc";
  seal.signature = Signature::kVerified;
  seal.symbology = "DataMatrix";
  seal.page = 2;
  seal.axes = {SealAxis::kGenuine,    StatusAxis::kNotOffered,    RightsAxis::kNotApplicable,
               HolderAxis::kNotAsked, DocumentAxis::kNotCompared, FreshnessAxis::kUndated};
  seal.reasons = {{Reason::kSealUnsignedAnnex, ""}, {Reason::kRightsNotApplicable, ""}};
  seal.issuer = {"FR00/0001", "Autorité d'essai"};
  Claims& claims = seal.claims.emplace();
  claims.kind_french = "Justificatif de domicile";
  claims.validity.issued_on = Day(2026, 1, 2);
  claims.fields = {{"10", "Ligne 1 de l'adresse", "", "MME/SPECIMEN/NATACHA",
                    "MME SPECIMEN NATACHA", true, true},
                   {"ZZ", "", "", "x\x1b[2J\n", "", false, false},
                   {"20", "Complément", "", "", "", true, false},
                   {"2A", "Date", "", "20112017", "2017-11-20", true, false}};
  claims.unsigned_annex = {{"01", "Identifiant", "", "abc", "abc", true, false}};
  return seal;
}

TEST(ReportTextTest, GoldenFrench) {
  EXPECT_EQ(
      French(TestReport()),
      R"(✔ CONFORME : Sceau de la CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce
  document.
  Fichier           attestation.pdf

  Ce que dit le sceau :
  Titulaire         DURAND Zoé Anne, assuré(e)
  Né(e) le          12/05/1984 (rang 1)
  Sécurité sociale  2 84 05 •• ••• ••• ••
  Organisme         CPAM de Paris (017510000)
  Droits            assurance maladie (base) : depuis le 01/01/2026, sans date de fin
                    complémentaire santé solidaire sans participation : du 01/06/2026 au
                    31/05/2027
  Attestation       valable du 01/11/2026 au 30/04/2027, établie le 02/11/2026
  Numéro            JIPZAA6HLAV64YIN

  Vérifications :
  Sceau             intact, de la CPAM de Paris (clé 0123456789abcdef)
  Retrait           non prévu par l'émetteur
                    → L'émetteur n'a pas prévu de retrait pour cette attestation : en
                      cas de doute, demandez une attestation plus récente.
                      [status.not-offered]
  Droits            ouverts le 23/11/2026
  Personne          non comparée à une personne attendue
  Page imprimée     nom, date de naissance et dates des droits comme dans le sceau ;
                    comparez le reste vous-même
  Confiance         liste des émetteurs sans date
                    → Les certificats de confiance viennent d'un dossier sans date :
                      assurez-vous qu'il est tenu à jour. [freshness.undated]

  Date des soins    23/11/2026
  Politique         counter
  Vérifiez l'identité du porteur. Ne vaut pas garantie de paiement.
)");
}

TEST(ReportTextTest, GoldenEnglish) {
  EXPECT_EQ(ReportText(TestReport(), {.language = Language::kEnglish}),
            R"(✔ IN ORDER: Seal of CPAM de Paris intact; rights open on 2026-11-23 according to this
  document.
  File              attestation.pdf

  What the seal says:
  Holder            DURAND Zoé Anne, insured person
  Born              1984-05-12 (rank 1)
  Social security   2 84 05 •• ••• ••• ••
  Fund              CPAM de Paris (017510000)
  Rights            health insurance (base): since 2026-01-01, no end date
                    C2S cover without contribution: 2026-06-01 to 2027-05-31
  Attestation       in date from 2026-11-01 to 2027-04-30, issued on 2026-11-02
  Number            JIPZAA6HLAV64YIN

  Checks:
  Seal              intact, of CPAM de Paris (key 0123456789abcdef)
  Withdrawal        not offered by the issuer
                    → The issuer offers no withdrawal for this attestation: if in doubt,
                      ask for a more recent one. [status.not-offered]
  Rights            open on 2026-11-23
  Person            not compared with a person expected
  Printed page      name, birth date and dates of rights as in the seal; compare the
                    rest yourself
  Trust             list of issuers without a date
                    → The trusted certificates come from an undated folder: make sure
                      that it is kept up to date. [freshness.undated]

  Date of care      2026-11-23
  Policy            counter
  Check the bearer's identity. This does not guarantee payment.
)");
}

TEST(ReportTextTest, AReplayIsMarkedBeforeAllElse) {
  Report report = TestReport();
  report.replayed = true;
  report.verified_at = StartOfParisDay(Day(2026, 11, 24));
  EXPECT_THAT(French(report), StartsWith("REJOUÉ, ✔ CONFORME : "));
  EXPECT_THAT(French(report), HasSubstr("Jugé comme le 24/11/2026, d'après le rapport donné"));
  EXPECT_THAT(ReportText(report, {.language = Language::kEnglish}),
              AllOf(StartsWith("REPLAYED, ✔ IN ORDER: "),
                    HasSubstr("Judged as on 2026-11-24, by the given report")));
  // Green is for what holds today.
  const std::string green = ReportText(TestReport(), {.colour = true}).substr(0, 8);
  EXPECT_NE(ReportText(report, {.colour = true}).substr(0, 8), green);
  // Of several seals each headline is marked.
  report.seals.push_back(report.seals[0]);
  const std::string text = French(report);
  std::size_t marks = 0;
  for (std::size_t at = 0; (at = text.find("REJOUÉ, ", at)) != text.npos; ++at) ++marks;
  EXPECT_EQ(marks, 3U);
  report.seals.clear();
  EXPECT_THAT(French(report), StartsWith("REJOUÉ, "));
}

TEST(ReportTextTest, GoldenOfAPaperThatAttestsNoRight) {
  EXPECT_EQ(
      French(TestReport(PaperSeal())),
      R"(! NON CONFIRMÉ : Sceau d'Autorité d'essai intact ; ce document n'atteste aucun droit à
  l'assurance maladie.
  Fichier           attestation.pdf

  Ce que dit le sceau :
  Document          Justificatif de domicile
  Établi le         02/01/2026
    Ligne 1 de l'adresse : MME SPECIMEN NATACHA (coupé par l'émetteur)
    Champ ZZ (inconnu) : x\u{001B}[2J\u{000A}
    Complément : (vide)
    Date : 20/11/2017
  Annexe NON SIGNÉE, que n'importe qui a pu ajouter :
    Identifiant : abc

  Vérifications :
  Sceau             intact, d'Autorité d'essai (clé FR00/0001)
                    → Le code porte aussi une annexe qui n'est pas signée : ne vous y
                      fiez pas. [seal.unsigned-annex]
  Retrait           non prévu par l'émetteur
  Droits            sans objet
                    → Ce document scellé n'atteste aucun droit à l'assurance maladie :
                      demandez une attestation de droits. [rights.not-applicable]
  Personne          non comparée à une personne attendue
  Page imprimée     non comparée : comparez-la vous-même à ce que dit le sceau
  Confiance         liste des émetteurs sans date

  Date des soins    23/11/2026
  Politique         counter
  Vérifiez l'identité du porteur. Ne vaut pas garantie de paiement.
)");
}

TEST(ReportTextTest, GoldenOfSeveralSeals) {
  SealReport altered = TestSeal();
  altered.verdict = Verdict::kInvalid;
  altered.outcome = Outcome::kRefused;
  altered.signature = Signature::kMismatch;
  altered.axes = {.seal = SealAxis::kAltered};
  altered.reasons = {{Reason::kSealSignatureMismatch, ""}};
  altered.claims.reset();
  altered.page = 2;
  Report report = TestReport(PaperSeal());
  report.seals.push_back(altered);
  report.verdict = Verdict::kInvalid;
  report.outcome = Outcome::kRefused;
  report.reasons = {{Reason::kDocumentAssembled, ""}};
  EXPECT_EQ(French(report),
            R"(✘ REFUSÉ : Ce document porte 2 sceaux, jugés un par un ci-dessous.
  Fichier           attestation.pdf
  À savoir          Ce document réunit des sceaux au nom de personnes différentes :
                    demandez un document par personne. [document.assembled]

  Sceau 1 sur 2 (page 2)
! NON CONFIRMÉ : Sceau d'Autorité d'essai intact ; ce document n'atteste aucun droit à
  l'assurance maladie.

  Ce que dit le sceau :
  Document          Justificatif de domicile
  Établi le         02/01/2026
    Ligne 1 de l'adresse : MME SPECIMEN NATACHA (coupé par l'émetteur)
    Champ ZZ (inconnu) : x\u{001B}[2J\u{000A}
    Complément : (vide)
    Date : 20/11/2017
  Annexe NON SIGNÉE, que n'importe qui a pu ajouter :
    Identifiant : abc

  Vérifications :
  Sceau             intact, d'Autorité d'essai (clé FR00/0001)
                    → Le code porte aussi une annexe qui n'est pas signée : ne vous y
                      fiez pas. [seal.unsigned-annex]
  Retrait           non prévu par l'émetteur
  Droits            sans objet
                    → Ce document scellé n'atteste aucun droit à l'assurance maladie :
                      demandez une attestation de droits. [rights.not-applicable]
  Personne          non comparée à une personne attendue
  Page imprimée     non comparée : comparez-la vous-même à ce que dit le sceau
  Confiance         liste des émetteurs sans date

  Sceau 2 sur 2 (page 2)
✘ REFUSÉ : Sceau au nom de la CPAM de Paris, modifié ou imité.

  Le contenu du sceau n'est pas montré : rien ne prouve qu'il vient d'un émetteur de
  confiance.

  Vérifications :
  Sceau             modifié ou imité
                    → Le sceau ne correspond pas à ce que son émetteur a signé : il a
                      été modifié ou imité. N'acceptez pas ce document.
                      [seal.signature-mismatch]
  Retrait           vérification non faite
  Droits            vérification non faite
  Personne          vérification non faite
  Page imprimée     vérification non faite
  Confiance         vérification non faite

  Date des soins    23/11/2026
  Politique         counter
  Vérifiez l'identité du porteur. Ne vaut pas garantie de paiement.
)");
}

TEST(ReportTextTest, GoldenWithoutASeal) {
  Report report;
  report.file = "photo\x1b[31m.jpg";
  report.reasons = {{Reason::kDocumentNoSeal, ""}, {Reason::kDocumentDamaged, "page 2"}};
  report.others = {{"web-address", "QRCode", 1, {}}, {"hc1", "QRCode", 3, {}}};
  report.date_of_care = Day(2026, 11, 23);
  report.policy = "insurer";
  EXPECT_EQ(
      French(report),
      R"(! NON CONFIRMÉ : Un code ou un texte a été lu, mais ce n'est pas un sceau : il ne prouve
  rien. Vérifiez les droits par un autre moyen. [document.no-seal]
  Fichier           photo\u{001B}[31m.jpg
  À savoir          Ce document est abîmé et ne peut pas être lu : demandez qu'on vous
                    l'envoie à nouveau. [document.damaged]

  Autre code        adresse web (QRCode), page 1 : ne prouve rien
  Autre code        hc1 (QRCode), page 3 : ne prouve rien
  Date des soins    23/11/2026
  Politique         insurer
)");
}

TEST(ReportTextTest, TheFirstLineIsTheVerdict) {
  SealReport seal = TestSeal();
  EXPECT_THAT(French(TestReport(seal)),
              StartsWith("✔ CONFORME : Sceau de la CPAM de Paris intact ;"));
  seal.outcome = Outcome::kRightsNotOpen;
  seal.axes.rights = RightsAxis::kExpired;
  seal.rights_dates.ended = Day(2026, 10, 31);
  EXPECT_THAT(
      French(TestReport(seal)),
      StartsWith("◷ DOCUMENT PÉRIMÉ : Sceau de la CPAM de Paris intact ; attestation valable "
                 "jusqu'au\n  31/10/2026 seulement."));
  seal.axes.rights = RightsAxis::kClosed;
  EXPECT_THAT(French(TestReport(seal)), StartsWith("◷ DROITS NON OUVERTS : Sceau de la CPAM"));
  seal.axes.rights = RightsAxis::kExpired;
  seal.claims->rights.reset();
  EXPECT_THAT(French(TestReport(seal)),
              StartsWith("◷ DOCUMENT PÉRIMÉ : Sceau de la CPAM de Paris"));
  seal.outcome = Outcome::kRefused;
  EXPECT_THAT(French(TestReport(seal)),
              StartsWith("✘ REFUSÉ : Sceau de la CPAM de Paris intact ;"));
  seal.outcome = Outcome::kNotConfirmed;
  EXPECT_THAT(French(TestReport(seal)), StartsWith("! NON CONFIRMÉ : Sceau de la CPAM de Paris"));
  EXPECT_THAT(French(Report{}), StartsWith("! NON CONFIRMÉ : "));
}

// A damaged second page keeps the document from being in order, whatever its seal says.
TEST(ReportTextTest, TheDocumentsVerdictStandsAboveTheSeals) {
  Report report = TestReport();
  report.outcome = Outcome::kNotConfirmed;
  report.reasons = {{Reason::kDocumentDamaged, "page 2"}};
  EXPECT_THAT(French(report), AllOf(StartsWith("! NON CONFIRMÉ :"), HasSubstr("[document.damaged]"),
                                    Not(HasSubstr("CONFORME"))));
}

TEST(ReportTextTest, TheNirIsMaskedUnlessAskedFor) {
  EXPECT_THAT(French(TestReport()),
              AllOf(HasSubstr("2 84 05 •• ••• ••• ••"), Not(HasSubstr("321"))));
  EXPECT_THAT(ReportText(TestReport(), {.show_nir = true}), HasSubstr("2 84 05 2A 321 025 52"));
}

TEST(ReportTextTest, WithoutAVerifiedSignatureNothingOfTheSealIsShown) {
  for (Signature signature : {Signature::kMismatch, Signature::kNotChecked}) {
    SealReport seal = TestSeal();
    seal.signature = signature;
    seal.axes.seal = SealAxis::kAltered;
    EXPECT_THAT(French(TestReport(seal)),
                AllOf(Not(HasSubstr("DURAND")), Not(HasSubstr("Titulaire")),
                      HasSubstr("Le contenu du sceau n'est pas montré")));
  }
}

TEST(ReportTextTest, WhatASealSaysThatIsNotGenuineIsNotToBeTakenForTrue) {
  SealReport seal = TestSeal();
  seal.axes.seal = SealAxis::kIssuerNotAllowed;
  EXPECT_THAT(French(TestReport(seal)),
              HasSubstr("Ce que dit le sceau (à ne pas tenir pour vrai) :"));
}

TEST(ReportTextTest, SaysSinceWhenAndWhyAnAttestationWasWithdrawn) {
  SealReport seal = TestSeal();
  seal.axes.status = StatusAxis::kRevoked;
  seal.reasons = {{Reason::kStatusRevoked, ""}};
  const std::pair<const char*, const char*> causes[] = {{"lost", "perdue"},
                                                        {"stolen", "volée"},
                                                        {"replaced", "remplacée"},
                                                        {"error", "erreur"},
                                                        {"fraud", "fraude"},
                                                        {"other", "autre cause"},
                                                        {"what will come", "autre cause"}};
  for (const auto& [reason, word] : causes) {
    seal.withdrawal = {Day(2026, 11, 5), reason};
    EXPECT_THAT(French(TestReport(seal)),
                HasSubstr(fmt::format("retirée par l'émetteur le 05/11/2026 ({})", word)));
  }
  seal.axes.status = StatusAxis::kSuspended;
  seal.withdrawal = {Day(2026, 11, 5), "fraud"};
  EXPECT_THAT(ReportText(TestReport(seal), {.language = Language::kEnglish}),
              HasSubstr("suspended by the issuer on 2026-11-05 (fraud)"));
}

TEST(ReportTextTest, SaysWhatIsNotProven) {
  EXPECT_THAT(French(TestReport()),
              HasSubstr("Vérifiez l'identité du porteur. Ne vaut pas garantie de paiement."));
}

TEST(ReportTextTest, AllOfAnAttestationIsShown) {
  SealReport seal = TestSeal();
  Attestation& attestation = *seal.claims->attestation;
  attestation.holder.name_in_use = "MARTIN";
  attestation.holder.role = Role::kDependant;
  attestation.holder.nir.reset();
  attestation.dependants = {{"DURAND", "Léo", "20200101", 1}, {"DURAND", "Ana", "20200000", 2}};
  attestation.replaces = DocumentId{};
  EXPECT_THAT(French(TestReport(seal)),
              AllOf(HasSubstr("DURAND (nom d'usage : MARTIN) Zoé Anne, ayant droit"),
                    HasSubstr("DURAND Léo, né(e) le 01/01/2020"),
                    HasSubstr("DURAND Ana, né(e) le 00/00/2020"), HasSubstr("AAAAAAAAAAAAAAAA"),
                    Not(HasSubstr("Sécurité sociale"))));
}

TEST(ReportTextTest, GreenIsForPagesThatWereCompared) {
  const TextOptions coloured{.colour = true};
  const std::string green = "\033[1;32m✔";
  const std::string blue = "\033[1;34m◐";
  EXPECT_THAT(ReportText(TestReport(), coloured), StartsWith(green));
  SealReport seal = TestSeal();
  seal.axes.document = DocumentAxis::kNotCompared;
  seal.compare_by_eye = true;
  Report report = TestReport(seal);
  report.compare_by_eye = true;
  EXPECT_THAT(ReportText(report, coloured), StartsWith(blue + " COMPAREZ LA PAGE :"));
  seal.outcome = Outcome::kRefused;
  EXPECT_THAT(ReportText(TestReport(seal), coloured), StartsWith("\033[1;31m✘"));
  seal.outcome = Outcome::kRightsNotOpen;
  EXPECT_THAT(ReportText(TestReport(seal), coloured), StartsWith("\033[1;33m◷"));
  EXPECT_THAT(ReportText(Report{}, coloured), StartsWith("\033[1;33m!"));
  EXPECT_THAT(French(TestReport()), Not(HasSubstr("\033")));
}

TEST(TextLayoutTest, WidthCountsLettersAndLinesBreakAtSpaces) {
  EXPECT_EQ(DisplayWidth("né(e) à Évreux ✔"), 16U);
  TextLayout layout(false);
  std::string words;
  for (int i = 0; i < 40; ++i) words += "été ";
  layout.Row("Label", words);
  std::size_t start = 0;
  for (std::size_t end; (end = layout.text().find('\n', start)) != std::string::npos;
       start = end + 1) {
    const std::string line = layout.text().substr(start, end - start);
    EXPECT_LE(DisplayWidth(line), 88U);
    EXPECT_THAT(line, StartsWith(start == 0 ? "  Label             été" : std::string(20, ' ')));
  }
}

TEST(TextLayoutTest, NoLineBeginsWithAFrenchMark) {
  for (const std::string mark : {":", ";", "!", "?", "»"}) {
    for (std::size_t letters = 60; letters < 70; ++letters) {
      TextLayout layout(false);
      layout.Row("Label", std::string(letters, 'x') + " un " + mark + " deux");
      EXPECT_THAT(layout.text(), Not(HasSubstr("\n" + std::string(20, ' ') + mark))) << letters;
      EXPECT_THAT(layout.text(), HasSubstr("un " + mark));
    }
  }
  for (std::size_t letters = 60; letters < 70; ++letters) {
    TextLayout layout(false);
    layout.Row("Label", std::string(letters, 'x') + " « deux");
    EXPECT_THAT(layout.text(), HasSubstr("« deux")) << letters;
  }
}

}  // namespace
}  // namespace sceau::cli
