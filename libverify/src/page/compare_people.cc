// SPDX-License-Identifier: Apache-2.0
#include "page/compare_people.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "page/match_place.h"
#include "page/name_forms.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

constexpr std::size_t kMaxSealedDependants = 12;  // more than a seal takes may be on the page

// What a row has in common with a person whom the seal names.
struct Likeness {
  bool name;
  bool given_names;
  bool birth_date;
  int count() const { return name + given_names + birth_date; }
};

// By all given names.
bool IsCalled(const ListedPerson& row, const SealedPerson& person) {
  return row.given_names.letters == LettersOf(person.given_names);
}

// The first given name is enough, as beside a label.
Likeness LikenessOf(const ListedPerson& row, const SealedPerson& person) {
  return {.name = row.name.letters == LettersOf(person.name),
          .given_names = IsCalled(row, person) ||
                         row.given_names.letters == FirstGivenName(person.given_names),
          .birth_date = row.born.Is(person.birth_date)};
}

// A slip and initials count as the same where somebody might be called another person for it.
Likeness LooseLikenessOf(const ListedPerson& row, const SealedPerson& person) {
  Likeness likeness = LikenessOf(row, person);
  const std::vector<Letters> names = SaintForms(NameParts(person.name));
  likeness.name = likeness.name || std::ranges::any_of(names, [&](const Letters& name) {
                    return AreNear(row.name.letters, name);
                  });
  const Letters& given = row.given_names.letters;
  likeness.given_names = likeness.given_names || AreNear(given, LettersOf(person.given_names)) ||
                         AreInitialsOf(given, NameParts(person.given_names));
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
        if (!IsNamed(row)) AddOther(row, table.of_dependants && !row.below_heading);
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

  // Of several people who share the first given name, all given names tell which one is listed.
  std::vector<const SealedPerson*> PeopleOf(const ListedPerson& row) const {
    std::vector<const SealedPerson*> alike;
    for (const SealedPerson& person : sealed_.dependants()) {
      if (LikenessOf(row, person).count() == 3) alike.push_back(&person);
    }
    const auto is_called = [&](const SealedPerson* person) { return IsCalled(row, *person); };
    if (std::ranges::any_of(alike, is_called))
      std::erase_if(alike, std::not_fn(is_called));
    else if (alike.size() > 1)
      alike.clear();
    return alike;
  }

  void AddWhole(const ListedPerson& row) {
    for (const SealedPerson* person : PeopleOf(row)) {
      found_.insert(person->row);
      AddCell(kDependantName, person->row, row.name);
      AddCell(kDependantGivenNames, person->row, row.given_names);
      if (row.born.shown)
        result_.agreeing.push_back(
            Agreeing({kDependantBirthDate, person->row}, row.born.box, row.born.day));
      if (row.birth_rank.letters == person->birth_rank)
        AddCell(kDependantBirthRank, person->row, row.birth_rank);
    }
  }

  void AddOther(const ListedPerson& row, bool of_dependants) {
    result_.any_unknown = true;
    if (of_dependants && IsClear(row) && sealed_.is_whole())
      std::ranges::move(DifferencesOf(row), std::back_inserter(result_.differences));
  }

  // Of somebody else, or of one of the seal's people of whom a cell says something else.
  std::vector<Difference> DifferencesOf(const ListedPerson& row) const {
    const auto is_close = [&](const SealedPerson& person) {
      return LooseLikenessOf(row, person).count() >= 2;
    };
    const auto is_copy = [&](const SealedPerson& person) {
      return LooseLikenessOf(row, person).count() == 3;
    };
    const SealedPerson* closest = nullptr;
    for (const SealedPerson& person : sealed_.dependants()) {
      if (!found_.contains(person.row) && is_close(person)) closest = &person;
    }
    if (closest != nullptr) return EditsOf(row, *closest);
    if (sealed_.dependants().size() >= kMaxSealedDependants ||
        std::ranges::any_of(holders_, is_close) ||
        std::ranges::any_of(sealed_.dependants(), is_copy))
      return {};
    return {{Reason::kDocumentPrintedDependantsDiffer, std::nullopt, row.name.box, row.name.text}};
  }

  std::vector<Difference> EditsOf(const ListedPerson& row, const SealedPerson& person) const {
    std::vector<Difference> differences;
    const Likeness likeness = LooseLikenessOf(row, person);
    const auto add = [&](PrintedKind kind, const Box& box, const std::string& seen) {
      differences.push_back(
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
    return differences;
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
