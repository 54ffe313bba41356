// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_SCANNER_PAGE_H_
#define SCEAU_VERIFIER_GUI_VIEW_SCANNER_PAGE_H_

#include <QDialog>
#include <QLabel>

#include "sceau/reason.h"
#include "verifier-gui/view/scanner_filter.h"

namespace sceau::gui {

// Shows a test code and says what is wrong with the set-up of the scanner that reads it.
class ScannerPage : public QDialog {
  Q_OBJECT
 public:
  ScannerPage(const ScannerFilter* scanner, Language language, QWidget* parent = nullptr);

  void check(const QByteArray& typed);
  QString outcome() const { return outcome_->text(); }

 private:
  Language language_;
  QLabel* outcome_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_SCANNER_PAGE_H_
