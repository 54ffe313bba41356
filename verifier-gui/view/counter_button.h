// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_COUNTER_BUTTON_H_
#define SCEAU_VERIFIER_GUI_VIEW_COUNTER_BUTTON_H_

#include <QPushButton>
#include <optional>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

// How many there are of something, in large figures over its name; to be pressed to see these
// alone.
class CounterButton : public QPushButton {
  Q_OBJECT
 public:
  // In the colour of `tone`, or in that of ordinary text.
  CounterButton(const QString& name, std::optional<Tone> tone, QWidget* parent);

  void setCount(int count);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QFont largeFont() const;
  int margin() const { return fontMetrics().height() / 2; }

  QString name_;
  std::optional<Tone> tone_;
  int count_ = 0;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_COUNTER_BUTTON_H_
