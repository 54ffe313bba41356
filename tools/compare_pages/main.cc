// SPDX-License-Identifier: Apache-2.0
// sceau-compare-pages RUNS FILE…: one line per PDF: taking its pages apart; doing so and searching
// the parts; drawing and searching each page; whether both ways find the same symbols, and how far
// apart. Milliseconds of processor time, the least of RUNS.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "barcode/read/read_symbols.h"
#include "base/file.h"
#include "decode/find_symbols.h"
#include "document/document.h"
#include "fmt/format.h"

namespace sceau {
namespace {

using Pages = std::vector<std::vector<Symbol>>;

double Processor() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Pages ByParts(ByteSpan bytes, const Limits& limits) {
  const auto document = document::OpenDocument(bytes, limits);
  Pages pages;
  decode::EmptyParts empty;
  for (int i = 0; document.ok() && i < (*document)->page_count(); ++i) {
    const auto found = decode::FindSymbols(**document, i, decode::Depth::kSearch, {}, empty);
    pages.push_back(found.ok() ? found->symbols : std::vector<Symbol>{});
  }
  return pages;
}

// Takes the pages apart, without the search.
std::size_t TakeApart(ByteSpan bytes, const Limits& limits) {
  const auto document = document::OpenDocument(bytes, limits);
  std::size_t pixels = 0;
  for (int i = 0; document.ok() && i < (*document)->page_count(); ++i) {
    const auto parts = (*document)->OpenParts(i);
    for (std::size_t k = 0; parts.ok() && *parts != nullptr && k < (*parts)->count(); ++k) {
      const auto part = (*parts)->Read(k);
      if (part.ok()) pixels += part->image.pixels.size();
    }
  }
  return pixels;
}

Pages ByDrawing(ByteSpan bytes, const Limits& limits) {
  const auto document = document::OpenDocument(bytes, limits);
  Pages pages;
  for (int i = 0; document.ok() && i < (*document)->page_count(); ++i) {
    const auto image = (*document)->ReadPage(i);
    if (!image.ok()) continue;
    const auto found = barcode::ReadSymbols(View(*image), {});
    pages.push_back(found.ok() ? found->symbols : std::vector<Symbol>{});
  }
  return pages;
}

// The distance in pixels between the same corner of both; nothing when the symbols differ.
std::optional<double> Distance(const Pages& a, const Pages& b) {
  double farthest = 0;
  if (a.size() != b.size()) return std::nullopt;
  for (std::size_t page = 0; page < a.size(); ++page) {
    if (a[page].size() != b[page].size()) return std::nullopt;
    for (std::size_t i = 0; i < a[page].size(); ++i) {
      if (a[page][i].payload != b[page][i].payload || a[page][i].hidden) return std::nullopt;
      for (std::size_t c = 0; c < 4; ++c) {
        const Point p = a[page][i].corners[c];
        const Point q = b[page][i].corners[c];
        farthest = std::max(farthest, std::hypot(p.x - q.x, p.y - q.y));
      }
    }
  }
  return farthest;
}

std::size_t Count(const Pages& pages) {
  std::size_t count = 0;
  for (const auto& page : pages) count += page.size();
  return count;
}

template <typename Read>
double Least(int runs, const Read& read) {
  double least = 1e9;
  for (int i = 0; i < runs; ++i) {
    const double start = Processor();
    read();
    least = std::min(least, Processor() - start);
  }
  return least;
}

void Compare(const std::string& name, int runs) {
  const Limits limits;
  const auto bytes = ReadFile(name, limits.document_bytes);
  if (!bytes.ok()) {
    fmt::print("{}: cannot be read\n", name);
    return;
  }
  Pages parts;
  Pages drawn;
  const double apart = Least(runs, [&] { TakeApart(*bytes, limits); });
  const double fast = Least(runs, [&] { parts = ByParts(*bytes, limits); });
  const double slow = Least(std::max(runs / 4, 1), [&] { drawn = ByDrawing(*bytes, limits); });
  const auto distance = Distance(parts, drawn);
  fmt::print("{:40} {:8.2f} {:8.2f} {:8.2f} {:7.1f}x  {} {} {}\n", name.substr(name.rfind('/') + 1),
             apart, fast, slow, slow / fast, Count(parts), Count(drawn),
             distance ? fmt::format("{:.1f} px", *distance) : "DIFFERENT");
}

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) {
  const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
  if (runs < 1) {
    fmt::print(stderr, "usage: sceau-compare-pages RUNS FILE...\n");
    return 2;
  }
  fmt::print("{:40} {:>8} {:>8} {:>8}\n", "", "apart", "parts", "drawn");
  for (int i = 2; i < argc; ++i) sceau::Compare(argv[i], runs);
  return 0;
}
