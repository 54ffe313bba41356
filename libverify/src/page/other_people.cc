// SPDX-License-Identifier: Apache-2.0
#include "page/other_people.h"

#include <algorithm>
#include <array>
#include <vector>

#include "page/labels.h"

namespace sceau::page {
namespace {

constexpr auto kRolesOfOthers = std::to_array<std::string_view>(
    {"MEDECIN",        "MEDECINS",     "PRATICIEN",     "PRATICIENNE",    "PRESCRIPTEUR",
     "PHARMACIEN",     "PHARMACIENNE", "INFIRMIER",     "INFIRMIERE",     "SAGEFEMME",
     "TUTEUR",         "TUTEURS",      "TUTRICE",       "CURATEUR",       "CURATRICE",
     "MANDATAIRE",     "MANDATAIRES",  "REPRESENTANT",  "REPRESENTANTE",  "REPRESENTANTS",
     "RESPONSABLE",    "RESPONSABLES", "PARENT",        "PARENTS",        "PERE",
     "MERE",           "CONJOINT",     "CONJOINTE",     "CONCUBIN",       "CONCUBINE",
     "PARTENAIRE",     "CONSEILLER",   "CONSEILLERE",   "GESTIONNAIRE",   "GESTIONNAIRES",
     "CONTACT",        "CONTACTS",     "CORRESPONDANT", "CORRESPONDANTE", "INTERLOCUTEUR",
     "INTERLOCUTRICE", "REFERENT",     "REFERENTE",     "AGENT",          "DIRECTEUR",
     "DIRECTRICE",     "SIGNATAIRE",   "EMPLOYEUR",     "SOUSCRIPTEUR",   "SOUSCRIPTRICE",
     "PAYEUR",         "AIDANT",       "AIDANTE",       "CONFIANCE",      "PREVENIR",
     "EXPEDITEUR",     "DELEGUE",      "DELEGUEE",      "ACCOMPAGNANT",   "ACCOMPAGNANTE"});
constexpr auto kTitlesOfOthers = std::to_array<std::string_view>({"DR", "DOCTEUR", "PROFESSEUR"});
// What the holder's own block or the title of the page is headed by.
constexpr auto kHeadingsOfHolder =
    std::to_array<std::string_view>({"ATTESTATION", "BENEFICIAIRE", "ASSURE", "ASSUREE",
                                     "TITULAIRE", "PATIENT", "PATIENTE", "IDENTITE", "DROITS"});

constexpr std::size_t kLinesOfABlock = 8;
constexpr std::size_t kWordsOfALine = 100;   // of more, nobody knows whom they speak of
constexpr std::size_t kUnlabelledLines = 1;  // between a role and the labels under it
constexpr double kBlockGap = 5;              // of a word's height
constexpr double kHeadingColumn = 2;         // of a word's height

template <typename List>
bool IsListed(const List& list, std::string_view letters) {
  return std::ranges::find(list, letters) != list.end();
}

// Another column than that of the word before it.
bool IsApart(const PrintedLine& line, std::size_t at) {
  return line[at].left - line[at - 1].right > kHeadingColumn * line[at].height;
}

std::size_t EndOfColumn(const PrintedLine& line, std::size_t at) {
  do ++at;
  while (at < line.size() && !IsApart(line, at));
  return at;
}

// Whether each word of the line is a value, which may be called like a role: "Nom : PARENT".
std::vector<bool> ValuesIn(const PrintedLine& line) {
  std::vector<bool> values(line.size());
  bool in_value = false;
  std::size_t first = 0;  // word of a value, in another column than its label too
  for (std::size_t at = 0; at < line.size();) {
    const LabelAt found = FindLabel(line, at);
    if (found.label != nullptr) {
      in_value = true;
      at += found.words;
      first = at;
      continue;
    }
    if (at != first && IsApart(line, at)) in_value = false;
    values[at] = in_value;
    ++at;
  }
  return values;
}

// "Nom du père : DURAND" says all that it says of him, and heads nothing.
bool LabelsOneValue(const PrintedLine& line, std::size_t first) {
  constexpr auto kFirstWords = std::to_array<std::string_view>(
      {"NOM", "PRENOM", "PRENOMS", "DATE", "NE", "NEE", "NUMERO", "N"});
  return IsListed(kFirstWords, line[first].letters) && FindLabel(line, first).label == nullptr;
}

// Of the words from `first` to `end`.
bool NamesARole(const PrintedLine& line, std::size_t first, std::size_t end) {
  const std::vector<bool> values = ValuesIn(line);
  for (std::size_t at = first; at < end; ++at) {
    if (IsTitleOfAnother(line[at].letters)) return true;
    const bool announces = at + 1 < line.size() && line[at + 1].after_colon;
    if (IsRoleOfAnother(line[at].letters) && (!values[at] || announces)) return true;
  }
  return false;
}

bool HasLabel(const PrintedLine& line, std::size_t first) {
  for (std::size_t at = first; at < line.size(); ++at) {
    if (FindLabel(line, at).label != nullptr) return true;
  }
  return false;
}

struct HeadingWords {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The words of a line above that stand over the label: those of the last column that begins left
// of it. None where all of them belong to a column of labels further right.
HeadingWords WordsOver(const PrintedLine& above, const PrintedLine& line, std::size_t label) {
  HeadingWords over;
  for (std::size_t at = 0; at < above.size(); ++at) {
    const bool begins = at == 0 || IsApart(above, at);
    const bool right_of_label = above[at].left > line[label].left + line[label].height;
    if (!begins) continue;
    if (right_of_label && (at > 0 || HasLabel(line, label + 1))) break;
    over = {at, EndOfColumn(above, at)};
  }
  const bool is_label = over.end > 0 && FindLabel(above, over.first).label != nullptr;
  if (is_label && over.end < above.size()) over.end = EndOfColumn(above, over.end);  // its value
  return over;
}

bool IsOfHolder(const PrintedLine& line, HeadingWords over) {
  return std::ranges::any_of(
      std::span(line).subspan(over.first, over.end - over.first),
      [](const PrintedWord& word) { return IsListed(kHeadingsOfHolder, word.letters); });
}

}  // namespace

bool IsRoleOfAnother(std::string_view letters) { return IsListed(kRolesOfOthers, letters); }

bool IsTitleOfAnother(std::string_view letters) { return IsListed(kTitlesOfOthers, letters); }

bool SpeaksOfAnother(std::span<const PrintedLine> lines, std::size_t line, std::size_t at) {
  if (lines[line].size() > kWordsOfALine || NamesARole(lines[line], 0, at)) return true;
  std::size_t unlabelled = 0;
  for (std::size_t i = line; i > 0 && line - i < kLinesOfABlock; --i) {
    const PrintedLine& above = lines[i - 1];
    if (lines[i].front().middle - above.front().middle > kBlockGap * lines[i].front().height)
      return false;
    if (above.size() > kWordsOfALine) return true;
    const HeadingWords over = WordsOver(above, lines[line], at);
    if (over.end == 0) continue;
    const bool one_value = LabelsOneValue(above, over.first);
    if (!one_value && NamesARole(above, over.first, over.end)) return true;
    if (IsOfHolder(above, over)) return false;
    if (!one_value && !HasLabel(above, over.first) && unlabelled++ == kUnlabelledLines)
      return false;
  }
  return false;
}

}  // namespace sceau::page
