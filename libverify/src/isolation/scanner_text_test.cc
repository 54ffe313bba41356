// SPDX-License-Identifier: Apache-2.0
#include "isolation/scanner_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/status.h"

namespace sceau::isolation {
namespace {

using namespace std::string_view_literals;

TEST(ScannerTextTest, TextAndSealsAreKeptAsTheyAre) {
  const std::string_view cases[] = {
      "AD1:6BF+70790T9WJWG.FKY*4GO0\r\n",
      "DC04FR0000011FFFFFFF0101FR26XYZ\x1DSIGNATURE\x1FSIGNATURE\n",
      "HC1:\x01\x02 anything after the start",
      "\xDC\x03\xD9\xC5\x00\xFF"sv,
      "\xDC\x04\x00\x01"sv,
      "https://example.fr/a?b=c",
      "Béné\tficiaire",
      "N\xE9 le",  // Latin-1
      "GS\x1DRS\x1EUS\x1F",
      "\x02]d2DC04\x03\x04",
  };
  for (const std::string_view text : cases) {
    const auto payload = ScannerText(AsBytes(text), Limits{});
    ASSERT_TRUE(payload.ok()) << text << payload.status();
    EXPECT_EQ(AsText(*payload), text);
  }
}

TEST(ScannerTextTest, AByteOrderMarkIsNotPartOfIt) {
  const auto payload = ScannerText(AsBytes("\xEF\xBB\xBF"
                                           "AD1:6BF"),
                                   Limits{});
  ASSERT_TRUE(payload.ok());
  EXPECT_EQ(AsText(*payload), "AD1:6BF");
}

TEST(ScannerTextTest, Utf16BecomesUtf8) {
  std::string file = "\xFF\xFE";
  for (const char c : "AD1:6BF+70790\xC9"sv) file += {c, '\0'};
  EXPECT_EQ(AsText(*ScannerText(AsBytes(file), Limits{})), "AD1:6BF+70790\u00C9");
  Limits limits;
  limits.payload_bytes = 15;
  EXPECT_TRUE(ScannerText(AsBytes(file), limits).ok());
  limits.payload_bytes = 14;
  EXPECT_EQ(ReasonOf(ScannerText(AsBytes(file), limits).status()), Reason::kSealTooLong);
  EXPECT_EQ(ReasonOf(ScannerText(AsBytes("\xFF\xFE"), limits).status()), Reason::kDocumentEmpty);
}

TEST(ScannerTextTest, WhatIsNotTextIsUnknown) {
  const std::string_view cases[] = {"GIF89a\x01\x02"sv, "\0"sv,    "a\x7F",
                                    "a\x1B[31m",        "\x1C",    "\x80\x81 no letters",
                                    "\xDC\x05",         "ad1:\x01"};
  for (const std::string_view text : cases)
    EXPECT_EQ(ReasonOf(ScannerText(AsBytes(text), Limits{}).status()), Reason::kDocumentUnknownType)
        << text;
}

TEST(ScannerTextTest, WhiteSpaceIsEmpty) {
  for (const std::string_view text : {" ", "\r\n", "\xEF\xBB\xBF", " \t\n"})
    EXPECT_EQ(ReasonOf(ScannerText(AsBytes(text), Limits{}).status()), Reason::kDocumentEmpty);
}

TEST(ScannerTextTest, NoLongerThanACode) {
  Limits limits;
  limits.payload_bytes = 10;
  EXPECT_TRUE(ScannerText(AsBytes("0123456789"), limits).ok());
  EXPECT_TRUE(ScannerText(AsBytes("AD1:456789"), limits).ok());
  EXPECT_EQ(ReasonOf(ScannerText(AsBytes("0123456789a"), limits).status()),
            Reason::kDocumentUnknownType);
  EXPECT_EQ(ReasonOf(ScannerText(AsBytes("AD1:456789a"), limits).status()), Reason::kSealTooLong);
}

}  // namespace
}  // namespace sceau::isolation
