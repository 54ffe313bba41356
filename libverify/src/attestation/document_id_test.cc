// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sceau/attestation.h"

namespace sceau {
namespace {

TEST(FormatDocumentIdTest, IsBase32WithoutPadding) {
  EXPECT_EQ(FormatDocumentId({}), "AAAAAAAAAAAAAAAA");
  EXPECT_EQ(FormatDocumentId({0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),
            "7777777777777777");
  // RFC 4648 §10: "foobar" and four zero bytes.
  EXPECT_EQ(FormatDocumentId({'f', 'o', 'o', 'b', 'a', 'r', 0, 0, 0, 0}), "MZXW6YTBOIAAAAAA");
}

TEST(ParseDocumentIdTest, TakesWhatPeopleCopy) {
  const DocumentId id = {'f', 'o', 'o', 'b', 'a', 'r', 0, 0, 0, 0};
  for (const char* text : {"MZXW6YTBOIAAAAAA", "MZXW 6YTB OIAA AAAA", "mzxw-6ytb-oiaa-aaaa"})
    EXPECT_EQ(ParseDocumentId(text), id) << text;
  for (const char* text : {"", "MZXW6YTBOIAAAAA", "MZXW6YTBOIAAAAAAA", "MZXW6YTBOIAAAAA1",
                           "MZXW6YTBOIAAAAAAAAAAAAAA", "MZXW6YTBOIAAAAA\n"})
    EXPECT_FALSE(ParseDocumentId(text)) << text;
}

}  // namespace
}  // namespace sceau
