// SPDX-License-Identifier: Apache-2.0
#include "cli/brief_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sceau/error.h"
#include "wording/report_testing.h"

namespace sceau::cli {
namespace {

using wording::Day;
using wording::TestReport;
using wording::TestSeal;

std::string Brief(const Report& report, Language language = Language::kFrench) {
  return BriefText(report, language, false);
}

TEST(BriefTextTest, ALineHasTheOutcomeTheFileAndWhy) {
  EXPECT_EQ(
      Brief(TestReport()),
      "✔ CONFORME            attestation.pdf : Sceau de la CPAM de Paris intact ; droits ouverts "
      "le 23/11/2026 d'après ce document.\n");
  EXPECT_EQ(Brief(TestReport(), Language::kEnglish),
            "✔ IN ORDER          attestation.pdf: Seal of CPAM de Paris intact; rights open on "
            "2026-11-23 according to this document.\n");
  SealReport expired = TestSeal();
  expired.outcome = Outcome::kRightsNotOpen;
  expired.axes.rights = RightsAxis::kClosed;
  expired.rights_dates.ended = Day(2026, 10, 31);
  EXPECT_EQ(Brief(TestReport(expired)),
            "◷ DROITS NON OUVERTS  attestation.pdf : Sceau de la CPAM de Paris intact ; droits "
            "terminés depuis le 31/10/2026 d'après ce document.\n");
  expired.claims->rights.reset();
  expired.axes.rights = RightsAxis::kExpired;
  EXPECT_EQ(Brief(TestReport(expired)),
            "◷ DOCUMENT PÉRIMÉ     attestation.pdf : Sceau de la CPAM de Paris intact ; document "
            "valable jusqu'au 31/10/2026 seulement, et qui n'atteste aucun droit.\n");
  Report none;
  none.file = "photo.jpg";
  none.outcome = Outcome::kNoSeal;
  none.reasons = {{Reason::kDocumentNoCode, ""}};
  EXPECT_EQ(Brief(none),
            "– SANS SCEAU          photo.jpg : Aucun code 2D n'a été trouvé sur ce document "
            "[document.no-code]\n");
  EXPECT_EQ(BriefFailure("b.pdf", Refuse(Reason::kDocumentMissing), Language::kFrench, false),
            "! NON CONFIRMÉ        b.pdf : Ce fichier n'existe pas [document.missing]\n");
}

TEST(BriefTextTest, OfSeveralSealsTheOneThatDecidedSpeaks) {
  SealReport altered = TestSeal();
  altered.outcome = Outcome::kRefused;
  altered.axes = {.seal = SealAxis::kAltered};
  Report report = TestReport();
  report.seals.push_back(altered);
  report.outcome = Outcome::kRefused;
  report.seals[1].page = 2;
  EXPECT_NE(
      Brief(report).find("attestation.pdf : page 2 : Sceau au nom de la CPAM de Paris, modifié"),
      std::string::npos)
      << Brief(report);
  // Good seals that the document as a whole does not bear out.
  report = TestReport();
  report.outcome = Outcome::kNotConfirmed;
  report.reasons = {{Reason::kDocumentAssembled, ""}};
  EXPECT_NE(Brief(report).find("[document.assembled]"), std::string::npos);
}

TEST(BriefTextTest, WhatTheSentenceLeavesOutIsSaidToo) {
  const auto contains = [](const Report& report, std::string_view text) {
    return Brief(report).find(text) != std::string::npos;
  };
  Report report = TestReport();
  EXPECT_FALSE(contains(report, "non comparée"));
  report.seals[0].axes.document = DocumentAxis::kNotCompared;
  report.reasons = {{Reason::kDocumentSeveralPeople, ""}};
  EXPECT_TRUE(contains(report, "Page imprimée non comparée."));
  EXPECT_TRUE(contains(report, "[document.several-people]"));
  report.seals[0].reasons.push_back({Reason::kDocumentPartlyCompared, "page 1"});
  EXPECT_TRUE(contains(report, "Page imprimée comparée en partie."));
  EXPECT_FALSE(contains(report, "non comparée"));
  report.seals[0].printed = {{.fact = {PrintedKind::kBirthName}, .result = FactResult::kAgrees},
                             {.fact = {PrintedKind::kBirthRank}}};
  EXPECT_TRUE(contains(report, "À comparer vous-même sur la page : rang de naissance."));
  EXPECT_FALSE(contains(report, "en partie"));
  SealReport added = TestSeal();
  added.axes.document = DocumentAxis::kNotCompared;
  added.outcome = Outcome::kNotConfirmed;
  added.reasons.push_back({Reason::kDocumentTextAdded, "page 1"});
  EXPECT_TRUE(contains(TestReport(added), "une personne doit regarder la page."));
  EXPECT_TRUE(contains(TestReport(added), "[document.text-added]"));
  EXPECT_FALSE(contains(TestReport(added), "non comparée"));
  SealReport hidden = TestSeal();
  hidden.outcome = Outcome::kNotConfirmed;
  hidden.reasons.push_back({Reason::kDocumentHiddenCode, ""});
  EXPECT_TRUE(contains(TestReport(hidden), "[document.hidden-code]"));
}

TEST(BriefTextTest, ALineIsALineWhateverTheFileIsCalled) {
  Report report = TestReport();
  report.file = "a\n✘ REFUSÉ\r\x1b[2J\xFF.pdf";
  const std::string line = Brief(report);
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
  EXPECT_EQ(line.find('\r'), std::string::npos);
}

TEST(BriefTextTest, TheOutcomeHasItsColour) {
  EXPECT_TRUE(BriefText(TestReport(), Language::kFrench, true)
                  .starts_with("\033[1;32m✔ CONFORME\033[0m  "));
}

}  // namespace
}  // namespace sceau::cli
