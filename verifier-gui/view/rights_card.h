// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_RIGHTS_CARD_H_
#define SCEAU_VERIFIER_GUI_VIEW_RIGHTS_CARD_H_

#include "verifier-gui/model/answer.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

// What the rights are on the day, in dated words. Hidden where nothing is
// attested.
class RightsCard : public Card {
  Q_OBJECT
 public:
  RightsCard(Language language, QWidget* parent);

  void setAnswer(const Answer& answer);

 private:
  Language language_;
  QWidget* rows_ = nullptr;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_RIGHTS_CARD_H_
