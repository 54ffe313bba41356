// SPDX-License-Identifier: Apache-2.0
// The symbols of one page: of what it is made of where that is known, of its drawing elsewhere.
#ifndef SCEAU_DECODE_FIND_SYMBOLS_H_
#define SCEAU_DECODE_FIND_SYMBOLS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "barcode/read/read_symbols.h"
#include "base/page.h"
#include "document/document.h"

namespace sceau::decode {

struct PageSymbols {
  int width = 0;  // of the page, pixels
  int height = 0;
  std::vector<Symbol> symbols;
  bool out_of_time = false;
  // Small pictures were looked at as what a program draws: a capture among them may still be read
  // by a search.
  bool glanced = false;
  // What kept a part of the page from being read, though the rest was.
  absl::Status problem;
};

// Pictures of one document in which no symbol was found: a logo stands on each page, and searching
// it costs more than all else. Known by what PageParts::NameOf() says, or pixel by pixel.
class EmptyParts {
 public:
  bool Holds(const std::string& name) const;
  bool Holds(const PageImage& image) const;
  // `searched`: with all that there is, not only glanced at.
  void Add(const std::string& name, bool searched);
  void Add(PageImage image);
  // Those whose names say that they were searched are kept.
  void ForgetGlanced();

 private:
  std::map<std::string, bool> names_;  // and whether it was searched
  std::vector<PageImage> images_;
};

// Most small pictures in a PDF are drawn, and most of those are not codes: logos. To search each as
// a capture would cost more than all else.
enum class Depth {
  kGlance,
  kSearch,
  kDrawing,  // the page as it is drawn, whatever it is made of
};

absl::StatusOr<PageSymbols> FindSymbols(document::Document& document, int index, Depth depth,
                                        const barcode::ReadOptions& options, EmptyParts& empty);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_FIND_SYMBOLS_H_
