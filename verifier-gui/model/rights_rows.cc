// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/rights_rows.h"

#include <utility>

#include "sceau/render.h"
#include "verifier-gui/model/text.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

// More people than these are counted in one row; all are named under the
// details.
constexpr std::size_t kNamedDependants = 3;

bool covers(const Right& right, Date day) {
  return right.from <= day && (!right.until || day <= *right.until);
}

// Whether `one` says more about the day than `other`, a period of the same
// right.
bool speaksBefore(const Right& one, const Right& other, Date day) {
  if (covers(one, day) || covers(other, day)) return covers(one, day);
  const bool oneComes = one.from > day;
  const bool otherComes = other.from > day;
  if (oneComes != otherComes) return oneComes;
  return oneComes ? one.from < other.from : one.from > other.from;
}

QString capital(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

// What a right says on a day on which its attestation is in date.
QString wordsOf(const Right& right, Date day, Language language) {
  const auto date = [&](Date shown) { return wording::ShowDate(shown, language); };
  if (right.from > day) return say(Message::kWindowRightFrom, language, date(right.from));
  if (!right.until) return say(Message::kWindowRightNoEnd, language);
  return say(covers(right, day) ? Message::kWindowRightUntil : Message::kWindowRightEnded, language,
             date(*right.until));
}

void addDependants(const Attestation& attestation, Language language, std::vector<RightRow>& rows) {
  const auto& people = attestation.dependants;
  const bool namesAll = people.size() <= kNamedDependants;
  const std::size_t named = namesAll ? people.size() : kNamedDependants - 1;
  for (std::size_t i = 0; i < named; ++i) {
    const QString person = say(Message::kDependant, language, EscapeForDisplay(people[i].name),
                               EscapeForDisplay(people[i].given_names),
                               wording::ShowBirthDate(people[i].birth_date, language));
    rows.push_back({say(Message::kWindowDependant, language, person.toStdString()),
                    say(Message::kWindowAttached, language), false});
  }
  if (!namesAll) {
    rows.push_back({say(Message::kWindowMoreDependants, language, people.size() - named),
                    say(Message::kWindowUnderDetails, language), false});
  }
}

}  // namespace

std::vector<RightRow> rightsRowsOf(const Attestation& attestation, Date day, Language language) {
  std::vector<const Right*> chosen;
  for (const Right& right : attestation.rights) {
    if (!chosen.empty() && chosen.back()->kind == right.kind) {
      if (speaksBefore(right, *chosen.back(), day)) chosen.back() = &right;
    } else {
      chosen.push_back(&right);
    }
  }
  std::vector<RightRow> rows;
  const bool isOver = attestation.valid_until < day;
  const bool isInDate = !isOver && attestation.valid_from <= day;
  for (const Right* right : chosen) {
    const bool isOpen = isInDate && covers(*right, day);
    QString words = wordsOf(*right, day, language);
    if (!isInDate && covers(*right, day)) {
      words = say(
          isOver ? Message::kWindowRightAttestedUntil : Message::kWindowRightAttestedFrom, language,
          wording::ShowDate(isOver ? attestation.valid_until : attestation.valid_from, language));
    }
    rows.push_back(
        {capital(say(wording::NameOf(right->kind), language)), std::move(words), isOpen});
  }
  addDependants(attestation, language, rows);
  return rows;
}

}  // namespace sceau::gui
