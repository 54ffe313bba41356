// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

using Kind = Attendance::Kind;
using testing::ElementsAre;

struct TableCase {
  const char* what;
  QByteArray csv;
  std::vector<std::string> people;  // "name|born|number"
  int unread = 0;
};

std::vector<std::string> peopleIn(const ExpectedTable& table) {
  std::vector<std::string> people;
  for (const ExpectedMember& member : table.members)
    people.push_back(*member.asked.name + "|" + member.asked.born.value_or("") + "|" +
                     member.asked.nir.value_or(""));
  return people;
}

TEST(ExpectedListTest, TablesOfSpreadsheetsAreRead) {
  const TableCase cases[] = {
      {"with headings",
       "Nom;Prénom;Date de naissance;NIR\r\nDURAND;Zoé;17/05/1984;2840575999025\r\n",
       {"DURAND Zoé|17/05/1984|2840575999025"}},
      {"in another order, with more",
       "id,born,given names,name\n7,1984-05-17,Zoé,DURAND\n",
       {"DURAND Zoé|1984-05-17|"}},
      {"the name in one column",
       "Adhérent\tNé(e) le\nDURAND Zoé\t17/05/1984\n",
       {"DURAND Zoé|17/05/1984|"}},
      {"a birth name",
       "Nom de naissance;Prénoms;Né le\nDURAND;Zoé Anne;17/05/1984\n",
       {"DURAND Zoé Anne|17/05/1984|"}},
      {"without headings",
       "DURAND;Zoé;17/05/1984\nNUÑEZ;Maël;02/09/2019\n",
       {"DURAND Zoé|17/05/1984|", "NUÑEZ Maël|02/09/2019|"}},
      {"quoted",
       "\"DURAND; née \"\"X\"\"\";Zoé;17/05/1984\n",
       {"DURAND; née \"X\" Zoé|17/05/1984|"}},
      {"with a mark before it", "\xEF\xBB\xBFNom;Prénom\nDURAND;Zoé\n", {"DURAND Zoé||"}},
      {"in Latin-1", "Nom;Pr\xE9nom\nLEF\xC8VRE;Zo\xE9\n", {"LEFÈVRE Zoé||"}},
      {"a line without a name",
       "Nom;Prénom;Né le\n;;17/05/1984\nDURAND;Zoé;\n",
       {"DURAND Zoé||"},
       1},
      {"nothing", "", {}},
      {"empty lines", "\n\r\n;;\n", {}},
  };
  for (const TableCase& c : cases) {
    const ExpectedTable table = readExpected(c.csv);
    EXPECT_EQ(peopleIn(table), c.people) << c.what;
    EXPECT_EQ(table.unread, c.unread) << c.what;
  }
}

Report reportOf(const char* name, const char* given, const char* day,
                std::vector<Dependant> dependants = {}) {
  Attestation attestation;
  attestation.holder.birth_name = name;
  attestation.holder.given_names = given;
  attestation.holder.birth_date = day;
  attestation.dependants = std::move(dependants);
  SealReport seal;
  seal.axes.seal = SealAxis::kGenuine;
  seal.claims.emplace();
  seal.claims->attestation = std::move(attestation);
  Report report;
  report.seals.push_back(std::move(seal));
  return report;
}

// As the library does for plain cases: the name and the day of the holder or of a dependant.
HolderAxis askPlainly(const Report& report, const ExpectedHolder& asked) {
  const Attestation& a = *report.seals[0].claims->attestation;
  const auto fits = [&](const std::string& name, const std::string& day) {
    return (!asked.name || *asked.name == name) && (!asked.born || *asked.born == day);
  };
  const auto iso = [](const std::string& day) {
    return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
  };
  if (asked.nir) return HolderAxis::kDiffers;
  if (fits(a.holder.birth_name + " " + a.holder.given_names, iso(a.holder.birth_date)))
    return HolderAxis::kMatches;
  for (const Dependant& d : a.dependants)
    if (fits(d.name + " " + d.given_names, iso(d.birth_date))) return HolderAxis::kMatches;
  return HolderAxis::kDiffers;
}

TEST(ExpectedListTest, WhoHasComeWhoIsMissingAndWhoIsAnother) {
  const ExpectedTable table = readExpected(
      "name;given names;born\nDURAND;Zoé;1984-05-17\nMARTIN;Léa;1990-01-02\nPETIT;Luc;1970-03-04\n"
      "NUÑEZ;Maël;2019-09-02\n");
  ASSERT_EQ(table.members.size(), 4U);
  Dependant child;
  child.name = "NUÑEZ";
  child.given_names = "Maël";
  child.birth_date = "20190902";
  const Report family = reportOf("DURAND", "Zoé", "19840517", {child});
  const Report otherDay = reportOf("MARTIN", "Léa", "19900103");
  const Report stranger = reportOf("INCONNU", "Paul", "19600606");
  Report forged = reportOf("PETIT", "Luc", "19700304");
  forged.seals[0].axes.seal = SealAxis::kAltered;
  const Attendance attendance =
      attendanceOf(table.members, {&family, &otherDay, &stranger, &forged, nullptr}, askPlainly);
  std::vector<Kind> kinds;
  for (const auto& row : attendance.rows) kinds.push_back(row.kind);
  EXPECT_THAT(kinds, ElementsAre(Kind::kExpected, Kind::kDiffers, Kind::kUnexpected, Kind::kUnknown,
                                 Kind::kUnknown));
  EXPECT_EQ(attendance.rows[1].member, 1);
  EXPECT_THAT(attendance.missing, ElementsAre(2)) << "what a forged seal says names nobody";
  EXPECT_EQ(attendance.countOf(Kind::kUnexpected), 1);
}

TEST(ExpectedListTest, APaperThatCameTwiceIsExpectedTwice) {
  const ExpectedTable table = readExpected("DURAND;Zoé;1984-05-17\n");
  const Report paper = reportOf("DURAND", "Zoé", "19840517");
  const Attendance attendance = attendanceOf(table.members, {&paper, &paper}, askPlainly);
  EXPECT_EQ(attendance.countOf(Kind::kExpected), 2);
  EXPECT_TRUE(attendance.missing.empty());
}

}  // namespace
}  // namespace sceau::gui
