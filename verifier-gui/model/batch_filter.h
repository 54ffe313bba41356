// SPDX-License-Identifier: Apache-2.0
// Which rows of a batch are shown, and in which order: the worst first unless a heading says
// otherwise.
#ifndef SCEAU_VERIFIER_GUI_MODEL_BATCH_FILTER_H_
#define SCEAU_VERIFIER_GUI_MODEL_BATCH_FILTER_H_

#include <QSortFilterProxyModel>
#include <vector>

#include "verifier-gui/model/documents_model.h"

namespace sceau::gui {

class BatchFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;

  // Of these alone; all, those that wait too, for an empty list.
  void setTones(std::vector<Tone> tones);
  // In a name, a file or an explanation, whatever the case.
  void setWords(const QString& words);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  std::vector<Tone> tones_;
  QString words_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_BATCH_FILTER_H_
