// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/mrz.h"

#include <gtest/gtest.h>

#include "attestation/subject_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

Subject Read(std::string_view family, std::string_view given, bool is_complete = true) {
  return {.name_in_use = std::string(family),
          .given_names = std::string(given),
          .is_name_complete = is_complete};
}

TEST(MrzTest, EachFormHasItsPlaceForNames) {
  const struct {
    std::string_view what;
    std::string zone;
    std::optional<Subject> subject;
  } rows[] = {
      {"passport, as the official specimen has it",
       "P FRASPECIMEN  NATACHA                      07CD123044FRA7307122F1603062              04",
       Read("SPECIMEN", "NATACHA")},
      {"passport with fillers as they are printed",
       "P<FRADE<LA<FICTION<<ZOE<ANNE<<<<<<<<<<<<<<<<07CD123044FRA7307122F1603062<<<<<<<<<<<<<<04",
       Read("DE LA FICTION", "ZOE ANNE")},
      {"passport whose names fill their place",
       "P<FRAFICTIONFICTIONFICTIONFICTION<<ZOEANNEMA07CD123044FRA7307122F1603062<<<<<<<<<<<<<<04",
       Read("FICTIONFICTIONFICTIONFICTION", "ZOEANNEMA", false)},
      {"card of three lines",
       "IDFRAX4RTBPFW46<<<<<<<<<<<<<<<9007138F3002119FRA<<<<<<<<<<<6FICTION<<ZOE<ANNE<<<<<<<<<<<<<",
       Read("FICTION", "ZOE ANNE")},
      {"a character too many",
       "IDFRAFICTION<<<<<<<<<<<<<<<<<<75500294092775001521ZOE<<ANNE<<<<<9112305F8", std::nullopt},
      {"empty", "", std::nullopt},
      {"cut", "P<FRAFICTION<<ZOE", std::nullopt},
      {"without a given name",
       "P<FRAFICTION<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<07CD123044FRA7307122F1603062<<<<<<<<<<<<<<04",
       std::nullopt},
      {"digits in a name",
       "P<FRAF1CTION<<ZOE<<<<<<<<<<<<<<<<<<<<<<<<<<<07CD123044FRA7307122F1603062<<<<<<<<<<<<<<04",
       std::nullopt},
  };
  for (const auto& row : rows) EXPECT_EQ(SubjectOfMrz(row.zone), row.subject) << row.what;
}

TEST(MrzTest, CardsOfTwoLinesAreOfTwoForms) {
  const auto padded = [](std::string text, std::size_t size) {
    text.resize(size, '<');
    return text;
  };
  const std::string second = padded("X4RTBPFW46FRA9007138F3002119", 36);
  EXPECT_EQ(SubjectOfMrz(padded("I<FRAFICTION<<ZOE", 36) + second), Read("FICTION", "ZOE"));
  const auto french = [&](std::string_view family, std::string_view given) {
    return padded("IDFRA" + padded(std::string(family), 25), 36) + "8806923102858" +
           padded(std::string(given), 14) + "9007138F6";
  };
  EXPECT_EQ(SubjectOfMrz(french("DE<FICTION", "ZOE<<ANNE")), Read("DE FICTION", "ZOE  ANNE"));
  EXPECT_EQ(SubjectOfMrz(french("FICTION", "MAXIMILIENNE<<")), Read("FICTION", "MAXIMILIENNE"));
  EXPECT_EQ(SubjectOfMrz(french("FICTION", "MAXIMILIENNEAN")),
            Read("FICTION", "MAXIMILIENNEAN", false));
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
