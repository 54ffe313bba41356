// SPDX-License-Identifier: Apache-2.0
// Splits a name into words, each in every spelling that it takes where accents are lost.
#ifndef SCEAU_ATTESTATION_NAME_WORDS_H_
#define SCEAU_ATTESTATION_NAME_WORDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sceau::attestation {

// The plain one first: "MULLER", "MUELLER", "MUXXLLER" of "Müller" (ICAO 9303-3 §6).
using Spellings = std::vector<std::string>;

struct NameWord {
  Spellings spellings;
  bool starts_name = true;  // after a space or a comma; not after a hyphen or an apostrophe alone

  bool operator==(const NameWord&) const = default;
};
using Words = std::span<const NameWord>;

// Spaces, hyphens, apostrophes, dots, commas, brackets and fillers in their many forms.
bool IsBetweenWords(char32_t c);

// Returns the words in upper case without marks; "ST" becomes "SAINT".
std::vector<NameWord> WordsOf(std::string_view utf8);

// The spellings of the words when they are written as one.
Spellings Join(Words words);

bool HaveCommonSpelling(const Spellings& a, const Spellings& b);
bool IsSpelt(const NameWord& word, std::span<const std::string_view> plain);

// True when two spellings of four letters or more differ by one letter: another one, one too many
// or too few, or two that changed places.
bool AreOneLetterApart(const Spellings& a, const Spellings& b);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_NAME_WORDS_H_
