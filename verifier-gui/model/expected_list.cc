// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_list.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "verifier-gui/model/plain_words.h"

namespace sceau::gui {
namespace {

// Of those who share words with a paper, whom it is worth to ask about.
constexpr qsizetype kMaxNear = 24;
constexpr int kYearDigits = 4;

bool isGenuine(const SealReport& seal) {
  return seal.axes.seal == SealAxis::kGenuine && !seal.set_aside;
}

std::vector<const Attestation*> attestationsOf(const Report& report) {
  std::vector<const Attestation*> found;
  for (const SealReport& seal : report.seals) {
    if (isGenuine(seal) && seal.claims && seal.claims->attestation)
      found.push_back(&*seal.claims->attestation);
  }
  return found;
}

QStringList daysOf(const Attestation& attestation) {
  QStringList days{QString::fromStdString(attestation.holder.birth_date)};
  for (const Dependant& dependant : attestation.dependants)
    days.append(QString::fromStdString(dependant.birth_date));
  return days;
}

QStringList wordsOf(const Attestation& attestation) {
  const Holder& holder = attestation.holder;
  std::string names =
      holder.birth_name + " " + holder.given_names + " " + holder.name_in_use.value_or("");
  for (const Dependant& dependant : attestation.dependants)
    names += " " + dependant.name + " " + dependant.given_names;
  QStringList words = plainWords(QString::fromStdString(names)).split(QLatin1Char(' '));
  words.removeDuplicates();
  return words;
}

// A number without its key.
QString numberKey(const std::string& nir) {
  constexpr qsizetype kWithoutKey = 13;
  return plainWords(QString::fromStdString(nir)).remove(QLatin1Char(' ')).left(kWithoutKey);
}

// "19840517" of a day of our calendar that is written whole, and otherwise the years that the
// library may take it for: what it compares agrees in the year at least.
QStringList dayKeys(const QString& born) {
  static const QRegularExpression separators(QStringLiteral("[/. -]"));
  const QStringList parts = born.trimmed().split(separators);
  QStringList years;
  for (const QString& part : parts) {
    if (part.size() == kYearDigits) years.append(part);
    if (part.size() > kYearDigits)
      years += {part.left(kYearDigits), part.right(kYearDigits)};  // either way round
  }
  if (years.isEmpty() && parts.size() > 1 && parts.last().size() == 2)
    years = {QStringLiteral("19") + parts.last(), QStringLiteral("20") + parts.last()};
  if (parts.size() != 3 || years.size() != 1) return years;
  const bool isYearFirst = parts.front() == years.front();
  const QDate day(years.front().toInt(), parts[1].toInt(), parts[isYearFirst ? 2 : 0].toInt());
  if (!day.isValid()) return years;
  return {day.toString(QStringLiteral("yyyyMMdd"))};
}

// Finds whom a paper may be about without asking about everybody.
class MemberIndex {
 public:
  explicit MemberIndex(const std::vector<ExpectedMember>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const ExpectedMember& member = members[i];
      const int place = static_cast<int>(i);
      if (member.asked.nir) byNumber_[numberKey(*member.asked.nir)].append(place);
      for (const QString& word : plainWords(member.name).split(QLatin1Char(' ')))
        byWord_[word].append(place);
      hasDay_.push_back(member.asked.born.has_value());
      if (!member.asked.born) continue;
      for (const QString& key : dayKeys(QString::fromStdString(*member.asked.born))) {
        byDay_[key].append(place);
        if (key.size() > kYearDigits) inYear_[key.left(kYearDigits)].append(place);
      }
    }
  }

  // Those whose whole question may match.
  QList<int> likely(const Attestation& attestation) const {
    QList<int> found = bornLike(attestation);
    for (const QString& word : wordsOf(attestation)) {
      for (const int member : byWord_.value(word)) {
        if (!hasDay_[static_cast<std::size_t>(member)]) found.append(member);
      }
    }
    return inOrder(std::move(found));
  }

  // And those of whom something else is said.
  QList<int> near(const Attestation& attestation) const {
    QList<int> found = bornLike(attestation) + called(attestation);
    if (attestation.holder.nir) found += byNumber_.value(numberKey(*attestation.holder.nir));
    return inOrder(std::move(found));
  }

 private:
  QList<int> bornLike(const Attestation& attestation) const {
    QList<int> found;
    for (const QString& day : daysOf(attestation)) {
      const QString year = day.left(kYearDigits);
      const bool isWhole = QDate::fromString(day, QStringLiteral("yyyyMMdd")).isValid();
      found += byDay_.value(year);
      found += isWhole ? byDay_.value(day) : inYear_.value(year);
    }
    return found;
  }

  // Those who share most words with it.
  QList<int> called(const Attestation& attestation) const {
    QHash<int, int> shared;
    for (const QString& word : wordsOf(attestation))
      for (const int member : byWord_.value(word)) ++shared[member];
    QList<int> found = shared.keys();
    std::ranges::sort(
        found, [&](int a, int b) { return std::pair(-shared[a], a) < std::pair(-shared[b], b); });
    return found.mid(0, kMaxNear);
  }

  static QList<int> inOrder(QList<int> members) {
    std::ranges::sort(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
  }

  QHash<QString, QList<int>> byDay_;  // or a year, of a day that is not whole
  QHash<QString, QList<int>> inYear_;
  QHash<QString, QList<int>> byWord_;
  QHash<QString, QList<int>> byNumber_;
  std::vector<bool> hasDay_;
};

// What a paper and a member share, from the least.
enum class Shared { kNothing, kCloseName, kName, kClose, kNameAndDay, kNumber };

Shared sharedBy(const Report& report, const ExpectedMember& member, const AskMember& ask) {
  const ExpectedHolder& asked = member.asked;
  if (asked.nir && ask(report, {{}, {}, asked.nir}) == HolderAxis::kMatches) return Shared::kNumber;
  if (asked.born && ask(report, {asked.name, asked.born, {}}) == HolderAxis::kMatches)
    return Shared::kNameAndDay;
  if (ask(report, asked) == HolderAxis::kClose && (asked.born || asked.nir)) return Shared::kClose;
  const HolderAxis name = ask(report, {asked.name, {}, {}});
  if (name == HolderAxis::kMatches) return Shared::kName;
  return name == HolderAxis::kClose ? Shared::kCloseName : Shared::kNothing;
}

struct NearMember {
  int member = -1;
  Shared shared = Shared::kNothing;
};

// Who shares most. Of those who have sent another paper only a number is told.
NearMember memberNear(const Report& report, const std::vector<ExpectedMember>& members,
                      const MemberIndex& index, const std::vector<bool>& hasSent,
                      const AskMember& ask) {
  NearMember nearest;
  for (const Attestation* attestation : attestationsOf(report)) {
    for (const int member : index.near(*attestation)) {
      const auto place = static_cast<std::size_t>(member);
      const Shared shared = sharedBy(report, members[place], ask);
      if (hasSent[place] && shared != Shared::kNumber) continue;
      if (shared > nearest.shared) nearest = {member, shared};
    }
  }
  return nearest;
}

// Whose whole question a report answers. A family's paper, or a file of several papers, may be that
// of several members.
Attendance::OfRow rowOf(const Report& report, const std::vector<ExpectedMember>& members,
                        const MemberIndex& index, std::vector<bool>& hasSent,
                        const AskMember& ask) {
  using Kind = Attendance::Kind;
  Attendance::OfRow row;
  for (const Attestation* attestation : attestationsOf(report)) {
    if (row.kind == Kind::kUnknown) row.kind = Kind::kUnexpected;
    for (const int member : index.likely(*attestation)) {
      const auto place = static_cast<std::size_t>(member);
      const ExpectedHolder& asked = members[place].asked;
      if (ask(report, asked) != HolderAxis::kMatches) continue;
      hasSent[place] = true;
      // A seal without a NIR matches whichever number is asked for beside a name.
      const bool isSure =
          asked.born || (asked.nir && ask(report, {{}, {}, asked.nir}) == HolderAxis::kMatches);
      if (row.member < 0 || (isSure && row.kind == Kind::kNameOnly))
        row = {isSure ? Kind::kExpected : Kind::kNameOnly, member};
    }
  }
  return row;
}

}  // namespace

AskMember askBy(const Verifier& verifier) {
  return [&verifier](const Report& report, const ExpectedHolder& holder) {
    const auto asked = verifier.AskHolder(report, holder);
    if (!asked.ok()) return HolderAxis::kNotRun;
    bool isClose = false;
    for (const SealReport& seal : asked->seals) {
      if (!isGenuine(seal)) continue;
      if (seal.axes.holder == HolderAxis::kMatches) return HolderAxis::kMatches;
      isClose = isClose || seal.axes.holder == HolderAxis::kClose;
    }
    return isClose ? HolderAxis::kClose : HolderAxis::kDiffers;
  };
}

int leaveUnreadable(std::vector<ExpectedMember>& members,
                    const std::function<bool(const ExpectedHolder&)>& canAsk) {
  int left = 0;
  const auto leave = [&](std::optional<std::string>& cell, const ExpectedHolder& asked) {
    if (!cell || canAsk(asked)) return;
    cell.reset();
    ++left;
  };
  for (ExpectedMember& member : members) {
    leave(member.asked.born, {{}, member.asked.born, {}});
    leave(member.asked.nir, {{}, {}, member.asked.nir});
  }
  return left;
}

int Attendance::countOf(Kind kind) const {
  return static_cast<int>(std::ranges::count(rows, kind, &OfRow::kind));
}

Attendance attendanceOf(const std::vector<ExpectedMember>& members,
                        const std::vector<const Report*>& rows, const AskMember& ask) {
  const MemberIndex index(members);
  std::vector<bool> hasSent(members.size(), false);
  Attendance attendance;
  for (const Report* report : rows)
    attendance.rows.push_back(report == nullptr ? Attendance::OfRow{}
                                                : rowOf(*report, members, index, hasSent, ask));
  std::vector<bool> isNamed = hasSent;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Attendance::OfRow& row = attendance.rows[i];
    if (row.kind != Attendance::Kind::kUnexpected) continue;
    const NearMember nearest = memberNear(*rows[i], members, index, hasSent, ask);
    if (nearest.member < 0) continue;
    row = {Attendance::Kind::kDiffers, nearest.member};
    // A name that is only close is as well another person's.
    if (nearest.shared > Shared::kCloseName)
      isNamed[static_cast<std::size_t>(nearest.member)] = true;
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!isNamed[i]) attendance.missing.push_back(static_cast<int>(i));
  }
  return attendance;
}

}  // namespace sceau::gui
