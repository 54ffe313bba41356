// SPDX-License-Identifier: Apache-2.0
#include "document/image/exif.h"

#include <gtest/gtest.h>

#include <string>

#include "document/image/testing.h"

namespace sceau::document {
namespace {

TEST(ExifTest, BothByteOrdersAndAllValues) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    EXPECT_EQ(ExifOrientation(testing::ExifBlock(orientation, false)), orientation);
    EXPECT_EQ(ExifOrientation(testing::ExifBlock(orientation, true)), orientation);
  }
}

TEST(ExifTest, ThePrefixIsOptional) {
  Bytes block = {'E', 'x', 'i', 'f', 0, 0};
  const Bytes tiff = testing::ExifBlock(6);
  block.insert(block.end(), tiff.begin(), tiff.end());
  EXPECT_EQ(ExifOrientation(block), 6);
}

TEST(ExifTest, ValuesOutsideTheTableAreUpright) {
  EXPECT_EQ(ExifOrientation(testing::ExifBlock(0)), 1);
  EXPECT_EQ(ExifOrientation(testing::ExifBlock(9)), 1);
}

TEST(ExifTest, ACutBlockIsUpright) {
  const Bytes whole = testing::ExifBlock(6);
  constexpr std::size_t kEndOfValue = 20;
  for (std::size_t size = 0; size < kEndOfValue; ++size)
    EXPECT_EQ(ExifOrientation(ByteSpan(whole).first(size)), 1) << size;
}

TEST(ExifTest, AnotherTypeOrCountOrTagIsUpright) {
  constexpr std::size_t kTag = 10;
  constexpr std::size_t kType = 12;
  constexpr std::size_t kCount = 14;
  for (const std::size_t at : {kTag, kType, kCount}) {
    Bytes block = testing::ExifBlock(6);
    ++block[at];
    EXPECT_EQ(ExifOrientation(block), 1) << at;
  }
}

TEST(ExifTest, ADirectoryOutsideTheBlockIsUpright) {
  Bytes block = testing::ExifBlock(6);
  for (std::size_t i = 4; i < 8; ++i) block[i] = 0xFF;
  EXPECT_EQ(ExifOrientation(block), 1);
}

TEST(ExifTest, ABlockThatIsNotTiffIsUpright) {
  EXPECT_EQ(ExifOrientation({}), 1);
  EXPECT_EQ(ExifOrientation(AsBytes("http://ns.adobe.com/xap/1.0/")), 1);
}

}  // namespace
}  // namespace sceau::document
