// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_list.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sceau::gui {
namespace {

constexpr qsizetype kMaxMembers = 100'000;

enum ListColumn { kFamily, kGiven, kBirth, kNumber, kListColumns };
using Places = std::array<qsizetype, kListColumns>;  // -1 for none

QString textOfTable(const QByteArray& csv) {
  QStringDecoder utf8(QStringDecoder::Utf8);
  const QString text = utf8(csv);
  return utf8.hasError() ? QString::fromLatin1(csv) : text;
}

// Of the three, the one that the first line has most often.
QChar separatorOf(const QString& text) {
  const QString line = text.section(QLatin1Char('\n'), 0, 0);
  QChar best = QLatin1Char(';');
  for (const char other : {',', '\t'}) {
    if (line.count(QLatin1Char(other)) > line.count(best)) best = QLatin1Char(other);
  }
  return best;
}

// Lines of cells, which may be quoted and hold line ends.
std::vector<QStringList> linesOf(const QString& text) {
  const QChar separator = separatorOf(text);
  std::vector<QStringList> lines;
  QStringList cells;
  QString cell;
  bool isQuoted = false;
  const auto endCell = [&] { cells.append(std::exchange(cell, {}).trimmed()); };
  const auto endLine = [&] {
    endCell();
    if (!cells.join(QString()).isEmpty()) lines.push_back(cells);
    cells.clear();
  };
  for (qsizetype i = 0; i < text.size() && std::ssize(lines) < kMaxMembers; ++i) {
    const QChar letter = text[i];
    if (letter == QLatin1Char('"')) {
      const bool isDouble = isQuoted && i + 1 < text.size() && text[i + 1] == letter;
      if (isDouble) cell += text[i++];
      if (!isDouble) isQuoted = !isQuoted;
    } else if (!isQuoted && letter == separator) {
      endCell();
    } else if (!isQuoted && letter == QLatin1Char('\n')) {
      endLine();
    } else {
      cell += letter;
    }
  }
  endLine();
  return lines;
}

// Upper case without accents, words by single spaces.
QString plainWords(const QString& text) {
  QString out;
  for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
    if (letter.category() == QChar::Mark_NonSpacing) continue;
    out += letter.isLetterOrNumber() ? letter.toUpper() : QLatin1Char(' ');
  }
  return out.simplified();
}

// Which column a heading names.
std::optional<ListColumn> columnNamed(const QString& heading) {
  static const std::pair<ListColumn, QRegularExpression> kNames[] = {
      {kGiven, QRegularExpression(QStringLiteral("PRENOM|GIVEN|FIRST"))},
      {kBirth, QRegularExpression(QStringLiteral("NAISS|^NE |BORN|BIRTH"))},
      {kNumber, QRegularExpression(QStringLiteral("NIR|SECU|NUMERO|NUMBER"))},
      {kFamily, QRegularExpression(QStringLiteral("NOM|NAME|ADHERENT|MEMBER"))}};
  const QString name = plainWords(heading);
  // "Nom de naissance" is a name.
  if (name.startsWith(QLatin1String("NOM"))) return kFamily;
  for (const auto& [column, pattern] : kNames) {
    if (pattern.match(name).hasMatch()) return column;
  }
  return std::nullopt;
}

// Of a first line that names at least whom the others are about; it has no digits.
std::optional<Places> placesIn(const QStringList& line) {
  Places places;
  places.fill(-1);
  for (qsizetype i = 0; i < line.size(); ++i) {
    const auto column = columnNamed(line[i]);
    if (column && places[*column] < 0) places[*column] = i;
  }
  const bool hasDigits = line.join(QString()).contains(QRegularExpression(QStringLiteral("\\d")));
  if (places[kFamily] < 0 || hasDigits) return std::nullopt;
  return places;
}

std::optional<std::string> askedIn(const QString& cell) {
  if (cell.isEmpty()) return std::nullopt;
  return cell.toStdString();
}

// "19840517" of either way to write a day; empty for what is not a whole one.
QString dayKey(const QString& born) {
  static const QRegularExpression french(QStringLiteral("^(\\d\\d)\\D?(\\d\\d)\\D?(\\d{4})$"));
  static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)"));
  if (const auto day = iso.match(born); day.hasMatch())
    return day.captured(1) + day.captured(2) + day.captured(3);
  if (const auto day = french.match(born); day.hasMatch())
    return day.captured(3) + day.captured(2) + day.captured(1);
  return {};
}

// Finds whom a paper may be about without asking about everybody.
class MemberIndex {
 public:
  explicit MemberIndex(const std::vector<ExpectedMember>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      byDay_[dayKey(members[i].born)].append(static_cast<int>(i));
      for (const QString& word : plainWords(members[i].name).split(QLatin1Char(' ')))
        byWord_[word].append(static_cast<int>(i));
    }
  }

  // Born on one of these days, or on a day that the table does not say.
  QList<int> bornOn(const QStringList& days) const {
    QList<int> found = byDay_.value({});
    for (const QString& day : days) found += byDay_.value(day);
    return found;
  }

  QList<int> called(const QString& name) const {
    QSet<int> found;
    for (const QString& word : plainWords(name).split(QLatin1Char(' ')))
      for (const int member : byWord_.value(word)) found.insert(member);
    QList<int> sorted(found.begin(), found.end());
    std::ranges::sort(sorted);
    return sorted;
  }

 private:
  QHash<QString, QList<int>> byDay_;
  QHash<QString, QList<int>> byWord_;
};

const Attestation* attestationOf(const Report& report) {
  for (const SealReport& seal : report.seals) {
    const bool isIts = seal.axes.seal == SealAxis::kGenuine && !seal.set_aside && seal.claims;
    if (isIts && seal.claims->attestation) return &*seal.claims->attestation;
  }
  return nullptr;
}

QStringList daysOf(const Attestation& attestation) {
  QStringList days{QString::fromStdString(attestation.holder.birth_date)};
  for (const Dependant& dependant : attestation.dependants)
    days.append(QString::fromStdString(dependant.birth_date));
  days.removeDuplicates();
  return days;
}

// The name alone is a member's, or the number, or all of it nearly is.
bool isNearly(const Report& report, const ExpectedMember& member, const AskMember& ask) {
  const auto fits = [&](const ExpectedHolder& asked) {
    const HolderAxis axis = ask(report, asked);
    return axis == HolderAxis::kMatches || axis == HolderAxis::kClose;
  };
  if (fits(member.asked)) return true;
  if (member.asked.nir && fits({{}, {}, member.asked.nir})) return true;
  return fits({member.asked.name, {}, {}});
}

// Of those who have sent nothing else; -1 for none.
int memberNear(const Report& report, const std::vector<ExpectedMember>& members,
               const MemberIndex& index, const std::vector<bool>& hasSent, const AskMember& ask) {
  const Attestation& attestation = *attestationOf(report);
  const Holder& holder = attestation.holder;
  const QString name = QString::fromStdString(holder.birth_name + " " + holder.given_names + " " +
                                              holder.name_in_use.value_or(""));
  for (const int member : index.called(name) + index.bornOn(daysOf(attestation))) {
    const auto place = static_cast<std::size_t>(member);
    if (!hasSent[place] && isNearly(report, members[place], ask)) return member;
  }
  return -1;
}

}  // namespace

ExpectedTable readExpected(const QByteArray& csv) {
  ExpectedTable table;
  QString text = textOfTable(csv);
  text.remove(QLatin1Char('\r'));
  text.remove(QChar(0xFEFF));
  const std::vector<QStringList> lines = linesOf(text);
  if (lines.empty()) return table;
  const std::optional<Places> named = placesIn(lines.front());
  const Places places = named.value_or(Places{0, 1, 2, 3});
  for (std::size_t i = named ? 1 : 0; i < lines.size(); ++i) {
    const auto cell = [&](ListColumn column) { return lines[i].value(places[column]); };
    ExpectedMember member;
    member.name = (cell(kFamily) + QLatin1Char(' ') + cell(kGiven)).simplified();
    member.born = cell(kBirth);
    member.asked = {askedIn(member.name), askedIn(member.born), askedIn(cell(kNumber))};
    if (member.name.isEmpty()) {
      ++table.unread;
    } else {
      table.members.push_back(std::move(member));
    }
  }
  return table;
}

int Attendance::countOf(Kind kind) const {
  return static_cast<int>(std::ranges::count(rows, kind, &OfRow::kind));
}

Attendance attendanceOf(const std::vector<ExpectedMember>& members,
                        const std::vector<const Report*>& rows, const AskMember& ask) {
  using Kind = Attendance::Kind;
  const MemberIndex index(members);
  std::vector<bool> hasSent(members.size(), false);
  Attendance attendance;
  for (const Report* report : rows) {
    Attendance::OfRow row;
    const Attestation* attestation = report == nullptr ? nullptr : attestationOf(*report);
    if (attestation != nullptr) {
      row.kind = Kind::kUnexpected;
      // A family's paper may be that of several members.
      for (const int member : index.bornOn(daysOf(*attestation))) {
        const auto place = static_cast<std::size_t>(member);
        if (ask(*report, members[place].asked) != HolderAxis::kMatches) continue;
        hasSent[place] = true;
        if (row.member < 0) row = {Kind::kExpected, member};
      }
    }
    attendance.rows.push_back(row);
  }
  std::vector<bool> isNamed = hasSent;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Attendance::OfRow& row = attendance.rows[i];
    if (row.kind != Kind::kUnexpected) continue;
    row.member = memberNear(*rows[i], members, index, hasSent, ask);
    if (row.member < 0) continue;
    row.kind = Kind::kDiffers;
    isNamed[static_cast<std::size_t>(row.member)] = true;
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!isNamed[i]) attendance.missing.push_back(static_cast<int>(i));
  }
  return attendance;
}

}  // namespace sceau::gui
