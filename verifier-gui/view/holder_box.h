// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_
#define SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_

#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>

#include "verifier-gui/model/session.h"

namespace sceau::gui {

// Asks whether the seal names the person in front, and shows how what it names differs.
class HolderBox : public QGroupBox {
  Q_OBJECT
 public:
  HolderBox(Session* session, Language language, QWidget* parent = nullptr);

  // What the session's report says of the question.
  void refresh();

 private:
  void ask();
  QString outcomeText() const;
  QString lettersText() const;

  Session* session_;
  Language language_;
  QLineEdit* name_;
  QLineEdit* born_;
  QLineEdit* nir_;
  QLabel* outcome_;
  QLabel* letters_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_
