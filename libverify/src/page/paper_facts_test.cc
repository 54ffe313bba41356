// SPDX-License-Identifier: Apache-2.0
#include "page/paper_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

struct AmountRow {
  std::string text;
  std::optional<PrintedAmount> amount;
};

TEST(PaperFactsTest, AmountsAreWrittenInManyWays) {
  const AmountRow rows[] = {
      {"1 234,56 €", PrintedAmount{123456, true}},
      {"1\u202F234,56\u00A0€", PrintedAmount{123456, true}},
      {"1.234,56", PrintedAmount{123456, true}},
      {"1234.56 EUR", PrintedAmount{123456, true}},
      {"25 317", PrintedAmount{2531700, false}},
      {"25317 euros", PrintedAmount{2531700, false}},
      {"-89,90 €", PrintedAmount{-8990, true}},
      {"\u2212 89,90", PrintedAmount{-8990, true}},
      {"0,05", PrintedAmount{5, true}},
      {"", std::nullopt},
      {"€", std::nullopt},
      {",50", std::nullopt},
      {"12 34", std::nullopt},
      {"1 2345", std::nullopt},
      {"1234 567", std::nullopt},
      {"1 234.567", std::nullopt},
      {"1,2", std::nullopt},
      {"89,90 € HT", std::nullopt},
      {"89,90 € 12,00 €", std::nullopt},
      {"8O,90", std::nullopt},
      {"999 999 999 999 999", std::nullopt},
  };
  for (const AmountRow& row : rows) EXPECT_EQ(AmountIn(row.text), row.amount) << row.text;
}

TEST(PaperFactsTest, AnAccountNumberProvesItself) {
  EXPECT_TRUE(IsAccountNumber("FR7630006000011234567890189"));  // of many examples
  EXPECT_TRUE(IsAccountNumber("GB82WEST12345698765432"));
  EXPECT_FALSE(IsAccountNumber("FR7630006000011234567890188"));
  EXPECT_FALSE(IsAccountNumber("FR7630006000011234567890?89"));
  EXPECT_FALSE(IsAccountNumber("FR76"));
}

Claims SealedBy(std::vector<std::string> titles, std::vector<PrintedFact> facts) {
  Claims claims;
  claims.printed_titles = std::move(titles);
  claims.printed = std::move(facts);
  return claims;
}

Claims TaxNotice() {
  return SealedBy({"AVISDIMPOT"}, {{.key = {kWholeName, 0}, .value = "FICTION ZOE"},
                                   {.key = {kTaxNumber, 0}, .value = "3023456789012"},
                                   {.key = {kTaxNumber, 1}, .value = "3023456789112"},
                                   {.key = {kTaxNotice, 0}, .value = "2475AB3456789"},
                                   {.key = {kTaxIncome, 0}, .value = "25317"},
                                   {.key = {kCollectedOn, 0}, .value = "20260731"}});
}
constexpr std::string_view kTaxPage =
    "Avis d’impôt 2026\n"
    "Mme FICTION Zoé\n"
    "Numéro fiscal déclarant 1 : 30 23 456 789 012\n"
    "Référence de l’avis : 24 75 AB34567 89\n"
    "Revenu fiscal de référence : 25 317 €\n"
    "Date de mise en recouvrement : 31/07/2026\n";

Claims Invoice() {
  return SealedBy({"FACTURE"}, {{.key = {kNameInUse, 0}, .value = "FICTION"},
                                {.key = {kGivenNames, 0}, .value = "ZOE"},
                                {.key = {kInvoiceNumber, 0}, .value = "10 234 567 890"},
                                {.key = {kAmount, 0}, .value = "89,90"},
                                {.key = {kAddressLine, 0}, .value = "12 RUE DES LILAS"},
                                {.key = {kLocality, 0}, .value = "99001 NULLEPART SUR MER"}});
}
constexpr std::string_view kInvoicePage =
    "Facture n° 10 234 567 890 du 12/03/2026\n"
    "Titulaire du contrat : Mme FICTION Zoé\n"
    "Lieu de consommation : 12 rue des Lilas 99001 NULLEPART SUR MER\n"
    "Total TTC | 89,90 €\n";

Claims Account() {
  return SealedBy({"RELEVEDIDENTITEBANCAIRE"},
                  {{.key = {kWholeName, 0}, .value = "FICTION ZOE"},
                   {.key = {kAccountNumber, 0}, .value = "FR7630006000011234567890189"}});
}
Claims AccountWithSpaces() {
  Claims claims = Account();
  claims.printed.back().value = "FR76 3000 6000 0112 3456 7890 189";
  return claims;
}
Claims PaidInvoice() {
  Claims claims = Invoice();
  claims.printed[3].value = "0,00";
  return claims;
}
Claims InvoiceWithZeros() {
  Claims claims = Invoice();
  claims.printed[2].value = "0012345678";
  return claims;
}
constexpr std::string_view kAccount =
    "Relevé d’identité bancaire\n"
    "Titulaire du compte : Mme FICTION Zoé\n"
    "IBAN : FR76 3000 6000 0112 3456 7890 189\n";

FactResult ResultOfFact(const CheckedPage& checked, FactKey fact) {
  const auto found = std::ranges::find(checked.printed, fact, &ComparedFact::fact);
  EXPECT_NE(found, checked.printed.end());
  return found != checked.printed.end() ? found->result : FactResult::kNotCompared;
}

TEST(PaperFactsTest, WhatStandsAsSealedAgreesAndTheAxisIsNotDecided) {
  const std::pair<Claims, std::string_view> papers[] = {
      {TaxNotice(), kTaxPage}, {Invoice(), kInvoicePage}, {Account(), kAccount}};
  for (const auto& [claims, text] : papers) {
    const CheckedPage checked = CheckPrinted(claims, PageOf(std::string(text)));
    EXPECT_EQ(checked.axis, kOpen) << text;
    EXPECT_TRUE(checked.findings.empty()) << text;
    for (const ComparedFact& compared : checked.printed) {
      const bool labelled = compared.fact.kind > kDependantBirthRank && compared.fact.row == 0;
      EXPECT_TRUE(!labelled || compared.result == FactResult::kAgrees) << text;
    }
  }
}

struct PaperEdit {
  std::string name;
  Claims (*claims)();
  std::string_view page;
  std::string from;
  std::string to;
  FactKey fact;
  DocumentAxis axis;
};
void PrintTo(const PaperEdit& edit, std::ostream* out) { *out << edit.name; }
class PaperEditTest : public testing::TestWithParam<PaperEdit> {};

TEST_P(PaperEditTest, OnlyAnotherWholeValueDiffers) {
  const PaperEdit& edit = GetParam();
  const Page page = PageOf(Replaced(std::string(edit.page), edit.from, edit.to));
  const CheckedPage checked = CheckPrinted(edit.claims(), page);
  EXPECT_EQ(checked.axis, edit.axis);
  EXPECT_EQ(checked.findings.empty(), edit.axis != kDiffer);
  EXPECT_EQ(ResultOfFact(checked, edit.fact) == FactResult::kDiffers, edit.axis == kDiffer);
}

INSTANTIATE_TEST_SUITE_P(
    Papers, PaperEditTest,
    testing::Values(
        PaperEdit{"income", TaxNotice, kTaxPage, "25 317", "12 317", {kTaxIncome}, kDiffer},
        PaperEdit{
            "income_rounded", TaxNotice, kTaxPage, "25 317", "25 317,40", {kTaxIncome}, kOpen},
        PaperEdit{"income_twice",
                  TaxNotice,
                  kTaxPage,
                  "25 317 €\n",
                  "12 317 €\nRevenu fiscal de référence : 11 317 €\n",
                  {kTaxIncome},
                  kOpen},
        PaperEdit{"income_that_stands_elsewhere",
                  TaxNotice,
                  kTaxPage,
                  "25 317 €\n",
                  "12 317 €\nRevenus : 25 317\n",
                  {kTaxIncome},
                  kOpen},
        PaperEdit{"income_that_may_not_be_seen",
                  TaxNotice,
                  kTaxPage,
                  "25 317",
                  "~12 ~317",
                  {kTaxIncome},
                  kOpen},
        PaperEdit{
            "income_in_words", TaxNotice, kTaxPage, "25 317", "voir page 2", {kTaxIncome}, kOpen},
        PaperEdit{"no_notice",
                  TaxNotice,
                  "Madame, votre avis d’impôt\nNuméro fiscal : 30 23 456 789 012\n"
                  "Revenu fiscal de référence : 25 317 €\n",
                  "25 317",
                  "12 317",
                  {kTaxIncome},
                  kOpen},
        PaperEdit{"tax_number",
                  TaxNotice,
                  kTaxPage,
                  "30 23 456 789 012",
                  "30 23 456 789 018",
                  {kTaxNumber},
                  kDiffer},
        PaperEdit{
            "number_of_the_other", TaxNotice, kTaxPage, "789 012", "789 112", {kTaxNumber}, kOpen},
        PaperEdit{"tax_number_with_its_key",
                  TaxNotice,
                  kTaxPage,
                  "789 012",
                  "789 012 C",
                  {kTaxNumber},
                  kOpen},
        PaperEdit{"tax_number_cut", TaxNotice, kTaxPage, "789 012", "789", {kTaxNumber}, kOpen},
        PaperEdit{"tax_number_that_goes_on",
                  TaxNotice,
                  kTaxPage,
                  "789 012",
                  "789 018 12",
                  {kTaxNumber},
                  kOpen},
        PaperEdit{"notice", TaxNotice, kTaxPage, "AB34567", "AB34568", {kTaxNotice}, kDiffer},
        PaperEdit{"notice_of_another_shape",
                  TaxNotice,
                  kTaxPage,
                  "AB34567",
                  "1234567",
                  {kTaxNotice},
                  kOpen},
        PaperEdit{"day", TaxNotice, kTaxPage, "31/07/2026", "31/08/2026", {kCollectedOn}, kDiffer},
        PaperEdit{
            "month_alone", TaxNotice, kTaxPage, "31/07/2026", "07/2026", {kCollectedOn}, kOpen},
        PaperEdit{"amount", Invoice, kInvoicePage, "89,90", "189,90", {kAmount}, kDiffer},
        PaperEdit{
            "amount_to_be_paid_back", Invoice, kInvoicePage, "89,90", "-89,90", {kAmount}, kOpen},
        PaperEdit{
            "invoice", Invoice, kInvoicePage, "567 890", "567 891", {kInvoiceNumber}, kDiffer},
        PaperEdit{"invoice_of_another_length",
                  Invoice,
                  kInvoicePage,
                  "567 890",
                  "567 8901",
                  {kInvoiceNumber},
                  kOpen},
        PaperEdit{"town",
                  Invoice,
                  kInvoicePage,
                  "99001 NULLEPART SUR MER",
                  "99002 AILLEURS",
                  {kLocality},
                  kDiffer},
        PaperEdit{"town_with_the_code",
                  Invoice,
                  kInvoicePage,
                  "NULLEPART SUR MER",
                  "AILLEURS",
                  {kLocality},
                  kOpen},
        PaperEdit{
            "code_of_the_same_town", Invoice, kInvoicePage, "99001", "99002", {kLocality}, kOpen},
        PaperEdit{
            "holder", Invoice, kInvoicePage, "FICTION Zoé", "MARTIN Karim", {kNameInUse}, kDiffer},
        PaperEdit{"holder_who_is_married",
                  Invoice,
                  kInvoicePage,
                  "FICTION Zoé",
                  "MARTIN Zoé",
                  {kNameInUse},
                  kOpen},
        PaperEdit{"holder_with_an_initial",
                  Invoice,
                  kInvoicePage,
                  "FICTION Zoé",
                  "FICTION Z",
                  {kNameInUse},
                  kOpen},
        PaperEdit{"holder_with_a_slip",
                  Invoice,
                  kInvoicePage,
                  "FICTION Zoé",
                  "FICTON Zoa",
                  {kNameInUse},
                  kOpen},
        PaperEdit{"holder_who_stands_elsewhere",
                  Invoice,
                  kInvoicePage,
                  "FICTION Zoé\n",
                  "MARTIN Karim\nMme Zoé FICTION\n",
                  {kNameInUse},
                  kOpen},
        PaperEdit{"account",
                  Account,
                  kAccount,
                  "FR76 3000 6000 0112 3456 7890 189",
                  "FR70 3000 2005 5000 0015 7845 Z02",
                  {kAccountNumber},
                  kOpen},
        PaperEdit{"account_that_proves_itself",
                  Account,
                  kAccount,
                  "FR76 3000 6000 0112 3456 7890 189",
                  "FR76 3000 4000 0310 2030 4050 726",
                  {kAccountNumber},
                  kDiffer},
        PaperEdit{"account_sealed_with_spaces",
                  AccountWithSpaces,
                  kAccount,
                  "FR76 3000 6000 0112 3456 7890 189",
                  "FR76 3000 4000 0310 2030 4050 726",
                  {kAccountNumber},
                  kDiffer},
        PaperEdit{"account_of_a_payee",
                  Account,
                  kAccount,
                  "FR76 3000 6000 0112 3456 7890 189\n",
                  "FR76 3000 1007 9412 3456 7890 185\nCompte 12345678901 clé 89\n",
                  {kAccountNumber},
                  kOpen},
        PaperEdit{"nothing_to_pay",
                  PaidInvoice,
                  kInvoicePage,
                  "89,90 €\n",
                  "812,34 €\nMontant à payer : 0,00 €\n",
                  {kAmount},
                  kOpen},
        PaperEdit{"nothing_to_pay_and_it_says_so_nowhere",
                  PaidInvoice,
                  kInvoicePage,
                  "89,90",
                  "812,34",
                  {kAmount},
                  kDiffer},
        PaperEdit{"amount_with_its_sign_for_a_comma",
                  Invoice,
                  kInvoicePage,
                  "89,90 €\n",
                  "85,90 €\nPrélevé : 89€90\n",
                  {kAmount},
                  kOpen},
        PaperEdit{"number_without_its_zeros",
                  InvoiceWithZeros,
                  kInvoicePage,
                  "10 234 567 890 du 12/03/2026",
                  "12345678 - 12 mars 2026",
                  {kInvoiceNumber},
                  kOpen},
        PaperEdit{"day_behind_other_words",
                  TaxNotice,
                  kTaxPage,
                  "recouvrement : 31/07/2026",
                  "recouvrement : avis initial 31/07/2025",
                  {kCollectedOn},
                  kOpen},
        PaperEdit{"account_with_a_slip",
                  Account,
                  kAccount,
                  "7890 189",
                  "7890 188",
                  {kAccountNumber},
                  kOpen},
        PaperEdit{"holder_of_the_account",
                  Account,
                  kAccount,
                  "FICTION Zoé",
                  "MARTIN Karim",
                  {kWholeName},
                  kDiffer},
        PaperEdit{"two_holders_of_an_account",
                  Account,
                  kAccount,
                  "FICTION Zoé\n",
                  "MARTIN Karim\nTitulaire du compte : DURAND Léa\n",
                  {kWholeName},
                  kOpen}),
    [](const testing::TestParamInfo<PaperEdit>& test) { return test.param.name; });

TEST(PaperFactsTest, ANameInPartContradictsNobody) {
  Claims claims = Invoice();
  for (PrintedFact& fact : claims.printed) fact.may_be_anothers = true;
  const std::string other = Replaced(std::string(kInvoicePage), "FICTION Zoé", "MARTIN Karim");
  EXPECT_EQ(CheckPrinted(claims, PageOf(other)).axis, kOpen);
}

TEST(PaperFactsTest, APaperWithoutATitleContradictsNothing) {
  Claims claims = Invoice();
  claims.printed_titles.clear();
  const std::string other = Replaced(std::string(kInvoicePage), "89,90", "189,90");
  EXPECT_EQ(CheckPrinted(claims, PageOf(other)).axis, kOpen);
}

constexpr std::string_view kVaccination =
    "Attestation vaccinale\n"
    "Nom de naissance | FICTION\n"
    "Prénoms | Zoé\n"
    "Né(e) le | 12/05/1984\n";

TEST(PaperFactsTest, TheOnePersonOfAPaperIsComparedAsAHolder) {
  const Claims claims =
      SealedBy({"ATTESTATIONVACCINALE"}, {{.key = {kBirthName, 0}, .value = "FICTION"},
                                          {.key = {kGivenNames, 0}, .value = "ZOE"},
                                          {.key = {kBirthDate, 0}, .value = "19840512"}});
  Claims two = claims;
  two.printed.push_back({.key = {kBirthName, 1}, .value = "DURAND"});
  const std::pair<std::string, std::string> edits[] = {
      {"12/05/1984", "12/05/1994"}, {"FICTION", "MARTIN"}, {"Zoé", "Karim"}};
  EXPECT_EQ(CheckPrinted(claims, PageOf(std::string(kVaccination))).axis, kOpen);
  for (const auto& [from, to] : edits) {
    const Page page = PageOf(Replaced(std::string(kVaccination), from, to));
    EXPECT_EQ(CheckPrinted(claims, page).axis, kDiffer) << to;
    EXPECT_EQ(CheckPrinted(two, page).axis, kOpen) << to;
  }
}

}  // namespace
}  // namespace sceau::page
