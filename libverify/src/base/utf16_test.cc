// SPDX-License-Identifier: Apache-2.0
#include "base/utf16.h"

#include <gtest/gtest.h>

namespace sceau {
namespace {

using namespace std::string_view_literals;

TEST(Utf16Test, EitherByteOrderWithAndWithoutItsMark) {
  const std::string_view files[] = {
      "\xFF\xFE"
      "D\0C\0"
      "0\0"
      "4\0"
      "F\0R\0T\0"
      "9\0\xC9\0\x1D\0"sv,
      "\xFE\xFF\0D\0C\0"
      "0\0"
      "4\0F\0R\0T\0"
      "9\0\xC9\0\x1D"sv,
      "D\0C\0"
      "0\0"
      "4\0"
      "F\0R\0T\0"
      "9\0\xC9\0\x1D\0"sv,
      "\0D\0C\0"
      "0\0"
      "4\0F\0R\0T\0"
      "9\0\xC9\0\x1D"sv,
  };
  for (const std::string_view file : files)
    EXPECT_EQ(DecodeUtf16File(file), "DC04FRT9\u00C9\x1D") << &file - files;
}

TEST(Utf16Test, CharactersBeyondTheFirstPlane) {
  EXPECT_EQ(DecodeUtf16File("\xFF\xFE\x3D\xD8\x00\xDE"sv), "\U0001F600");
  EXPECT_EQ(DecodeUtf16File("\xFF\xFE"sv), "");
}

TEST(Utf16Test, OtherBytesAreNotUtf16) {
  for (const std::string_view file : {""sv, "\xFF"sv, "DC04FRT9"sv, "\xFF\xFEX"sv,
                                      "D\0C\0"
                                      "0\0"sv,
                                      "\xFF\xFE\x3D\xD8"sv, "\xFF\xFE\x3D\xD8X\0"sv,
                                      "\xFF\xFE\x00\xDE"sv, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv})
    EXPECT_EQ(DecodeUtf16File(file), std::nullopt) << file;
}

}  // namespace
}  // namespace sceau
