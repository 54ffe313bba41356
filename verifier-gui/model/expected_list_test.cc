// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

using Kind = Attendance::Kind;
using testing::ElementsAre;

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

// As the library does for plain cases: the name, the day and the number of the holder, or the name
// and the day of a dependant.
HolderAxis askOne(const Attestation& a, const ExpectedHolder& asked) {
  const auto iso = [](const std::string& day) {
    return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
  };
  const auto fits = [&](const std::string& name, const std::string& day) {
    if (asked.born && *asked.born != iso(day)) return HolderAxis::kDiffers;
    return !asked.name || *asked.name == name ? HolderAxis::kMatches : HolderAxis::kDiffers;
  };
  if (asked.nir && a.holder.nir && asked.nir != a.holder.nir) return HolderAxis::kDiffers;
  if (asked.nir && !a.holder.nir && !asked.name && !asked.born) return HolderAxis::kNotRun;
  if (fits(a.holder.birth_name + " " + a.holder.given_names, a.holder.birth_date) ==
      HolderAxis::kMatches)
    return HolderAxis::kMatches;
  for (const Dependant& d : a.dependants)
    if (fits(d.name + " " + d.given_names, d.birth_date) == HolderAxis::kMatches)
      return HolderAxis::kMatches;
  return HolderAxis::kDiffers;
}

HolderAxis askPlainly(const Report& report, const ExpectedHolder& asked) {
  for (const SealReport& seal : report.seals) {
    if (askOne(*seal.claims->attestation, asked) == HolderAxis::kMatches)
      return HolderAxis::kMatches;
  }
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

TEST(ExpectedListTest, WhatAPaperAndAMemberShare) {
  struct SharedCase {
    const char* what;
    const char* name;
    const char* day;
    const char* nir;
    Kind kind;
    bool isMissing;
  };
  const SharedCase cases[] = {
      {"all of it", "DURAND", "19840517", "2840575999025", Kind::kExpected, false},
      {"the number alone", "INCONNU", "19600606", "2840575999025", Kind::kDiffers, false},
      {"all but the number", "DURAND", "19840517", "2840575999026", Kind::kDiffers, false},
      {"the name alone", "DURAND", "19840518", nullptr, Kind::kDiffers, false},
      {"a close name, the day and the number", "DURANT", "19840517", "2840575999025",
       Kind::kDiffers, false},
      {"a close name alone", "DURANT", "19840518", nullptr, Kind::kDiffers, true},
      {"the day alone", "INCONNU", "19840517", nullptr, Kind::kUnexpected, true},
  };
  const ExpectedTable table = readExpected("Nom;Né le;NIR\nDURAND Zoé;1984-05-17;2840575999025\n");
  for (const SharedCase& c : cases) {
    Report paper = reportOf(c.name, "Zoé", c.day);
    if (c.nir != nullptr) paper.seals[0].claims->attestation->holder.nir = c.nir;
    const auto ask = [](const Report& report, const ExpectedHolder& asked) {
      Report plain = report;
      Holder& holder = plain.seals[0].claims->attestation->holder;
      if (holder.birth_name != "DURANT" || !asked.name) return askPlainly(plain, asked);
      holder.birth_name = "DURAND";
      const HolderAxis axis = askPlainly(plain, asked);
      return axis == HolderAxis::kMatches ? HolderAxis::kClose : axis;
    };
    const Attendance attendance = attendanceOf(table.members, {&paper}, ask);
    EXPECT_EQ(attendance.rows[0].kind, c.kind) << c.what;
    EXPECT_EQ(!attendance.missing.empty(), c.isMissing) << c.what;
  }
}

// The number says more than the name, wherever the two stand in the list.
TEST(ExpectedListTest, WhoSharesMostIsTold) {
  const ExpectedTable table =
      readExpected("Nom;Né le;NIR\nDURAND Zoé;1990-01-01;\nMARTIN Léa;1984-05-17;2840575999025\n");
  Report paper = reportOf("DURAND", "Zoé", "19600606");
  paper.seals[0].claims->attestation->holder.nir = "2840575999025";
  const Attendance attendance = attendanceOf(table.members, {&paper}, askPlainly);
  EXPECT_EQ(attendance.rows[0].member, 1);
  EXPECT_THAT(attendance.missing, ElementsAre(0));
}

TEST(ExpectedListTest, AFileOfTwoPapersIsThatOfTwoMembers) {
  const ExpectedTable table = readExpected("DURAND;Zoé;1984-05-17\nMARTIN;Léa;1990-01-02\n");
  Report both = reportOf("DURAND", "Zoé", "19840517");
  both.seals.push_back(reportOf("MARTIN", "Léa", "19900102").seals[0]);
  const Attendance attendance = attendanceOf(table.members, {&both}, askPlainly);
  EXPECT_EQ(attendance.rows[0].kind, Kind::kExpected);
  EXPECT_TRUE(attendance.missing.empty());
}

TEST(ExpectedListTest, ANameAloneIsSaidToBeOne) {
  ExpectedTable table = readExpected("DURAND;Zoé;unknown;12\nMARTIN;Léa\n");
  const auto refuse = [](const ExpectedHolder&) { return false; };
  EXPECT_EQ(leaveUnreadable(table.members, refuse), 2) << "the day and the number";
  EXPECT_EQ(table.members[0].born, QStringLiteral("unknown")) << "as the table has it";
  const Report paper = reportOf("DURAND", "Zoé", "19840517");
  const Attendance attendance = attendanceOf(table.members, {&paper}, askPlainly);
  EXPECT_EQ(attendance.rows[0].kind, Kind::kNameOnly);
  EXPECT_THAT(attendance.missing, ElementsAre(1));
}

// The library compares no number with a seal that has none.
TEST(ExpectedListTest, ANumberThatTheSealLacksIsNotCompared) {
  const ExpectedTable table = readExpected("Nom;NIR\nDURAND Zoé;2840575999025\n");
  Report paper = reportOf("DURAND", "Zoé", "19840517");
  EXPECT_EQ(attendanceOf(table.members, {&paper}, askPlainly).rows[0].kind, Kind::kNameOnly);
  paper.seals[0].claims->attestation->holder.nir = "2840575999025";
  EXPECT_EQ(attendanceOf(table.members, {&paper}, askPlainly).rows[0].kind, Kind::kExpected);
}

// As three hundred files and a list of five thousand do: nobody waits for it.
TEST(ExpectedListTest, FewAreAskedAbout) {
  std::string csv = "Nom;Né le\n";
  for (int i = 0; i < 5000; ++i)
    csv += "MARIE N" + std::to_string(i) + ";" + std::to_string(1930 + i % 80) + "-05-17\n";
  const ExpectedTable table = readExpected(QByteArray::fromStdString(csv));
  const Report paper = reportOf("INCONNU", "MARIE", "19840518");
  int asked = 0;
  attendanceOf(table.members, {&paper}, [&](const Report&, const ExpectedHolder&) {
    ++asked;
    return HolderAxis::kDiffers;
  });
  EXPECT_LT(asked, 100);
}

}  // namespace
}  // namespace sceau::gui
