// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_table.h"

#include <QRegularExpression>
#include <QStringConverter>
#include <QStringList>
#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "verifier-gui/model/plain_words.h"

namespace sceau::gui {
namespace {

constexpr std::size_t kMaxMembers = 100'000;
constexpr qsizetype kMaxColumns = 500;  // whose headings are looked at

enum ListColumn { kFamily, kGiven, kBirth, kNumber, kListColumns };
using Places = std::array<qsizetype, kListColumns>;  // -1 for none

// Windows-1252 is Latin-1 but for these, among them œ and the apostrophe of word processors.
QString fromWindows(const QByteArray& csv) {
  static constexpr char16_t kFrom80[] = {
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  constexpr char16_t kFirst = 0x80;
  QString text = QString::fromLatin1(csv);
  for (QChar& letter : text) {
    const char16_t code = letter.unicode();
    if (code >= kFirst && code < kFirst + std::size(kFrom80)) letter = kFrom80[code - kFirst];
  }
  return text;
}

QString textOfTable(const QByteArray& csv) {
  // By its mark, where it has one.
  const auto marked = QStringConverter::encodingForData(csv);
  QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
  QString text = decoder(csv);
  if (decoder.hasError()) text = fromWindows(csv);
  text.remove(QChar(0xFEFF));
  text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  return text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

// What Excel is told in a first line "sep=;", which goes; or else, of the three, the one that the
// first line has most often.
QChar takeSeparator(QString& text) {
  static const QRegularExpression told(QStringLiteral("^\"?sep=(.)\"?\n"),
                                       QRegularExpression::CaseInsensitiveOption);
  if (const auto match = told.match(text); match.hasMatch()) {
    const QChar separator = match.captured(1).front();
    text.remove(0, match.capturedLength());
    return separator;
  }
  const QString line = text.section(QLatin1Char('\n'), 0, 0);
  QChar best = QLatin1Char(';');
  for (const char other : {',', '\t'}) {
    if (line.count(QLatin1Char(other)) > line.count(best)) best = QLatin1Char(other);
  }
  return best;
}

struct TableLines {
  std::vector<QStringList> lines;
  bool isWhole = true;
};

// Lines of cells, which may be quoted and hold line ends.
TableLines linesOf(QString text) {
  const QChar separator = takeSeparator(text);
  TableLines table;
  QStringList cells;
  QString cell;
  bool isQuoted = false;
  const auto endCell = [&] { cells.append(std::exchange(cell, {}).trimmed()); };
  const auto endLine = [&] {
    endCell();
    if (!cells.join(QString()).isEmpty()) table.lines.push_back(cells);
    cells.clear();
  };
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar letter = text[i];
    if (isQuoted) {
      const bool isMark = letter == QLatin1Char('"');
      const bool isDouble = isMark && i + 1 < text.size() && text[i + 1] == letter;
      if (!isMark || isDouble) cell += letter;
      if (isDouble) ++i;
      if (isMark && !isDouble) isQuoted = false;
    } else if (letter == QLatin1Char('"') && cell.trimmed().isEmpty()) {
      isQuoted = true;
    } else if (letter == separator) {
      endCell();
    } else if (letter == QLatin1Char('\n')) {
      endLine();
    } else {
      cell += letter;
    }
  }
  endLine();
  table.isWhole = !isQuoted && table.lines.size() <= kMaxMembers;
  return table;
}

bool isAnyOf(const QString& name, std::initializer_list<const char*> names) {
  return std::ranges::any_of(names, [&](const char* one) { return name == QLatin1String(one); });
}

QRegularExpression wordsOf(const char* pattern) {
  return QRegularExpression(QStringLiteral("\\b(%1)\\b").arg(QLatin1String(pattern)));
}

bool hasWord(const QString& name, const QRegularExpression& words) {
  return words.match(name).hasMatch();
}

// "DateNaissance" in two words.
QString apart(QString heading) {
  static const QRegularExpression joint(QStringLiteral("(\\p{Ll})(\\p{Lu})"));
  return heading.replace(joint, QStringLiteral("\\1 \\2"));
}

struct Named {
  ListColumn column;
  int likeness;  // of columns of one sense the most alike counts
};
constexpr int kWhole = 3;
constexpr int kInPart = 2;
constexpr int kAtLeast = 1;

std::optional<Named> namedWhole(const QString& name) {
  if (isAnyOf(name, {"NOM", "NOMS", "NAME", "NOM DE FAMILLE", "FAMILY NAME", "LAST NAME", "SURNAME",
                     "NOM DE NAISSANCE", "BIRTH NAME"}))
    return Named{kFamily, kWhole};
  if (isAnyOf(name,
              {"PRENOM", "PRENOMS", "GIVEN NAME", "GIVEN NAMES", "FIRST NAME", "FIRST NAMES"}))
    return Named{kGiven, kWhole};
  if (isAnyOf(name,
              {"DATE DE NAISSANCE", "DATE NAISSANCE", "NE LE", "NEE LE", "NE E LE", "NE NEE LE",
               "DDN", "DOB", "BORN", "BORN ON", "BIRTH DATE", "BIRTHDATE", "DATE OF BIRTH"}))
    return Named{kBirth, kWhole};
  if (isAnyOf(name, {"NIR", "NUMERO DE SECURITE SOCIALE", "N DE SECURITE SOCIALE", "N SECU"}))
    return Named{kNumber, kWhole};
  // These may as well be the number of a contract.
  if (isAnyOf(name, {"ADHERENT", "ADHERENTE", "MEMBER"})) return Named{kFamily, kAtLeast};
  if (isAnyOf(name, {"NUMERO", "NUMBER"})) return Named{kNumber, kAtLeast};
  return std::nullopt;
}

// Which column a heading names, if any.
std::optional<Named> columnNamed(const QString& heading) {
  if (const auto whole = namedWhole(plainWords(heading))) return whole;
  const QString name = plainWords(apart(heading));
  if (const auto whole = namedWhole(name)) return whole;
  static const QRegularExpression names = wordsOf("NOM|NOMS|NOMFAMILLE|NAME|NAMES|SURNAME");
  static const QRegularExpression numbers =
      wordsOf("NIR|SECU|SECURITE|SSN|(N.?|NUM|NUMERO) ?SS|NUMSECU");
  static const QRegularExpression keys = wordsOf("CLE|KEY");
  static const QRegularExpression given = wordsOf("PRENOMS?");
  static const QRegularExpression givenAlone = wordsOf("PRENOMS?|GIVEN|FIRST|FORENAMES?");
  static const QRegularExpression ofOthers = wordsOf(
      "FICHIER|FILE|RUE|VOIE|COMMUNE|VILLE|ORGANISME|CAISSE|EMPLOYEUR|ENTREPRISE|SOCIETE|COMPANY|"
      "USER|UTILISATEUR|CONTRAT|CONJOINT|PERE|MERE|MEDECIN|GROUPE|CODE|ID");
  static const QRegularExpression notTheDay = wordsOf(
      "LIEU|COMMUNE|PAYS|RANG|ORDRE|DEPARTEMENT|DEP|DPT|VILLE|CODE|INSEE|PLACE|CITY|TOWN|COUNTRY|"
      "RANK");
  // Without a space a place of birth is written alike: LIEUNAISS.
  static const QRegularExpression births =
      wordsOf("((DATE|DAT|DT|D|JOUR)(DE)?)?NAIS(S|SANCE)?|BIRTH|BORN");
  const bool isName = hasWord(name, names);
  if (hasWord(name, numbers) && !isName && !hasWord(name, keys)) return Named{kNumber, kInPart};
  if (hasWord(name, given) && isName) return Named{kFamily, kInPart};  // both in one cell
  if (hasWord(name, givenAlone)) return Named{kGiven, kInPart};
  if (isName && !hasWord(name, ofOthers)) return Named{kFamily, kInPart};
  const bool isBirth = hasWord(name, births) || name.startsWith(QLatin1String("NE ")) ||
                       name.startsWith(QLatin1String("NEE "));
  if (isBirth && !isName && !hasWord(name, notTheDay)) return Named{kBirth, kInPart};
  return std::nullopt;
}

// Of a first line that names columns; in one of people stands a date or a number.
std::optional<Places> placesIn(const QStringList& line) {
  static const QRegularExpression number(QStringLiteral("^[^\\pL]*\\d[^\\pL]*$"));
  if (std::ranges::any_of(line, [](const QString& cell) { return number.match(cell).hasMatch(); }))
    return std::nullopt;
  Places places;
  places.fill(-1);
  std::array<int, kListColumns> best{};
  int found = 0;
  for (qsizetype i = 0; i < std::min(line.size(), kMaxColumns); ++i) {
    const auto named = columnNamed(line[i]);
    if (!named) continue;
    ++found;
    if (named->likeness <= best[named->column]) continue;
    best[named->column] = named->likeness;
    places[named->column] = i;
  }
  // One word may as well be somebody's name.
  if (places[kFamily] < 0 && found < 2) return std::nullopt;
  return places;
}

std::optional<std::string> askedIn(const QString& cell) {
  if (cell.isEmpty()) return std::nullopt;
  return cell.toStdString();
}

}  // namespace

ExpectedTable readExpected(const QByteArray& csv) {
  ExpectedTable table;
  const TableLines read = linesOf(textOfTable(csv));
  const std::vector<QStringList>& lines = read.lines;
  table.isWhole = read.isWhole;
  if (lines.empty() || !read.isWhole) return table;
  const std::optional<Places> named = placesIn(lines.front());
  const Places places = named.value_or(Places{0, 1, 2, 3});
  for (std::size_t i = named ? 1 : 0; i < lines.size(); ++i) {
    const auto cell = [&](ListColumn column) {
      return places[column] < 0 ? QString() : lines[i].value(places[column]);
    };
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

}  // namespace sceau::gui
