// SPDX-License-Identifier: Apache-2.0
// What a reader finds in a document: pages, their pixels, symbols and words.
#ifndef SCEAU_BASE_PAGE_H_
#define SCEAU_BASE_PAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "sceau/report.h"

namespace sceau {

// Whether every viewer shows a page as it was read or drawn.
enum class Showing {
  kAlike = 0,
  kUnchecked,  // a damaged file, which viewers repair in ways of their own, or colours by a profile
  kDiffers,    // the file holds what some viewers show and others do not
};

// 8-bit luminance, rows from the top, 0 = black. An empty image has no pixels and no size.
struct PageImage {
  int width = 0;
  int height = 0;
  Bytes pixels;      // width * height
  bool cut = false;  // the file ended before the picture did: the rest is of one grey
  Showing showing = Showing::kAlike;  // of a picture file
};

// A view of 8-bit luminance; `stride` is the distance of two rows in bytes. The pixels must outlive
// it.
struct ImageView {
  const std::uint8_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  std::ptrdiff_t stride = 0;
};
inline ImageView View(const PageImage& image) {
  return {image.pixels.data(), image.width, image.height, image.width};
}

enum class Symbology { kQrCode, kDataMatrix, kText };
inline std::string_view SymbologyName(Symbology symbology) {
  switch (symbology) {
    case Symbology::kQrCode:
      return "QRCode";
    case Symbology::kDataMatrix:
      return "DataMatrix";
    case Symbology::kText:
      return "Text";
  }
  return "Text";
}

struct Symbol {
  Symbology symbology = Symbology::kText;
  Bytes payload;
  Corners corners{};
  bool hidden = false;  // the file holds it, but the page does not show it
};

// Whether a reader of the page sees what stands at a place of it.
enum class Sight { kUnsure = 0, kShown, kHidden };

// One word of a PDF's text layer, UTF-8, with its box in the same pixels as the symbols.
struct Word {
  std::string text;
  Point top_left;
  Point bottom_right;
  Sight sight = Sight::kUnsure;
};

enum class TextSource {
  kNone,     // an image, or a page without text
  kPrinted,  // the text that draws the page
  kOcr,      // a hidden layer that a machine read off a scan: it may be wrong and is not compared
};

// A page as it is seen, in grey pixels fine enough to compare its print with what a seal on it
// says. Without pixels where none were taken.
struct PageRaster {
  PageImage image;
  double scale = 1;  // of the image's coordinates to the page's
  // By this program, from letters and shapes: without noise, unlike the picture of a sheet.
  bool drawn = false;

  bool empty() const { return image.pixels.empty(); }
  // Where a point of the page lies in the image; both count from the outer corner of the first
  // pixel.
  Point InImage(Point on_page) const { return {on_page.x * scale, on_page.y * scale}; }
  Corners InImage(const Corners& on_page) const {
    return {InImage(on_page[0]), InImage(on_page[1]), InImage(on_page[2]), InImage(on_page[3])};
  }
};

struct Page {
  int number = 1;  // from 1
  int width = 0;   // pixels that symbols and words refer to
  int height = 0;
  std::vector<Symbol> symbols;
  TextSource text_source = TextSource::kNone;
  std::vector<Word> words;
  // Each letter that may be seen is drawn as the words say, of an empty page none. Elsewhere a font
  // may draw another one.
  bool letters_are_proven = false;
  // Beside words, only symbols, rules and plain areas are painted: nothing that may show a value
  // too.
  bool has_only_words = false;
  Showing showing = Showing::kAlike;
  PageRaster raster;
};

struct DocumentContent {
  std::vector<Page> pages;
};

}  // namespace sceau

#endif  // SCEAU_BASE_PAGE_H_
