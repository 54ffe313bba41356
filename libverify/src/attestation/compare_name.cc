// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_name.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "attestation/compare_holder.h"
#include "attestation/family_name.h"
#include "attestation/given_names.h"
#include "attestation/name_words.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::attestation {
namespace {

constexpr auto kTitles =
    std::to_array<std::string_view>({"M", "MR", "MONSIEUR", "MME", "MADAME", "MLLE", "MADEMOISELLE",
                                     "DR", "DOCTEUR", "PR", "PROFESSEUR", "ME", "MAITRE"});
constexpr auto kGenerations =
    std::to_array<std::string_view>({"JR", "JUNIOR", "SR", "SENIOR", "II", "III", "IV"});
// The words between the birth name and the name in use, in either order.
constexpr auto kMarried =
    std::to_array<std::string_view>({"EPOUSE", "EPOUX", "EPSE", "EP", "VEUVE", "VEUF", "VVE"});
constexpr auto kBorn = std::to_array<std::string_view>({"NEE", "NE"});

// Case and spacing never count. So an exact match has the same letters, with their accents and
// marks, in the order of the seal.
std::vector<std::string> LettersOf(std::string_view text) {
  std::vector<std::string> words = {""};
  const auto decoded = DecodeUtf8(text);
  for (char32_t c : decoded.value_or(U"")) {
    const bool latin_small = (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
    if (latin_small) c -= 0x20;
    if (c != U' ' && c != U',') {
      words.back() += EncodeUtf8(std::u32string_view(&c, 1));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// True for the family name alone, or before or after the first or all of the given names.
bool IsExact(std::string_view asked, std::string_view family, std::string_view given) {
  const std::vector<std::string> words = LettersOf(asked);
  const std::vector<std::string> family_words = LettersOf(family);
  const std::vector<std::string> given_words = LettersOf(given);
  if (family_words.empty() || words.size() < family_words.size()) return false;
  const std::size_t count = words.size() - family_words.size();
  if (count > given_words.size()) return false;
  if (count == 0 && !IsOneFamilyName(WordsOf(asked))) return false;
  const auto is_at = [&](std::span<const std::string> part, std::size_t place) {
    return std::ranges::equal(part, std::span(words).subspan(place, part.size()));
  };
  const auto first_given = std::span(given_words).first(count);
  return (is_at(family_words, 0) && is_at(first_given, family_words.size())) ||
         (is_at(first_given, 0) && is_at(family_words, count));
}

// One way to read what was asked.
struct Reading {
  Words family;  // the birth name where `in_use` is given too
  std::optional<Words> in_use;
  Words given;
};

// Adds the readings as family and given names in either order, and as the family name alone.
void AddPlainReadings(Words words, std::vector<Reading>& readings) {
  for (std::size_t count = 1; count <= words.size(); ++count) {
    readings.push_back({words.first(count), std::nullopt, words.subspan(count)});
    if (count < words.size())
      readings.push_back({words.last(count), std::nullopt, words.first(words.size() - count)});
  }
}

// "MARTIN Zoé épouse DURAND", "DURAND née MARTIN Zoé": the given names stand on one side.
void AddMarriedReadings(Words words, std::size_t marker, std::vector<Reading>& readings) {
  const Words before = words.first(marker);
  const Words behind = words.subspan(marker + 1);
  if (before.empty() || behind.empty()) return;
  const bool is_born = IsSpelt(words[marker], kBorn);
  for (const bool given_before : {true, false}) {
    std::vector<Reading> sides;
    AddPlainReadings(given_before ? before : behind, sides);
    const Words other = given_before ? behind : before;
    for (const Reading& side : sides) {
      const bool side_is_birth_name = given_before != is_born;
      readings.push_back({side_is_birth_name ? side.family : other,
                          side_is_birth_name ? other : side.family, side.given});
    }
  }
}

// The words as they stand, and without those that are not part of a name.
std::vector<std::vector<NameWord>> FormsOf(std::string_view asked) {
  std::vector<std::vector<NameWord>> forms = {WordsOf(asked)};
  std::vector<NameWord> bare = forms.front();
  while (bare.size() > 1 && IsSpelt(bare.front(), kTitles)) bare.erase(bare.begin());
  while (bare.size() > 1 && IsSpelt(bare.back(), kGenerations)) bare.pop_back();
  if (bare.size() < forms.front().size()) forms.push_back(bare);
  for (std::size_t i = 0, count = forms.size(); i < count; ++i) {
    std::vector<NameWord> rotated = WithParticlesFirst(forms[i]);
    if (rotated != forms[i]) forms.push_back(std::move(rotated));
  }
  return forms;
}

// How well one reading names the holder; a lower value is better.
struct Fit {
  Likeness likeness = Likeness::kDiffers;
  bool in_use = false;
  bool incomplete = false;
  bool is_slip = false;  // close by a letter, or by half of a double name

  std::vector<Finding> Findings() const {
    if (likeness == Likeness::kDiffers) return {{Reason::kHolderNameDiffers, ""}};
    std::vector<Finding> findings;
    if (in_use) findings.push_back({Reason::kHolderNameInUse, ""});
    if (incomplete) findings.push_back({Reason::kHolderGivenNamesIncomplete, ""});
    if (is_slip) findings.push_back({Reason::kHolderNameClose, ""});
    if (findings.empty() || (in_use && findings.size() == 1))
      findings.push_back({Reason::kHolderNameTransliterated, ""});
    return findings;
  }
  bool IsBetterThan(const Fit& other) const {
    if (likeness != other.likeness) return likeness > other.likeness;
    if (incomplete != other.incomplete) return !incomplete;
    return !in_use && other.in_use;
  }
};

class SealedName {
 public:
  explicit SealedName(const Subject& subject)
      : given_(WordsOf(subject.given_names)), birth_(WordsOf(subject.birth_name)) {
    if (!subject.name_in_use || *subject.name_in_use == subject.birth_name) return;
    in_use_ = WordsOf(*subject.name_in_use);
    if (birth_.empty()) return;
    for (const auto& [first, second] :
         {std::pair(&birth_, &in_use_), std::pair(&in_use_, &birth_)}) {
      both_.push_back(*first);
      both_.back().insert(both_.back().end(), second->begin(), second->end());
    }
  }

  bool HasWord(const NameWord& word) const {
    return std::ranges::any_of(std::array{&given_, &birth_, &in_use_}, [&](const auto* words) {
      return std::ranges::find(*words, word.spellings, &NameWord::spellings) != words->end();
    });
  }

  bool HasGivenNames(Words asked) const {
    return CompareGivenNames(asked, given_, false).likeness == Likeness::kSame;
  }
  // The paper may have the other family name of a married person.
  bool MayHaveOtherFamilyName(const Reading& reading) const {
    return birth_.empty() && !reading.given.empty() && !given_.empty() &&
           HasGivenNames(reading.given);
  }

  Fit Compare(const Reading& reading, bool may_be_cut) const {
    Fit fit = CompareFamily(reading);
    if (fit.likeness == Likeness::kDiffers) return fit;
    const auto given = CompareGivenNames(reading.given, given_, may_be_cut);
    const bool both_are_close =
        fit.likeness == Likeness::kClose && given.likeness == Likeness::kClose;
    if (given.likeness == Likeness::kDiffers || both_are_close) return {};
    fit.is_slip = fit.is_slip || (given.likeness == Likeness::kClose && !given.incomplete);
    fit.incomplete = given.incomplete;
    fit.likeness = std::min(fit.likeness, given.likeness);
    if (given_.empty() && fit.likeness == Likeness::kSame) {
      fit.likeness = Likeness::kClose;
      fit.is_slip = true;
    }
    // "MARTIN PAUL" may be Paul MARTIN.
    if (reading.given.empty() && !IsOneFamilyName(reading.family) &&
        fit.likeness == Likeness::kSame) {
      fit.likeness = Likeness::kClose;
      fit.is_slip = true;
    }
    return fit;
  }

 private:
  static Fit FitOf(const Reading& reading, Words sealed, bool in_use) {
    const bool is_alone = reading.given.empty();
    Fit fit{.likeness = CompareFamilyNames(reading.family, sealed, is_alone), .in_use = in_use};
    fit.is_slip = fit.likeness == Likeness::kClose;
    return fit;
  }

  Fit CompareFamily(const Reading& reading) const {
    Fit best = FitOf(reading, birth_, false);
    if (reading.in_use) {
      best.in_use = true;
      if (in_use_.empty() || best.likeness == Likeness::kDiffers) return best;
      // Married again, perhaps: the birth name decides.
      if (CompareFamilyNames(*reading.in_use, in_use_, false) != Likeness::kSame) {
        best.likeness = Likeness::kClose;
        best.is_slip = true;
      }
      return best;
    }
    const auto consider = [&](Words sealed) {
      const Fit fit = FitOf(reading, sealed, !birth_.empty());
      if (fit.IsBetterThan(best)) best = fit;
    };
    if (!in_use_.empty()) consider(in_use_);
    for (const std::vector<NameWord>& both : both_) consider(both);
    return best;
  }

  std::vector<NameWord> given_;
  std::vector<NameWord> birth_;
  std::vector<NameWord> in_use_;             // the name in use; empty when it is the birth name
  std::vector<std::vector<NameWord>> both_;  // both names, in either order
};

std::vector<Reading> ReadingsOf(Words words, const SealedName& sealed) {
  std::vector<Reading> readings;
  const auto marker = std::ranges::find_if(words, [&](const NameWord& word) {
    return (IsSpelt(word, kMarried) || IsSpelt(word, kBorn)) && !sealed.HasWord(word);
  });
  if (marker != words.end())
    AddMarriedReadings(words, static_cast<std::size_t>(marker - words.begin()), readings);
  if (readings.empty()) AddPlainReadings(words, readings);
  return readings;
}

std::optional<NameComparison> CompareExactly(std::string_view asked, const Subject& subject) {
  const std::string& birth_name = subject.birth_name;
  if (IsExact(asked, birth_name, subject.given_names)) return NameComparison{Likeness::kSame, {}};
  if (!subject.name_in_use || *subject.name_in_use == birth_name) return std::nullopt;
  const std::string& in_use = *subject.name_in_use;
  for (const std::string& family : {in_use, fmt::format("{} {}", birth_name, in_use),
                                    fmt::format("{} {}", in_use, birth_name)}) {
    if (!IsExact(asked, family, subject.given_names)) continue;
    if (birth_name.empty()) return NameComparison{Likeness::kSame, {}};
    return NameComparison{Likeness::kSame, {{Reason::kHolderNameInUse, ""}}};
  }
  return std::nullopt;
}

NameComparison ComparePartedName(std::string_view asked, const Subject& subject) {
  if (!subject.given_names.empty()) {
    if (auto exact = CompareExactly(asked, subject)) return *std::move(exact);
  }
  constexpr std::size_t kMinCutLine = 24;  // the line of a card that holds both names
  const SealedName sealed(subject);
  Fit best;
  for (const std::vector<NameWord>& form : FormsOf(asked)) {
    const bool may_be_cut = PrintedLength(form) >= kMinCutLine;
    for (const Reading& reading : ReadingsOf(form, sealed)) {
      const Fit fit = sealed.Compare(reading, may_be_cut);
      if (fit.IsBetterThan(best)) best = fit;
      if (best.likeness == Likeness::kDiffers && sealed.MayHaveOtherFamilyName(reading))
        best = {.likeness = Likeness::kClose, .is_slip = true};
    }
  }
  // "Zoé" alone may well be the right person.
  if (best.likeness == Likeness::kDiffers && sealed.HasGivenNames(WordsOf(asked)))
    best = {.likeness = Likeness::kClose, .is_slip = true};
  return {best.likeness, best.Findings()};
}

// The family name stands at either end. No name has more words than this takes apart.
std::vector<Subject> WaysToPart(std::string_view whole_name) {
  constexpr std::size_t kMaxWays = 48;
  std::vector<Subject> ways;
  for (std::size_t space = whole_name.find(' '); space != whole_name.npos && ways.size() < kMaxWays;
       space = whole_name.find(' ', space + 1)) {
    const std::string start(whole_name.substr(0, space));
    const std::string end(whole_name.substr(space + 1));
    ways.push_back({.name_in_use = start, .given_names = end});
    ways.push_back({.name_in_use = end, .given_names = start});
  }
  return ways;
}

// The more is to be said of it, the less a comparison proves; lists of given names that are not
// complete may come of a wrong way to part the name.
std::size_t DoubtsOf(const NameComparison& comparison) {
  const bool is_incomplete =
      std::ranges::find(comparison.findings, Reason::kHolderGivenNamesIncomplete,
                        &Finding::reason) != comparison.findings.end();
  return comparison.findings.size() + (is_incomplete ? 1 : 0);
}

NameComparison CompareWholeName(std::string_view asked, std::string_view whole_name) {
  NameComparison best{Likeness::kDiffers, {{Reason::kHolderNameDiffers, ""}}};
  for (const Subject& way : WaysToPart(whole_name)) {
    NameComparison compared = ComparePartedName(asked, way);
    const bool is_better =
        compared.likeness > best.likeness ||
        (compared.likeness == best.likeness && DoubtsOf(compared) < DoubtsOf(best));
    if (is_better) best = std::move(compared);
  }
  const std::vector<NameWord> bare = FormsOf(asked).back();
  if (best.likeness == Likeness::kSame && IsOneFamilyName(bare))
    return {Likeness::kClose, {{Reason::kHolderNameClose, ""}}};
  return best;
}

}  // namespace

NameComparison CompareName(std::string_view asked, const Subject& subject) {
  return subject.whole_name.empty() ? ComparePartedName(asked, subject)
                                    : CompareWholeName(asked, subject.whole_name);
}

}  // namespace sceau::attestation
