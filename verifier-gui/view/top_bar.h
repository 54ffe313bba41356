// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_TOP_BAR_H_
#define SCEAU_VERIFIER_GUI_VIEW_TOP_BAR_H_

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include "sceau/reason.h"

namespace sceau::gui {

// What can hear and see, and what can be done: lamps, the date of care, Open,
// the menu.
class TopBar : public QWidget {
  Q_OBJECT
 public:
  TopBar(Language language, QMenu* menu, QWidget* parent);

  void setCamera(bool isOn);
  void setScanner(bool hears);
  // Stands before the buttons.
  void addTool(QWidget* tool);
  QPushButton* openButton() { return open_; }
  QPushButton* helpButton() { return help_; }
  // What has no room in a narrow bar is left out.
  QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }
  const QLabel* scannerLamp() const { return scanner_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setLamp(QLabel* lamp, bool isOn, const QString& text);

  Language language_;
  QHBoxLayout* layout_;
  QLabel* brand_;
  QLabel* camera_;
  QLabel* scanner_;
  QPushButton* open_;
  QPushButton* help_;
  QToolButton* menu_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_TOP_BAR_H_
