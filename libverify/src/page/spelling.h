// SPDX-License-Identifier: Apache-2.0
// How the words of a page are written: accents, capitals and punctuation, which LettersOf() folds
// away.
#ifndef SCEAU_PAGE_SPELLING_H_
#define SCEAU_PAGE_SPELLING_H_

#include <string>
#include <string_view>
#include <vector>

#include "page/laid_out_page.h"
#include "page/printed_page.h"

namespace sceau::page {

// The characters of a text, composed, each dash as a hyphen and without spaces: fonts and programs
// exchange those, and nobody sees it.
std::u32string SpellingOf(std::string_view text);

// What the page writes otherwise than its layout, of pages whose PrintedPage::letters() are alike.
struct Respelling {
  bool any = false;
  bool shown = true;  // all of it, for certain
  std::vector<FactKey> facts{};
};
Respelling FindRespelling(const PrintedPage& seen, const LaidOutPage& laid_out,
                          const PrintedPage& expected);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_SPELLING_H_
