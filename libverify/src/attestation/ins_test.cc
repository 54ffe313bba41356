// SPDX-License-Identifier: Apache-2.0
#include "sceau/ins.h"

#include <gtest/gtest.h>

#include <string>

namespace sceau {
namespace {

const std::string kHead = "IS010000000000000000000000";
// A person who does not exist; the number is one of a public test vector set.
const std::string kNumber = "S1284058832102532";
const std::string kReal = "S21.2.250.1.213.1.4.8\x1D";
const std::string kNames = "S3ZOE ANNE\x1DS4LEFEVRE\x1D";
const std::string kEnd = "S5FS612-05-1984S758832";

TEST(InsTest, ThePersonIsRead) {
  for (const std::string& text :
       {kHead + kNumber + kReal + kNames + kEnd, kHead + kEnd + kNames + kReal + kNumber,
        kHead + kNumber + kReal + kNames + kEnd + "\r\n",
        kHead + kNumber + kReal + kNames + "S612-05-1984",
        kHead + kNumber + "S21.2.250.1.213.1.4.9\x1D" + kNames + kEnd}) {
    const auto holder = HolderOfIns(text);
    ASSERT_TRUE(holder) << text;
    EXPECT_EQ(holder->name, "LEFEVRE ZOE ANNE");
    EXPECT_EQ(holder->born, "12/05/1984");
    EXPECT_EQ(holder->nir, "284058832102532");
  }
}

TEST(InsTest, WhatIsNotWholeOrNotRealIsNothing) {
  const std::string whole = kHead + kNumber + kReal + kNames + kEnd;
  const std::string cases[] = {
      "",
      "AD1:ABC",
      kHead,
      "IS02" + whole.substr(4),
      whole + "S5F",                                                   // twice
      whole + "XX",                                                    // no such field
      kHead + kReal + kNames + kEnd,                                   // no number
      kHead + kNumber + kNames + kEnd,                                 // whose number?
      kHead + kNumber + "S21.2.250.1.213.1.4.10\x1D" + kNames + kEnd,  // for tests
      kHead + kNumber + "S21.2.250.1.213.1.4.11\x1D" + kNames + kEnd,  // for demonstrations
      kHead + kNumber + kReal + "S3\x1DS4LEFEVRE\x1D" + kEnd,          // empty
      kHead + kNumber + kReal + "S3ZOE ANNES4LEFEVRE" + kEnd,          // separators lost
      kHead + "S1284058832102533" + kReal + kNames + kEnd,             // key
      kHead + kNumber + kReal + kNames + "S6AB-02-1984",               // no such day
      kHead + kNumber + kReal + kNames + "S612-05-19",                 // cut
  };
  for (const std::string& text : cases) EXPECT_FALSE(HolderOfIns(text)) << text;
}

TEST(InsTest, NoCutOfAWholeTextIsMisread) {
  const std::string whole = kHead + kNumber + kReal + kNames + "S612-05-1984";
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_FALSE(HolderOfIns(whole.substr(0, length))) << length;
}

}  // namespace
}  // namespace sceau
