// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_FOOT_BAR_H_
#define SCEAU_VERIFIER_GUI_VIEW_FOOT_BAR_H_

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "verifier-gui/model/trust_state.h"

namespace sceau::gui {

// Always in view: that an answer proves neither who stands there nor that
// anybody pays, how old the trust is, and what comes next.
class FootBar : public QWidget {
  Q_OBJECT
 public:
  FootBar(Language language, QWidget* parent);

  void setTrust(const TrustGlance& glance);
  // Hidden until showTools().
  void addTool(QWidget* tool);
  void showTools(bool isShown);
  // `isOfBatch`: what comes next is the list.
  void setAnswering(bool isAnswering, bool isOfBatch);
  const QLabel* caution() const { return caution_; }

 signals:
  void nextAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();

  Language language_;
  bool isTrustGood_ = false;
  QHBoxLayout* layout_;
  QLabel* caution_;
  QLabel* trust_;
  QPushButton* next_;
  QList<QWidget*> tools_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FOOT_BAR_H_
