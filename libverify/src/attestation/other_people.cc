// SPDX-License-Identifier: Apache-2.0
#include "attestation/other_people.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "attestation/birth_date.h"
#include "attestation/name_words.h"

namespace sceau::attestation {
namespace {

// Shorter, the start of a name may be that of another.
constexpr std::size_t kMinLettersOfShortForm = 3;

// One issuer may have typed the month first.
bool HaveOtherBirthDates(const Subject& a, const Subject& b) {
  if (!IsBirthDate(a.birth_date) || !IsBirthDate(b.birth_date)) return false;
  const std::string& date = b.birth_date;
  const std::string month_last = date.substr(0, 4) + date.substr(6, 2) + date.substr(4, 2);
  return CompareBirthDates(a.birth_date, date) == BirthDateLikeness::kDiffers &&
         CompareBirthDates(a.birth_date, month_last) == BirthDateLikeness::kDiffers;
}

// The words among which the given names are. Without a birth name a paper follows no register, and
// its issuer may have mixed up the places.
std::vector<NameWord> WordsWithGivenNames(const Subject& subject) {
  std::vector<NameWord> words = WordsOf(subject.given_names);
  if (!subject.birth_name.empty()) return words;
  const auto add = [&](std::string_view text) {
    const std::vector<NameWord> more = WordsOf(text);
    words.insert(words.end(), more.begin(), more.end());
  };
  add(subject.whole_name);
  if (subject.name_in_use) add(*subject.name_in_use);
  return words;
}

// "J" and "ALEX" may be short for "JEAN" and "ALEXANDRE".
bool MayBeShortFor(std::string_view start, std::string_view name) {
  return (start.size() == 1 || start.size() >= kMinLettersOfShortForm) && name.starts_with(start);
}

bool MayBeSameWord(const NameWord& a, const NameWord& b) {
  const std::string& one = a.spellings.front();
  const std::string& other = b.spellings.front();
  return HaveCommonSpelling(a.spellings, b.spellings) ||
         AreOneLetterApart(a.spellings, b.spellings) || MayBeShortFor(one, other) ||
         MayBeShortFor(other, one);
}

bool MayShareGivenName(const Subject& a, const Subject& b) {
  const std::vector<NameWord> words = WordsWithGivenNames(a);
  const std::vector<NameWord> others = WordsWithGivenNames(b);
  return words.empty() || others.empty() || std::ranges::any_of(words, [&](const NameWord& word) {
           return std::ranges::any_of(
               others, [&](const NameWord& other) { return MayBeSameWord(word, other); });
         });
}

bool IsOtherPerson(const Subject& a, const Subject& b) {
  if (HaveOtherBirthDates(a, b)) return true;
  return a.is_name_complete && b.is_name_complete && !MayShareGivenName(a, b);
}

}  // namespace

bool AreOtherPeople(const Claims& a, const Claims& b) {
  if (a.subjects.empty() || b.subjects.empty() || a.names_not_all || b.names_not_all) return false;
  return std::ranges::all_of(a.subjects, [&](const Subject& one) {
    return std::ranges::all_of(b.subjects,
                               [&](const Subject& other) { return IsOtherPerson(one, other); });
  });
}

}  // namespace sceau::attestation
