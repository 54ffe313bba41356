// SPDX-License-Identifier: Apache-2.0
#include "attestation/name_words.h"

#include <algorithm>
#include <array>

#include "attestation/compare_holder.h"
#include "attestation/normal_form.h"
#include "base/text.h"

namespace sceau::attestation {
namespace {

// Room for three letters with three spellings each, and some to spare. What is beyond it is spelt
// plainly.
constexpr std::size_t kMaxSpellings = 48;
constexpr std::size_t kMinLettersOfSlip = 4;  // of the longer word: Léa is not Léo

struct OtherSpelling {
  char32_t letter;  // small and capital differ by 0x20, or by 1 from U+0100 on
  std::string_view letters;
};
// Spellings beside the plain ones of FoldName(): those of ICAO 9303-3 §6.A, and those of German and
// Nordic forms.
constexpr auto kOtherSpellings = std::to_array<OtherSpelling>({{0xC4, "AE"},
                                                               {0xC5, "AA"},
                                                               {0xC6, "A"},
                                                               {0xD1, "NXX"},
                                                               {0xD6, "OE"},
                                                               {0xD8, "OE"},
                                                               {0xDC, "UE"},
                                                               {0xDC, "UXX"},
                                                               {0x150, "OE"},
                                                               {0x152, "O"},
                                                               {0x170, "UE"}});

bool IsLetter(const OtherSpelling& other, char32_t c) {
  return c == other.letter || c == other.letter + (other.letter < 0x100 ? 0x20 : 1);
}

// Appends each of `ways` to each of `spellings`; only the first one when that would make too many.
void Extend(Spellings& spellings, std::span<const std::string> ways) {
  const std::size_t taken = spellings.size() * ways.size() > kMaxSpellings ? 1 : ways.size();
  Spellings longer;
  longer.reserve(spellings.size() * taken);
  for (const std::string& way : ways.first(taken)) {
    for (const std::string& start : spellings) longer.push_back(start + way);
  }
  spellings = std::move(longer);
}

Spellings SpellingsOf(std::u32string_view word) {
  Spellings spellings = {""};
  for (char32_t c : word) {
    Spellings ways = {FoldName(EncodeUtf8(std::u32string_view(&c, 1)))};
    for (const OtherSpelling& other : kOtherSpellings) {
      if (IsLetter(other, c)) ways.emplace_back(other.letters);
    }
    Extend(spellings, ways);
  }
  if (spellings.front() == "ST") return {"SAINT"};
  if (spellings.front() == "STE") return {"SAINTE"};
  return spellings;
}

// Joins two words into one name.
bool IsJoiner(char32_t c) {
  constexpr std::u32string_view kSpaces = U" \t\r\n\u00A0\u1680\u205F\u202F\u3000,;<>/|()[]:_";
  return kSpaces.find(c) == kSpaces.npos && !(c >= 0x2000 && c <= 0x200A);
}

bool IsOneEdit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() < kMinLettersOfSlip || b.size() - a.size() > 1) return false;
  const auto start = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  a.remove_prefix(start);
  b.remove_prefix(start);
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.empty()) return false;
  if (a.substr(1) == b.substr(1)) return true;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

}  // namespace

std::vector<NameWord> WordsOf(std::string_view utf8) {
  const auto decoded = DecodeUtf8(ToNfc(utf8));
  std::vector<NameWord> words;
  if (!decoded) return words;
  std::u32string word;
  bool starts_name = true;
  const auto finish = [&] {
    Spellings spellings = SpellingsOf(word);
    word.clear();
    if (spellings.front().empty()) return;
    words.push_back({std::move(spellings), starts_name});
    starts_name = false;
  };
  for (char32_t c : *decoded) {
    if (!IsBetweenWords(c)) {
      word.push_back(c);
      continue;
    }
    finish();
    starts_name = starts_name || !IsJoiner(c);
  }
  finish();
  return words;
}

Spellings Join(Words words) {
  Spellings joined = {""};
  for (const NameWord& word : words) Extend(joined, word.spellings);
  return joined;
}

bool HaveCommonSpelling(const Spellings& a, const Spellings& b) {
  return std::ranges::any_of(
      a, [&b](const std::string& spelling) { return std::ranges::find(b, spelling) != b.end(); });
}

bool IsSpelt(const NameWord& word, std::span<const std::string_view> plain) {
  return std::ranges::find(plain, word.spellings.front()) != plain.end();
}

bool AreOneLetterApart(const Spellings& a, const Spellings& b) {
  return std::ranges::any_of(a, [&b](const std::string& one) {
    return std::ranges::any_of(b,
                               [&one](const std::string& other) { return IsOneEdit(one, other); });
  });
}

}  // namespace sceau::attestation
