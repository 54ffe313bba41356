// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace sceau::seal::two_d_doc {
namespace {

TEST(TwoDDocTablesTest, TheTablesAreWhole) {
  EXPECT_EQ(Identifiers().size(), 386U);
  EXPECT_EQ(DocumentTypes().size(), 59U);
  for (const Identifier& row : Identifiers()) {
    EXPECT_EQ(row.id.size(), 2U);
    EXPECT_FALSE(row.label_french.empty()) << row.id;
    EXPECT_TRUE(IsUtf8(row.label_french)) << row.id;
    EXPECT_EQ(FindIdentifier(row.id), &row);
  }
  for (const DocumentType& row : DocumentTypes()) {
    EXPECT_EQ(row.id.size(), 2U);
    EXPECT_FALSE(row.french.empty() || row.english.empty()) << row.id;
    EXPECT_EQ(FindDocumentType(row.id), &row);
  }
}

TEST(TwoDDocTablesTest, RowsAreFoundById) {
  EXPECT_EQ(FindIdentifier("24")->fixed_length, 5U);
  EXPECT_EQ(FindIdentifier("10")->fixed_length, 0U);  // 0 to 38
  EXPECT_EQ(FindIdentifier("01")->fixed_length, 0U);  // no greatest length
  EXPECT_EQ(FindIdentifier("88")->fixed_length, 0U);  // 5 to 10
  EXPECT_EQ(FindIdentifier("AD")->shape, Shape::kHexDate);
  EXPECT_EQ(FindDocumentType("01")->french, "Justificatif de domicile (Facture)");
  EXPECT_EQ(FindDocumentType("L1")->french, "Attestation Vaccinale");
  EXPECT_EQ(FindDocumentType("01")->english, "Proof of address (invoice)");
}

TEST(TwoDDocTablesTest, WhatIsNotThereIsNotFound) {
  for (const std::string_view id : {"", "0", "00", "ZZ", "1z", "100"}) {
    EXPECT_EQ(FindIdentifier(id), nullptr) << id;
  }
  EXPECT_EQ(FindDocumentType("ZZ"), nullptr);
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
