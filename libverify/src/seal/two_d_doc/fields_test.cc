// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "seal/two_d_doc/text_testing.h"

namespace sceau::seal::two_d_doc {
namespace {

using testing::ElementsAre;

struct ReadField {
  std::string id;
  std::string value;
  bool truncated = false;
  bool known = true;
  bool operator==(const ReadField&) const = default;
};
void PrintTo(const ReadField& read, std::ostream* out) {
  *out << read.id << "=" << read.value << (read.truncated ? " cut" : "")
       << (read.known ? "" : " unknown");
}

std::vector<ReadField> ReadAll(std::string_view data, bool use_tables = true) {
  std::vector<Field> fields;
  const absl::Status status = SplitFields(data, use_tables, fields);
  EXPECT_TRUE(status.ok()) << status;
  std::vector<ReadField> read;
  std::size_t end = 0;
  for (const Field& field : fields) {
    EXPECT_EQ(field.offset, end);  // nothing is left between two fields
    end += field.length;
    read.push_back(
        {std::string(field.id), std::string(field.value), field.truncated, field.known != nullptr});
  }
  EXPECT_EQ(end, data.size());
  return read;
}

TEST(TwoDDocFieldsTest, NoDataIsNotAField) { EXPECT_TRUE(ReadAll("").empty()); }

TEST(TwoDDocFieldsTest, FixedAndVariableValues) {
  EXPECT_THAT(ReadAll("26FR2457000"
                      "10MLLE/SAMPLE" GS "25METZ" GS),
              ElementsAre(ReadField{"26", "FR"}, ReadField{"24", "57000"},
                          ReadField{"10", "MLLE/SAMPLE"}, ReadField{"25", "METZ"}));
}

TEST(TwoDDocFieldsTest, TheLastValueMayEndWithTheData) {
  EXPECT_THAT(ReadAll("25METZ"), ElementsAre(ReadField{"25", "METZ"}));
  EXPECT_THAT(ReadAll("26FR"), ElementsAre(ReadField{"26", "FR"}));
}

TEST(TwoDDocFieldsTest, ValuesMayBeEmpty) {
  EXPECT_THAT(ReadAll("20" GS "23" GS "25METZ" GS "21"),
              ElementsAre(ReadField{"20", ""}, ReadField{"23", ""}, ReadField{"25", "METZ"},
                          ReadField{"21", ""}));
}

TEST(TwoDDocFieldsTest, RsMarksACutValue) {
  EXPECT_THAT(ReadAll("10VERY LONG" RS "26FR"),
              ElementsAre(ReadField{"10", "VERY LONG", true}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("2457" RS "26FR"),
              ElementsAre(ReadField{"24", "57", true}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("2457000" RS "26FR"),
              ElementsAre(ReadField{"24", "57000", true}, ReadField{"26", "FR"}));
}

TEST(TwoDDocFieldsTest, ASeparatorAfterAFixedValueCannotBeMisread) {
  EXPECT_THAT(ReadAll("26FR" GS "2457000"),
              ElementsAre(ReadField{"26", "FR"}, ReadField{"24", "57000"}));
}

TEST(TwoDDocFieldsTest, AnEoriOfFullLengthClosesItself) {
  EXPECT_THAT(ReadAll("DPFR12345678901234526FR"),
              ElementsAre(ReadField{"DP", "FR123456789012345"}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("DPFR123456789012345" GS "26FR"),
              ElementsAre(ReadField{"DP", "FR123456789012345"}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("DPFR12345678901234" GS "26FR"),  // FR and a SIRET
              ElementsAre(ReadField{"DP", "FR12345678901234"}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("DP" GS "DWFRA23456789012345X" GS),
              ElementsAre(ReadField{"DP", ""}, ReadField{"DW", "FRA23456789012345X"}));
}

TEST(TwoDDocFieldsTest, UnknownIdentifiersRunToASeparator) {
  EXPECT_THAT(ReadAll("ZZFUTURE" GS "26FR"),
              ElementsAre(ReadField{"ZZ", "FUTURE", false, false}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("ZZFUTURE" RS "26FR"),
              ElementsAre(ReadField{"ZZ", "FUTURE", true, false}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("26FRZZ"),
              ElementsAre(ReadField{"26", "FR"}, ReadField{"ZZ", "", false, false}));
}

TEST(TwoDDocFieldsTest, WithoutTablesEveryIdentifierIsUnknown) {
  EXPECT_THAT(
      ReadAll("26FR2457000" GS "10X", false),
      ElementsAre(ReadField{"26", "FR2457000", false, false}, ReadField{"10", "X", false, false}));
}

TEST(TwoDDocFieldsTest, NeitherAlphabetNorGreatestLengthRefusesAGenuinePaper) {
  EXPECT_THAT(ReadAll("25saint-étienne" GS), ElementsAre(ReadField{"25", "saint-étienne"}));
  const std::string longer(60, 'A');
  EXPECT_THAT(ReadAll("10" + longer), ElementsAre(ReadField{"10", longer}));
}

TEST(TwoDDocFieldsTest, AValueOfGreatestLengthNeedsNoSeparator) {
  const std::string name(38, 'A');
  const std::vector<ReadField> both = {ReadField{"10", name}, ReadField{"26", "FR"}};
  EXPECT_EQ(ReadAll("10" + name + "26FR"), both);
  EXPECT_EQ(ReadAll("10" + name + GS "26FR"), both);
  EXPECT_THAT(ReadAll("10" + name), ElementsAre(ReadField{"10", name}));
  EXPECT_THAT(ReadAll("10" + name + RS "26FR"),
              ElementsAre(ReadField{"10", name, true}, ReadField{"26", "FR"}));
  // Several in a row, the last one shorter.
  EXPECT_THAT(ReadAll("10" + name + "22" + name + "25METZ" GS "26FR"),
              ElementsAre(ReadField{"10", name}, ReadField{"22", name}, ReadField{"25", "METZ"},
                          ReadField{"26", "FR"}));
  EXPECT_THAT(
      ReadAll("10" + name + "2457" RS "26FR"),
      ElementsAre(ReadField{"10", name}, ReadField{"24", "57", true}, ReadField{"26", "FR"}));
  EXPECT_THAT(ReadAll("10" + name + "01WITHOUT A GREATEST LENGTH"),
              ElementsAre(ReadField{"10", name}, ReadField{"01", "WITHOUT A GREATEST LENGTH"}));
}

TEST(TwoDDocFieldsTest, TheGreatestLengthCountsCharacters) {
  std::string accents;
  for (int i = 0; i < 38; ++i) accents += "\u00C9";
  EXPECT_THAT(ReadAll("10" + accents + "26FR"),
              ElementsAre(ReadField{"10", accents}, ReadField{"26", "FR"}));
  const std::string latin1(38, '\xC9');
  EXPECT_THAT(ReadAll("10" + latin1 + "26FR"),
              ElementsAre(ReadField{"10", latin1}, ReadField{"26", "FR"}));
}

// What no fields follow is a value that is longer than it may be, and a separator closes it.
TEST(TwoDDocFieldsTest, ALongerValueRunsToItsSeparator) {
  const std::string name(38, 'A');
  for (const std::string rest : {"ZZX", "2", "26F", "2499", "26FR26FR", "26FRX", "10X"}) {
    EXPECT_THAT(ReadAll("10" + name + rest + GS "22X"),
                ElementsAre(ReadField{"10", name + rest}, ReadField{"22", "X"}))
        << rest;
  }
  EXPECT_THAT(
      ReadAll("26FR10" + name + "26FR" GS "22X"),
      ElementsAre(ReadField{"26", "FR"}, ReadField{"10", name + "26FR"}, ReadField{"22", "X"}));
}

// Each row of the tables that has a greatest length.
TEST(TwoDDocFieldsTest, EveryTableEndsAtItsGreatestLength) {
  for (const Identifier& row : Identifiers()) {
    if (row.greatest_length == 0) continue;
    const std::string value(row.greatest_length, '7');
    const std::string id(row.id);
    const std::string next = id == "26" ? "24" : "26";
    const std::string after = id == "26" ? "57000" : "FR";
    EXPECT_THAT(ReadAll(id + value + next + after),
                ElementsAre(ReadField{id, value}, ReadField{next, after}));
  }
}

struct RefusedRow {
  const char* data;
  std::size_t read_before;
  const char* detail;
};

TEST(TwoDDocFieldsTest, RefusalsSayWhere) {
  for (const RefusedRow& row : {
           RefusedRow{"26FR2499", 1, "value of fixed length cut at offset 8"},
           RefusedRow{"26F", 0, "value of fixed length cut at offset 3"},
           RefusedRow{"24570" GS "26FR", 0, "value of fixed length cut at offset 5"},
           RefusedRow{"26FR26FR", 1, "identifier repeated at offset 4"},
           RefusedRow{"ZZA" GS "ZZB" GS, 1, "identifier repeated at offset 4"},
           RefusedRow{"26FR2", 1, "identifier at offset 4"},
           RefusedRow{GS "26FR", 0, "identifier at offset 0"},
           RefusedRow{"26FR" GS GS "2457000", 1, "identifier at offset 5"},
           RefusedRow{"2aX" GS, 0, "identifier at offset 0"},
           RefusedRow{"10A\x1B[2J" GS, 0, "control character at offset 3"},
           RefusedRow{"10A\nB" GS, 0, "control character at offset 3"},
           RefusedRow{"26F\x7F", 0, "control character at offset 3"},
       }) {
    std::vector<Field> fields;
    const absl::Status status = SplitFields(row.data, true, fields);
    ASSERT_FALSE(status.ok()) << row.data;
    EXPECT_EQ(ReasonOf(status), Reason::kSealMalformedField);
    EXPECT_EQ(DetailOf(status), row.detail);
    EXPECT_EQ(fields.size(), row.read_before) << row.detail;
  }
}

TEST(TwoDDocFieldsTest, ANulIsAControlCharacter) {
  std::vector<Field> fields;
  EXPECT_FALSE(SplitFields(std::string_view("10A\0B", 5), true, fields).ok());
}

TEST(TwoDDocFieldsTest, ClaimsKeepTheRawValue) {
  std::vector<Field> fields;
  ASSERT_TRUE(SplitFields("AN00001337"
                          "ZZ0001",
                          true, fields)
                  .ok());
  const ClaimField known = ToClaim(fields[0]);
  EXPECT_EQ(known.id, "AN");
  EXPECT_EQ(known.label_french, "Kilométrage");
  EXPECT_EQ(known.value, "00001337");
  EXPECT_EQ(known.shown, "1337");
  EXPECT_TRUE(known.known);
  const ClaimField unknown = ToClaim(fields[1]);
  EXPECT_EQ(unknown.label_french, "");
  EXPECT_EQ(unknown.shown, "0001");
  EXPECT_FALSE(unknown.known);
}

struct Shown {
  const char* id;
  const char* value;
  const char* shown;
};

TEST(TwoDDocShowValueTest, ValuesAreShownAsAPersonReadsThem) {
  for (const Shown& row : {
           Shown{"06", "125E", "2012-11-15"},
           Shown{"06", "FFFF", "FFFF"},
           Shown{"06", "12G5", "12G5"},
           Shown{"69", "25111973", "1973-11-25"},
           Shown{"69", "31021950", "31021950"},  // lunar
           Shown{"69", "00001950", "00001950"},  // partial
           Shown{"69", "2511197X", "2511197X"},
           Shown{"4A", "31082020", "2020-08-31"},
           Shown{"C3", "020320201400", "2020-03-02T14:00:00"},
           Shown{"C3", "020320202400", "020320202400"},
           Shown{"C3", "320320201400", "320320201400"},
           Shown{"AE", "0132", "01:32"},
           Shown{"AE", "2360", "2360"},
           Shown{"07", "235959", "23:59:59"},
           Shown{"07", "235960", "235960"},
           Shown{"AN", "00001337", "1337"},
           Shown{"AN", "00000000", "0"},
           Shown{"AN", "1234A678", "1234A678"},
           Shown{"24", "01000", "01000"},  // a postal code, not a number
           Shown{"51", "0157,5", "157,5"},
           Shown{"51", "0000,5", "0,5"},
           Shown{"58", "-0234,78", "-234,78"},
           Shown{"58", "1,2,3", "1,2,3"},
           Shown{"58", ",5", ",5"},
           Shown{"58", "-", "-"},
           Shown{"58", "", ""},
           Shown{"A7", "082", "130"},
           Shown{"A7", "0G2", "0G2"},
           Shown{"AG", "C", "12"},
           Shown{"AG", "-", "-"},
           Shown{"0C", "NB2WS43TNFSXE", "huissier"},
           Shown{"0C", "nb2ws43tnfsxe", "nb2ws43tnfsxe"},
           Shown{"0C", "74", "74"},  // 0xFF: no UTF-8
           Shown{"A5", "M1 ", "M1"},
           Shown{"10", "   ", ""},
           Shown{"10", "A\u202EB", "A\\u{202E}B"},
           Shown{"10", "A\xFF", "A\\x{FF}"},
       }) {
    Field field;
    field.id = row.id;
    field.value = row.value;
    field.known = FindIdentifier(row.id);
    ASSERT_NE(field.known, nullptr) << row.id;
    EXPECT_EQ(ShowValue(field), row.shown) << row.id;
  }
}

TEST(TwoDDocShowValueTest, ACutValueIsNotConverted) {
  Field field;
  field.value = "0013";
  field.known = FindIdentifier("AN");
  field.truncated = true;
  EXPECT_EQ(ShowValue(field), "0013");
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
