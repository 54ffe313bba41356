// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/subjects.h"

#include <gtest/gtest.h>

#include "attestation/subject_testing.h"
#include "base/status.h"
#include "seal/two_d_doc/text_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

Claims ClaimsIn(std::string_view data, bool use_tables = true) {
  std::vector<Field> fields;
  EXPECT_TRUE(SplitFields(data, use_tables, fields).ok()) << data;
  Claims claims;
  AddSubjects(fields, claims);
  return claims;
}

Subject Called(std::string family, std::string given, std::string born = "") {
  return {.name_in_use = std::move(family),
          .given_names = std::move(given),
          .birth_date = std::move(born),
          .is_name_complete = true};
}

Subject Born(std::string birth_name, std::string given, std::string born = "",
             std::optional<std::string> in_use = std::nullopt) {
  return {.birth_name = std::move(birth_name),
          .name_in_use = std::move(in_use),
          .given_names = std::move(given),
          .birth_date = std::move(born),
          .is_name_complete = true};
}

Subject InOneText(std::string name, bool is_complete = true) {
  return {.whole_name = std::move(name), .is_name_complete = is_complete};
}

struct DocumentRow {
  std::string_view what;
  std::string data;
  std::vector<Subject> subjects;
  bool names_not_all = false;
};

TEST(TwoDDocSubjectsTest, EachKindOfDocumentNamesItsPeople) {
  const DocumentRow rows[] = {
      {"invoice", kData, {Called("FICTION", "ZOE")}},
      {"invoice with names apart",
       "11MME" GS "12ZOE" GS "13FICTION" GS,
       {Called("FICTION", "ZOE")}},
      {"names apart go before the line",
       "10MME FICTION" GS "12ZOE" GS "13FICTION" GS,
       {Called("FICTION", "ZOE")}},
      {"the line goes before half a name",
       "10MME/FICTION/ZOE" GS "13FICTION" GS,
       {Called("FICTION", "ZOE")}},
      {"invoice that another pays",
       "10MME/FICTION/ZOE" GS "14M/MARTIN/KARIM" GS,
       {Called("FICTION", "ZOE"), Called("MARTIN", "KARIM")}},
      {"invoice for two",
       "10M/MARTIN/KARIM" GS "1IMME/FICTION/ZOE" GS "1G0",
       {Called("MARTIN", "KARIM"), Called("FICTION", "ZOE")}},
      {"invoice for two, of whom one is named",
       "10M/MARTIN/KARIM" GS "1G1",
       {Called("MARTIN", "KARIM")},
       true},
      {"invoice that two pay, of whom one is named",
       "14M/MARTIN/KARIM" GS "1H1",
       {Called("MARTIN", "KARIM")},
       true},
      {"invoice of a company", "10SARL FICTION" GS, {}},
      {"invoice of a company in the place of a family name", "13FICTION ET FILS" GS, {}},
      {"invoice of a woman without given name",
       "11MME" GS "13FICTION" GS,
       {{.name_in_use = "FICTION"}}},
      {"bank account of two",
       "30M EXEMPLE HENRY ET MME SPECIMEN NATACHA" GS,
       {InOneText("EXEMPLE HENRY"), InOneText("SPECIMEN NATACHA")}},
      {"bank account without title", "30FICTION ZOE" GS, {InOneText("FICTION ZOE", false)}},
      {"tax notice of two",
       "46MARTIN KARIM" GS "48FICTION ZOE" GS,
       {InOneText("MARTIN KARIM"), InOneText("FICTION ZOE")}},
      {"identity document",
       "60ZOE/ANNE" GS "62FICTION" GS "6912051984",
       {Born("FICTION", "ZOE ANNE", "19840512")}},
      {"identity document of a married person",
       "61ZOE" GS "62FICTION" GS "64MARTIN" GS "6900001984",
       {Born("FICTION", "ZOE", "19840000", "MARTIN")}},
      {"identity document of a foreigner",
       "6GFICTION" GS "60ZOE" GS "6912051984",
       {Called("FICTION", "ZOE", "19840512")}},
      {"machine-readable zone",
       "6FP FRASPECIMEN  NATACHA                      07CD123044FRA7307122F1603062              04",
       {Called("SPECIMEN", "NATACHA")}},
      {"work permit: neither the employer nor who declares",
       "5QBERTHIER" GS "5RCORINNE" GS "62SPECIMEN" GS "61NATACHA" GS "6905111973"
       "5OMUSTERMANN" GS "5PERIKA" GS,
       {Born("SPECIMEN", "NATACHA", "19731105")}},
      {"hunting licence",
       "80SPECIMEN" GS "81NATACHA/CORINNE" GS "6905101977",
       {Called("SPECIMEN", "NATACHA CORINNE", "19771005")}},
      {"degree", "B0ZOE" GS "B2FICTION" GS "B712051984", {Born("FICTION", "ZOE", "19840512")}},
      {"virology test",
       "F0ZOE" GS "F1FICTION" GS "F212051984",
       {Born("FICTION", "ZOE", "19840512")}},
      {"vaccination", "L0FICTION" GS "L1ZOE" GS "L212051984", {Born("FICTION", "ZOE", "19840512")}},
      {"nurse", "I3FICTION" GS "I4ZOE" GS, {Called("FICTION", "ZOE")}},
      {"bailiff's deed", "90MAITRE/SPECIMEN/NATACHA" GS "91MME/BERTHIER/CORINNE" GS, {}},
      {"sale of a vehicle", "C1DU PONT" GS "C2JEAN" GS "C6DURAND" GS "C7FREDERIC" GS, {}},
      {"parents", "6DFICTION KARIM" GS "6EMARTIN ZOE" GS, {}},
      {"nothing", "", {}},
      {"empty names", "10" GS "12" GS "13" GS, {}},
  };
  for (const DocumentRow& row : rows) {
    const Claims claims = ClaimsIn(row.data);
    EXPECT_EQ(claims.subjects, row.subjects) << row.what;
    EXPECT_EQ(claims.names_not_all, row.names_not_all) << row.what;
  }
}

TEST(TwoDDocSubjectsTest, ANameThatIsCutOrFillsItsFieldIsNotComplete) {
  const std::string full(38, 'A');
  for (const std::string& data :
       {std::string("12ZOE" GS "13FICTI" RS), std::string("12ZO" RS "13FICTION" GS),
        "12ZOE" GS "13" + full, std::string("10MME/FICTION/ZO" RS)}) {
    const Claims claims = ClaimsIn(data);
    ASSERT_EQ(claims.subjects.size(), 1U) << data;
    EXPECT_FALSE(claims.subjects[0].is_name_complete) << data;
  }
  EXPECT_TRUE(ClaimsIn("6FP FRASPECIMEN" RS).subjects.empty());
}

TEST(TwoDDocSubjectsTest, FieldsOfUnknownTablesNameNobody) {
  EXPECT_TRUE(ClaimsIn(kData, false).subjects.empty());
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
