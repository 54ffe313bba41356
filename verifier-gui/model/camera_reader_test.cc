// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/camera_reader.h"

#include <gtest/gtest.h>

#include <QImage>

namespace sceau::gui {
namespace {

constexpr int kWidth = 34;  // no multiple of a row's alignment
constexpr int kHeight = 6;

int expectedAt(int x, int y) { return x * 5 + y * 7; }

// `step` bytes from one sample of luminance to the next.
QVideoFrame frameIn(QVideoFrameFormat::PixelFormat format, int step) {
  QVideoFrame frame(QVideoFrameFormat(QSize(kWidth, kHeight), format));
  EXPECT_TRUE(frame.map(QVideoFrame::WriteOnly));
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      frame.bits(0)[y * frame.bytesPerLine(0) + x * step] = static_cast<uchar>(expectedAt(x, y));
    }
  }
  frame.unmap();
  return frame;
}

TEST(LuminanceTest, OfEachFormatOfCameras) {
  struct Case {
    QVideoFrameFormat::PixelFormat format;
    int step;
  };
  for (const Case& c :
       {Case{QVideoFrameFormat::Format_Y8, 1}, Case{QVideoFrameFormat::Format_NV12, 1},
        Case{QVideoFrameFormat::Format_YUV420P, 1}, Case{QVideoFrameFormat::Format_YUYV, 2}}) {
    const Luminance picture = luminanceOf(frameIn(c.format, c.step));
    ASSERT_EQ(picture.width, kWidth) << c.format;
    ASSERT_EQ(picture.height, kHeight);
    ASSERT_EQ(picture.pixels.size(), std::size_t{kWidth} * kHeight);
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x)
        EXPECT_EQ(picture.pixels[static_cast<std::size_t>(y * kWidth + x)], expectedAt(x, y));
    }
  }
}

TEST(LuminanceTest, OfColours) {
  QVideoFrame frame(QVideoFrameFormat(QSize(4, 2), QVideoFrameFormat::Format_BGRA8888));
  ASSERT_TRUE(frame.map(QVideoFrame::WriteOnly));
  std::fill(frame.bits(0), frame.bits(0) + frame.mappedBytes(0), uchar{255});
  frame.unmap();
  const Luminance picture = luminanceOf(frame);
  ASSERT_EQ(picture.width, 4);
  for (const std::uint8_t pixel : picture.pixels) EXPECT_GE(pixel, 250);
}

TEST(LuminanceTest, WhatIsNotAFrameIsEmpty) {
  EXPECT_TRUE(luminanceOf(QVideoFrame()).pixels.empty());
  EXPECT_TRUE(luminanceOf(QVideoFrame(QVideoFrameFormat(QSize(0, 0), QVideoFrameFormat::Format_Y8)))
                  .pixels.empty());
}

}  // namespace
}  // namespace sceau::gui
