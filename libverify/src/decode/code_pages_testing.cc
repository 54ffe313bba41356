// SPDX-License-Identifier: Apache-2.0
#include "decode/code_pages_testing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "barcode/write/write_symbol.h"
#include "document/document.h"
#include "fmt/format.h"

namespace sceau::decode::code_pages {
namespace {

std::vector<Symbol> ByDrawing(const Bytes& pdf) {
  const auto document = document::OpenDocument(pdf, Limits{});
  const auto image = (*document)->ReadPage(0);
  return barcode::ReadSymbols(View(*image), {})->symbols;
}

Point Centre(const Symbol& symbol) {
  Point centre;
  for (const Point p : symbol.corners) {
    centre.x += p.x / 4;
    centre.y += p.y / 4;
  }
  return centre;
}

// The one symbol of the page, read in the way that the case says.
void FindTheOne(const PageCase& c, const Bytes& pdf, Symbol& symbol) {
  EXPECT_EQ(IsReadWithoutDrawing(pdf), !c.drawn);
  const PageSymbols found = Find(pdf);
  ASSERT_EQ(found.symbols.size(), 1U);
  symbol = found.symbols[0];
  EXPECT_EQ(AsText(symbol.payload), kPayload);
}

}  // namespace

Modules Code(Symbology symbology) {
  const auto written = barcode::WriteSymbol(symbology, AsBytes(kPayload));
  EXPECT_TRUE(written.ok());
  Modules modules{written->size, {}};
  for (int y = 0; y < written->size; ++y) {
    for (int x = 0; x < written->size; ++x) modules.dark.push_back(written->at(x, y));
  }
  return modules;
}

std::string Rectangles(double left, double bottom) {
  return EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re\n", x, y); }, left,
                    bottom) +
         "f\n";
}

std::string Samples(int bits, bool inverted, const Modules& code) {
  std::string hex;
  for (int y = 0; y < code.size; ++y) {
    unsigned byte = 0;
    int filled = 0;
    for (int x = 0; x < code.size; ++x) {
      const unsigned value = code.at(x, y) != inverted ? 0U : (1U << bits) - 1;
      byte = byte << bits | value;
      filled += bits;
      if (filled == 8 || x + 1 == code.size) {
        hex += fmt::format("{:02X}", byte << (8 - filled) & 0xFFU);
        byte = 0;
        filled = 0;
      }
    }
  }
  return hex + ">";
}

std::string Inline(const std::string& entries, const std::string& data, const std::string& matrix) {
  const int side = Code().size;
  return fmt::format("q {} cm BI /W {} /H {} /F /AHx {} ID {}\nEI Q\n", matrix, side, side, entries,
                     data);
}

std::string GrayImage(const std::string& matrix) {
  return Inline("/BPC 8 /CS /G", Samples(8, false), matrix);
}

PageSymbols Find(const Bytes& pdf) {
  auto document = document::OpenDocument(pdf, Limits{});
  EXPECT_TRUE(document.ok()) << document.status();
  if (!document.ok()) return {};
  EmptyParts empty;
  auto found = FindSymbols(**document, 0, Depth::kSearch, {}, empty);
  EXPECT_TRUE(found.ok()) << found.status();
  return found.ok() ? *found : PageSymbols{};
}

bool IsReadWithoutDrawing(const Bytes& pdf) {
  const auto document = document::OpenDocument(pdf, Limits{});
  const auto parts = (*document)->OpenParts(0);
  if (!parts.ok() || *parts == nullptr || !(*parts)->understood()) return false;
  for (std::size_t i = 0; i < (*parts)->count(); ++i) {
    const auto part = (*parts)->Read(i);
    if (!part.ok()) return false;
    const auto read = barcode::ReadSymbols(View(part->image), {});
    for (Symbol symbol : read->symbols) {
      for (Point& corner : symbol.corners) corner = part->OnPage(corner);
      if ((*parts)->SightOf(i, symbol.corners) == Sight::kUnsure) return false;
    }
  }
  return true;
}

void ExpectIsShown(const PageCase& c) {
  const Bytes pdf = document::testing::MakePdf({c.page}, "", c.extras);
  Symbol symbol;
  ASSERT_NO_FATAL_FAILURE(FindTheOne(c, pdf, symbol));
  EXPECT_FALSE(symbol.hidden);
  const std::vector<Symbol> drawn = ByDrawing(pdf);
  if (drawn.empty()) return;  // finer than 200 dpi shows
  EXPECT_NEAR(Centre(symbol).x, Centre(drawn[0]).x, 2);
  EXPECT_NEAR(Centre(symbol).y, Centre(drawn[0]).y, 2);
}

void ExpectIsHidden(const PageCase& c) {
  Symbol symbol;
  ASSERT_NO_FATAL_FAILURE(
      FindTheOne(c, document::testing::MakePdf({c.page}, "", c.extras), symbol));
  EXPECT_TRUE(symbol.hidden);
}

}  // namespace sceau::decode::code_pages
