// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <gtest/gtest.h>

#include "base/byte_reader.h"

namespace sceau {
namespace {

TEST(BytesTest, HexIsLowerCaseWithoutSeparators) {
  const Bytes bytes = {0x00, 0x0f, 0xa5, 0xff};
  EXPECT_EQ(ToHex(bytes), "000fa5ff");
  EXPECT_EQ(ToHex({}), "");
}

TEST(BytesTest, TextAndBytesAreTheSameMemory) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(AsText(AsBytes(text)), text);
}

TEST(ByteReaderTest, TakesInOrderAndNeverPastTheEnd) {
  const Bytes bytes = {1, 2, 3};
  ByteReader reader(bytes);
  EXPECT_EQ(reader.TakeByte(), 1);
  EXPECT_FALSE(reader.Take(3).has_value());
  EXPECT_EQ(reader.offset(), 1U);
  ASSERT_TRUE(reader.Take(2).has_value());
  EXPECT_TRUE(reader.empty());
  EXPECT_FALSE(reader.TakeByte().has_value());
  EXPECT_TRUE(reader.Take(0).has_value());
}

}  // namespace
}  // namespace sceau
