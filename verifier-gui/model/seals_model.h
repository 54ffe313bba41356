// SPDX-License-Identifier: Apache-2.0
// The seals of one document, the one to look at first on top.
#ifndef SCEAU_VERIFIER_GUI_MODEL_SEALS_MODEL_H_
#define SCEAU_VERIFIER_GUI_MODEL_SEALS_MODEL_H_

#include <QAbstractListModel>
#include <vector>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

class SealsModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr int kToneRole = Qt::UserRole;

  explicit SealsModel(Language language, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

  void setReport(const Report& report);
  // The place of a row's seal in Report::seals.
  std::size_t sealOf(int row) const { return order_[static_cast<std::size_t>(row)]; }

 private:
  Language language_;
  std::vector<std::size_t> order_;
  std::vector<Answer> answers_;  // in the order of the rows
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_SEALS_MODEL_H_
