// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/documents_model.h"

#include <QFileInfo>
#include <utility>

#include "sceau/error.h"
#include "sceau/verify.h"
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
  if (!row.verification) return column == kVerdict ? say(Message::kRowWaits, language_) : QString();
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
      return row.verification ? rankOf(row.answer.tone) : -1;
    case kToneRole:
      return row.verification ? QVariant(static_cast<int>(row.answer.tone)) : QVariant();
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

void DocumentsModel::setVerification(int row, Verification verification) {
  Row& changed = rows_[static_cast<std::size_t>(row)];
  if (!changed.verification) ++done_;
  changed.answer = worstAnswerOf(verification, language_);
  changed.verification = std::move(verification);
  emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

const Verification* DocumentsModel::verification(int row) const {
  const auto& verification = rows_[static_cast<std::size_t>(row)].verification;
  return verification ? &*verification : nullptr;
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
