// SPDX-License-Identifier: Apache-2.0
#include "capture/writing.h"

#include <gtest/gtest.h>

#include <string>

#include "capture/page_testing.h"

namespace sceau::capture {
namespace {

// Marks of words in the letters of the tests, each line from (x, y).
class Sheet {
 public:
  Sheet() : marks_(1200, 900) {}

  // `size` is the height of a letter.
  void Line(const std::string& text, int x, int y, int size, double slope = 0) {
    const float points = static_cast<float>(size) / (0.7F * kPixelsPerPoint);
    double at = x;
    for (const char letter : text) {
      LetterInk ink;
      if (!letters_.Draw(0, points, static_cast<char32_t>(letter), 0, 0, &ink)) continue;
      for (int j = 0; j < ink.height; ++j) {
        for (int i = 0; i < ink.width; ++i) {
          if (ink.coverage[static_cast<std::size_t>(j) * static_cast<std::size_t>(ink.width) +
                           static_cast<std::size_t>(i)] > 128)
            Set(static_cast<int>(at) + ink.left + i,
                static_cast<int>(y + slope * (at - x)) + ink.top + j);
        }
      }
      at += static_cast<double>(ink.advance);
    }
  }
  void Fill(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) Set(x, y);
    }
  }
  void Turn() {
    Plane<std::uint8_t> turned(marks_.height(), marks_.width());
    for (int y = 0; y < marks_.height(); ++y) {
      for (int x = 0; x < marks_.width(); ++x)
        turned.At(y, marks_.width() - 1 - x) = marks_.At(x, y);
    }
    marks_ = std::move(turned);
  }
  Writing Read() { return WritingOf(marks_); }

 private:
  void Set(int x, int y) {
    if (x >= 0 && y >= 0 && x < marks_.width() && y < marks_.height()) marks_.At(x, y) = 1;
  }

  SquareLetters letters_;
  Plane<std::uint8_t> marks_;
};

TEST(WritingTest, LinesAreCountedInAnySizeAndDirection) {
  for (const int size : {7, 14, 40}) {
    for (const double slope : {0.0, 0.15}) {
      for (const bool turned : {false, true}) {
        Sheet sheet;
        sheet.Line("MARTIN CAMILLE", 40, 100, size, slope);
        sheet.Line("14-03-1985", 40, 250, size, slope);
        sheet.Line("12-11-2026", 40, 400, size, slope);
        if (turned) sheet.Turn();
        const Writing writing = sheet.Read();
        EXPECT_EQ(writing.lines, 3) << size << slope << turned;
        EXPECT_GE(writing.letters, 25) << size << slope << turned;
        EXPECT_LE(writing.letters, 33) << size << slope << turned;
      }
    }
  }
}

TEST(WritingTest, ALineInPartsIsOne) {
  Sheet sheet;
  for (int part = 0; part < 3; ++part)
    sheet.Line("29112026", 40 + 380 * part, 100 + 19 * part, 14, 0.05);
  EXPECT_EQ(sheet.Read().lines, 1);
}

TEST(WritingTest, APictureOfInkOrOfSpecksIsNone) {
  Sheet full;
  full.Fill(0, 0, 1200, 900);
  EXPECT_EQ(full.Read().letters, 0);
  Sheet specks;
  for (int y = 0; y < 900; y += 2) {
    for (int x = 0; x < 1200; x += 2) specks.Fill(x, y, x + 1, y + 1);
  }
  EXPECT_EQ(specks.Read().letters, 0);
  EXPECT_EQ(WritingOf({}).lines, 0);
}

TEST(WritingTest, WhatIsJoinedFartherDownIsOneMark) {
  Sheet sheet;  // twelve vessels, each of two walls and a floor
  for (int i = 0; i < 12; ++i) {
    const int x = 40 + 30 * i;
    sheet.Fill(x, 100, x + 3, 120);
    sheet.Fill(x + 12, 104 - i % 3, x + 15 + i % 4, 120);
    sheet.Fill(x, 118, x + 15, 120);
  }
  const Writing writing = sheet.Read();
  EXPECT_EQ(writing.lines, 1);
  EXPECT_EQ(writing.letters, 12);
}

TEST(WritingTest, EdgesDotsAndScatteredMarksAreNone) {
  Sheet edges;
  edges.Fill(0, 0, 1200, 60);
  edges.Fill(0, 0, 40, 900);
  EXPECT_EQ(edges.Read().letters, 0);
  Sheet dots;
  for (int i = 0; i < 400; ++i)
    dots.Fill(i * 37 % 1190, i * 91 % 890, i * 37 % 1190 + 2, i * 91 % 890 + 2);
  EXPECT_EQ(dots.Read().letters, 0);
  Sheet scattered;
  for (int i = 0; i < 60; ++i) {
    const int x = i * 457 % 1150;
    const int y = i * 331 % 850;
    scattered.Fill(x, y, x + 12, y + 16);
  }
  EXPECT_LT(scattered.Read().letters, 10);
}

}  // namespace
}  // namespace sceau::capture
