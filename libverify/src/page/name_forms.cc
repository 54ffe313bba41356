// SPDX-License-Identifier: Apache-2.0
#include "page/name_forms.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>

#include "attestation/compare_holder.h"

namespace sceau::page {
namespace {

constexpr std::size_t kLettersOfACut = 5;        // fewer begin some word or other
constexpr std::size_t kLettersOfAMarkedCut = 3;  // with a hyphen or a full stop behind
constexpr std::size_t kLongPart = 5;

// "RAZAFINDRA-", or the first letters of the name without a mark.
bool IsCutFrom(const PrintedWord& word, std::string_view name) {
  const bool marked = word.text.ends_with('-') || word.text.ends_with('.') ||
                      word.text.ends_with("\u2010") || word.text.ends_with("\u2026");
  return word.letters.size() >= (marked ? kLettersOfAMarkedCut : kLettersOfACut) &&
         word.letters.size() < name.size() && name.starts_with(word.letters);
}

bool PrintsCut(const PrintedPage& printed, std::string_view name) {
  return std::ranges::any_of(printed.lines(), [name](const PrintedLine& line) {
    return std::ranges::any_of(line,
                               [name](const PrintedWord& word) { return IsCutFrom(word, name); });
  });
}

}  // namespace

std::size_t LettersApart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t same = diagonal + (a[i] == b[k] ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({same, row[k] + 1, diagonal + 1});
    }
  }
  return row.back();
}

std::vector<Letters> NameParts(std::string_view name) {
  std::vector<Letters> parts;
  const std::string folded = attestation::FoldName(name);
  for (std::size_t start = 0; start < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', start), folded.size());
    parts.push_back(LettersOf(std::string_view(folded).substr(start, end - start)));
    start = end + 1;
  }
  std::erase_if(parts, [](const Letters& part) { return part.empty(); });
  return parts;
}

Letters Joined(const std::vector<Letters>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Letters());
}

Letters FirstGivenName(std::string_view given_names) {
  return LettersOf(given_names.substr(0, given_names.find(' ')));
}

bool AreNear(std::string_view one, std::string_view other) {
  constexpr std::size_t kLong = 100;
  constexpr std::size_t kLettersASlip = 4;
  if (one.size() > kLong || other.size() > kLong) return true;
  const std::size_t shorter = std::min(one.size(), other.size());
  return one.starts_with(other) || other.starts_with(one) ||
         LettersApart(one, other) <= std::max<std::size_t>(1, shorter / kLettersASlip);
}

bool AreInitialsOf(std::string_view letters, const std::vector<Letters>& parts) {
  auto part = parts.begin();
  for (const char initial : letters) {
    part = std::find_if(part, parts.end(),
                        [initial](const Letters& name) { return name.front() == initial; });
    if (part == parts.end()) return false;
    ++part;
  }
  return letters.size() >= 2;
}

std::vector<Letters> SaintForms(const std::vector<Letters>& parts) {
  Letters with_short;
  Letters with_long;
  for (const Letters& part : parts) {
    const bool saint = part == "SAINT" || part == "ST";
    const bool sainte = part == "SAINTE" || part == "STE";
    with_short += saint ? "ST" : sainte ? "STE" : part;
    with_long += saint ? "SAINT" : sainte ? "SAINTE" : part;
  }
  return {Joined(parts), with_short, with_long};
}

bool MayPrintFormOf(const PrintedPage& printed, const std::vector<Letters>& parts) {
  const auto stands = [&](const Letters& form) {
    return printed.MayPrint(form) || PrintsCut(printed, form);
  };
  if (std::ranges::any_of(SaintForms(parts), stands)) return true;
  return std::ranges::any_of(parts, [&](const Letters& part) {
    return (part.size() >= kLongPart && printed.MayPrint(part)) || PrintsCut(printed, part);
  });
}

}  // namespace sceau::page
