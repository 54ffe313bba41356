// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QWidget>

#include "verifier-gui/model/session.h"

namespace sceau::gui {

// Many files: a table that fills while they are judged, to be sorted, opened and exported.
class FilesView : public QWidget {
  Q_OBJECT
 public:
  FilesView(Session* session, Language language, QWidget* parent = nullptr);

 private:
  void showProgress(int done, int all);
  void openRow(const QModelIndex& index);
  void exportTo(const QString& suffix);

  Session* session_;
  Language language_;
  QSortFilterProxyModel sorted_;
  QLabel* title_;
  QTableView* table_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QLabel* notice_;
};

// The whole of `bytes` or nothing, readable by its owner alone. False when it cannot be written.
bool writePrivately(const QString& path, const QByteArray& bytes);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_
