// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/encodings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::seal {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// "É" in each encoding, and as a program shows it that took one for another.
constexpr std::string_view kUtf8 = "\xC3\x89";
constexpr std::string_view kLatin1 = "\xC9";
constexpr std::string_view kCp850 = "\x90";
constexpr std::string_view kMacRoman = "\x83";

TEST(EncodingsTest, AsciiIsOneTextAndOneWayToWriteIt) {
  EXPECT_THAT(DecodeText("AD1:6BF\x1D"), ElementsAre(U"AD1:6BF\x1D"));
  EXPECT_THAT(EncodeText(U"AD1:6BF"), ElementsAre("AD1:6BF"));
  EXPECT_THAT(OtherEncodings("AD1:6BF"), IsEmpty());
}

TEST(EncodingsTest, EachEncodingIsReadAndWritten) {
  EXPECT_EQ(DecodeText(kUtf8).front(), U"\u00C9");
  for (const std::string_view bytes : {kLatin1, kCp850, kMacRoman})
    EXPECT_THAT(DecodeText(bytes), Contains(U"\u00C9")) << bytes;
  EXPECT_EQ(EncodeText(U"\u00C9").front(), kUtf8);
  for (const std::string_view bytes : {kUtf8, kLatin1, kCp850, kMacRoman})
    EXPECT_THAT(EncodeText(U"\u00C9"), Contains(bytes)) << bytes;
  EXPECT_THAT(EncodeText(U"\u0153"), Contains("\x9C"));  // windows-1252 alone has it
}

TEST(EncodingsTest, EveryEncodingLeadsToEveryOther) {
  for (const std::string_view from : {kUtf8, kLatin1, kCp850, kMacRoman}) {
    for (const std::string_view to : {kUtf8, kLatin1, kCp850}) {
      if (from == to) continue;
      EXPECT_THAT(OtherEncodings(from), Contains(to)) << from << " " << to;
    }
    EXPECT_THAT(OtherEncodings(from), testing::Not(Contains(from)));
  }
}

TEST(EncodingsTest, OneEncodingTakenForAnother) {
  EXPECT_THAT(DecodeText("\u00C3\u0089"), Contains(U"\u00C9"));  // UTF-8 read as Latin-1
  EXPECT_THAT(DecodeText("\u00C3\u2030"), Contains(U"\u00C9"));  // as windows-1252
  EXPECT_THAT(DecodeText("\u251C\u00EB"), Contains(U"\u00C9"));  // as code page 850
  EXPECT_THAT(DecodeText("\u2554"), Contains(U"\u00C9"));        // Latin-1 read as code page 850
}

TEST(EncodingsTest, TheNumberOfWaysIsSmall) {
  std::string all;
  for (int byte = 0x80; byte < 0x100; ++byte) all.push_back(static_cast<char>(byte));
  EXPECT_LE(OtherEncodings(all).size(), 36U);
  EXPECT_LE(OtherEncodings("\u00C3\u0089\u00E9").size(), 150U);
}

}  // namespace
}  // namespace sceau::seal
