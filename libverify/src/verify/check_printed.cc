// SPDX-License-Identifier: Apache-2.0
#include "verify/check_printed.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "attestation/compare_holder.h"
#include "attestation/nir.h"
#include "fmt/format.h"

namespace sceau::verify {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What a page prints, in the forms that facts are looked up in.
struct PrintedText {
  std::set<std::string, std::less<>> tokens;  // folded: "DUPONT"
  std::set<std::string, std::less<>> dates;   // "DDMMYYYY" of 12/04/1984, 12-04-1984, 12.04.1984
  std::string run_together;                   // every token, without spaces, in page order
  std::vector<std::string> nirs;  // every 15 characters that are a number with a right key
};

// The words of a folded text, which single spaces part.
void AddTokens(std::string_view folded, std::set<std::string, std::less<>>& tokens) {
  std::size_t start = 0;
  while (start < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', start), folded.size());
    tokens.emplace(folded.substr(start, end - start));
    start = end + 1;
  }
}

void AddDates(std::string_view word, std::set<std::string, std::less<>>& dates) {
  constexpr std::size_t kLength = 10;
  for (std::size_t i = 0; i + kLength <= word.size(); ++i) {
    const std::string_view date = word.substr(i, kLength);
    const char separator = date[2];
    if ((separator != '/' && separator != '-' && separator != '.') || date[5] != separator)
      continue;
    const std::string digits =
        fmt::format("{}{}{}", date.substr(0, 2), date.substr(3, 2), date.substr(6, 4));
    if (std::all_of(digits.begin(), digits.end(), IsDigit)) dates.insert(digits);
  }
}

bool CanBePartOfNir(std::string_view word) {
  // A run of empty words would be walked again from each of them.
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    return IsDigit(c) || c == 'A' || c == 'B' || c == 'a' || c == 'b';
  });
}

// A NIR is printed in groups ("2 84 05 88 321 025 32"): joins runs of words that can be part of
// one.
void AddNirs(const std::vector<Word>& words, std::vector<std::string>& nirs) {
  constexpr std::size_t kNirLength = 15;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string joined;
    for (std::size_t i = first;
         i < words.size() && joined.size() < kNirLength && CanBePartOfNir(words[i].text); ++i) {
      joined += words[i].text;
    }
    if (joined.size() != kNirLength) continue;
    if (const auto nir = attestation::Nir::Parse(joined); nir.ok()) nirs.push_back(nir->text());
  }
}

PrintedText Gather(const std::vector<Word>& words) {
  PrintedText printed;
  for (const Word& word : words) {
    const std::string folded = attestation::FoldName(word.text);
    AddTokens(folded, printed.tokens);
    std::ranges::copy_if(folded, std::back_inserter(printed.run_together),
                         [](char c) { return c != ' '; });
    AddDates(word.text, printed.dates);
  }
  AddNirs(words, printed.nirs);
  return printed;
}

// A layout may break a long word at the end of a line.
bool PrintsToken(const PrintedText& printed, const std::string& token) {
  constexpr std::size_t kLong = 12;
  return printed.tokens.contains(token) ||
         (token.size() >= kLong && printed.run_together.find(token) != token.npos);
}

bool PrintsName(const PrintedText& printed, std::string_view name) {
  std::set<std::string, std::less<>> wanted;
  AddTokens(attestation::FoldName(name), wanted);
  return std::ranges::all_of(wanted,
                             [&](const std::string& token) { return PrintsToken(printed, token); });
}

bool PrintsBirthDate(const PrintedText& printed, std::string_view yyyymmdd) {
  return yyyymmdd.size() == 8 &&
         printed.dates.contains(fmt::format("{}{}{}", yyyymmdd.substr(6, 2), yyyymmdd.substr(4, 2),
                                            yyyymmdd.substr(0, 4)));
}

bool PrintsDay(const PrintedText& printed, Date day) {
  return PrintsBirthDate(printed, fmt::format("{:08}", DateToNumber(day)));
}

// Fonts without a character map give text that means nothing: a page counts as readable when it has
// some of the words that no attestation lacks.
bool IsReadable(const PrintedText& printed) {
  constexpr auto kCommon =
      std::to_array<std::string_view>({"ATTESTATION", "DROITS", "ASSURANCE", "MALADIE", "NOM",
                                       "PRENOM", "PRENOMS", "NE", "NEE", "LE", "DU", "AU", "DE"});
  constexpr int kEnough = 3;
  return std::count_if(kCommon.begin(), kCommon.end(), [&](std::string_view word) {
           return printed.tokens.contains(word);
         }) >= kEnough;
}

bool PrintsRights(const PrintedText& printed, const std::vector<Right>& rights) {
  return std::all_of(rights.begin(), rights.end(), [&](const Right& right) {
    return PrintsDay(printed, right.from) && (!right.until || PrintsDay(printed, *right.until));
  });
}

}  // namespace

PrintedOutcome CheckPrinted(const Claims& claims, const Page& page) {
  if (!claims.attestation || page.text_source != TextSource::kPrinted) return {};
  const PrintedText printed = Gather(page.words);
  if (!IsReadable(printed)) return {};

  const Attestation& attestation = *claims.attestation;
  const Holder& holder = attestation.holder;
  PrintedOutcome outcome{DocumentAxis::kAgrees, {}};
  const auto require = [&](bool agrees, Reason reason) {
    if (agrees) return;
    outcome.axis = DocumentAxis::kDiffers;
    outcome.findings.push_back({reason, fmt::format("page {}", page.number)});
  };
  const bool family_name = PrintsName(printed, holder.birth_name) ||
                           (holder.name_in_use && PrintsName(printed, *holder.name_in_use));
  require(family_name && PrintsName(printed, holder.given_names),
          Reason::kDocumentPrintedNameDiffers);
  require(PrintsBirthDate(printed, holder.birth_date), Reason::kDocumentPrintedBirthDateDiffers);
  const bool nir_comparable = holder.nir && !printed.nirs.empty();
  require(!nir_comparable || std::ranges::find(printed.nirs, *holder.nir) != printed.nirs.end(),
          Reason::kDocumentPrintedNirDiffers);
  require(PrintsRights(printed, attestation.rights), Reason::kDocumentPrintedRightsDiffer);
  return outcome;
}

}  // namespace sceau::verify
