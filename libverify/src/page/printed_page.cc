// SPDX-License-Identifier: Apache-2.0
#include "page/printed_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "attestation/compare_holder.h"
#include "base/text.h"
#include "page/labels.h"
#include "page/other_people.h"

namespace sceau::page {
namespace {

// A page of more words is not a paper, and would take long.
constexpr std::size_t kMaxPrintedWords = 50'000;
constexpr std::size_t kMaxWordBytes = 200;
constexpr std::size_t kMaxLetters = 400'000;
constexpr std::size_t kMaxPlaces = 200;  // and periods

constexpr std::size_t kShortLetters = 3;  // fewer stand in some word or other

constexpr std::size_t kMaxValueWords = 9;      // a NIR in groups has seven
constexpr std::size_t kMaxSpacedLetters = 40;  // of a value in letters apart
constexpr double kSameLine = 0.5;              // of a word's height
constexpr double kColumn = 2;                  // of a word's height: what follows is another column
constexpr double kSameLeft = 0.6;              // of a word's height
constexpr double kUnder = 2.5;                 // of a word's height: between a label and its value
constexpr double kNearColumn = 4;  // of a word's height: it may be read as one with the value

// Words that run up or down the page stand in no line.
bool RunsAlong(const Word& word) {
  constexpr std::size_t kShort = 4;
  return word.text.size() < kShort ||
         word.bottom_right.x - word.top_left.x >= word.bottom_right.y - word.top_left.y;
}

bool HasPlace(const Word& word) {
  return std::isfinite(word.top_left.x) && std::isfinite(word.top_left.y) &&
         std::isfinite(word.bottom_right.x) && std::isfinite(word.bottom_right.y);
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
    if (word.sight != Sight::kHidden && HasPlace(word) && RunsAlong(word)) words.push_back(&word);
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

// A day, a month or a year.
bool MayBelongToADate(std::string_view letters) {
  const bool digits = std::ranges::all_of(letters, [](char c) { return c >= '0' && c <= '9'; });
  return digits && (letters.size() == 1 || letters.size() == 2 || letters.size() == 4);
}

bool StartsADate(const std::vector<PrintedDate>& dates, std::size_t word) {
  return std::ranges::find(dates, word, &PrintedDate::first) != dates.end();
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
    date.goes_on =
        end != line.end() && MayBelongToADate(end->letters) && !StartsADate(dates, date.last + 1);
    date.box = BoxOf({first, end});
  }
  return dates;
}

bool IsOfDigits(PlaceKind kind) {
  return kind == PlaceKind::kBirthDate || kind == PlaceKind::kNumber ||
         kind == PlaceKind::kBirthRank || kind == PlaceKind::kFundCode ||
         kind > PlaceKind::kPaperHolder;
}
bool IsDetail(PlaceKind kind) { return kind >= PlaceKind::kBirthRank; }

std::string TextOf(std::span<const PrintedWord> words) {
  std::string text;
  for (const PrintedWord& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

bool HasDigit(const PrintedWord& word) {
  return std::ranges::any_of(word.letters, [](char c) { return c >= '0' && c <= '9'; });
}

// What stands from `at` on, up to the next label or column; `at` is behind it then. False where it
// is not a value of the place's kind.
bool TakeValue(const PrintedLine& line, std::size_t& at, PrintedPlace& place) {
  const std::size_t first = at;
  PrintedLine value;
  std::size_t words_left = kMaxValueWords;  // letters that stand apart are one word together
  for (; at < line.size() && words_left > 0; ++at) {
    const PrintedWord& word = line[at];
    if (FindLabel(line, at).label != nullptr || IsOtherLabel(word.letters)) break;
    const double gap = at > first ? word.left - line[at - 1].right : 0;
    if (gap > kColumn * word.height) {
      if (gap <= kNearColumn * word.height) place.behind = word.letters;
      break;
    }
    value.push_back(word);
    if (word.letters.size() > 1 || value.size() > kMaxSpacedLetters) --words_left;
    place.shown = place.shown && word.shown;
    place.of_another = place.of_another || IsTitleOfAnother(word.letters);
    if (!word.letters.empty() && !IsCivility(word.letters)) place.value.push_back(word.letters);
  }
  place.dates = DatesOf(value);
  place.box = BoxOf(value);
  place.text = TextOf(value);
  // A sentence may speak of a date or a number without one.
  return !value.empty() && (!IsOfDigits(place.kind) || std::ranges::any_of(value, HasDigit));
}

bool StandsAt(const PrintedWord& word, double left) {
  return std::abs(word.left - left) <= kSameLeft * word.height;
}

// The first word of a column that begins there; behind the last word, where none does.
std::size_t ColumnAt(const PrintedLine& line, double left) {
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    const bool begins = at == 0 || line[at].left - line[at - 1].right > kColumn * line[at].height;
    if (begins && StandsAt(line[at], left)) break;
  }
  return at;
}

}  // namespace

Box BoxOf(std::span<const PrintedWord> words) {
  if (words.empty()) return {};
  Box box{{words.front().left, words.front().middle}, {words.front().right, words.front().middle}};
  for (const PrintedWord& word : words) {
    box.top_left.x = std::min(box.top_left.x, word.left);
    box.top_left.y = std::min(box.top_left.y, word.middle - word.height / 2);
    box.bottom_right.x = std::max(box.bottom_right.x, word.right);
    box.bottom_right.y = std::max(box.bottom_right.y, word.middle + word.height / 2);
  }
  return box;
}

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
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const PrintedLine& line = lines_[i];
    words += line.size();
    whole_ = whole_ && words <= kMaxPrintedWords && run_together_.size() <= kMaxLetters &&
             places_.size() + details_.size() <= kMaxPlaces && periods_.size() <= kMaxPlaces;
    if (!whole_) return;
    std::vector<PrintedDate> dates = DatesOf(line);
    for (PrintedDate& date : dates) date.line = i;
    dates_.insert(dates_.end(), dates.begin(), dates.end());
    AddPlaces(i);
    AddPeriods(i, dates);
    for (const PrintedWord& word : line) {
      run_together_ += word.letters;
      all_shown_ = all_shown_ && word.shown;
    }
  }
  AddPlacesUnderLabels();
}

void PrintedPage::AddPlaces(std::size_t number) {
  const PrintedLine& line = lines_[number];
  bool labelled = false;  // a label stands before on the line
  for (std::size_t at = 0; at < line.size();) {
    const auto [label, words] = FindLabel(line, at);
    // "Comparez le nom de naissance" is not a label.
    const bool apart =
        at == 0 || labelled || line[at].left - line[at - 1].right > kLabelGap * line[at].height;
    const bool in_prose =
        label != nullptr && label->kind == PlaceKind::kBirthDate;  // "DUPONT, né le …"
    if (label == nullptr || (!apart && !in_prose)) {
      ++at;
      continue;
    }
    labelled = true;
    PrintedPlace place{.kind = label->kind, .specific = label->specific, .shown = true};
    const LabelOfPlace own{label, number, at};
    const std::size_t first = at + words;
    for (; at < first; ++at) place.shown = place.shown && line[at].shown;
    const bool ends_column =
        at == line.size() || line[at].left - line[at - 1].right > kColumn * line[at].height;
    if (TakeValue(line, at, place))
      AddPlace(std::move(place), own);
    else if (apart && ends_column && place.text.empty())
      above_values_.push_back(own);
  }
}

void PrintedPage::AddPlace(PrintedPlace place, const LabelOfPlace& label) {
  place.of_another = place.of_another || SpeaksOfAnother(lines_, label.line, label.at);
  (IsDetail(place.kind) ? details_ : places_).push_back(std::move(place));
}

// A form may print its values under its labels. Where a value of the kind stands beside a label, it
// is the holder's, and a label above others heads a table.
void PrintedPage::AddPlacesUnderLabels() {
  std::set<PlaceKind> beside;
  for (const auto* places : {&places_, &details_})
    for (const PrintedPlace& place : *places) beside.insert(place.kind);
  for (const LabelOfPlace& label : above_values_) {
    if (beside.contains(label.label->kind) || label.line + 1 == lines_.size()) continue;
    const PrintedWord& word = lines_[label.line][label.at];
    const PrintedLine& line = lines_[label.line + 1];
    std::size_t at = ColumnAt(line, word.left);
    if (at == line.size() || line[at].middle - word.middle > kUnder * word.height ||
        HeadsATable(label))
      continue;
    PrintedPlace place{
        .kind = label.label->kind, .specific = label.label->specific, .shown = word.shown};
    if (TakeValue(line, at, place)) AddPlace(std::move(place), label);
    if (places_.size() + details_.size() >= kMaxPlaces) return;
  }
}

// Whether a second value stands below the first one: the row after it begins without a label.
bool PrintedPage::HeadsATable(const LabelOfPlace& label) const {
  if (label.line + 2 >= lines_.size()) return false;
  const PrintedWord& word = lines_[label.line][label.at];
  const PrintedLine& line = lines_[label.line + 2];
  if (FindLabel(line, 0).label != nullptr || IsOtherLabel(line.front().letters)) return false;
  const std::size_t at = ColumnAt(line, word.left);
  return at < line.size() && line[at].middle - word.middle <= 2 * kUnder * word.height;
}

void PrintedPage::AddPeriods(std::size_t at, const std::vector<PrintedDate>& dates) {
  const PrintedLine& line = lines_[at];
  const bool of_right = NamesARight(line);
  const auto follows = [&](const PrintedDate& date, std::string_view letters) {
    return date.first > 0 && line[date.first - 1].letters == letters;
  };
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool two = i + 1 < dates.size();
    const bool named = follows(dates[i], "DU");
    if (!named && !of_right) continue;
    PrintedPeriod period{dates[i], std::nullopt, of_right, at};
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
  if (yyyymmdd.size() != 8) return MayPrint(yyyymmdd);
  const std::string french = std::string(yyyymmdd.substr(yyyymmdd.size() - 2)) +
                             std::string(yyyymmdd.substr(4, 2)) +
                             std::string(yyyymmdd.substr(0, 4));
  return MayPrint(yyyymmdd) || MayPrint(french) ||
         std::ranges::any_of(dates_, [&](const PrintedDate& date) { return date.Is(yyyymmdd); });
}

std::optional<PrintedRun> PrintedPage::Find(std::string_view letters) const {
  std::optional<PrintedRun> found;
  if (letters.empty()) return found;
  for (const PrintedLine& line : lines_) {
    for (std::size_t first = 0; first < line.size(); ++first) {
      std::size_t taken = 0;
      std::size_t end = first;
      while (end < line.size() && taken < letters.size() &&
             letters.substr(taken).starts_with(line[end].letters))
        taken += line[end++].letters.size();
      if (taken != letters.size() || line[first].letters.empty()) continue;
      const auto words = std::span(line).subspan(first, end - first);
      const bool shown =
          std::ranges::all_of(words, [](const PrintedWord& word) { return word.shown; });
      if (!found || shown) found = {TextOf(words), shown, BoxOf(words)};
      if (shown) return found;
    }
  }
  return found;
}

}  // namespace sceau::page
