// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/name_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace sceau::seal::two_d_doc {
namespace {

using NameTokens = std::vector<std::string_view>;

constexpr auto kTitlesOfPeople = std::to_array<std::string_view>(
    {"M", "M.", "MR", "MONSIEUR", "MM", "MME", "MMES", "MADAME", "MLLE", "MADEMOISELLE", "DR",
     "DOCTEUR", "PR", "PROFESSEUR", "ME", "MAITRE"});
constexpr auto kBetweenPeople = std::to_array<std::string_view>({"ET", "OU", "&", "+"});
// The birth name stands before the first ones and behind the others.
constexpr auto kNowCalled = std::to_array<std::string_view>(
    {"EPOUSE", "EPOUX", "EPSE", "EP", "VEUVE", "VEUF", "VVE", "USAGE"});
constexpr auto kBornAs = std::to_array<std::string_view>({"NEE", "NE"});
constexpr auto kWordsOfNoPerson = std::to_array<std::string_view>({"SA",
                                                                   "SAS",
                                                                   "SASU",
                                                                   "SARL",
                                                                   "EURL",
                                                                   "SCI",
                                                                   "SCP",
                                                                   "SCM",
                                                                   "SNC",
                                                                   "SELARL",
                                                                   "SELAS",
                                                                   "EARL",
                                                                   "GAEC",
                                                                   "GIE",
                                                                   "EI",
                                                                   "EIRL",
                                                                   "SCA",
                                                                   "SCOP",
                                                                   "STE",
                                                                   "SOCIETE",
                                                                   "ETS",
                                                                   "ETABLISSEMENT",
                                                                   "ETABLISSEMENTS",
                                                                   "ENTREPRISE",
                                                                   "COMPAGNIE",
                                                                   "GROUPE",
                                                                   "CABINET",
                                                                   "ASSOCIATION",
                                                                   "ASSO",
                                                                   "FONDATION",
                                                                   "SYNDICAT",
                                                                   "SDC",
                                                                   "COPROPRIETE",
                                                                   "COPRO",
                                                                   "INDIVISION",
                                                                   "SUCCESSION",
                                                                   "HERITIERS",
                                                                   "TUTELLE",
                                                                   "CURATELLE",
                                                                   "UDAF",
                                                                   "MAIRIE",
                                                                   "COMMUNE",
                                                                   "VILLE",
                                                                   "DEPARTEMENT",
                                                                   "REGION",
                                                                   "PREFECTURE",
                                                                   "MINISTERE",
                                                                   "HOPITAL",
                                                                   "CLINIQUE",
                                                                   "EHPAD",
                                                                   "RESIDENCE",
                                                                   "FOYER",
                                                                   "CCAS",
                                                                   "HOTEL",
                                                                   "PHARMACIE",
                                                                   "GARAGE",
                                                                   "BOULANGERIE",
                                                                   "RESTAURANT",
                                                                   "CHEZ",
                                                                   "CO",
                                                                   "AGENCE",
                                                                   "BANQUE",
                                                                   "MUTUELLE",
                                                                   "LYCEE",
                                                                   "COLLEGE",
                                                                   "ECOLE",
                                                                   "UNIVERSITE"});
// More words than any name of one person that a line has room for.
constexpr std::size_t kMaxNameTokens = 8;

template <typename Table>
bool IsOneOf(std::string_view word, const Table& table) {
  return std::ranges::find(table, word) != table.end();
}

NameTokens TokensOf(std::string_view text) {
  NameTokens tokens;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) tokens.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return tokens;
}

std::string Spaced(std::span<const std::string_view> tokens) {
  std::string text;
  for (const std::string_view token : tokens)
    text += (text.empty() ? "" : " ") + std::string(token);
  return text;
}

// At least one; those between "ET" and "OU".
std::vector<NameTokens> PersonsApart(std::string_view text) {
  std::vector<NameTokens> persons(1);
  for (const std::string_view token : TokensOf(text)) {
    if (IsOneOf(token, kBetweenPeople)) {
      persons.emplace_back();
    } else {
      persons.back().push_back(token);
    }
  }
  return persons;
}

bool AreTitles(std::string_view text) {
  return std::ranges::all_of(TokensOf(text), [](std::string_view token) {
    return IsOneOf(token, kTitlesOfPeople) || IsOneOf(token, kBetweenPeople);
  });
}

std::vector<std::string_view> AtSlashes(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('/', start), text.size());
    parts.push_back(Trim(text.substr(start, end - start)));
    start = end + 1;
  }
  return parts;
}

std::string WithoutSlashes(std::string_view text) {
  std::string plain(text);
  std::ranges::replace(plain, '/', ' ');
  return plain;
}

// The person of one text without slashes, if it names one.
void AddPerson(NameTokens tokens, bool is_certain, bool is_couple, NamedPeople& people) {
  const auto name = std::ranges::find_if_not(
      tokens, [](std::string_view token) { return IsOneOf(token, kTitlesOfPeople); });
  const bool is_titled = name != tokens.begin();
  tokens.erase(tokens.begin(), name);
  const std::size_t marked = std::erase_if(tokens, [](std::string_view token) {
    return IsOneOf(token, kNowCalled) || IsOneOf(token, kBornAs);
  });
  if (tokens.size() < 2) {
    // "M" of "M ET MME FICTION", or "ZOE" of "FICTION KARIM ET ZOE".
    people.names_not_all = people.names_not_all || is_couple;
    if (tokens.empty() || is_couple || !is_titled) return;
    people.subjects.push_back({.name_in_use = std::string(tokens.front())});
    return;
  }
  if (tokens.size() > kMaxNameTokens) return;
  people.subjects.push_back(
      {.whole_name = Spaced(tokens), .is_name_complete = marked == 0 && (is_titled || is_certain)});
}

}  // namespace

bool NamesNoPerson(std::string_view text) {
  const std::string plain = WithoutSlashes(text);
  return !IsUtf8(text) || std::ranges::any_of(plain, IsDigit) ||
         std::ranges::any_of(TokensOf(plain), [](std::string_view token) {
           return IsOneOf(token, kWordsOfNoPerson);
         });
}

void SetFamilyName(std::string_view text, Subject& subject) {
  const NameTokens tokens = TokensOf(text);
  const auto marker = std::ranges::find_if(tokens, [](std::string_view token) {
    return IsOneOf(token, kNowCalled) || IsOneOf(token, kBornAs);
  });
  const auto place = static_cast<std::size_t>(marker - tokens.begin());
  if (place == 0 || place + 1 >= tokens.size()) {
    subject.name_in_use = std::string(text);
    return;
  }
  const std::string before = Spaced(std::span(tokens).first(place));
  const std::string behind = Spaced(std::span(tokens).subspan(place + 1));
  const bool is_born = IsOneOf(*marker, kBornAs);
  subject.birth_name = is_born ? behind : before;
  subject.name_in_use = is_born ? before : behind;
}

NamedPeople PeopleIn(const NameParts& parts) {
  NamedPeople people;
  if (NamesNoPerson(parts.family_name) || NamesNoPerson(parts.given_names)) return people;
  const std::vector<NameTokens> families = PersonsApart(parts.family_name);
  const std::string given_names = WithoutSlashes(parts.given_names);
  const std::vector<NameTokens> givens = PersonsApart(given_names);
  const std::size_t count = std::max(families.size(), givens.size());
  const bool is_couple = PersonsApart(parts.title).size() > 1;
  for (std::size_t i = 0; i < count; ++i) {
    const NameTokens& family = families[std::min(i, families.size() - 1)];
    if (family.empty()) continue;
    Subject subject;
    SetFamilyName(Spaced(family), subject);
    if (i < givens.size()) subject.given_names = Spaced(givens[i]);
    subject.is_name_complete = !parts.is_cut && !subject.given_names.empty();
    people.subjects.push_back(std::move(subject));
  }
  people.names_not_all = (is_couple && count < 2) || givens.size() < count;
  return people;
}

NamedPeople PeopleIn(std::string_view line, bool is_cut, bool is_person) {
  if (NamesNoPerson(line)) return {};
  const std::vector<std::string_view> parts = AtSlashes(line);
  if (parts.size() == 3 && AreTitles(parts[0]) && !parts[1].empty())
    return PeopleIn({.title = std::string(parts[0]),
                     .family_name = std::string(parts[1]),
                     .given_names = std::string(parts[2]),
                     .is_cut = is_cut});
  NamedPeople people;
  const std::string plain = WithoutSlashes(line);
  const std::vector<NameTokens> persons = PersonsApart(plain);
  for (const NameTokens& tokens : persons) AddPerson(tokens, is_person, persons.size() > 1, people);
  for (Subject& subject : people.subjects)
    subject.is_name_complete = subject.is_name_complete && !is_cut;
  return people;
}

}  // namespace sceau::seal::two_d_doc
