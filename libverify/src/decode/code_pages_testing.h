// SPDX-License-Identifier: Apache-2.0
// For tests: PDF pages that show one code, painted in some manner, and what is found on them.
#ifndef SCEAU_DECODE_CODE_PAGES_TESTING_H_
#define SCEAU_DECODE_CODE_PAGES_TESTING_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/page.h"
#include "decode/find_symbols.h"
#include "document/pdf/testing.h"

namespace sceau::decode::code_pages {

inline constexpr char kBox[] = "[0 0 200 200]";
inline constexpr char kPayload[] = "SOME PAYLOAD 0123456789";

struct Modules {
  int size = 0;
  std::vector<bool> dark;
  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
};

Modules Code(Symbology symbology = Symbology::kQrCode);

// Something for each dark module, whose lower left corner is at (x, y) and whose side is 2.
template <typename Draw>
std::string EachModule(const Draw& draw, double left = 60, double bottom = 60) {
  const Modules code = Code();
  std::string content;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (code.at(x, y)) content += draw(left + 2 * x, bottom + 2 * (code.size - 1 - y));
    }
  }
  return content;
}

// Those of EachModule(), as one path that is filled.
std::string Rectangles(double left = 60, double bottom = 60);

// A picture of the code without a margin, a hexadecimal digit pair a pixel row's byte.
std::string Samples(int bits, bool inverted, const Modules& code = Code());
// At (60, 60), 80 points wide.
std::string Inline(const std::string& entries, const std::string& data,
                   const std::string& matrix = "80 0 0 80 60 60");
std::string GrayImage(const std::string& matrix = "80 0 0 80 60 60");

PageSymbols Find(const Bytes& pdf);
// True when the page is understood, and nothing is left to be seen by drawing it.
bool IsReadWithoutDrawing(const Bytes& pdf);

struct PageCase {
  const char* name;
  document::testing::PdfPage page;
  bool drawn = false;  // the page has to be drawn
  document::testing::PdfExtras extras = {};
};

// The one symbol of the page is found in the way that the case says, where the drawn page shows it.
void ExpectIsShown(const PageCase& c);
// It is found, and is not shown.
void ExpectIsHidden(const PageCase& c);

}  // namespace sceau::decode::code_pages

#endif  // SCEAU_DECODE_CODE_PAGES_TESTING_H_
