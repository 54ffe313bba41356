// SPDX-License-Identifier: Apache-2.0
// Finds the symbols of one page: in its parts where those are known, in a drawing of it elsewhere.
#ifndef SCEAU_DECODE_FIND_SYMBOLS_H_
#define SCEAU_DECODE_FIND_SYMBOLS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "barcode/read/read_symbols.h"
#include "base/page.h"
#include "decode/take_raster.h"
#include "document/document.h"

namespace sceau::decode {

struct PageSymbols {
  int width = 0;  // of the page, pixels
  int height = 0;
  std::vector<Symbol> symbols;
  bool out_of_time = false;
  // Small pictures were only searched as something that a program drew: a search as a capture may
  // still read a symbol in one of them.
  bool glanced = false;
  // Its pixels show nothing at all. A picture that stood on a page before is not looked at again.
  bool blank = false;
  // What kept a part of the page from being read, though the rest was.
  absl::Status problem;
  // Of a page that shows a seal, as RasterWish says.
  PageRaster raster;
};

// Pictures of one document in which no symbol was found, such as a logo on each page, whose search
// would cost more than everything else. They are known by PageParts::NameOf(), or pixel by pixel.
// Pages that were drawn in vain are among them: drawn again, they would look the same.
class EmptyParts {
 public:
  bool Holds(const std::string& name) const;
  bool Holds(const PageImage& image) const;
  // `searched`: as a capture, not only glanced at.
  void Add(const std::string& name, bool searched);
  void Add(PageImage image);
  bool HoldsDrawing(int page) const { return drawings_.contains(page); }
  void AddDrawing(int page) { drawings_.insert(page); }
  // Those whose names say that they were searched are kept, and the drawings.
  void ForgetGlanced();

 private:
  std::map<std::string, bool> names_;  // and whether it was searched
  std::vector<PageImage> images_;
  std::set<int> drawings_;
};

// Most small pictures in a PDF are drawn, and most of those are not codes: logos. To search each as
// a capture would cost more than all else.
enum class Depth {
  kGlance,
  kSearch,
  kDrawing,  // the page as it is drawn, whatever it is made of
};

absl::StatusOr<PageSymbols> FindSymbols(document::Document& document, int index, Depth depth,
                                        const barcode::ReadOptions& options, EmptyParts& empty,
                                        const RasterWish& wish = {});

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_FIND_SYMBOLS_H_
