// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_
#define SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_

#include <QLabel>
#include <QWidget>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

// The answer at a glance: a shape, a word and one sentence, on the ground of its tone.
class VerdictBanner : public QWidget {
  Q_OBJECT
 public:
  explicit VerdictBanner(QWidget* parent = nullptr);

  void setAnswer(const Answer& answer);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void applyColours();

  Tone tone_ = Tone::kUnsure;
  QWidget* shape_;
  QLabel* word_;
  QLabel* sentence_;
  QLabel* next_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_
