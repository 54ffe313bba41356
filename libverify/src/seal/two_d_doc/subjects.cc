// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/subjects.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "seal/two_d_doc/mrz.h"
#include "seal/two_d_doc/name_text.h"

namespace sceau::seal::two_d_doc {
namespace {

// The identifiers that name one person; "" where a document has none.
struct NameFields {
  std::string_view line{};  // all names in one text
  std::string_view title{};
  std::string_view birth_name{};
  std::string_view family_name{};  // of either sort
  std::string_view name_in_use{};
  std::string_view name_of_spouse{};
  std::string_view given_names{};
  std::string_view given_name{};
  std::string_view born{};
};

// Left out: those who act in a document about another (employers, declarers, bailiffs, parents),
// the parties of sales, gifts and customs documents, and the dead.
constexpr auto kPeople = std::to_array<NameFields>({
    {.title = "6H",
     .birth_name = "62",
     .family_name = "6G",
     .name_in_use = "63",
     .name_of_spouse = "64",
     .given_names = "60",
     .given_name = "61",
     .born = "69"},
    {.family_name = "80", .given_names = "81", .born = "69"},
    {.birth_name = "B2",
     .name_in_use = "B3",
     .name_of_spouse = "B4",
     .given_names = "B0",
     .given_name = "B1",
     .born = "B7"},
    {.birth_name = "F1", .given_names = "F0", .born = "F2"},
    {.birth_name = "L0", .given_names = "L1", .born = "L2"},
    {.family_name = "I3", .given_names = "I4"},
    {.line = "10", .title = "11", .family_name = "13", .given_names = "12"},
    {.line = "1I", .title = "1J", .family_name = "1L", .given_names = "1K"},
    {.line = "14", .title = "15", .family_name = "17", .given_names = "16"},
    {.line = "1M", .title = "1N", .family_name = "1P", .given_names = "1O"},
    {.line = "30"},
    {.line = "46"},
    {.line = "48"},
    {.line = "4N"},
});

// Of a declaration of income, which only people make.
constexpr auto kLinesOfPeople = std::to_array<std::string_view>({"46", "48", "4N"});

struct NameText {
  std::string text{};
  bool is_cut = false;
};

class PeopleReader {
 public:
  PeopleReader(std::span<const Field> fields, Claims& claims) : fields_(fields), claims_(claims) {}

  void Read(const NameFields& ids) {
    const NameText family = FirstOf({ids.birth_name, ids.family_name});
    const NameText given = FirstOf({ids.given_names, ids.given_name});
    const NameText line = TextOf(ids.line);
    const std::string title = TextOf(ids.title).text;
    if (family.text.empty() || (given.text.empty() && !line.text.empty())) {
      const bool is_person = std::ranges::find(kLinesOfPeople, ids.line) != kLinesOfPeople.end();
      if (!line.text.empty()) Add(PeopleIn(line.text, line.is_cut, is_person));
      return;
    }
    // A company has a name in that place, and neither title nor given name.
    if (given.text.empty() && title.empty()) return;
    NamedPeople people = PeopleIn({.title = title,
                                   .family_name = family.text,
                                   .given_names = given.text,
                                   .is_cut = family.is_cut || given.is_cut});
    if (people.subjects.size() == 1) Complete(ids, people.subjects.front());
    Add(std::move(people));
  }

  void ReadMrz() {
    const NameText zone = WholeTextOf("6F");
    if (zone.is_cut) return;
    if (auto subject = SubjectOfMrz(zone.text)) claims_.subjects.push_back(*std::move(subject));
  }

  // "1": there is one more, whom the code does not name.
  void ReadPresence(std::string_view id) {
    const std::string value = TextOf(id).text;
    if (!value.empty() && value != "0" && value != "N") claims_.names_not_all = true;
  }

 private:
  NameText WholeTextOf(std::string_view id) const {
    const auto field = std::ranges::find(fields_, id, &Field::id);
    if (field == fields_.end() || field->known == nullptr) return {};
    return {std::string(field->value), field->truncated};
  }

  // A name that fills its field may go on behind it.
  NameText TextOf(std::string_view id) const {
    const NameText whole = WholeTextOf(id);
    const Identifier* known = FindIdentifier(id);
    const bool is_full = known != nullptr && known->greatest_length > 0 &&
                         whole.text.size() >= known->greatest_length;
    return {std::string(Trim(whole.text)), whole.is_cut || is_full};
  }

  NameText FirstOf(std::initializer_list<std::string_view> ids) const {
    for (const std::string_view id : ids) {
      if (NameText text = TextOf(id); !text.text.empty()) return text;
    }
    return {};
  }

  // What the document says of one person besides.
  void Complete(const NameFields& ids, Subject& subject) const {
    const std::string birth_name = TextOf(ids.birth_name).text;
    if (!birth_name.empty() && subject.birth_name.empty()) {
      subject.birth_name = birth_name;
      subject.name_in_use.reset();
    }
    const NameText in_use = FirstOf({ids.name_in_use, ids.name_of_spouse});
    if (!in_use.text.empty() && IsUtf8(in_use.text)) subject.name_in_use = in_use.text;
    subject.birth_date = BirthDate(TextOf(ids.born).text);
  }

  // DDMMYYYY as carried, year first.
  static std::string BirthDate(std::string_view value) {
    if (value.size() != 8 || !std::ranges::all_of(value, IsDigit)) return {};
    return std::string(value.substr(4)) + std::string(value.substr(2, 2)) +
           std::string(value.substr(0, 2));
  }

  void Add(NamedPeople people) {
    std::ranges::move(people.subjects, std::back_inserter(claims_.subjects));
    claims_.names_not_all = claims_.names_not_all || people.names_not_all;
  }

  std::span<const Field> fields_;
  Claims& claims_;
};

}  // namespace

void AddSubjects(std::span<const Field> fields, Claims& claims) {
  PeopleReader reader(fields, claims);
  for (const NameFields& ids : kPeople) reader.Read(ids);
  reader.ReadMrz();
  reader.ReadPresence("1G");
  reader.ReadPresence("1H");
}

}  // namespace sceau::seal::two_d_doc
