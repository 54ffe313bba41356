// SPDX-License-Identifier: Apache-2.0
// Is every word of a page one that its layout prints, and is every word of the layout on it?
#ifndef SCEAU_PAGE_WORDS_OF_LAYOUT_H_
#define SCEAU_PAGE_WORDS_OF_LAYOUT_H_

#include <string>
#include <vector>

#include "base/page.h"
#include "sceau/claims.h"

namespace sceau::page {

// Another value where the page should print this one.
struct ReplacedFact {
  FactKey fact;
  Box box{};
  std::string seen;
};

struct WordsOfPage {
  // Most letters of the layout stand on the page, in their order. All else is said only then.
  bool of_layout = false;
  // Letter for letter, line by line, each word in its place by the symbol, and nothing else
  // painted: nothing added, wiped or exchanged, however little.
  bool as_laid_out = false;
  // What certainly is so. A word that may be seen or not says nothing of either.
  bool missing = false;
  bool added = false;
  // Only where all that every page of the layout prints is there: letters of the value are missing,
  // and others of its sort stand in their place; the page hides no text that a reader could miss
  // there, and its letters are proven (Page::letters_are_proven).
  std::vector<ReplacedFact> replaced;
  // Facts that are written with other accents, capitals or punctuation, where all letters are there
  // and proven.
  std::vector<FactKey> respelled;
};

// Holds the words that may be seen on the page against the page that is laid out from the claims.
// Spacing does not count, and on a page whose letters are not proven accents, capitals and
// punctuation do not either. Facts are compared beside their labels, which cannot tell a second
// birth date behind the first one from a date that belongs there.
//
// `symbol` is that of the seal, on `page`. Nothing is said of a layout that we do not know. Takes
// some 0.5 ms, and some milliseconds where much differs.
WordsOfPage HoldWordsAgainstLayout(const Claims& claims, const Page& page, const Symbol& symbol);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_WORDS_OF_LAYOUT_H_
