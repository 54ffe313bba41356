// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_IDENTITY_CARD_H_
#define SCEAU_VERIFIER_GUI_VIEW_IDENTITY_CARD_H_

#include <QPushButton>

#include "verifier-gui/model/session.h"
#include "verifier-gui/view/holder_box.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

// Who it is, to be compared with an identity document. Hidden where nobody is
// named for certain.
class IdentityCard : public Card {
  Q_OBJECT
 public:
  IdentityCard(Session* session, Language language, QWidget* parent);

  void setAnswer(const Answer& answer);
  // Grey, but for a field in which somebody types.
  void setStale(bool isStale);

 signals:
  // The number, for as long as the button or the space bar on it is held.
  void revealed(bool reveal);

 private:
  void reveal(bool reveal);

  Language language_;
  Identity person_;
  QLabel* name_;
  QLabel* nameInUse_;
  QLabel* born_;
  QLabel* nir_;
  QPushButton* reveal_;
  HolderBox* holder_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_IDENTITY_CARD_H_
