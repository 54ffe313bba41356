// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::seal {
namespace {

using testing::ElementsAre;

TEST(ScannerFrameTest, TheEndOfAFrame) {
  EXPECT_EQ(WithoutFrameEnd("ABC\x03\x04\t \r\n"), "ABC");
  EXPECT_EQ(WithoutFrameEnd("A B"), "A B");
  EXPECT_EQ(WithoutFrameEnd("\r\n"), "");
}

TEST(ScannerFrameTest, EqualScansAreOne) {
  const std::string scan = "0123456789ABCDEF";
  EXPECT_EQ(OneScan(scan), scan);
  EXPECT_EQ(OneScan(scan + scan), scan);
  EXPECT_EQ(OneScan(scan + "\r\n" + scan + std::string(kMaxBehind, '-') + scan), scan);
  for (const std::string& kept : {std::string(), std::string("A"), scan + "x" + scan + "y",
                                  scan + std::string(kMaxBehind + 1, '-') + scan}) {
    EXPECT_EQ(OneScan(kept), kept);
  }
}

TEST(ScannerFrameTest, LineBreaksAreAddedOrStandForSpaces) {
  EXPECT_THAT(WithoutLineBreaks("AB"), ElementsAre("AB"));
  EXPECT_THAT(WithoutLineBreaks("A\r\nB\nC\rD"), ElementsAre("ABCD", "A B C D"));
}

}  // namespace
}  // namespace sceau::seal
