// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/name_text.h"

#include <gtest/gtest.h>

#include "attestation/subject_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

Subject Apart(std::string family, std::string given, bool is_complete = true) {
  return {.name_in_use = std::move(family),
          .given_names = std::move(given),
          .is_name_complete = is_complete};
}

Subject Married(std::string birth_name, std::string in_use, std::string given) {
  return {.birth_name = std::move(birth_name),
          .name_in_use = std::move(in_use),
          .given_names = std::move(given),
          .is_name_complete = true};
}

Subject Whole(std::string name, bool is_complete = true) {
  return {.whole_name = std::move(name), .is_name_complete = is_complete};
}

Subject FamilyAlone(std::string family) { return {.name_in_use = std::move(family)}; }

struct LineRow {
  std::string_view line;
  std::vector<Subject> subjects;
  bool names_not_all = false;
};

TEST(NameTextTest, ALineNamesWhomIssuersMean) {
  const LineRow rows[] = {
      // As the specimens have it.
      {"MME/FICTION/ZOE", {Apart("FICTION", "ZOE")}},
      {"/FICTION/ZOE ANNE", {Apart("FICTION", "ZOE ANNE")}},
      {"MME/FICTION NEE MARTIN/ZOE", {Married("MARTIN", "FICTION", "ZOE")}},
      {"MME/MARTIN EPOUSE FICTION/ZOE", {Married("MARTIN", "FICTION", "ZOE")}},
      {"M EXEMPLE HENRY ET MME SPECIMEN NATACHA",
       {Whole("EXEMPLE HENRY"), Whole("SPECIMEN NATACHA")}},
      // Couples.
      {"M ET MME/FICTION/KARIM ET ZOE", {Apart("FICTION", "KARIM"), Apart("FICTION", "ZOE")}},
      {"M OU MME/FICTION OU MARTIN/KARIM OU ZOE",
       {Apart("FICTION", "KARIM"), Apart("MARTIN", "ZOE")}},
      {"M ET MME/FICTION/KARIM", {Apart("FICTION", "KARIM")}, true},
      {"M OU MME/FICTION OU MARTIN/KARIM",
       {Apart("FICTION", "KARIM"), Apart("MARTIN", "", false)},
       true},
      {"M ET MME/FICTION/", {Apart("FICTION", "", false)}, true},
      {"M ET MME FICTION KARIM", {Whole("FICTION KARIM")}, true},
      {"M OU MME FICTION", {}, true},
      {"FICTION KARIM ET ZOE", {Whole("FICTION KARIM", false)}, true},
      // A name that nobody says to be a person's, or not all of one.
      {"FICTION ZOE", {Whole("FICTION ZOE", false)}},
      {"MME FICTION ZOE", {Whole("FICTION ZOE")}},
      {"MME FICTION NEE MARTIN ZOE", {Whole("FICTION MARTIN ZOE", false)}},
      {"MME FICTION", {FamilyAlone("FICTION")}},
      {"MME/FICTION/", {Apart("FICTION", "", false)}},
      {"FICTION/ZOE", {Whole("FICTION ZOE", false)}},
      {"FICTION", {}},
      // Nobody.
      {"", {}},
      {"MME", {}},
      {"M ET MME", {}, true},
      {"SARL FICTION ET FILS", {}},
      {"M/SCI FICTION/ZOE", {}},
      {"MAIRIE DE FICTION", {}},
      {"FICTION 2000", {}},
      {"M LE GERANT DES TROIS MAISONS DE LA GRANDE RUE", {}},
      {"MME/FICTION/ZO\xC9", {}},
  };
  for (const LineRow& row : rows) {
    const NamedPeople people = PeopleIn(row.line, false, false);
    EXPECT_EQ(people.subjects, row.subjects) << row.line;
    EXPECT_EQ(people.names_not_all, row.names_not_all) << row.line;
  }
}

TEST(NameTextTest, ANameThatIsCutIsNotComplete) {
  for (const std::string_view line : {"MME/FICTION/ZOE", "MME FICTION ZOE"}) {
    const NamedPeople people = PeopleIn(line, true, true);
    ASSERT_EQ(people.subjects.size(), 1U) << line;
    EXPECT_FALSE(people.subjects[0].is_name_complete) << line;
  }
}

TEST(NameTextTest, AFieldForPeopleNeedsNoTitle) {
  EXPECT_EQ(PeopleIn("FICTION ZOE", false, true).subjects,
            std::vector<Subject>{Whole("FICTION ZOE")});
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
