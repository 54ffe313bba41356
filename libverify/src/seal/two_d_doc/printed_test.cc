// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/printed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/status.h"
#include "seal/two_d_doc/subjects.h"
#include "seal/two_d_doc/text_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

using enum PrintedKind;
using testing::ElementsAre;
using testing::IsEmpty;

Claims PrintedBy(std::string_view type, std::string_view data) {
  std::vector<Field> fields;
  EXPECT_TRUE(SplitFields(data, true, fields).ok()) << data;
  Claims claims;
  AddSubjects(fields, claims);
  AddPrinted(type, fields, claims);
  return claims;
}

struct PrintedRow {
  std::string_view what;
  std::string data;
  PrintedKind kind;
  std::uint8_t row;
  std::string value;  // "": no such fact
};

TEST(TwoDDocPrintedTest, EachFieldIsPrintedAsItIs) {
  const PrintedRow rows[] = {
      {"income", "4125317" GS, kTaxIncome, 0, "25317"},
      {"tax number", "401234567890123", kTaxNumber, 0, "1234567890123"},
      {"of the first of two", "471234567890123", kTaxNumber, 0, "1234567890123"},
      {"of the second", "491234567890123", kTaxNumber, 1, "1234567890123"},
      {"notice", "4412AB567890123", kTaxNotice, 0, "12AB567890123"},
      {"day of collection", "4A31072026", kCollectedOn, 0, "20260731"},
      {"a day that is none", "4A31022026", kCollectedOn, 0, ""},
      {"amount", "1D00089,90" GS, kAmount, 0, "89,90"},
      {"invoice", "18 F2026-00123 " GS, kInvoiceNumber, 0, "F2026-00123"},
      {"account", "31FR7030002005500000157845Z02" GS, kAccountNumber, 0,
       "FR7030002005500000157845Z02"},
      {"street",
       "22"
       "12 RUE DES LILAS" GS,
       kAddressLine, 0, "12 RUE DES LILAS"},
      {"town",
       "24"
       "99999"
       "25NULLE-PART" GS,
       kLocality, 0, "99999 NULLE-PART"},
      {"town without code", "25NULLE-PART" GS, kLocality, 0, ""},
      {"cut",
       "22"
       "12 RUE DES LI" RS,
       kAddressLine, 0, ""},
      {"as long as its field", "22" + std::string(38, 'A') + GS, kAddressLine, 0, ""},
      {"empty", "41" GS, kTaxIncome, 0, ""},
      {"name", "10MME/FICTION/ZOE" GS, kNameInUse, 0, "FICTION"},
  };
  for (const PrintedRow& row : rows) {
    const Claims claims = PrintedBy("01", row.data);
    std::string value;
    for (const PrintedFact& fact : claims.printed) {
      if (fact.key == FactKey{row.kind, row.row}) value = fact.value;
    }
    EXPECT_EQ(value, row.value) << row.what;
    EXPECT_FALSE(claims.printed_is_whole) << row.what;
  }
}

TEST(TwoDDocPrintedTest, TheTitleIsThatOfTheType) {
  EXPECT_THAT(PrintedBy("28", kData).printed_titles, ElementsAre("AVISDIMPOT"));
  EXPECT_THAT(PrintedBy("01", kData).printed_titles, ElementsAre("FACTURE", "VOTREFACTURE"));
  EXPECT_THAT(PrintedBy("A0", kData).printed_titles, IsEmpty());
}

TEST(TwoDDocPrintedTest, ANameInPartMayBePrintedAsAnother) {
  const auto may_be_anothers = [](std::string_view data) {
    const Claims claims = PrintedBy("01", data);
    EXPECT_FALSE(claims.printed.empty()) << data;
    return !claims.printed.empty() && claims.printed.front().may_be_anothers;
  };
  EXPECT_FALSE(may_be_anothers("10MME/FICTION/ZOE" GS));
  EXPECT_TRUE(may_be_anothers("10MME/FICTION/ZO" RS));
  EXPECT_TRUE(may_be_anothers("10MME/FICTION/ZOE" GS "1G1"));
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
