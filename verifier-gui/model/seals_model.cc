// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/seals_model.h"

#include "verifier-gui/model/text.h"

namespace sceau::gui {

SealsModel::SealsModel(Language language, QObject* parent)
    : QAbstractListModel(parent), language_(language) {}

int SealsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(answers_.size());
}

QVariant SealsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Answer& answer = answers_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole) {
    return say(Message::kRowSeal, language_, answer.word.toStdString(), answer.page,
               answer.sentence.toStdString());
  }
  if (role == kToneRole) return static_cast<int>(answer.tone);
  return {};
}

void SealsModel::setReport(const Report& report) {
  beginResetModel();
  order_ = sealsWorstFirst(report);
  answers_.clear();
  for (const std::size_t seal : order_) answers_.push_back(answerOf(report, seal, language_));
  endResetModel();
}

}  // namespace sceau::gui
