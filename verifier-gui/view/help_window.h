// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_HELP_WINDOW_H_
#define SCEAU_VERIFIER_GUI_VIEW_HELP_WINDOW_H_

#include <QDialog>
#include <QLineEdit>
#include <QTextBrowser>

#include "sceau/reason.h"

namespace sceau::gui {

// The guide for the counter, of docs/, which is shipped within the program; to be searched.
class HelpWindow : public QDialog {
  Q_OBJECT
 public:
  HelpWindow(Language language, QWidget* parent);

  // The next place that has `words`; from the start after the last. False where none has.
  bool search(const QString& words);
  // The first heading that begins so.
  void showHeading(const QString& heading);
  QString text() const { return page_->toPlainText(); }

 private:
  QLineEdit* words_;
  QTextBrowser* page_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_HELP_WINDOW_H_
