// SPDX-License-Identifier: Apache-2.0
#include "verify/check_printed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace sceau::verify {
namespace {

// The number is one of a public test vector set; the person does not exist.
Claims SealFor() {
  Claims claims;
  Attestation& a = claims.attestation.emplace();
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = "MOREAU",
              .given_names = "Zoé Anne-Marie",
              .birth_date = "19840512",
              .nir = "284058832102532"};
  a.rights = {{RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")},
              {RightKind::kC2sWithoutParticipation, *ParseIsoDate("2026-03-01"), std::nullopt}};
  return claims;
}

Page PageOf(const std::string& text, TextSource source = TextSource::kPrinted) {
  Page page;
  page.number = 2;
  page.text_source = source;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) page.words.push_back({word, {}, {}});
  return page;
}

const std::string kGood =
    "Attestation de droits à l’assurance maladie Nom de naissance : LEFÈVRE Prénoms : Zoé "
    "Anne-Marie née le 12/05/1984 "
    "N° 2 84 05 88 321 025 32 Droits du 01/01/2026 au 31/12/2026 C2S du 01/03/2026";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

struct Row {
  std::string name;
  std::string text;
  DocumentAxis axis;
  std::vector<Reason> reasons;
};

class CheckPrintedTest : public testing::TestWithParam<Row> {};

TEST_P(CheckPrintedTest, ComparesThePage) {
  const PrintedOutcome outcome = CheckPrinted(SealFor(), PageOf(GetParam().text));
  EXPECT_EQ(outcome.axis, GetParam().axis);
  std::vector<Reason> reasons;
  for (const Finding& finding : outcome.findings) {
    reasons.push_back(finding.reason);
    EXPECT_EQ(finding.detail, "page 2");
  }
  EXPECT_EQ(reasons, GetParam().reasons);
}

using enum DocumentAxis;
INSTANTIATE_TEST_SUITE_P(
    Table, CheckPrintedTest,
    testing::Values(
        Row{"agrees", kGood, kAgrees, {}},
        Row{"accents_lost", Replaced(kGood, "LEFÈVRE", "LEFEVRE"), kAgrees, {}},
        Row{"name_in_use", Replaced(kGood, "LEFÈVRE", "MOREAU"), kAgrees, {}},
        Row{"other_date_form", Replaced(kGood, "12/05/1984", "12-05-1984,"), kAgrees, {}},
        Row{"nir_in_one_word",
            Replaced(kGood, "2 84 05 88 321 025 32", "284058832102532"),
            kAgrees,
            {}},
        Row{"nir_masked",
            Replaced(kGood, "2 84 05 88 321 025 32", "2 84 05 •• ••• ••• ••"),
            kAgrees,
            {}},
        Row{"edited_name",
            Replaced(kGood, "LEFÈVRE", "DURAND"),
            kDiffers,
            {Reason::kDocumentPrintedNameDiffers}},
        Row{"edited_given_name",
            Replaced(kGood, "Zoé", "Léa"),
            kDiffers,
            {Reason::kDocumentPrintedNameDiffers}},
        Row{"edited_birth_date",
            Replaced(kGood, "12/05/1984", "12/05/1985"),
            kDiffers,
            {Reason::kDocumentPrintedBirthDateDiffers}},
        Row{"edited_nir",
            Replaced(kGood, "2 84 05 88 321 025 32", "2 55 08 14 168 025 38"),
            kDiffers,
            {Reason::kDocumentPrintedNirDiffers}},
        Row{"edited_right",
            Replaced(kGood, "31/12/2026", "31/12/2027"),
            kDiffers,
            {Reason::kDocumentPrintedRightsDiffer}},
        Row{"edited_open_right",
            Replaced(kGood, "01/03/2026", "01/02/2026"),
            kDiffers,
            {Reason::kDocumentPrintedRightsDiffer}},
        Row{"nir_of_another_in_one_word",
            Replaced(kGood, "2 84 05 88 321 025 32", "255081416802538"),
            kDiffers,
            {Reason::kDocumentPrintedNirDiffers}},
        Row{"nir_of_another_before_a_number",
            Replaced(kGood, "2 84 05 88 321 025 32", "2 55 08 14 168 025 38 01"),
            kDiffers,
            {Reason::kDocumentPrintedNirDiffers}},
        Row{"nir_of_another_at_the_end", kGood + " 2 55 08 14 168 025 3", kAgrees, {}},
        Row{"nir_without_its_key",
            Replaced(kGood, "2 84 05 88 321 025 32", "2 55 08 14 168 025"),
            kAgrees,
            {}},
        Row{"no_nir_by_its_key",
            Replaced(kGood, "2 84 05 88 321 025 32", "2 84 05 88 321 025 33"),
            kAgrees,
            {}},
        Row{"date_with_full_stops", Replaced(kGood, "12/05/1984", "12.05.1984"), kAgrees, {}},
        Row{"date_with_letters",
            Replaced(kGood, "12/05/1984", "12x05x1984"),
            kDiffers,
            {Reason::kDocumentPrintedBirthDateDiffers}},
        Row{"date_of_letters",
            Replaced(kGood, "12/05/1984", "1a/05/1984"),
            kDiffers,
            {Reason::kDocumentPrintedBirthDateDiffers}},
        Row{"number_longer_than_a_nir", kGood + " 2840588321025321 0", kAgrees, {}},
        Row{"date_of_two_kinds",
            Replaced(kGood, "12/05/1984", "12/05-1984"),
            kDiffers,
            {Reason::kDocumentPrintedBirthDateDiffers}},
        Row{"three_words_that_mean_something",
            "Attestation droits maladie",
            kDiffers,
            {Reason::kDocumentPrintedNameDiffers, Reason::kDocumentPrintedBirthDateDiffers,
             Reason::kDocumentPrintedRightsDiffer}},
        Row{"two_words_that_mean_something", "Attestation droits", kNotCompared, {}},
        Row{"another_persons_page",
            "Attestation de droits à l’assurance maladie Nom : DURAND Prénom : Luc né le "
            "01/02/1990",
            kDiffers,
            {Reason::kDocumentPrintedNameDiffers, Reason::kDocumentPrintedBirthDateDiffers,
             Reason::kDocumentPrintedRightsDiffer}},
        Row{"no_text", "", kNotCompared, {}},
        Row{"text_without_meaning", "\x01\x02 abc #$% xyz qqq", kNotCompared, {}}),
    [](const auto& row) { return row.param.name; });

TEST(CheckPrintedTest, OnlyTextThatDrawsThePageIsCompared) {
  const std::string edited = Replaced(kGood, "LEFÈVRE", "DURAND");
  EXPECT_EQ(CheckPrinted(SealFor(), PageOf(edited, TextSource::kOcr)).axis, kNotCompared);
  EXPECT_EQ(CheckPrinted(SealFor(), PageOf(edited, TextSource::kNone)).axis, kNotCompared);
  EXPECT_EQ(CheckPrinted(Claims{}, PageOf(edited)).axis, kNotCompared);
}

TEST(CheckPrintedTest, ASealWithoutANirIsComparedWithoutOne) {
  Claims claims = SealFor();
  claims.attestation->holder.nir.reset();
  EXPECT_EQ(CheckPrinted(claims, PageOf(kGood)).axis, kAgrees);
}

TEST(CheckPrintedTest, EmptyWordsAreNoPartOfANumber) {
  Page page = PageOf(Replaced(kGood, "2 84 05 88 321 025 32", "2 55 08 14 168 025"));
  page.words.push_back({"", {}, {}});
  page.words.push_back({"38", {}, {}});
  EXPECT_EQ(CheckPrinted(SealFor(), page).axis, kAgrees);
}

TEST(CheckPrintedTest, ABirthDateThatIsNoDateIsNotPrinted) {
  Claims claims = SealFor();
  claims.attestation->holder.birth_date = "1984";
  EXPECT_EQ(CheckPrinted(claims, PageOf(kGood)).axis, kDiffers);
}

TEST(CheckPrintedTest, ALongNameMayBeBrokenAtALinesEnd) {
  Claims claims = SealFor();
  claims.attestation->holder.birth_name = "RANDRIANAMPOINIMERINA";
  EXPECT_EQ(CheckPrinted(claims, PageOf(Replaced(kGood, "LEFÈVRE", "RANDRIANAMP OINIMERINA"))).axis,
            kAgrees);
  EXPECT_EQ(CheckPrinted(claims, PageOf(Replaced(kGood, "LEFÈVRE", "RANDRIANAMP OINIMERINO"))).axis,
            kDiffers);
}

// A word of twelve letters is long, one of eleven is not.
TEST(CheckPrintedTest, AWordIsLongFromTwelveLettersOn) {
  const auto axis = [](const std::string& name, const std::string& printed) {
    Claims claims = SealFor();
    claims.attestation->holder.birth_name = name;
    claims.attestation->holder.name_in_use.reset();
    return CheckPrinted(claims, PageOf(Replaced(kGood, "LEFÈVRE", printed))).axis;
  };
  EXPECT_EQ(axis("VILLEFRANCHE", "VILLEF RANCHE"), kAgrees);
  EXPECT_EQ(axis("VILLEFRANCH", "VILLEF RANCH"), kDiffers);
}

TEST(CheckPrintedTest, NumbersOfCorsicaAreCompared) {
  const auto axis = [](const std::string& nir, const std::string& printed) {
    Claims claims = SealFor();
    claims.attestation->holder.nir = nir;
    return CheckPrinted(claims, PageOf(Replaced(kGood, "2 84 05 88 321 025 32", printed))).axis;
  };
  for (const char* printed : {"2 84 05 2A 321 025 52", "2 84 05 2a 321 025 52"}) {
    EXPECT_EQ(axis("284052A32102552", printed), kAgrees) << printed;
    EXPECT_EQ(axis("284058832102532", printed), kDiffers) << printed;
  }
  for (const char* printed : {"2 84 05 2B 321 025 79", "2 84 05 2b 321 025 79"}) {
    EXPECT_EQ(axis("284052B32102579", printed), kAgrees) << printed;
    EXPECT_EQ(axis("284058832102532", printed), kDiffers) << printed;
  }
}

TEST(CheckPrintedTest, LunarBirthDatesAreComparedAsCarried) {
  Claims claims = SealFor();
  claims.attestation->holder.birth_date = "19500231";
  EXPECT_EQ(CheckPrinted(claims, PageOf(Replaced(kGood, "12/05/1984", "31/02/1950"))).axis,
            kAgrees);
}

}  // namespace
}  // namespace sceau::verify
