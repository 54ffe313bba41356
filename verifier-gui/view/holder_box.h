// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_
#define SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include "verifier-gui/model/session.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {

// Asks whether the seal names the person in front, and shows how what it names
// differs: letter by letter while a name is typed, and beside each field what
// cannot be read in it.
class HolderBox : public QWidget {
  Q_OBJECT
 public:
  HolderBox(Session* session, Language language, QWidget* parent = nullptr);

  // What the session's report says of the question.
  void refresh();
  // Somebody types in it, or is about to.
  bool isTypedIn() const;

 private:
  struct Field {
    QLineEdit* edit = nullptr;
    QLabel* note = nullptr;
  };

  Field addField(Message label, Message hint, int stretch);
  void ask();
  void showLetters(bool isAsked);
  bool noteMistakes();
  void fill(const ExpectedHolder& asked);
  QString outcomeText() const;

  Session* session_;
  Language language_;
  QGridLayout* grid_;
  Field name_;
  Field born_;
  Field nir_;
  QLabel* outcome_;
  int turn_ = 0;           // to which the fields belong
  ExpectedHolder filled_;  // what was put into them
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_HOLDER_BOX_H_
