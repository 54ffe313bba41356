// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_

#include <QGroupBox>
#include <vector>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

// What the page prints otherwise than the seal says: for each fact a picture of both. Hidden where
// nothing differs.
class EvidenceView : public QGroupBox {
  Q_OBJECT
 public:
  EvidenceView(const QString& title, QWidget* parent);

  void setDifferences(const std::vector<DifferenceRow>& rows);

 private:
  QWidget* table_ = nullptr;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_EVIDENCE_VIEW_H_
