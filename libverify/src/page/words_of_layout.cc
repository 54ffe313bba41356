// SPDX-License-Identifier: Apache-2.0
#include "page/words_of_layout.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "page/laid_out_page.h"
#include "page/letter_edits.h"
#include "page/printed_page.h"
#include "page/spelling.h"
#include "page/words_in_place.h"

namespace sceau::page {
namespace {

constexpr std::size_t kMaxEdits = 600;       // another person's page has some 300
constexpr std::size_t kMinKeptPercent = 60;  // of the letters of the layout

using FactOrNone = std::optional<FactKey>;

std::vector<const PrintedWord*> WordOfEachLetter(const PrintedPage& page) {
  std::vector<const PrintedWord*> words;
  for (const PrintedLine& line : page.lines()) {
    for (const PrintedWord& word : line) words.insert(words.end(), word.letters.size(), &word);
  }
  return words;
}

// What of the edits between both pages is certain.
class LayoutComparison {
 public:
  LayoutComparison(const Page& page, const PrintedPage& seen, const LaidOutPage& laid_out,
                   const PrintedPage& expected, const LetterEdits& edits)
      : page_(page), expected_(expected.letters()), edits_(edits), seen_(WordOfEachLetter(seen)) {
    for (const PrintedWord* word : WordOfEachLetter(expected))
      facts_.push_back(laid_out.FactOf(*word));
    used_.resize(edits.added.size());
  }

  WordsOfPage Run() {
    const std::size_t size = facts_.size();
    for (std::size_t first = 0, end = 0; first < size; first = end) {
      const bool of_facts = facts_[first].has_value();
      while (end < size && facts_[end].has_value() == of_facts) ++end;
      if (of_facts) CompareFacts(first, end);
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (!facts_[i] && !edits_.kept[i]) fixed_missing_ = true;
    }
    for (std::size_t at = 0; at < edits_.added.size(); ++at) {
      if (!used_[at] && !edits_.added[at].empty()) found_.added = true;
    }
    if (fixed_missing_ && !found_.replaced.empty()) {  // then nothing says what stands where
      found_.replaced.clear();
      found_.added = true;
    }
    found_.missing = found_.missing || fixed_missing_;
    return std::move(found_);
  }

 private:
  std::vector<const PrintedWord*> WordsAdded(std::size_t first, std::size_t end) const {
    std::vector<const PrintedWord*> words;
    for (std::size_t at = first; at <= end; ++at) {
      for (const std::size_t letter : edits_.added[at]) {
        if (words.empty() || words.back() != seen_[letter]) words.push_back(seen_[letter]);
      }
    }
    return words;
  }

  // Values that follow each other without a label between them, such as a row of a table.
  void CompareFacts(std::size_t first, std::size_t end) {
    std::vector<FactKey> short_of;  // facts of which letters are missing
    std::string gone;
    for (std::size_t i = first; i < end; ++i) {
      if (edits_.kept[i]) continue;
      gone += expected_[i];
      if (std::ranges::find(short_of, *facts_[i]) == short_of.end()) short_of.push_back(*facts_[i]);
    }
    if (short_of.empty()) return;
    const std::vector<const PrintedWord*> words = WordsAdded(first, end);
    if (words.empty()) {
      found_.missing = true;
      return;
    }
    for (std::size_t at = first; at <= end; ++at) used_[at] = true;
    if (!std::ranges::all_of(words, &PrintedWord::shown)) return;
    if (!AreOfOneSort(gone, words) || !HidesNothing()) {
      found_.missing = found_.added = true;
      return;
    }
    for (const FactKey fact : short_of) AddReplaced(fact, words);
  }

  void AddReplaced(FactKey fact, const std::vector<const PrintedWord*>& words) {
    std::vector<PrintedWord> copies;
    std::string text;
    for (const PrintedWord* word : words) {
      copies.push_back(*word);
      text += (text.empty() ? "" : " ") + word->text;
    }
    found_.replaced.push_back({fact, BoxOf(copies), std::move(text)});
  }

  // A note or a stamp that covers a number rarely is one itself.
  static bool AreOfOneSort(std::string_view gone, const std::vector<const PrintedWord*>& words) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_plain = [&](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
    const bool digits = std::ranges::all_of(gone, is_digit);
    return std::ranges::all_of(gone, is_plain) &&
           std::ranges::all_of(words, [&](const PrintedWord* word) {
             return digits ? std::ranges::all_of(word->letters, is_digit)
                           : std::ranges::all_of(word->letters, is_plain);
           });
  }

  // What is painted over may be a stamp's ground, and what is new the stamp's.
  bool HidesNothing() const {
    return std::ranges::none_of(page_.words, [](const Word& word) {
      return word.sight == Sight::kHidden && !LettersOf(word.text).empty();
    });
  }

  const Page& page_;
  const Letters& expected_;
  const LetterEdits& edits_;
  std::vector<const PrintedWord*> seen_;  // by letter
  std::vector<FactOrNone> facts_;         // of each letter that is expected
  std::vector<bool> used_;                // of LetterEdits::added: in place of a value
  bool fixed_missing_ = false;
  WordsOfPage found_;
};

// Nothing where hardly the layout's page is seen.
std::optional<WordsOfPage> Compare(const Page& page, const PrintedPage& seen,
                                   const LaidOutPage& laid_out, const PrintedPage& expected) {
  if (!seen.is_whole()) return std::nullopt;
  WordsOfPage found;
  found.of_layout = true;
  found.as_laid_out = seen.letters() == expected.letters();
  if (found.as_laid_out) return found;
  const auto edits = EditsBetween(expected.letters(), seen.letters(), kMaxEdits);
  if (!edits) return std::nullopt;
  const auto kept = static_cast<std::size_t>(std::ranges::count(edits->kept, true));
  if (100 * kept < kMinKeptPercent * edits->kept.size()) return std::nullopt;
  found = LayoutComparison(page, seen, laid_out, expected, *edits).Run();
  found.of_layout = true;
  return found;
}

// Without the words that may be seen or not.
Page SurePart(const Page& page) {
  Page sure;
  std::ranges::copy_if(page.words, std::back_inserter(sure.words),
                       [](const Word& word) { return word.sight != Sight::kUnsure; });
  return sure;
}

// Another spelling is a text more and one less: the layout prints what the seal says as it says it.
void AddRespelled(Respelling respelling, WordsOfPage& found) {
  if (!respelling.any) return;
  found.as_laid_out = false;
  found.missing = found.added = respelling.shown;
  found.respelled = std::move(respelling.facts);
}

}  // namespace

WordsOfPage HoldWordsAgainstLayout(const Claims& claims, const Page& page, const Symbol& symbol) {
  const auto laid_out = LaidOutPage::For(claims, symbol);
  if (!laid_out) return {};
  const PrintedPage expected(laid_out->words());
  const PrintedPage seen(page);
  std::optional<WordsOfPage> found = Compare(page, seen, *laid_out, expected);
  if (!found) return {};
  if (found->as_laid_out) {
    if (page.letters_are_proven) AddRespelled(FindRespelling(seen, *laid_out, expected), *found);
    found->as_laid_out =
        found->as_laid_out && page.has_only_words && AreInPlace(page, *laid_out, symbol);
    return *std::move(found);
  }
  // What is missing is so whatever may be seen; what is added is so only where it is shown.
  const Page sure_part = SurePart(page);
  const auto sure = Compare(sure_part, PrintedPage(sure_part), *laid_out, expected);
  found->added = sure && sure->added;
  if (!page.letters_are_proven) found->replaced.clear();
  return *std::move(found);
}

}  // namespace sceau::page
