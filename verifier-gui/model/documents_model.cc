// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/documents_model.h"

#include <QFileInfo>
#include <utility>

#include "sceau/error.h"
#include "sceau/verify.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

Answer worstAnswerOf(const Outcome& outcome, Language language) {
  if (const auto* status = std::get_if<absl::Status>(&outcome)) return answerOf(*status, language);
  const Report& report = std::get<Report>(outcome);
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
    default:
      return Message::kColumnSentence;
  }
}

}  // namespace

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
  if (!row.outcome) return column == kVerdict ? say(Message::kRowWaits, language_) : QString();
  if (column == kVerdict) return row.answer.word;
  if (column == kPerson) return row.answer.identity ? row.answer.identity->name : QString();
  return row.answer.next.isEmpty() || row.answer.tone == Tone::kGood
             ? row.answer.sentence
             : row.answer.sentence + QLatin1Char(' ') + row.answer.next.front();
}

QVariant DocumentsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return textOf(row, index.column());
    case kSortRole:
      if (index.column() != kVerdict) return textOf(row, index.column());
      return row.outcome ? rankOf(row.answer.tone) : -1;
    case kToneRole:
      return row.outcome ? QVariant(static_cast<int>(row.answer.tone)) : QVariant();
    default:
      return {};
  }
}

QVariant DocumentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return say(titleOf(section), language_);
}

void DocumentsModel::clear() {
  beginResetModel();
  rows_.clear();
  done_ = 0;
  endResetModel();
}

int DocumentsModel::append(const QStringList& paths) {
  const int first = rowCount();
  if (paths.isEmpty()) return first;
  beginInsertRows({}, first, first + static_cast<int>(paths.size()) - 1);
  for (const QString& path : paths) rows_.push_back({path, std::nullopt, {}});
  endInsertRows();
  return first;
}

void DocumentsModel::setOutcome(int row, Outcome outcome) {
  Row& changed = rows_[static_cast<std::size_t>(row)];
  if (!changed.outcome) ++done_;
  changed.answer = worstAnswerOf(outcome, language_);
  changed.outcome = std::move(outcome);
  emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

const Outcome* DocumentsModel::outcome(int row) const {
  const auto& outcome = rows_[static_cast<std::size_t>(row)].outcome;
  return outcome ? &*outcome : nullptr;
}

QByteArray DocumentsModel::toJson() const {
  std::string lines;
  for (const Row& row : rows_) {
    const Report* report = row.outcome ? std::get_if<Report>(&*row.outcome) : nullptr;
    if (report != nullptr) lines += ReportToJson(*report, language_, NirDisplay::kMasked) + "\n";
  }
  return QByteArray::fromStdString(lines);
}

QByteArray DocumentsModel::toCsv() const {
  std::string table = CsvHeading();
  for (const Row& row : rows_) {
    if (!row.outcome) continue;
    const auto* status = std::get_if<absl::Status>(&*row.outcome);
    table += status != nullptr ? FailureToCsv(row.path.toStdString(), ReasonOf(*status))
                               : ReportToCsv(std::get<Report>(*row.outcome), NirDisplay::kMasked);
  }
  return QByteArray::fromStdString(table);
}

}  // namespace sceau::gui
