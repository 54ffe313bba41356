// SPDX-License-Identifier: Apache-2.0
#include "page/compare_people.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "page/match_place.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

constexpr std::size_t kMaxSealedDependants = 12;  // more than a seal takes may be on the page

// What a row has in common with a person whom the seal names.
struct Likeness {
  bool name = false;
  bool given_names = false;
  bool birth_date = false;
  int count() const { return name + given_names + birth_date; }
};

Likeness LikenessOf(const ListedPerson& row, const SealedPerson& person) {
  return {.name = row.name.letters == LettersOf(person.name),
          .given_names = row.given_names.letters == LettersOf(person.given_names),
          .birth_date = row.born.Is(person.birth_date)};
}

// A slip counts as the same where somebody might be called another person for it.
Likeness LooseLikenessOf(const ListedPerson& row, const SealedPerson& person) {
  Likeness likeness = LikenessOf(row, person);
  likeness.name = likeness.name || AreNear(row.name.letters, LettersOf(person.name));
  likeness.given_names =
      likeness.given_names || AreNear(row.given_names.letters, LettersOf(person.given_names));
  return likeness;
}

bool IsClear(const ListedPerson& row) {
  return row.shown() && row.name.clean && row.given_names.clean && IsWholeDay(row.born.day);
}

class RowsComparison {
 public:
  RowsComparison(const SealedFacts& sealed, const PrintedPage& printed)
      : sealed_(sealed), printed_(printed), tables_(FindPeopleTables(printed.lines())) {
    for (const PrintedKind kind : {kBirthName, kNameInUse}) {
      if (sealed.Find(kind) == nullptr) continue;
      holders_.push_back({0, sealed.ValueOf(kind), sealed.ValueOf(kGivenNames),
                          sealed.ValueOf(kBirthDate), sealed.ValueOf(kBirthRank)});
    }
  }

  PeopleComparison Run() {
    for (const PeopleTable& table : tables_) {
      for (const ListedPerson& row : table.rows) AddWhole(row);
    }
    for (const PeopleTable& table : tables_) {
      for (const ListedPerson& row : table.rows) {
        if (!IsNamed(row)) AddOther(row, table.of_dependants);
      }
    }
    return std::move(result_);
  }

 private:
  bool IsNamed(const ListedPerson& row) const {
    const auto is = [&](const SealedPerson& person) {
      return LikenessOf(row, person).count() == 3;
    };
    return std::ranges::any_of(sealed_.dependants(), is) || std::ranges::any_of(holders_, is);
  }

  void AddCell(PrintedKind kind, std::uint8_t row, const PeopleCell& cell) {
    if (cell.shown && !cell.text.empty())
      result_.agreeing.push_back(Agreeing({kind, row}, cell.box, cell.text));
  }

  void AddWhole(const ListedPerson& row) {
    for (const SealedPerson& person : sealed_.dependants()) {
      if (LikenessOf(row, person).count() < 3) continue;
      found_.insert(person.row);
      AddCell(kDependantName, person.row, row.name);
      AddCell(kDependantGivenNames, person.row, row.given_names);
      if (row.born.shown)
        result_.agreeing.push_back(
            Agreeing({kDependantBirthDate, person.row}, row.born.box, row.born.day));
      if (row.birth_rank.letters == person.birth_rank)
        AddCell(kDependantBirthRank, person.row, row.birth_rank);
    }
  }

  // Somebody else, or one of the seal's people of whom a cell says something else.
  void AddOther(const ListedPerson& row, bool of_dependants) {
    result_.any_unknown = true;
    if (!of_dependants || !IsClear(row) || !sealed_.is_whole()) return;
    const SealedPerson* closest = nullptr;
    for (const SealedPerson& person : sealed_.dependants()) {
      if (!found_.contains(person.row) && LooseLikenessOf(row, person).count() >= 2)
        closest = &person;
    }
    if (closest != nullptr) {
      AddEdited(row, *closest);
      return;
    }
    const auto is_close = [&](const SealedPerson& person) {
      return LooseLikenessOf(row, person).count() >= 2 && !found_.contains(person.row);
    };
    const auto is_copy = [&](const SealedPerson& person) {
      return LooseLikenessOf(row, person).count() == 3;
    };
    if (sealed_.dependants().size() >= kMaxSealedDependants ||
        std::ranges::any_of(holders_, is_close) ||
        std::ranges::any_of(sealed_.dependants(), is_copy))
      return;
    result_.differences.push_back(
        {Reason::kDocumentPrintedDependantsDiffer, std::nullopt, row.name.box, row.name.text});
  }

  void AddEdited(const ListedPerson& row, const SealedPerson& person) {
    const Likeness likeness = LooseLikenessOf(row, person);
    const auto add = [&](PrintedKind kind, const Box& box, const std::string& seen) {
      result_.differences.push_back(
          {Reason::kDocumentPrintedDependantsDiffer, FactKey{kind, person.row}, box, seen});
    };
    if (!likeness.name && !printed_.MayPrint(LettersOf(person.name)))
      add(kDependantName, row.name.box, row.name.text);
    if (!likeness.given_names && !printed_.MayPrint(LettersOf(person.given_names)))
      add(kDependantGivenNames, row.given_names.box, row.given_names.text);
    if (!likeness.birth_date && IsWholeDay(person.birth_date) &&
        !row.born.Is(WithDayAndMonthSwapped(person.birth_date)) &&
        !printed_.MayPrintDay(person.birth_date))
      add(kDependantBirthDate, row.born.box, row.born.day);
  }

  const SealedFacts& sealed_;
  const PrintedPage& printed_;
  std::vector<PeopleTable> tables_;
  std::vector<SealedPerson> holders_;  // the holder, under each name
  std::set<std::uint8_t> found_;       // rows of dependants who are listed as sealed
  PeopleComparison result_;
};

}  // namespace

PeopleComparison ComparePeople(const SealedFacts& sealed, const PrintedPage& printed) {
  return RowsComparison(sealed, printed).Run();
}

}  // namespace sceau::page
