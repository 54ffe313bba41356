// SPDX-License-Identifier: Apache-2.0
#include "attestation/family_name.h"

#include <algorithm>
#include <array>

namespace sceau::attestation {
namespace {

using Particles = std::span<const std::string_view>;

// Particles that people leave out at will, and with them the article behind: "DE LA TOUR", "LA
// TOUR", "TOUR".
constexpr auto kNobiliary = std::to_array<std::string_view>({"DE", "D", "DU", "DES"});
constexpr auto kArticles = std::to_array<std::string_view>({"LA", "LE", "L", "LES"});
// Particles that are part of the name, which some people leave out all the same.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"DE",   "D",   "DU",  "DES", "LA",    "LE",    "L",     "LES", "VON",   "VAN",
     "DER",  "DEN", "TEN", "TER", "ZU",    "ZUM",   "EL",    "AL",  "BEN",   "BENT",
     "BINT", "ABU", "DA",  "DI",  "DO",    "DOS",   "DAS",   "DEL", "DELLA", "DEI",
     "MAC",  "MC",  "O",   "SAN", "SANTA", "SAINT", "SAINTE"});

// Vitale cards print 27 characters of a name and identity cards 25; a space at the cut is lost.
constexpr std::size_t kMinCutLength = 24;
constexpr std::size_t kMaxCutLength = 27;

constexpr std::size_t kMinLettersOfPart = 3;

bool IsParticle(const NameWord& word) { return IsSpelt(word, kParticles); }

Words WithoutLeading(Words words, Particles particles) {
  while (words.size() > 1 && IsSpelt(words.front(), particles)) words = words.subspan(1);
  return words;
}

// "GAULLE (DE)", "TOUR (DE LA)".
Words WithoutTrailingNobiliary(Words words) {
  while (words.size() > 1 &&
         (IsSpelt(words.back(), kNobiliary) || IsSpelt(words.back(), kArticles)))
    words = words.first(words.size() - 1);
  return words;
}

// The name in full, without the nobiliary particle, and without the article behind it.
std::vector<Words> WithAndWithoutNobiliary(Words words) {
  std::vector<Words> forms = {words};
  const Words bare = WithoutLeading(WithoutTrailingNobiliary(words), kNobiliary);
  if (bare.size() == words.size()) return forms;
  forms.push_back(bare);
  forms.push_back(WithoutLeading(bare, kArticles));
  return forms;
}

bool AgreeButForNobiliary(Words asked, Words sealed) {
  for (const Words a : WithAndWithoutNobiliary(asked)) {
    const Spellings spellings = Join(a);
    for (const Words s : WithAndWithoutNobiliary(sealed)) {
      if (HaveCommonSpelling(spellings, Join(s))) return true;
    }
  }
  return false;
}

bool IsCutFrom(Words cut, Words whole) {
  const std::size_t length = PrintedLength(cut);
  if (length < kMinCutLength || length > kMaxCutLength) return false;
  const Spellings wholes = Join(whole);
  return std::ranges::any_of(Join(cut), [&](const std::string& start) {
    return std::ranges::any_of(
        wholes, [&](const std::string& spelling) { return spelling.starts_with(start); });
  });
}

// The names of a double name, each with its own particles: "DA SILVA", "DOS SANTOS". What a
// nobiliary particle joins is one name: "DE LA TOUR D'AUVERGNE".
std::vector<Words> PartsOf(Words words) {
  std::vector<Words> parts;
  for (std::size_t start = 0; start < words.size();) {
    if (!parts.empty() && IsSpelt(words[start], kNobiliary)) return {words};
    std::size_t end = start;
    while (end + 1 < words.size() && IsParticle(words[end])) ++end;
    parts.push_back(words.subspan(start, end + 1 - start));
    start = end + 1;
  }
  return parts;
}

bool IsSamePart(Words a, Words b) {
  const Spellings spellings = Join(WithoutLeading(a, kParticles));
  return spellings.front().size() >= kMinLettersOfPart &&
         HaveCommonSpelling(spellings, Join(WithoutLeading(b, kParticles)));
}

// True for one of the two names of a double name, or for both in the other order.
bool IsPartOf(Words part, Words whole) {
  const std::vector<Words> wholes = PartsOf(whole);
  return std::ranges::all_of(PartsOf(part), [&](Words one) {
    return std::ranges::any_of(wholes, [&](Words other) { return IsSamePart(one, other); });
  });
}

}  // namespace

Likeness CompareFamilyNames(Words asked, Words sealed, bool is_alone) {
  if (asked.empty() || sealed.empty()) return Likeness::kDiffers;
  if (HaveCommonSpelling(Join(WithParticlesFirst(asked)), Join(sealed)) ||
      AgreeButForNobiliary(asked, sealed) || IsCutFrom(asked, sealed) || IsCutFrom(sealed, asked))
    return Likeness::kSame;
  if (HaveCommonSpelling(Join(WithoutLeading(asked, kParticles)),
                         Join(WithoutLeading(sealed, kParticles))))
    return Likeness::kClose;
  const bool may_be_part = !is_alone || PartsOf(asked).size() == 1;
  const bool is_part =
      may_be_part && (IsPartOf(asked, sealed) || (!is_alone && IsPartOf(sealed, asked)));
  const bool may_be_slip = !is_alone || IsOneFamilyName(asked);
  const bool is_slip = may_be_slip && AreOneLetterApart(Join(asked), Join(sealed));
  return is_part || is_slip ? Likeness::kClose : Likeness::kDiffers;
}

bool IsOneFamilyName(Words words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].starts_name && !IsParticle(words[i]) && !IsParticle(words[i - 1])) return false;
  }
  return true;
}

std::vector<NameWord> WithParticlesFirst(Words words) {
  std::vector<NameWord> rotated(words.begin(), words.end());
  const auto last = std::find_if_not(rotated.rbegin(), rotated.rend(), [](const NameWord& word) {
    return IsSpelt(word, kNobiliary) || IsSpelt(word, kArticles);
  });
  if (last != rotated.rend()) std::rotate(rotated.begin(), last.base(), rotated.end());
  return rotated;
}

std::size_t PrintedLength(Words words) {
  std::size_t length = words.empty() ? 0 : words.size() - 1;
  for (const NameWord& word : words) length += word.spellings.front().size();
  return length;
}

}  // namespace sceau::attestation
