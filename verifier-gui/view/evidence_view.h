// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_

#include <vector>

#include "verifier-gui/model/answer.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

// What the page prints otherwise than the seal says: for each fact a picture of
// both beside what is signed. Hidden where nothing differs.
class EvidenceView : public Card {
  Q_OBJECT
 public:
  EvidenceView(Language language, QWidget* parent);

  void setDifferences(const std::vector<DifferenceRow>& rows);

 private:
  QWidget* makeRow(const DifferenceRow& row, QWidget* parent) const;

  Language language_;
  QWidget* table_ = nullptr;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_
