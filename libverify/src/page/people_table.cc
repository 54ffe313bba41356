// SPDX-License-Identifier: Apache-2.0
#include "page/people_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "page/labels.h"

namespace sceau::page {
namespace {

constexpr std::size_t kMaxListed = 60;      // people of one table
constexpr std::size_t kLinesOfHeading = 3;  // above the heads of the columns
constexpr double kSlack = 0.6;              // of a word's height: left of its column
constexpr double kNextLine = 1.8;           // of a word's height: a cell that goes on

struct Column {
  PeopleColumn kind = PeopleColumn::kName;
  double left = 0;
};
using Columns = std::vector<Column>;

std::optional<PeopleColumn> ColumnOf(PlaceKind kind) {
  if (kind == PlaceKind::kName) return PeopleColumn::kName;
  if (kind == PlaceKind::kGivenNames) return PeopleColumn::kGivenNames;
  if (kind == PlaceKind::kBirthDate) return PeopleColumn::kBirthDate;
  if (kind == PlaceKind::kBirthRank) return PeopleColumn::kBirthRank;
  return std::nullopt;
}

bool HasColumn(const Columns& columns, PeopleColumn kind) {
  return std::ranges::find(columns, kind, &Column::kind) != columns.end();
}

// The columns that a line heads; none where anything else stands in it, or one is headed twice.
Columns ColumnsOf(const PrintedLine& line) {
  Columns columns;
  for (std::size_t at = 0; at < line.size();) {
    const LabelAt found = FindLabel(line, at);
    std::optional<PeopleColumn> kind;
    if (found.label != nullptr) kind = ColumnOf(found.label->kind);
    if (found.label == nullptr && line[at].letters == "RANG") kind = PeopleColumn::kBirthRank;
    if (!kind || HasColumn(columns, *kind)) return {};
    columns.push_back({*kind, line[at].left});
    at += std::max<std::size_t>(found.words, 1);
  }
  const bool is_table = HasColumn(columns, PeopleColumn::kName) &&
                        HasColumn(columns, PeopleColumn::kGivenNames) &&
                        HasColumn(columns, PeopleColumn::kBirthDate);
  return is_table ? columns : Columns{};
}

// "Ayants droit rattachés", and not "Anciens ayants droit" or those of somebody else.
bool HeadsDependants(const PrintedLine& line) {
  constexpr auto kWordsOfHeading = std::to_array<std::string_view>(
      {"A",         "ASSURE", "ASSUREE",  "AU",        "AUX",      "AYANT",        "AYANTS",
       "CE",        "COMPTE", "COUVERTS", "DE",        "DECLARES", "DES",          "DOSSIER",
       "DROIT",     "DROITS", "DU",       "ENFANTS",   "ET",       "BENEFICIAIRE", "BENEFICIAIRES",
       "INSCRITS",  "JOUR",   "L",        "LA",        "LASSURE",  "LASSUREE",     "LE",
       "LES",       "LISTE",  "MINEURS",  "PRINCIPAL", "RATTACHE", "RATTACHEE",    "RATTACHEES",
       "RATTACHES", "S",      "SES",      "SONT",      "SUIVANTS", "SUR",          "TITULAIRE",
       "VOS",       "VOTRE"});
  const auto is_known = [&](const PrintedWord& word) {
    return word.letters.empty() ||
           std::ranges::find(kWordsOfHeading, word.letters) != kWordsOfHeading.end();
  };
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (line[at].letters.starts_with("AYANT") && line[at + 1].letters.starts_with("DROIT"))
      return std::ranges::all_of(line, is_known);
  }
  return false;
}

// A few words side by side, as "Second parent" above other people than those before.
bool MayBeHeading(const PrintedLine& line) {
  constexpr std::size_t kMaxWords = 6;
  constexpr std::size_t kLettersOfAHeading = 3;
  bool any_word = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool apart = at > 0 && line[at].left - line[at - 1].right > kLabelGap * line[at].height;
    const bool has_digit =
        std::ranges::any_of(line[at].letters, [](char c) { return c >= '0' && c <= '9'; });
    if (apart || has_digit) return false;
    any_word = any_word || line[at].letters.size() >= kLettersOfAHeading;
  }
  return any_word && line.size() <= kMaxWords;
}

// By the heading next above the heads of the columns.
bool IsOfDependants(std::span<const PrintedLine> lines, std::size_t heads) {
  for (std::size_t above = 1; above <= std::min(heads, kLinesOfHeading); ++above) {
    const PrintedLine& line = lines[heads - above];
    if (HeadsDependants(line)) return true;
    if (MayBeHeading(line)) return false;
  }
  return false;
}

std::vector<PrintedLine> CellsOf(const PrintedLine& line, const Columns& columns) {
  std::vector<PrintedLine> cells(columns.size());
  for (const PrintedWord& word : line) {
    std::size_t column = 0;
    while (column + 1 < columns.size() &&
           word.left >= columns[column + 1].left - kSlack * word.height)
      ++column;
    cells[column].push_back(word);
  }
  return cells;
}

bool IsOfLetters(std::string_view letters) {
  return std::ranges::all_of(letters, [](char c) { return c >= 'A' && c <= 'Z'; });
}

void Append(const PrintedLine& words, PeopleCell& cell) {
  if (words.empty()) return;
  const Box box = BoxOf(words);
  const bool first = cell.text.empty();
  if (first) cell.box = box;
  cell.box.top_left.x = std::min(cell.box.top_left.x, box.top_left.x);
  cell.box.bottom_right.x = std::max(cell.box.bottom_right.x, box.bottom_right.x);
  cell.box.bottom_right.y = std::max(cell.box.bottom_right.y, box.bottom_right.y);
  for (const PrintedWord& word : words) {
    cell.letters += word.letters;
    cell.text += (cell.text.empty() ? "" : " ") + word.text;
    cell.shown = cell.shown && word.shown;
  }
  cell.clean = cell.letters.size() >= 2 && IsOfLetters(cell.letters);
}

std::optional<PrintedDate> OnlyDateOf(const PrintedLine& cell) {
  std::vector<std::string_view> texts;
  texts.reserve(cell.size());
  for (const PrintedWord& word : cell) texts.push_back(word.text);
  std::vector<PrintedDate> dates = FindDates(texts);
  if (dates.size() != 1) return std::nullopt;
  dates.front().shown =
      std::ranges::all_of(cell, [](const PrintedWord& word) { return word.shown; });
  dates.front().box = BoxOf(cell);
  return std::move(dates.front());
}

class TableReader {
 public:
  TableReader(const Columns& columns, PeopleTable& table) : columns_(columns), table_(table) {}

  // False when the table ends before the line.
  bool Read(const PrintedLine& line) {
    const std::vector<PrintedLine> cells = CellsOf(line, columns_);
    std::optional<PrintedDate> born;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (columns_[i].kind == PeopleColumn::kBirthDate) born = OnlyDateOf(cells[i]);
    }
    const bool goes_on = !born && !table_.rows.empty() &&
                         line.front().middle - last_middle_ < kNextLine * line.front().height;
    if ((!born && !goes_on) || table_.rows.size() == kMaxListed) return false;
    if (born) {
      table_.rows.emplace_back();
      table_.rows.back().born = *std::move(born);
      table_.rows.back().below_heading = below_heading_;
    } else if (!cells.front().empty() && MayBeHeading(line) && !BreaksAWord(table_.rows.back())) {
      below_heading_ = true;
    }
    AddCells(cells, table_.rows.back());
    last_middle_ = line.front().middle;
    return true;
  }

  // What comes next belongs to the same people.
  bool goes_on() const { return !below_heading_; }

 private:
  static bool BreaksAWord(const ListedPerson& row) {
    return row.name.text.ends_with('-') || row.given_names.text.ends_with('-');
  }

  void AddCells(const std::vector<PrintedLine>& cells, ListedPerson& person) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      switch (columns_[i].kind) {
        case PeopleColumn::kName:
          Append(cells[i], person.name);
          break;
        case PeopleColumn::kGivenNames:
          Append(cells[i], person.given_names);
          break;
        case PeopleColumn::kBirthRank:
          Append(cells[i], person.birth_rank);
          break;
        case PeopleColumn::kBirthDate:
          break;
      }
    }
  }

  const Columns& columns_;
  PeopleTable& table_;
  double last_middle_ = 0;
  bool below_heading_ = false;
};

}  // namespace

std::vector<PeopleTable> FindPeopleTables(std::span<const PrintedLine> lines) {
  std::vector<PeopleTable> tables;
  std::optional<std::size_t> heads_again;  // a line on which a table of dependants may go on
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const Columns columns = ColumnsOf(lines[at]);
    if (columns.empty()) continue;
    PeopleTable table;
    table.of_dependants = heads_again == at || IsOfDependants(lines, at);
    TableReader reader(columns, table);
    while (at + 1 < lines.size() && ColumnsOf(lines[at + 1]).empty() && reader.Read(lines[at + 1]))
      ++at;
    heads_again.reset();
    if (table.of_dependants && reader.goes_on()) heads_again = at + 1;
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace sceau::page
