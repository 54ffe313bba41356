// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_
#define SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_

#include <QLabel>
#include <QWidget>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

// The answer at a glance, to be read from one metre: a shape, a word and one
// sentence on a solid ground as wide as the window; at its right which paper
// this is.
class VerdictBanner : public QWidget {
  Q_OBJECT
 public:
  explicit VerdictBanner(QWidget* parent = nullptr);

  // `stamp`: when and how the paper was read.
  void setAnswer(const Answer& answer, const QString& stamp);
  // Grey, and no longer the answer to what lies before the camera.
  void setStale(const QString& why);
  bool isStale() const { return isStale_; }
  QColor ground() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitWord();

  Tone tone_ = Tone::kUnsure;
  bool isStale_ = false;
  QWidget* shape_;
  QLabel* word_;
  QLabel* sentence_;
  QLabel* next_;
  QLabel* stamp_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_VERDICT_BANNER_H_
