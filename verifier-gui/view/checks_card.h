// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_CHECKS_CARD_H_
#define SCEAU_VERIFIER_GUI_VIEW_CHECKS_CARD_H_

#include <QPushButton>

#include "verifier-gui/model/answer.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

// The checks in one line; under "Details" each with its reason, and what else
// the document says.
class ChecksCard : public Card {
  Q_OBJECT
 public:
  ChecksCard(Language language, QWidget* parent);

  // The details are closed again, but where nobody is named and they have room.
  void setAnswer(const Answer& answer);

 private:
  void fillMarks(const Answer& answer);
  void fillDetails(const Answer& answer);

  Language language_;
  QWidget* marks_ = nullptr;
  QWidget* details_ = nullptr;
  QPushButton* open_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_CHECKS_CARD_H_
