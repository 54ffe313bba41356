// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/header.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"

namespace sceau::seal::two_d_doc {
namespace {

TEST(TwoDDocHeaderTest, EachVersionHasItsFields) {
  struct Row {
    std::string text;
    int version;
    std::size_t length;
    std::optional<std::string> perimeter;
    std::optional<std::string> country;
  };
  const std::string middle =
      "FR99000126452646"
      "01";
  for (const Row& row : {Row{"DC01" + middle, 1, 22, std::nullopt, std::nullopt},
                         Row{"DC02" + middle, 2, 22, std::nullopt, std::nullopt},
                         Row{"DC03" + middle + "01", 3, 24, "01", std::nullopt},
                         Row{"DC04" + middle + "01FR", 4, 26, "01", "FR"}}) {
    const auto header = ParseHeader(row.text + "trailing data");
    ASSERT_TRUE(header.ok()) << header.status();
    EXPECT_EQ(header->version, row.version);
    EXPECT_EQ(header->length(), row.length);
    EXPECT_EQ(header->authority, "FR99");
    EXPECT_EQ(header->certificate, "0001");
    EXPECT_EQ(FormatIsoDate(*header->issued_on), "2026-10-28");
    EXPECT_EQ(FormatIsoDate(*header->signed_on), "2026-10-29");
    EXPECT_EQ(header->type, "01");
    EXPECT_EQ(header->perimeter, row.perimeter);
    EXPECT_EQ(header->country, row.country);
    EXPECT_TRUE(header->UsesKnownTables());
    for (std::size_t length = 0; length < row.length; ++length) {
      const auto cut = ParseHeader(row.text.substr(0, length));
      ASSERT_FALSE(cut.ok()) << length;
      EXPECT_EQ(ReasonOf(cut.status()), Reason::kSealTruncated) << length;
    }
    EXPECT_TRUE(ParseHeader(row.text).ok());
  }
}

TEST(TwoDDocHeaderTest, FfffIsUndated) {
  const auto header = ParseHeader("DC04FR990001FFFFFFFF0101FR");
  ASSERT_TRUE(header.ok()) << header.status();
  EXPECT_FALSE(header->issued_on.has_value());
  EXPECT_FALSE(header->signed_on.has_value());
}

TEST(TwoDDocHeaderTest, AnotherPerimeterHasOtherTables) {
  const auto header = ParseHeader("DC04FR99000126452646010AFR");
  ASSERT_TRUE(header.ok()) << header.status();
  EXPECT_FALSE(header->UsesKnownTables());
}

TEST(TwoDDocHeaderTest, HexDays) {
  const auto iso = [](std::string_view digits) {
    const auto day = DateFromHexDays(digits);
    return day ? FormatIsoDate(*day) : std::string("none");
  };
  EXPECT_EQ(iso("0000"), "2000-01-01");
  EXPECT_EQ(iso("003B"), "2000-02-29");
  EXPECT_EQ(iso("125E"), "2012-11-15");
  EXPECT_EQ(iso("FFFE"), "2179-06-05");
  for (const std::string_view digits : {"FFFF", "", "125", "125E0", "125e", "12 E", "-001"}) {
    EXPECT_EQ(iso(digits), "none") << digits;
  }
}

TEST(TwoDDocHeaderTest, RefusalsNameTheField) {
  struct Row {
    const char* text;
    Reason reason;
    const char* detail;
  };
  for (const Row& row : {
           Row{"DD04FR99000126452646"
               "0101FR",
               Reason::kSealMalformedHeader, "marker"},
           Row{"DCO4FR99000126452646"
               "0101FR",
               Reason::kSealMalformedHeader, "version"},
           Row{"DC00FR99000126452646"
               "0101FR",
               Reason::kSealUnsupportedVersion, "version 00"},
           Row{"DC05FR99000126452646"
               "0101FR",
               Reason::kSealUnsupportedVersion, "version 05"},
           Row{"DC04fR99000126452646"
               "0101FR",
               Reason::kSealMalformedHeader, "ca id"},
           Row{"DC04FR99 00126452646"
               "0101FR",
               Reason::kSealMalformedHeader, "certificate id"},
           Row{"DC04FR9900012G452646"
               "0101FR",
               Reason::kSealMalformedHeader, "issue date"},
           Row{"DC04FR990001264526a6"
               "0101FR",
               Reason::kSealMalformedHeader, "signature date"},
           Row{"DC04FR99000126452646"
               "0\x1F"
               "01FR",
               Reason::kSealMalformedHeader, "type"},
           Row{"DC04FR99000126452646"
               "01\x1D"
               "1FR",
               Reason::kSealMalformedHeader, "perimeter"},
           Row{"DC04FR99000126452646"
               "0101F-",
               Reason::kSealMalformedHeader, "country"},
       }) {
    const auto header = ParseHeader(row.text);
    ASSERT_FALSE(header.ok()) << row.text;
    EXPECT_EQ(ReasonOf(header.status()), row.reason) << header.status();
    EXPECT_THAT(DetailOf(header.status()), testing::StartsWith(row.detail));
  }
}

}  // namespace
}  // namespace sceau::seal::two_d_doc
