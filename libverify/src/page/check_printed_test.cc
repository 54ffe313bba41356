// SPDX-License-Identifier: Apache-2.0
#include "page/check_printed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "attestation/claims_of.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

// The number is one of a public test vector set; the person does not exist.
Attestation Sealed() {
  Attestation a;
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = "MOREAU",
              .given_names = "Zoé Anne-Marie",
              .birth_date = "19840512",
              .nir = "284058832102532"};
  a.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-29"));
  a.valid_from = *ParseIsoDate("2026-11-23");
  a.valid_until = *ParseIsoDate("2027-05-22");
  a.rights = {{RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")},
              {RightKind::kC2sWithoutParticipation, *ParseIsoDate("2026-03-01"), std::nullopt}};
  return a;
}

Checked<DocumentAxis> CheckPage(const Attestation& sealed, const Page& page) {
  return CheckPrinted(attestation::ClaimsOf(sealed), page);
}

const std::string kGood =
    "Attestation de droits à l’assurance maladie\n"
    "Nom de naissance : LEFÈVRE\n"
    "Prénoms : Zoé Anne-Marie\n"
    "Née le 12/05/1984\n"
    "N° de sécurité sociale | 2 84 05 88 321 025 32\n"
    "Assurance maladie (base) du 01/01/2026 au 31/12/2026\n"
    "C2S du 01/03/2026\n";

std::string Edited(const std::string& from, const std::string& to) {
  return Replaced(kGood, from, to);
}

struct Row {
  std::string name;
  std::string text;
  DocumentAxis axis;
  std::vector<Reason> reasons = {};
};

class CheckPrintedTest : public testing::TestWithParam<Row> {};

TEST_P(CheckPrintedTest, ComparesThePage) {
  const Checked<DocumentAxis> outcome = CheckPage(Sealed(), PageOf(GetParam().text));
  EXPECT_EQ(outcome.axis, GetParam().axis);
  std::vector<Reason> reasons;
  for (const Finding& finding : outcome.findings) {
    reasons.push_back(finding.reason);
    EXPECT_EQ(finding.detail, "page 2");
  }
  EXPECT_EQ(reasons, GetParam().reasons);
}

constexpr Reason kNameDiffers = Reason::kDocumentPrintedNameDiffers;
constexpr Reason kBirthDateDiffers = Reason::kDocumentPrintedBirthDateDiffers;
constexpr Reason kNirDiffers = Reason::kDocumentPrintedNirDiffers;
constexpr Reason kRightsDiffer = Reason::kDocumentPrintedRightsDiffer;

std::string NameOf(const testing::TestParamInfo<Row>& row) { return row.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Agrees, CheckPrintedTest,
    testing::Values(
        Row{"as_it_is", kGood, kAgree}, Row{"accents_lost", Edited("LEFÈVRE", "LEFEVRE"), kAgree},
        Row{"name_in_use", Edited("LEFÈVRE", "MOREAU"), kAgree},
        Row{"both_names", Edited("LEFÈVRE", "MOREAU née LEFÈVRE"), kAgree},
        Row{"both_names_labelled", Edited("Prénoms", "Nom d’usage MOREAU\nPrénoms"), kAgree},
        Row{"names_in_one_place",
            Edited("Nom de naissance : LEFÈVRE\nPrénoms : Zoé Anne-Marie",
                   "Nom et prénoms : LEFÈVRE Zoé Anne-Marie"),
            kAgree},
        Row{"given_names_first",
            Edited("Nom de naissance : LEFÈVRE\nPrénoms : Zoé Anne-Marie",
                   "Nom et prénoms : Mme Zoé Anne-Marie MOREAU"),
            kAgree},
        Row{"labels_in_one_line",
            Edited("LEFÈVRE\nPrénoms : Zoé Anne-Marie\nNée", "LEFÈVRE Prénoms Zoé Anne-Marie née"),
            kAgree},
        Row{"values_under_their_labels",
            Edited("Nom de naissance : LEFÈVRE\nPrénoms : Zoé Anne-Marie\nNée le 12/05/1984\n",
                   "Nom de naissance |3 Prénoms\nLEFÈVRE |3 Zoé Anne-Marie\n"
                   "Date de naissance\n12/05/1984\n"),
            kAgree},
        Row{"date_with_hyphens", Edited("12/05/1984", "12-05-1984,"), kAgree},
        Row{"date_with_full_stops", Edited("12/05/1984", "12.05.1984"), kAgree},
        Row{"date_in_iso", Edited("12/05/1984", "1984-05-12"), kAgree},
        Row{"date_in_words", Edited("12/05/1984", "12 mai 1984"), kAgree},
        Row{"dates_of_rights_in_words",
            Edited("01/01/2026 au 31/12/2026", "1er janvier 2026 au 31 décembre 2026"), kAgree},
        Row{"nir_in_one_word", Edited("2 84 05 88 321 025 32", "284058832102532"), kAgree},
        Row{"nir_without_its_key", Edited("2 84 05 88 321 025 32", "2 84 05 88 321 025"), kAgree},
        Row{"nir_masked", Edited("2 84 05 88 321 025 32", "2 84 05 •• ••• ••• ••"), kAgree},
        Row{"no_nir", Edited("N° de sécurité sociale | 2 84 05 88 321 025 32\n", ""), kAgree},
        Row{"its_own_validity",
            kGood + "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n", kAgree},
        Row{"a_table_of_rights", Edited("du 01/01/2026 au 31/12/2026", "| 01/01/2026 | 31/12/2026"),
            kAgree},
        Row{"a_sentence_about_labels",
            kGood + "Comparez le nom de naissance et la date de naissance avec une pièce.\n"
                    "date de naissance et numéro de sécurité sociale compris\n",
            kAgree},
        Row{"its_own_name_again", Edited("LEFÈVRE", "LEFÈVRE _ Zoé"), kAgree},
        Row{"a_day_of_birth_again", Edited("12/05/1984", "12/05/1984 (1984-05-12)"), kAgree},
        Row{"another_column", Edited("LEFÈVRE", "LEFÈVRE | Page"), kAgree}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Differs, CheckPrintedTest,
    testing::Values(
        Row{"name", Edited("LEFÈVRE", "DURAND"), kDiffer, {kNameDiffers}},
        Row{"name_under_a_plain_label",
            Replaced(Edited("LEFÈVRE", "DURAND"), "Nom de naissance", "Nom"),
            kDiffer,
            {kNameDiffers}},
        Row{"name_under_its_label",
            Edited("Nom de naissance : LEFÈVRE", "Nom de naissance\nDURAND"),
            kDiffer,
            {kNameDiffers}},
        Row{"given_names", Edited("Zoé Anne-Marie", "Karim"), kDiffer, {kNameDiffers}},
        Row{"birth_date", Edited("12/05/1984", "12/05/1985"), kDiffer, {kBirthDateDiffers}},
        Row{"birth_date_in_words",
            Edited("12/05/1984", "12 mai 1985"),
            kDiffer,
            {kBirthDateDiffers}},
        Row{"birth_date_labelled_otherwise",
            Edited("Née le 12/05/1984", "Date de naissance : 1985-05-12"),
            kDiffer,
            {kBirthDateDiffers}},
        Row{"nir",
            Edited("2 84 05 88 321 025 32", "2 55 08 14 168 025 38"),
            kDiffer,
            {kNirDiffers}},
        Row{"nir_in_one_word",
            Edited("2 84 05 88 321 025 32", "255081416802538"),
            kDiffer,
            {kNirDiffers}},
        Row{"end_of_a_right", Edited("31/12/2026", "31/12/2027"), kDiffer, {kRightsDiffer}},
        Row{"another_period",
            Edited("du 01/01/2026 au 31/12/2026\nC2S du 01/03/2026", "du 05/02/2024 au 05/02/2029"),
            kDiffer,
            {kRightsDiffer}},
        Row{"hidden_words_do_not_help",
            Edited("LEFÈVRE", "DURAND") + "!LEFÈVRE",
            kDiffer,
            {kNameDiffers}},
        Row{"another_persons_page",
            "Attestation de droits à l’assurance maladie\nNom : DURAND\nPrénom : Luc\n"
            "Né(e) le 01/02/1990\n",
            kDiffer,
            {kNameDiffers, kBirthDateDiffers}},
        Row{"names_in_one_place",
            Edited("Nom de naissance : LEFÈVRE\nPrénoms : Zoé Anne-Marie",
                   "Nom et prénom : DURAND Karim"),
            kDiffer,
            {kNameDiffers}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Genuine, CheckPrintedTest,
    testing::Values(
        Row{"a_letter",
            "Bonjour, voici le code de l’attestation de droits à l’assurance maladie de mon "
            "enfant.\n"
            "Cordialement, Karim DURAND\n",
            kOpen},
        Row{"a_form_with_a_name", "Demande de remboursement\nNom : DURAND\nPrénom : Karim\n",
            kOpen},
        Row{"a_receipt", "Reçu le 27/11/2026 au service du courrier", kOpen},
        Row{"no_text", "", kOpen}, Row{"text_without_meaning", "\x01\x02 abc #$% xyz qqq", kOpen},
        Row{"characters_lost", Edited("LEFÈVRE", "������"), kOpen},
        Row{"letters_misread", Edited("LEFÈVRE", "LEF3VRE"), kOpen},
        Row{"a_slip", Edited("LEFÈVRE", "LEFEBVRE"), kOpen},
        Row{"a_name_cut_off", Edited("LEFÈVRE", "LEFÈV"), kOpen},
        Row{"part_of_a_double_name", Edited("Zoé Anne-Marie", "Marie"), kOpen},
        Row{"part_of_the_first_given_name", Edited("Zoé Anne-Marie", "Zo"), kOpen},
        Row{"a_date_misread", Edited("12/05/1984", "I2/05/1984"), kOpen},
        Row{"a_date_without_a_day", Edited("12/05/1984", "00/05/1984"), kOpen},
        Row{"day_and_month_exchanged", Edited("12/05/1984", "05/12/1984"), kOpen},
        Row{"a_short_year", Edited("12/05/1984", "12/05/85"), kOpen},
        Row{"no_nir_by_its_key", Edited("2 84 05 88 321 025 32", "2 84 05 88 321 025 33"), kOpen},
        Row{"the_insured_and_a_beneficiary",
            "Attestation de droits à l’assurance maladie\nAssuré\nNom : DURAND\nPrénom : Karim\n"
            "Né le 01/02/1980\nBénéficiaires\nLEFÈVRE Zoé Anne-Marie, née le 12/05/1984\n",
            kOpen},
        Row{"a_doctor_beside", kGood + "Médecin traitant | Nom : DURAND | Prénom : Karim\n", kOpen},
        Row{"both_names_printed",
            Edited("LEFÈVRE", "DURAND") + "Assuré ouvrant droit : LEFÈVRE Zoé\n", kOpen},
        Row{"a_right_added", kGood + "ALD du 01/01/2026 au 31/12/2026\n", kOpen},
        Row{"a_right_made_longer", Edited("31/12/2026", "31/12/2029") + "édition 31/12/2026\n",
            kOpen},
        Row{"a_right_that_the_seal_does_not_end",
            Edited("C2S du 01/03/2026", "C2S du 01/03/2026 au 28/02/2027"), kOpen},
        Row{"a_period_of_something_else",
            Edited("Assurance maladie (base) du 01/01/2026 au 31/12/2026\nC2S du 01/03/2026",
                   "Contrat de travail du 05/02/2024 au 05/02/2029"),
            kOpen},
        Row{"several_periods", kGood + "Assurance maladie du 01/01/2024 au 31/12/2024\n", kOpen},
        Row{"its_date_of_printing",
            "Attestation de droits à l’assurance maladie du 02/12/2026\nNom : LEFÈVRE\n"
            "Née le 12/05/1984\n",
            kOpen},
        Row{"a_right_not_printed", Edited("C2S du 01/03/2026\n", ""), kOpen},
        Row{"no_labels",
            "Attestation de droits à l’assurance maladie\nLEFÈVRE Zoé Anne-Marie 12/05/1984\n"
            "droits du 01/01/2026 au 31/12/2026, 01/03/2026\n",
            kOpen},
        Row{"a_value_that_may_not_be_seen", Edited("LEFÈVRE", "~LEFÈVRE"), kOpen},
        Row{"a_value_that_is_not_seen", Edited("LEFÈVRE", "!LEFÈVRE"), kOpen},
        Row{"a_right_that_may_not_be_seen", Edited("01/03/2026", "~01/03/2026"), kOpen},
        Row{"another_value_that_may_not_be_seen", Edited("LEFÈVRE", "~DURAND"), kOpen},
        Row{"the_name_may_be_seen_elsewhere", Edited("LEFÈVRE", "DURAND") + "~LEFÈVRE", kOpen},
        Row{"a_second_birth_date", Edited("12/05/1984", "12/05/1984 03/05/1981"), kOpen},
        Row{"a_second_year", Edited("12/05/1984", "12/05/1984 1981"), kOpen},
        Row{"a_second_year_apart", Edited("12/05/1984", "12/05/1984 _ 1981"), kOpen},
        Row{"a_second_name", Edited("LEFÈVRE", "LEFÈVRE NUÑEZ"), kOpen},
        Row{"a_second_name_apart", Edited("LEFÈVRE", "LEFÈVRE _ NUNEZ"), kOpen},
        Row{"a_second_given_name_apart", Edited("Anne-Marie", "Anne-Marie _ Rose"), kOpen},
        Row{"a_second_number_apart", Edited("025 32", "025 32 _ 2 55 08"), kOpen},
        Row{"a_second_end", Edited("31/12/2026", "31/12/2026 31/12/2029"), kOpen},
        Row{"a_second_year_of_an_end", Edited("31/12/2026", "31/12/2026 2029"), kOpen},
        Row{"a_second_end_of_validity",
            kGood + "Cette attestation est valable du 23/11/2026 au 22/05/2027 22/05/2029.\n",
            kOpen},
        Row{"a_right_until_the_end_of_the_validity",
            kGood + "Assurance maladie (base) du 01/01/2026 au 22/05/2027\n", kOpen},
        Row{"a_right_until_the_end_of_the_validity_alone",
            kGood + "Assurance maladie jusqu’au 22/05/2027\n", kOpen},
        Row{"a_share_behind_a_period", Edited("31/12/2026", "31/12/2026 100 %"), kOpen},
        Row{"a_fund_that_the_seal_does_not_name", kGood + "Caisse d’essai\n", kOpen},
        Row{"a_name_in_letters_apart", Edited("LEFÈVRE", "DURAND") + "L E F E V R E", kOpen},
        Row{"a_long_name_broken", Edited("LEFÈVRE", "DURAND") + "LEFÈ\nVRE", kOpen}),
    NameOf);

TEST(CheckPrintedTest, OnlyTextThatDrawsThePageIsCompared) {
  const std::string edited = Edited("LEFÈVRE", "DURAND");
  EXPECT_EQ(CheckPage(Sealed(), PageOf(edited, TextSource::kOcr)).axis, kOpen);
  EXPECT_EQ(CheckPage(Sealed(), PageOf(edited, TextSource::kNone)).axis, kOpen);
  Claims nothing;
  EXPECT_EQ(CheckPrinted(nothing, PageOf(edited)).axis, kOpen);
  nothing.printed_is_whole = true;
  EXPECT_EQ(CheckPrinted(nothing, PageOf(edited)).axis, kOpen);
}

TEST(CheckPrintedTest, ASealWithoutANirIsComparedWithoutOne) {
  Attestation sealed = Sealed();
  sealed.holder.nir.reset();
  EXPECT_EQ(CheckPage(sealed, PageOf(kGood)).axis, kOpen) << "nothing vouches for the number";
  const std::string without = Edited("N° de sécurité sociale | 2 84 05 88 321 025 32\n", "");
  EXPECT_EQ(CheckPage(sealed, PageOf(without)).axis, kAgree);
}

TEST(CheckPrintedTest, ADependantsPaperMayPrintTheInsuredsNumber) {
  Attestation sealed = Sealed();
  sealed.holder.role = Role::kDependant;
  EXPECT_EQ(
      CheckPage(sealed, PageOf(Edited("2 84 05 88 321 025 32", "2 55 08 14 168 025 38"))).axis,
      kOpen);
}

// A married person's name, of which an issuer need not seal the second one.
TEST(CheckPrintedTest, APlainLabelMayBeTheNameInUse) {
  Attestation sealed = Sealed();
  sealed.holder.name_in_use.reset();
  const std::string married = Replaced(Edited("LEFÈVRE", "DURAND"), "Nom de naissance", "Nom");
  EXPECT_EQ(CheckPage(sealed, PageOf(married)).axis, kOpen);
  EXPECT_EQ(CheckPage(sealed, PageOf(Edited("LEFÈVRE", "DURAND"))).axis, kDiffer);
  const auto name_of = [&](const std::string& text) {
    const CheckedPage checked = CheckPrinted(attestation::ClaimsOf(sealed), PageOf(text));
    return std::ranges::find(checked.printed, FactKey{PrintedKind::kBirthName}, &ComparedFact::fact)
        ->result;
  };
  EXPECT_EQ(name_of(married), FactResult::kNotCompared);
  EXPECT_EQ(name_of(Replaced(married, "Zoé Anne-Marie", "Karim")), FactResult::kDiffers);
  EXPECT_EQ(name_of(Replaced(married, "Née le 12/05/1984\n", "")), FactResult::kDiffers);
  EXPECT_EQ(name_of(Replaced(married, "Nom : DURAND", "Nom de naissance : LEFEBVRE\nNom : DURAND")),
            FactResult::kDiffers);
  EXPECT_EQ(CheckPage(sealed, PageOf(Replaced(married, "12/05/1984", "12/05/1990"))).axis, kDiffer);
}

TEST(CheckPrintedTest, ANameInUseDiffersOnlyFromOneThatTheSealHas) {
  const Page page = PageOf(Edited("Prénoms", "Nom d’usage : DURAND\nPrénoms"));
  Attestation sealed = Sealed();
  EXPECT_EQ(CheckPage(sealed, page).axis, kDiffer);
  sealed.holder.name_in_use.reset();
  EXPECT_EQ(CheckPage(sealed, page).axis, kOpen);
}

TEST(CheckPrintedTest, NumbersOfCorsicaAreCompared) {
  const auto axis = [](const std::string& nir, const std::string& printed) {
    Attestation sealed = Sealed();
    sealed.holder.nir = nir;
    return CheckPage(sealed, PageOf(Edited("2 84 05 88 321 025 32", printed))).axis;
  };
  for (const char* printed : {"2 84 05 2A 321 025 52", "2 84 05 2a 321 025 52"}) {
    EXPECT_EQ(axis("284052A32102552", printed), kAgree) << printed;
    EXPECT_EQ(axis("284058832102532", printed), kDiffer) << printed;
  }
  for (const char* printed : {"2 84 05 2B 321 025 79", "2 84 05 2b 321 025 79"}) {
    EXPECT_EQ(axis("284052B32102579", printed), kAgree) << printed;
    EXPECT_EQ(axis("284058832102532", printed), kDiffer) << printed;
  }
}

TEST(CheckPrintedTest, LunarBirthDatesAreComparedAsCarried) {
  Attestation sealed = Sealed();
  sealed.holder.birth_date = "19500231";
  EXPECT_EQ(CheckPage(sealed, PageOf(Edited("12/05/1984", "31/02/1950"))).axis, kAgree);
}

TEST(CheckPrintedTest, AShortNameIsLookedForAsAWord) {
  Attestation sealed = Sealed();
  sealed.holder.birth_name = "LI";
  sealed.holder.name_in_use.reset();
  EXPECT_EQ(CheckPage(sealed, PageOf(Edited("LEFÈVRE", "LI"))).axis, kAgree);
  EXPECT_EQ(CheckPage(sealed, PageOf(Edited("LEFÈVRE", "DURAND"))).axis, kDiffer);
}

TEST(CheckPrintedTest, MoreThanAnyPaperPrintsIsNotCompared) {
  std::string labels;
  for (int i = 0; i < 300; ++i) labels += "Prénoms : Zoé Anne-Marie\n";
  EXPECT_EQ(CheckPage(Sealed(), PageOf(kGood + labels)).axis, kOpen);
  EXPECT_EQ(CheckPage(Sealed(), PageOf(Edited("LEFÈVRE", "DURAND") + labels)).axis, kOpen);
  EXPECT_EQ(CheckPage(Sealed(), PageOf(kGood + std::string(1000, 'a'))).axis, kOpen);
}

TEST(UnprovenLettersTest, TheyDifferAndNeverAgree) {
  Page page = PageOf(kGood);
  page.letters_are_proven = false;
  const CheckedPage good = CheckPrinted(attestation::ClaimsOf(Sealed()), page);
  EXPECT_EQ(good.axis, DocumentAxis::kNotCompared);
  for (const ComparedFact& compared : good.printed)
    EXPECT_EQ(compared.result, FactResult::kNotCompared);
  page = PageOf(Edited("12/05/1984", "03/11/1991"));
  page.letters_are_proven = false;
  const CheckedPage other = CheckPrinted(attestation::ClaimsOf(Sealed()), page);
  EXPECT_EQ(other.axis, DocumentAxis::kDiffers);
  EXPECT_EQ(other.findings.size(), 1U);
  for (const ComparedFact& compared : other.printed) {
    const bool edited = compared.fact == FactKey{PrintedKind::kBirthDate};
    EXPECT_EQ(compared.result, edited ? FactResult::kDiffers : FactResult::kNotCompared);
    EXPECT_EQ(compared.way, edited ? ComparisonWay::kText : ComparisonWay::kNone);
  }
}

TEST(NamesNobodyTest, OnlyTextWithoutPeopleAndRights) {
  EXPECT_TRUE(NamesNobody(PageOf("Comment vérifier : lisez ce code\n")));
  EXPECT_FALSE(NamesNobody(PageOf("Comment vérifier\n", TextSource::kNone)));
  EXPECT_FALSE(NamesNobody(PageOf("Comment vérifier\n", TextSource::kOcr)));
  EXPECT_FALSE(NamesNobody(PageOf("Comment ~vérifier\n")));
  Page unproven = PageOf("Comment vérifier\n");
  unproven.letters_are_proven = false;
  EXPECT_FALSE(NamesNobody(unproven));
  Page with_drawing = PageOf("Comment vérifier\n");
  with_drawing.has_only_words = false;
  EXPECT_FALSE(NamesNobody(with_drawing));
  EXPECT_FALSE(NamesNobody(PageOf("Nom : DURAND\n")));
  EXPECT_FALSE(NamesNobody(PageOf("Ayants droit rattachés : MARTIN Karim\n")));
  EXPECT_FALSE(NamesNobody(PageOf("Cette attestation est valable 2029\n")));
  EXPECT_FALSE(NamesNobody(PageOf("Droits du 01/01/2026 au 31/12/2026\n")));
}

TEST(NamesNobodyTest, NotWhereAViewerMayShowThePageOtherwise) {
  for (const Showing showing : {Showing::kUnchecked, Showing::kDiffers}) {
    for (const TextSource source : {TextSource::kPrinted, TextSource::kNone}) {
      Page page = PageOf(source == TextSource::kNone ? "" : "Comment vérifier\n", source);
      EXPECT_TRUE(NamesNobody(page));
      page.showing = showing;
      EXPECT_FALSE(NamesNobody(page));
    }
  }
}

TEST(NamesNobodyTest, NotWhereMoreIsPrintedThanOnAnyPaper) {
  std::string words;
  for (int i = 0; i < 5'001; ++i) words += "de la le les un une du des et ou\n";
  EXPECT_FALSE(NamesNobody(PageOf(words)));
}

TEST(NamesNobodyTest, AnEmptyPageIfNothingIsDrawnOnIt) {
  EXPECT_TRUE(NamesNobody(PageOf("", TextSource::kNone)));
  Page drawn = PageOf("", TextSource::kNone);
  drawn.has_only_words = false;
  EXPECT_FALSE(NamesNobody(drawn));
  EXPECT_FALSE(NamesNobody(Page{}));  // of which nothing is known
}

}  // namespace
}  // namespace sceau::page
