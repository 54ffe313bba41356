// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_holder.h"

#include <algorithm>
#include <string>

#include "attestation/birth_date.h"
#include "attestation/nir.h"
#include "base/status.h"
#include "base/text.h"

namespace sceau::attestation {
namespace {

using Tokens = std::vector<std::string>;

Tokens Split(std::string_view text) {
  Tokens tokens;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) tokens.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return tokens;
}

enum class NameMatch { kDiffers, kTransliterated, kExact };

bool StartsWith(const Tokens& tokens, const Tokens& prefix) {
  return tokens.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), tokens.begin());
}
bool EndsWith(const Tokens& tokens, const Tokens& suffix) {
  return tokens.size() >= suffix.size() &&
         std::equal(suffix.rbegin(), suffix.rend(), tokens.rbegin());
}

// The given names asked for must be all of the seal's, in any order, or its first ones: people use
// their first name. None asked for compares the family name alone.
bool GivenNamesAgree(Tokens asked, Tokens sealed) {
  if (StartsWith(sealed, asked)) return true;
  std::ranges::sort(asked);
  std::ranges::sort(sealed);
  return asked == sealed;
}

// `asked` is the family name and then given names, or the other way round.
bool Agrees(const Tokens& asked, const Tokens& family, const Tokens& given) {
  if (family.empty()) return false;
  const auto count = static_cast<std::ptrdiff_t>(family.size());
  if (StartsWith(asked, family) && GivenNamesAgree({asked.begin() + count, asked.end()}, given))
    return true;
  return asked.size() > family.size() && EndsWith(asked, family) &&
         GivenNamesAgree({asked.begin(), asked.end() - count}, given);
}

// Case and spacing never count, so exact means: the same letters with their accents and marks, in
// the seal's order.
std::string SameLetters(std::string_view text) {
  const auto decoded = DecodeUtf8(text);
  if (!decoded) return std::string(text);
  std::u32string upper;
  for (char32_t c : *decoded) {
    const bool latin_small = (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
    if (c == U',') c = U' ';
    upper.push_back(latin_small ? c - 0x20 : c);
  }
  return EncodeUtf8(upper);
}

// In the seal's own order of given names, none, some of the first or all of them.
bool IsExact(std::string_view asked, std::string_view family, std::string_view given) {
  const Tokens words = Split(SameLetters(asked));
  const Tokens family_words = Split(SameLetters(family));
  const Tokens given_words = Split(SameLetters(given));
  const auto count = static_cast<std::ptrdiff_t>(family_words.size());
  if (StartsWith(words, family_words) &&
      StartsWith(given_words, {words.begin() + count, words.end()}))
    return true;
  return EndsWith(words, family_words) &&
         StartsWith(given_words, {words.begin(), words.end() - count});
}

NameMatch MatchName(std::string_view asked, std::string_view family, std::string_view given) {
  if (IsExact(asked, family, given)) return NameMatch::kExact;
  const bool agrees =
      Agrees(Split(FoldName(asked)), Split(FoldName(family)), Split(FoldName(given)));
  return agrees ? NameMatch::kTransliterated : NameMatch::kDiffers;
}

// Why the name agrees, or that it differs.
struct NameOutcome {
  bool agrees = false;
  std::vector<Finding> findings;
};

NameOutcome CompareName(std::string_view asked, const Holder& holder) {
  struct Candidate {
    std::string family;
    bool in_use;
  };
  std::vector<Candidate> candidates = {{holder.birth_name, false}};
  if (holder.name_in_use && *holder.name_in_use != holder.birth_name) {
    candidates.push_back({*holder.name_in_use, true});
    candidates.push_back({holder.birth_name + " " + *holder.name_in_use, true});
    candidates.push_back({*holder.name_in_use + " " + holder.birth_name, true});
  }
  NameOutcome best;
  for (NameMatch wanted : {NameMatch::kExact, NameMatch::kTransliterated}) {
    for (const Candidate& candidate : candidates) {
      if (MatchName(asked, candidate.family, holder.given_names) != wanted) continue;
      best.agrees = true;
      if (candidate.in_use) best.findings.push_back({Reason::kHolderNameInUse, ""});
      if (wanted == NameMatch::kTransliterated)
        best.findings.push_back({Reason::kHolderNameTransliterated, ""});
      return best;
    }
  }
  best.findings.push_back({Reason::kHolderNameDiffers, ""});
  return best;
}

bool SameNir(std::string_view asked, std::string_view sealed) {
  std::string compact;
  for (char c : asked) {
    if (c != ' ' && c != '.' && c != '-') compact.push_back(c == 'a' ? 'A' : c == 'b' ? 'B' : c);
  }
  return compact.size() == 13 ? sealed.substr(0, 13) == compact : sealed == compact;
}

bool AsksNothing(const ExpectedHolder& expected) {
  return !expected.name && !expected.born && !expected.nir;
}

HolderComparison CompareOne(const ExpectedHolder& expected, const Holder& person) {
  HolderComparison result;
  bool compared = false;
  bool differs = false;
  const auto judge = [&](bool agrees) {
    compared = true;
    differs = differs || !agrees;
  };
  if (expected.name) {
    NameOutcome name = CompareName(*expected.name, person);
    judge(name.agrees);
    result.findings = std::move(name.findings);
  }
  if (expected.born) {
    const bool agrees = ParseBirthDate(*expected.born) == person.birth_date;
    judge(agrees);
    if (!agrees) result.findings.push_back({Reason::kHolderBirthDateDiffers, ""});
  }
  if (expected.nir && !person.nir) {
    result.findings.push_back({Reason::kHolderNotInSeal, "nir"});
  } else if (expected.nir) {
    const bool agrees = SameNir(*expected.nir, *person.nir);
    judge(agrees);
    if (!agrees) result.findings.push_back({Reason::kHolderNirDiffers, ""});
  }
  if (differs) {
    result.axis = HolderAxis::kDiffers;
  } else if (compared) {
    result.axis = HolderAxis::kMatches;
  }
  return result;
}

Holder AsHolder(const Dependant& dependant) {
  return {.birth_name = dependant.name,
          .name_in_use = std::nullopt,
          .given_names = dependant.given_names,
          .birth_date = dependant.birth_date,
          .birth_rank = dependant.birth_rank,
          .nir = std::nullopt,
          .role = Role::kDependant};
}

}  // namespace

absl::Status CheckExpectedHolder(const ExpectedHolder& expected) {
  if (expected.name && Split(FoldName(*expected.name)).empty())
    return Refuse(Reason::kUsage, "holder name: empty");
  if (expected.name && !IsUtf8(*expected.name))
    return Refuse(Reason::kUsage, "holder name: not utf-8");
  if (expected.born && !ParseBirthDate(*expected.born)) {
    return Refuse(Reason::kUsage, "holder birth date: write YYYY-MM-DD or DD/MM/YYYY");
  }
  if (!expected.nir) return absl::OkStatus();
  std::string compact;
  for (char c : *expected.nir) {
    if (c != ' ' && c != '.' && c != '-') compact.push_back(c == 'a' ? 'A' : c == 'b' ? 'B' : c);
  }
  const bool thirteen = compact.size() == 13 && NirKey(compact);
  if (!thirteen && !Nir::Parse(compact).ok())
    return Refuse(Reason::kUsage, "holder nir: 13 or 15 characters with a right key");
  return absl::OkStatus();
}

HolderComparison CompareHolder(const ExpectedHolder& expected, const Attestation& attestation) {
  if (AsksNothing(expected)) return {HolderAxis::kNotAsked, {}};
  HolderComparison holder = CompareOne(expected, attestation.holder);
  if (holder.axis != HolderAxis::kDiffers) return holder;
  for (const Dependant& dependant : attestation.dependants) {
    HolderComparison other = CompareOne(expected, AsHolder(dependant));
    if (other.axis == HolderAxis::kMatches) return other;
  }
  return holder;
}

}  // namespace sceau::attestation
