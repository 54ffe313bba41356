// SPDX-License-Identifier: Apache-2.0
#include "page/spelling.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "attestation/normal_form.h"
#include "base/text.h"

namespace sceau::page {
namespace {

constexpr std::u32string_view kDashes = U"\u00AD\u2010\u2011\u2012\u2013\u2212";
constexpr std::u32string_view kSpaces = U" \u00A0\u2009\u202F";

// The words of a page one after the other, taken by as many letters as are wanted.
class WordsInOrder {
 public:
  explicit WordsInOrder(const PrintedPage& page) {
    for (const PrintedLine& line : page.lines()) {
      for (const PrintedWord& word : line) words_.push_back(&word);
    }
  }

  bool AtEnd() const { return next_ == words_.size(); }
  std::size_t letters_taken() const { return letters_; }
  const std::vector<const PrintedWord*>& taken() const { return taken_; }

  void Begin() { taken_.clear(); }
  void Take() {
    letters_ += words_[next_]->letters.size();
    taken_.push_back(words_[next_++]);
  }
  // What has no letters behind the last word, such as a closing quotation mark.
  void TakeMarks() {
    while (!AtEnd() && words_[next_]->letters.empty()) Take();
  }

  std::u32string Spelling() const {
    std::string text;
    for (const PrintedWord* word : taken_) text += word->text;
    return SpellingOf(text);
  }

 private:
  std::vector<const PrintedWord*> words_;
  std::vector<const PrintedWord*> taken_;
  std::size_t next_ = 0;
  std::size_t letters_ = 0;
};

}  // namespace

std::u32string SpellingOf(std::string_view text) {
  const auto characters = DecodeUtf8(attestation::ToNfc(text));
  std::u32string spelling;
  for (const char32_t c : characters.value_or(std::u32string())) {
    if (kSpaces.find(c) == kSpaces.npos) spelling += kDashes.find(c) == kDashes.npos ? c : U'-';
  }
  return spelling;
}

Respelling FindRespelling(const PrintedPage& seen, const LaidOutPage& laid_out,
                          const PrintedPage& expected) {
  Respelling found;
  WordsInOrder own(expected);
  WordsInOrder others(seen);
  while (!own.AtEnd()) {
    own.Begin();
    others.Begin();
    do {  // until both have taken as many letters: programs break words in other places
      WordsInOrder& behind = own.letters_taken() <= others.letters_taken() ? own : others;
      if (behind.AtEnd()) break;
      behind.Take();
    } while (own.letters_taken() != others.letters_taken());
    own.TakeMarks();
    others.TakeMarks();
    if (own.Spelling() == others.Spelling()) continue;
    found.any = true;
    found.shown = found.shown && std::ranges::all_of(others.taken(), &PrintedWord::shown);
    for (const PrintedWord* word : own.taken()) {
      const std::optional<FactKey> fact = laid_out.FactOf(*word);
      if (fact && std::ranges::find(found.facts, *fact) == found.facts.end())
        found.facts.push_back(*fact);
    }
  }
  return found;
}

}  // namespace sceau::page
