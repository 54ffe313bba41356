// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/zone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "attestation/subject_testing.h"

namespace sceau::seal::vds {
namespace {

constexpr std::size_t kLine = 36;

// A zone with these names and dates, with spaces as a seal carries them.
std::string Zone(std::string names, std::string_view born = "900131",
                 std::string_view ends = "271101") {
  names.resize(kLine - 5, ' ');
  return "VCFRA" + names + "1234567XY7UTO" + std::string(born) + "8F" + std::string(ends) + "0";
}

Date Issued() { return *ParseIsoDate("2026-11-01"); }

std::optional<Subject> SubjectIn(const std::string& zone) {
  return SubjectOf(zone, kLine, Issued());
}

TEST(VdsZoneTest, NamesStandWithTwoFillersBetween) {
  EXPECT_EQ(SubjectIn(Zone("LEFEVRE  ZOE ANNE")), (Subject{.name_in_use = "LEFEVRE",
                                                           .given_names = "ZOE ANNE",
                                                           .birth_date = "19900131",
                                                           .is_name_complete = true}));
  EXPECT_EQ(SubjectIn(Zone("DE LA FICTION  ZOE"))->name_in_use, "DE LA FICTION");
  const auto one = SubjectIn(Zone("LEFEVRE"));
  EXPECT_EQ(one->given_names, "");
  EXPECT_FALSE(one->is_name_complete);
  EXPECT_FALSE(SubjectIn(Zone("LEFEVRE  ZOE ANNE MARIE CLAUDES"))->is_name_complete);
  EXPECT_EQ(SubjectIn(Zone("")), std::nullopt);
}

// A birth date has two digits of a year: that of a child or of somebody aged a hundred is left out.
TEST(VdsZoneTest, ABirthDateIsTakenWhereItsCenturyIsCertain) {
  const std::pair<const char*, const char*> rows[] = {
      {"900131", "19900131"}, {"100131", "20100131"}, {"030821", "20030821"},
      {"110131", ""},         {"120131", ""},         {"260131", ""},
      {"261101", ""},         {"261102", "19261102"}, {"270101", "19270101"},
      {"90    ", "19900000"}, {"9001  ", "19900100"}, {"      ", ""},
      {"  0131", ""},         {"9A0131", ""},         {"90013A", ""}};
  for (const auto& [carried, taken] : rows)
    EXPECT_EQ(SubjectIn(Zone("LEFEVRE  ZOE", carried))->birth_date, taken) << carried;
}

TEST(VdsZoneTest, TheLastDayIsOfThisCentury) {
  EXPECT_EQ(LastDayOf(Zone("A  B"), kLine), ParseIsoDate("2027-11-01"));
  EXPECT_EQ(LastDayOf(Zone("A  B", "900131", "991231"), kLine), ParseIsoDate("2099-12-31"));
  for (const char* none : {"      ", "270230", "27110A", "000000"})
    EXPECT_EQ(LastDayOf(Zone("A  B", "900131", none), kLine), std::nullopt) << none;
}

TEST(VdsZoneTest, TheSecondLineMayBeCut) {
  const std::string whole = Zone("A  B") + "        ";
  EXPECT_EQ(whole.size(), 2 * kLine);
  EXPECT_TRUE(IsZone(whole, kLine));
  EXPECT_TRUE(IsZone(whole.substr(0, 64), kLine));
  EXPECT_FALSE(IsZone(whole.substr(0, 63), kLine));
  EXPECT_FALSE(IsZone(whole + " ", kLine));
  EXPECT_FALSE(IsZone("", kLine));
}

}  // namespace
}  // namespace sceau::seal::vds
