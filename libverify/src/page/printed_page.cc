// SPDX-License-Identifier: Apache-2.0
#include "page/printed_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "attestation/compare_holder.h"
#include "base/text.h"

namespace sceau::page {
namespace {

struct Label {
  std::string_view words;  // letters of each, with spaces
  PlaceKind kind;
  bool specific;
};
using enum PlaceKind;
// Those that begin alike: the longest first.
constexpr auto kLabels = std::to_array<Label>({
    {"NOM DE NAISSANCE", kName, true},
    {"NOM DE FAMILLE", kName, true},
    {"NOM DE JEUNE FILLE", kName, true},
    {"NOM PATRONYMIQUE", kName, true},
    {"NOM DUSAGE", kNameInUse, true},
    {"NOM D USAGE", kNameInUse, true},
    {"NOM USUEL", kNameInUse, true},
    {"NOM MARITAL", kNameInUse, true},
    {"NOM DEPOUSE", kNameInUse, true},
    {"NOM DEPOUX", kNameInUse, true},
    {"NOM ET PRENOMS", kFullName, true},
    {"NOM ET PRENOM", kFullName, true},
    {"NOM PRENOMS", kFullName, true},
    {"NOM PRENOM", kFullName, true},
    {"PRENOMS ET NOM", kFullName, true},
    {"PRENOM ET NOM", kFullName, true},
    {"PRENOM NOM", kFullName, true},
    {"NOM", kName, false},
    {"PRENOM S", kGivenNames, true},
    {"PRENOMS", kGivenNames, true},
    {"PRENOM", kGivenNames, true},
    {"NE LE", kBirthDate, true},
    {"NEE LE", kBirthDate, true},
    {"NE E LE", kBirthDate, true},
    {"DATE DE NAISSANCE", kBirthDate, true},
    {"NUMERO DE SECURITE SOCIALE", kNumber, true},
    {"N DE SECURITE SOCIALE", kNumber, true},
    {"NUMERO DIMMATRICULATION", kNumber, true},
    {"N DIMMATRICULATION", kNumber, true},
    {"IMMATRICULATION", kNumber, true},
    {"NUMERO", kNumber, false},
    {"NIR", kNumber, true},
});
// What follows "Nom" where it is another label: "Nom du médecin".
constexpr auto kOfSomebody =
    std::to_array<std::string_view>({"DE", "DU", "DES", "D", "ET", "OU", "DELA"});
// Headings that follow a label in a table, and what else is not a name.
constexpr auto kOtherLabels = std::to_array<std::string_view>(
    {"ADRESSE", "COMMUNE", "DATE", "LIEU", "NAISSANCE", "QUALITE", "RANG", "SEXE"});
constexpr auto kCivilities =
    std::to_array<std::string_view>({"M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME"});
constexpr auto kRights = std::to_array<std::string_view>(
    {"DROITS", "DROIT", "MALADIE", "BASE", "C2S", "CSS", "CMU", "CMUC", "ALD", "AME",
     "COMPLEMENTAIRE", "MATERNITE", "EXONERATION", "REGIME", "MEDICALE"});

// A page of more words is not a paper, and would take long.
constexpr std::size_t kMaxPrintedWords = 50'000;
constexpr std::size_t kMaxWordBytes = 200;
constexpr std::size_t kMaxLetters = 400'000;
constexpr std::size_t kMaxPlaces = 200;  // and periods

constexpr std::size_t kShortLetters = 3;  // fewer stand in some word or other

constexpr std::size_t kMaxValueWords = 9;  // a NIR in groups has seven
constexpr double kSameLine = 0.5;          // of a word's height
constexpr double kColumn = 2;              // of a word's height: what follows is another column
constexpr double kLabelGap = 0.8;          // before a label that does not begin its line

template <typename List>
bool IsOneOf(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Words that run up or down the page stand in no line.
bool RunsAlong(const Word& word) {
  constexpr std::size_t kShort = 4;
  return word.text.size() < kShort ||
         word.bottom_right.x - word.top_left.x >= word.bottom_right.y - word.top_left.y;
}

// A word, split at its colons.
void AddWords(const Word& word, bool& after_colon, std::vector<PrintedWord>& words) {
  for (std::size_t start = 0; start <= word.text.size();) {
    const std::size_t end = std::min(word.text.find(':', start), word.text.size());
    const std::string text = word.text.substr(start, end - start);
    if (!text.empty()) {
      words.push_back({text, LettersOf(text), word.top_left.x, word.bottom_right.x,
                       (word.top_left.y + word.bottom_right.y) / 2,
                       word.bottom_right.y - word.top_left.y, word.sight == Sight::kShown,
                       std::exchange(after_colon, false)});
    }
    after_colon = after_colon || end < word.text.size();
    start = end + 1;
  }
}

std::vector<PrintedLine> LinesOf(const Page& page) {
  std::vector<const Word*> words;
  for (const Word& word : page.words) {
    if (word.sight != Sight::kHidden && RunsAlong(word)) words.push_back(&word);
  }
  const auto middle = [](const Word* word) { return word->top_left.y + word->bottom_right.y; };
  std::ranges::stable_sort(words, {}, middle);
  std::vector<PrintedLine> lines;
  for (std::size_t first = 0; first < words.size();) {
    const double height = words[first]->bottom_right.y - words[first]->top_left.y;
    std::size_t end = first + 1;
    while (end < words.size() &&
           middle(words[end]) - middle(words[first]) <= 2 * kSameLine * height)
      ++end;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    const auto stop = words.begin() + static_cast<std::ptrdiff_t>(end);
    std::stable_sort(begin, stop,
                     [](const Word* a, const Word* b) { return a->top_left.x < b->top_left.x; });
    PrintedLine line;
    bool after_colon = false;
    for (auto word = begin; word != stop; ++word) AddWords(**word, after_colon, line);
    if (!line.empty()) lines.push_back(std::move(line));
    first = end;
  }
  return lines;
}

// How many words of the line the label takes from there on; 0 when it does not stand there.
std::size_t WordsOf(const Label& label, const PrintedLine& line, std::size_t at) {
  std::size_t taken = 0;
  for (std::size_t start = 0; start < label.words.size(); ++taken) {
    const std::size_t end = std::min(label.words.find(' ', start), label.words.size());
    if (at + taken >= line.size() ||
        line[at + taken].letters != label.words.substr(start, end - start))
      return 0;
    if (taken > 0 &&
        line[at + taken].left - line[at + taken - 1].right > kLabelGap * line[at].height)
      return 0;  // headings of two columns
    start = end + 1;
  }
  return taken;
}

struct LabelAt {
  const Label* label = nullptr;
  std::size_t words = 0;
};

LabelAt FindLabel(const PrintedLine& line, std::size_t at) {
  for (const Label& label : kLabels) {
    const std::size_t words = WordsOf(label, line, at);
    if (words == 0) continue;
    const bool followed = at + words < line.size();
    if (label.kind == kName && !label.specific && followed && !line[at + words].after_colon &&
        IsOneOf(kOfSomebody, line[at + words].letters))
      return {};
    return {&label, words};
  }
  return {};
}

std::vector<PrintedDate> DatesOf(const PrintedLine& line) {
  std::vector<std::string_view> texts;
  texts.reserve(line.size());
  for (const PrintedWord& word : line) texts.push_back(word.text);
  std::vector<PrintedDate> dates = FindDates(texts);
  for (PrintedDate& date : dates) {
    const auto first = line.begin() + static_cast<std::ptrdiff_t>(date.first);
    const auto end = line.begin() + static_cast<std::ptrdiff_t>(date.last) + 1;
    date.shown = std::all_of(first, end, [](const PrintedWord& word) { return word.shown; });
  }
  return dates;
}

bool HasDigit(const PrintedWord& word) {
  return std::ranges::any_of(word.letters, [](char c) { return c >= '0' && c <= '9'; });
}

bool NamesARight(const PrintedLine& line) {
  const auto is = [](std::string_view letters) {
    return [letters](const PrintedWord& word) { return word.letters == letters; };
  };
  return std::ranges::none_of(line, is("ATTESTATION")) &&
         std::ranges::any_of(
             line, [](const PrintedWord& word) { return IsOneOf(kRights, word.letters); });
}

}  // namespace

Letters LettersOf(std::string_view text) {
  constexpr std::u32string_view kMarks = U"\u00B0\u00BA\u00B7\u00AB\u00BB\u201C\u201D\u2026";
  const auto characters = DecodeUtf8(attestation::FoldName(text));
  if (!characters) return std::string(text);
  std::u32string letters;
  std::ranges::copy_if(*characters, std::back_inserter(letters), [&](char32_t c) {
    const bool ascii_letter = (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    return ascii_letter || (c >= 0x80 && kMarks.find(c) == kMarks.npos);
  });
  return EncodeUtf8(letters);
}

PrintedPage::PrintedPage(const Page& page) {
  whole_ = std::ranges::all_of(page.words,
                               [](const Word& word) { return word.text.size() <= kMaxWordBytes; });
  if (!whole_) return;
  lines_ = LinesOf(page);
  std::size_t words = 0;
  for (const PrintedLine& line : lines_) {
    words += line.size();
    whole_ = whole_ && words <= kMaxPrintedWords && run_together_.size() <= kMaxLetters &&
             places_.size() <= kMaxPlaces && periods_.size() <= kMaxPlaces;
    if (!whole_) return;
    const std::vector<PrintedDate> dates = DatesOf(line);
    dates_.insert(dates_.end(), dates.begin(), dates.end());
    AddPlaces(line);
    AddPeriods(line, dates);
    for (const PrintedWord& word : line) {
      run_together_ += word.letters;
      all_shown_ = all_shown_ && word.shown;
    }
  }
}

void PrintedPage::AddPlaces(const PrintedLine& line) {
  bool labelled = false;  // a label stands before on the line
  for (std::size_t at = 0; at < line.size();) {
    const auto [label, words] = FindLabel(line, at);
    // "Comparez le nom de naissance" is not a label.
    const bool apart =
        at == 0 || labelled || line[at].left - line[at - 1].right > kLabelGap * line[at].height;
    const bool in_prose = label != nullptr && label->kind == kBirthDate;  // "DUPONT, né le …"
    if (label == nullptr || (!apart && !in_prose)) {
      ++at;
      continue;
    }
    labelled = true;
    PrintedPlace place{label->kind, label->specific, {}, {}, true};
    const std::size_t first = at + words;
    for (; at < first; ++at) place.shown = place.shown && line[at].shown;
    PrintedLine value;
    for (; at < line.size() && at - first < kMaxValueWords; ++at) {
      const PrintedWord& word = line[at];
      const bool another_column =
          at > first && word.left - line[at - 1].right > kColumn * word.height;
      if (another_column || FindLabel(line, at).label != nullptr ||
          IsOneOf(kOtherLabels, word.letters))
        break;
      value.push_back(word);
      place.shown = place.shown && word.shown;
      if (!word.letters.empty() && !IsOneOf(kCivilities, word.letters))
        place.value.push_back(word.letters);
    }
    place.dates = DatesOf(value);
    // A sentence may speak of a date or a number without one.
    const bool has_value =
        (place.kind != kBirthDate && place.kind != kNumber) || std::ranges::any_of(value, HasDigit);
    if (!value.empty() && has_value) places_.push_back(std::move(place));
  }
}

void PrintedPage::AddPeriods(const PrintedLine& line, const std::vector<PrintedDate>& dates) {
  const bool of_right = NamesARight(line);
  const auto follows = [&](const PrintedDate& date, std::string_view letters) {
    return date.first > 0 && line[date.first - 1].letters == letters;
  };
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool two = i + 1 < dates.size();
    const bool named = follows(dates[i], "DU");
    if (!named && !of_right) continue;
    PrintedPeriod period{dates[i], std::nullopt, of_right};
    if (two && (follows(dates[i + 1], "AU") || !named)) period.until = dates[++i];
    periods_.push_back(std::move(period));
  }
}

bool PrintedPage::Shows(std::string_view letters) const {
  return std::ranges::any_of(lines_, [&](const PrintedLine& line) {
    return std::ranges::any_of(
        line, [&](const PrintedWord& word) { return word.shown && word.letters == letters; });
  });
}

bool PrintedPage::ShowsDay(std::string_view yyyymmdd) const {
  return std::ranges::any_of(
      dates_, [&](const PrintedDate& date) { return date.shown && date.Is(yyyymmdd); });
}

bool PrintedPage::MayShow(std::string_view letters) const {
  return std::ranges::any_of(lines_, [&](const PrintedLine& line) {
    return std::ranges::find(line, letters, &PrintedWord::letters) != line.end();
  });
}

bool PrintedPage::MayPrint(std::string_view letters) const {
  if (letters.size() <= kShortLetters) return MayShow(letters);
  return run_together_.find(letters) != run_together_.npos;
}

bool PrintedPage::MayPrintDay(std::string_view yyyymmdd) const {
  const std::string french = std::string(yyyymmdd.substr(yyyymmdd.size() - 2)) +
                             std::string(yyyymmdd.substr(4, 2)) +
                             std::string(yyyymmdd.substr(0, 4));
  return MayPrint(yyyymmdd) || MayPrint(french) ||
         std::ranges::any_of(dates_, [&](const PrintedDate& date) { return date.Is(yyyymmdd); });
}

}  // namespace sceau::page
