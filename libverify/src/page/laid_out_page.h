// SPDX-License-Identifier: Apache-2.0
// The page that is laid out from the claims of a seal, as a reader of the page would give it.
#ifndef SCEAU_PAGE_LAID_OUT_PAGE_H_
#define SCEAU_PAGE_LAID_OUT_PAGE_H_

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/page.h"
#include "layout/page_drawing.h"
#include "page/printed_page.h"
#include "sceau/claims.h"

namespace sceau::page {

struct LaidOutLine {
  Box box;  // in points
  Letters letters;
};

class LaidOutPage {
 public:
  // Nothing for a layout that we do not know, or a symbol that none of our pages has.
  static std::optional<LaidOutPage> For(const Claims& claims, const Symbol& symbol);

  const Page& words() const { return words_; }  // in points
  const std::vector<LaidOutLine>& lines() const { return lines_; }
  const layout::CodePlace& code() const { return code_; }
  // Of a word of words(), as PrintedPage has it.
  std::optional<FactKey> FactOf(const PrintedWord& word) const;

 private:
  void Add(const layout::TextRun& run);

  Page words_;
  std::vector<LaidOutLine> lines_;
  layout::CodePlace code_;
  std::map<std::pair<double, double>, std::optional<FactKey>> facts_;  // by where a word begins
};

}  // namespace sceau::page

#endif  // SCEAU_PAGE_LAID_OUT_PAGE_H_
