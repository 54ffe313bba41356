// SPDX-License-Identifier: Apache-2.0
#include "verify/recognise_page.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "page/compare_recognised.h"
#include "verify/apply.h"

namespace sceau::verify {
namespace {

// The least confidence of a letter, and the least height of a line, ascenders and descenders
// included. Both are chosen.
constexpr int kMinConfidence = 90;
constexpr double kMinHeight = 22;  // pixels

struct Extent {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

Extent ExtentOfTurned(const PageImage& raster, double cosine, double sine) {
  Extent extent;
  for (const double x : {0, raster.width}) {
    for (const double y : {0, raster.height}) {
      const double turned_x = cosine * x + sine * y;
      const double turned_y = -sine * x + cosine * y;
      extent.left = std::min(extent.left, turned_x);
      extent.right = std::max(extent.right, turned_x);
      extent.top = std::min(extent.top, turned_y);
      extent.bottom = std::max(extent.bottom, turned_y);
    }
  }
  return extent;
}

// Between the four pixels around a point; paper where there are none.
std::uint8_t PixelAt(const PageImage& raster, Point point) {
  const double x = point.x - 0.5;
  const double y = point.y - 0.5;
  const int left = static_cast<int>(std::floor(x));
  const int top = static_cast<int>(std::floor(y));
  const auto pixel = [&](int column, int row) -> double {
    if (column < 0 || row < 0 || column >= raster.width || row >= raster.height) return 255;
    return raster.pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.width) +
                         static_cast<std::size_t>(column)];
  };
  const double right_share = x - left;
  const double lower_share = y - top;
  const double upper = pixel(left, top) * (1 - right_share) + pixel(left + 1, top) * right_share;
  const double lower =
      pixel(left, top + 1) * (1 - right_share) + pixel(left + 1, top + 1) * right_share;
  return static_cast<std::uint8_t>(std::lround(upper * (1 - lower_share) + lower * lower_share));
}

const Page* PageOfSeal(const DocumentContent& content, const SealReport& seal) {
  const auto page = std::ranges::find(content.pages, seal.page, &Page::number);
  return page != content.pages.end() ? &*page : nullptr;
}

// A page of words, as a reader of a PDF would give it, in the coordinates of the upright image.
Page PageOfWords(const Page& page, const std::vector<isolation::RecognisedWord>& recognised) {
  Page words;
  words.number = page.number;
  words.width = page.width;
  words.height = page.height;
  words.text_source = TextSource::kPrinted;
  words.letters_are_proven = true;
  for (const isolation::RecognisedWord& word : recognised) {
    const double height = static_cast<double>(word.bottom) - word.top;
    const bool certain = word.confidence >= kMinConfidence && height >= kMinHeight;
    words.words.push_back(
        {.text = word.text,
         .top_left = {static_cast<double>(word.left), static_cast<double>(word.top)},
         .bottom_right = {static_cast<double>(word.right), static_cast<double>(word.bottom)},
         .sight = certain ? Sight::kShown : Sight::kUnsure});
  }
  return words;
}

// Where a box of the upright image lies on the page.
Box OnPage(const Page& page, const UprightPage& upright, const Box& box) {
  Box around;
  bool first = true;
  for (const double x : {box.top_left.x, box.bottom_right.x}) {
    for (const double y : {box.top_left.y, box.bottom_right.y}) {
      const Point point = upright.InRaster({x, y});
      const Point own{point.x / page.raster.scale, point.y / page.raster.scale};
      if (std::exchange(first, false)) around = {own, own};
      around.top_left = {std::min(around.top_left.x, own.x), std::min(around.top_left.y, own.y)};
      around.bottom_right = {std::max(around.bottom_right.x, own.x),
                             std::max(around.bottom_right.y, own.y)};
    }
  }
  return around;
}

}  // namespace

Point UprightPage::InRaster(Point point) const {
  const double x = point.x + origin.x;
  const double y = point.y + origin.y;
  return {cosine * x - sine * y, sine * x + cosine * y};
}

UprightPage TurnUpright(const PageImage& raster, const Corners& corners) {
  constexpr double kUpright = 0.004;  // of a turn of a quarter of a degree
  UprightPage upright;
  const double across = corners[1].x - corners[0].x;
  const double down = corners[1].y - corners[0].y;
  const double length = std::hypot(across, down);
  if (!(length >= 1) || !std::isfinite(length) || raster.pixels.empty()) return upright;
  if (across > 0 && std::abs(down) < kUpright * length) {
    upright.image = raster;
    return upright;
  }
  upright.cosine = across / length;
  upright.sine = down / length;
  const Extent extent = ExtentOfTurned(raster, upright.cosine, upright.sine);
  // A page grows to twice its size at 45 degrees. A strip would grow without an end.
  constexpr double kMaxGrowth = 3;
  const double width = std::ceil(extent.right - extent.left);
  const double height = std::ceil(extent.bottom - extent.top);
  if (!(width * height <= kMaxGrowth * static_cast<double>(raster.pixels.size()))) return {};
  upright.origin = {extent.left, extent.top};
  upright.image.width = static_cast<int>(width);
  upright.image.height = static_cast<int>(height);
  upright.image.pixels.reserve(static_cast<std::size_t>(upright.image.width) *
                               static_cast<std::size_t>(upright.image.height));
  for (int row = 0; row < upright.image.height; ++row) {
    for (int column = 0; column < upright.image.width; ++column)
      upright.image.pixels.push_back(PixelAt(raster, upright.InRaster({column + 0.5, row + 0.5})));
  }
  return upright;
}

void CompareRecognisedWords(const DocumentContent& content, PageDrawer& drawer, SealReport& seal) {
  const Page* page = PageOfSeal(content, seal);
  if (page == nullptr || seal.axes.document != DocumentAxis::kNotCompared ||
      !page::IsWorthRecognising(*seal.claims, *page, seal.printed))
    return;
  const UprightPage upright = TurnUpright(page->raster.image, page->raster.InImage(seal.corners));
  if (upright.image.pixels.empty()) return;
  const auto recognised = drawer.Recognise(upright.image);
  if (recognised.empty()) return;
  page::CheckedPage checked;
  checked.axis = seal.axes.document;
  checked.printed = std::move(seal.printed);
  page::CompareRecognised(*seal.claims, PageOfWords(*page, recognised), checked);
  for (ComparedFact& compared : checked.printed) {
    if (compared.way == ComparisonWay::kRecognised && compared.box)
      compared.box = OnPage(*page, upright, *compared.box);
  }
  Apply(checked, &Axes::document, seal);
  seal.printed = std::move(checked.printed);
}

}  // namespace sceau::verify
