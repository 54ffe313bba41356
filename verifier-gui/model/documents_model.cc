// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/documents_model.h"

#include <QDirIterator>
#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "sceau/error.h"
#include "sceau/verify.h"
#include "verifier-gui/model/paper_print.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

Answer worstAnswerOf(const Verification& verification, Language language) {
  if (const auto* status = std::get_if<absl::Status>(&verification))
    return answerOf(*status, language);
  const Report& report = std::get<Report>(verification);
  const std::vector<std::size_t> order = sealsWorstFirst(report);
  return answerOf(report, order.empty() ? 0 : order.front(), language);
}

Message titleOf(int column) {
  switch (column) {
    case DocumentsModel::kVerdict:
      return Message::kColumnVerdict;
    case DocumentsModel::kFile:
      return Message::kLabelFile;
    case DocumentsModel::kPerson:
      return Message::kLabelHolder;
    case DocumentsModel::kBorn:
      return Message::kLabelBorn;
    case DocumentsModel::kSeen:
      return Message::kColumnSeen;
    default:
      return Message::kColumnSentence;
  }
}

// After all that was judged.
constexpr int kRankOfWaiting = 99;

}  // namespace

QStringList filesAmong(const QStringList& paths) {
  QStringList files;
  for (const QString& path : paths) {
    if (!QFileInfo(path).isDir()) {
      files.append(path);
      continue;
    }
    QStringList found;
    QDirIterator folder(path, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (folder.hasNext()) found.append(folder.next());
    found.sort();
    files += found;
  }
  return files;
}

DocumentsModel::DocumentsModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), language_(language) {}

int DocumentsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DocumentsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QString DocumentsModel::textOf(const Row& row, int column) const {
  if (column == kFile) return fromOutside(QFileInfo(row.path).fileName().toStdString());
  if (!row.verification) return column == kVerdict ? say(Message::kRowWaits, language_) : QString();
  if (column == kVerdict) return row.answer.word;
  if (column == kPerson) return row.answer.identity ? row.answer.identity->name : QString();
  if (column == kBorn) return row.answer.identity ? row.answer.identity->birthDate : QString();
  if (column == kSeen) return {};
  QStringList lines;
  if (row.sameAs >= 0) {
    const Row& first = rows_[static_cast<std::size_t>(row.sameAs)];
    lines.append(say(Message::kRowTwice, language_, textOf(first, kFile).toStdString()));
  }
  lines.append(row.answer.sentence);
  if (row.answer.tone != Tone::kGood) lines += row.answer.next;
  return lines.join(QLatin1Char(' '));
}

QString DocumentsModel::explanation(int row) const {
  const QString of = attendanceOfRow(row);
  const QString said = textOf(rows_[static_cast<std::size_t>(row)], kSentence);
  return of.isEmpty() ? said : of + QLatin1Char(' ') + said;
}

QString DocumentsModel::attendanceOfRow(int row) const {
  const auto place = static_cast<std::size_t>(row);
  if (place >= attendance_.rows.size()) return {};
  const Attendance::OfRow& found = attendance_.rows[place];
  switch (found.kind) {
    case Attendance::Kind::kUnknown:
      return {};
    case Attendance::Kind::kExpected:
      return say(Message::kRowExpected, language_);
    case Attendance::Kind::kNameOnly:
      return say(Message::kRowNameOnly, language_);
    case Attendance::Kind::kUnexpected:
      return say(Message::kRowUnexpected, language_);
    case Attendance::Kind::kDiffers:
      break;
  }
  const ExpectedMember& member = members_[static_cast<std::size_t>(found.member)];
  return say(Message::kRowDiffers, language_, EscapeForDisplay(member.name.toStdString()),
             EscapeForDisplay(member.born.toStdString()));
}

void DocumentsModel::setAttendance(std::vector<ExpectedMember> members, Attendance attendance) {
  members_ = std::move(members);
  attendance_ = std::move(attendance);
  isExported_ = false;
  if (!rows_.empty()) emit dataChanged(index(0, kSentence), index(rowCount() - 1, kSentence));
}

QVariant DocumentsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return index.column() == kSentence ? explanation(index.row()) : textOf(row, index.column());
    case Qt::CheckStateRole:
      if (index.column() != kSeen) return {};
      return row.isSeen ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
      if (index.column() != kSeen) return {};
      return say(row.isSeen ? Message::kRowSeen : Message::kRowUnseen, language_);
    case kSortRole:
      if (index.column() == kSeen) return row.isSeen ? 1 : 0;
      if (index.column() != kVerdict) return textOf(row, index.column());
      return row.verification ? rankOf(row.answer.tone) : kRankOfWaiting;
    case kToneRole:
      return row.verification ? QVariant(static_cast<int>(row.answer.tone)) : QVariant();
    default:
      return {};
  }
}

bool DocumentsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
      index.column() != kSeen)
    return false;
  rows_[static_cast<std::size_t>(index.row())].isSeen = value.toInt() == Qt::Checked;
  emit dataChanged(index, index);
  return true;
}

Qt::ItemFlags DocumentsModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return index.isValid() && index.column() == kSeen ? flags | Qt::ItemIsUserCheckable : flags;
}

int DocumentsModel::countOf(std::initializer_list<Tone> tones) const {
  return static_cast<int>(std::ranges::count_if(rows_, [&](const Row& row) {
    return row.verification && std::ranges::find(tones, row.answer.tone) != tones.end();
  }));
}

int DocumentsModel::twiceCount() const {
  return static_cast<int>(
      std::ranges::count_if(rows_, [](const Row& row) { return row.sameAs >= 0; }));
}

int DocumentsModel::seenCount() const {
  return static_cast<int>(std::ranges::count_if(rows_, &Row::isSeen));
}

// The same attestation in two files: a copy that was sent twice, or one seal on two pages.
void DocumentsModel::noteTwice(int row) {
  Row& changed = rows_[static_cast<std::size_t>(row)];
  const auto* report = std::get_if<Report>(&*changed.verification);
  changed.print = report != nullptr && isTold(*report) ? printOf(*report) : QByteArray();
  changed.sameAs = -1;
  if (changed.print.isEmpty()) return;
  for (int other = 0; other < rowCount(); ++other) {
    Row& found = rows_[static_cast<std::size_t>(other)];
    if (other == row || found.print != changed.print) continue;
    // Of two rows the later one points to the earlier, in whichever order they were judged.
    Row& later = other < row ? changed : found;
    if (later.sameAs < 0) later.sameAs = std::min(other, row);
    emit dataChanged(index(other, kSentence), index(other, kSentence));
  }
}

QVariant DocumentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return say(titleOf(section), language_);
}

void DocumentsModel::clear() {
  beginResetModel();
  rows_.clear();
  members_.clear();
  attendance_ = {};
  done_ = 0;
  isExported_ = false;
  endResetModel();
}

int DocumentsModel::append(const QStringList& paths) {
  const int first = rowCount();
  if (paths.isEmpty()) return first;
  beginInsertRows({}, first, first + static_cast<int>(paths.size()) - 1);
  for (const QString& path : paths) {
    Row row;
    row.path = path;
    rows_.push_back(std::move(row));
  }
  endInsertRows();
  return first;
}

void DocumentsModel::setVerification(int row, Verification verification, QByteArray digest) {
  Row& changed = rows_[static_cast<std::size_t>(row)];
  if (!changed.verification) ++done_;
  changed.answer = worstAnswerOf(verification, language_);
  changed.verification = std::move(verification);
  changed.digest = std::move(digest);
  isExported_ = false;
  noteTwice(row);
  emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

const Verification* DocumentsModel::verification(int row) const {
  const auto& verification = rows_[static_cast<std::size_t>(row)].verification;
  return verification ? &*verification : nullptr;
}

QByteArray DocumentsModel::toSheet() const {
  // What a spreadsheet takes for the end of a cell where that language is spoken.
  const char* const separator = language_ == Language::kFrench ? ";" : ",";
  std::string table = "\xEF\xBB\xBF";
  const auto addLine = [&](const QStringList& cells) {
    for (const QString& cell : cells) table += CsvCell(cell.toStdString()) + separator;
    table.back() = '\r';
    table += "\n";
  };
  const bool isHeldAgainst = !members_.empty();
  QStringList headings;
  for (const Message heading :
       {Message::kColumnVerdict, Message::kLabelFile, Message::kLabelHolder, Message::kLabelBorn,
        Message::kLabelRights, Message::kColumnSentence, Message::kColumnSeen})
    headings.append(say(heading, language_));
  if (isHeldAgainst) headings.append(say(Message::kColumnExpected, language_));
  addLine(headings);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    QStringList rights;
    for (const RightRow& right : row.answer.rights)
      rights.append(right.label + QStringLiteral(" : ") + right.words);
    QStringList cells{textOf(row, kVerdict),
                      fromOutside(row.path.toStdString()),
                      textOf(row, kPerson),
                      textOf(row, kBorn),
                      rights.join(QStringLiteral(" ; ")),
                      textOf(row, kSentence),
                      row.isSeen ? say(Message::kRowSeen, language_) : QString()};
    if (isHeldAgainst) cells.append(attendanceOfRow(static_cast<int>(i)));
    addLine(cells);
  }
  // While files are unread, or were left out, they may yet name somebody.
  const QString missingWord =
      say(done_ < rowCount() ? Message::kRowMissingSoFar : Message::kRowMissing, language_);
  for (const int missing : attendance_.missing) {
    const ExpectedMember& member = members_[static_cast<std::size_t>(missing)];
    addLine({missingWord,
             {},
             fromOutside(member.name.toStdString()),
             fromOutside(member.born.toStdString()),
             {},
             say(Message::kRowMissingWhy, language_),
             {},
             missingWord});
  }
  return QByteArray::fromStdString(table);
}

QByteArray DocumentsModel::toJson() const {
  std::string lines;
  for (const Row& row : rows_) {
    if (!row.verification) continue;
    const auto* status = std::get_if<absl::Status>(&*row.verification);
    lines += status != nullptr ? FailureToJson({row.path.toStdString(), ""}, *status, language_)
                               : ReportToJson(std::get<Report>(*row.verification), language_,
                                              NirDisplay::kMasked);
    lines += "\n";
  }
  return QByteArray::fromStdString(lines);
}

QByteArray DocumentsModel::toCsv() const {
  std::string table = CsvHeading();
  for (const Row& row : rows_) {
    if (!row.verification) continue;
    const auto* status = std::get_if<absl::Status>(&*row.verification);
    table += status != nullptr
                 ? FailureToCsv({row.path.toStdString(), ""}, ReasonOf(*status))
                 : ReportToCsv(std::get<Report>(*row.verification), NirDisplay::kMasked);
  }
  return QByteArray::fromStdString(table);
}

}  // namespace sceau::gui
