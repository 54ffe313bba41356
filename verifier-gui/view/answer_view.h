// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_

#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QWidget>

#include "verifier-gui/model/session.h"
#include "verifier-gui/view/checks_card.h"
#include "verifier-gui/view/evidence_view.h"
#include "verifier-gui/view/identity_card.h"
#include "verifier-gui/view/page_card.h"
#include "verifier-gui/view/rights_card.h"
#include "verifier-gui/view/verdict_banner.h"

namespace sceau::gui {

// One answer, seen as a whole: the banner; whom to compare, what differs, the
// rights, the checks; beside them the page.
class AnswerView : public QWidget {
  Q_OBJECT
 public:
  AnswerView(Session* session, Language language, QWidget* parent = nullptr);

  void refresh();
  // Whether all of the answer is seen without scrolling.
  bool fits() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeParts();
  void showAnswer(const Answer& answer);
  void setStale(std::optional<StaleBy> by);
  void arrange();

  Session* session_;
  Language language_;
  bool differs_ = false;
  VerdictBanner* banner_;
  QLabel* testNotice_;
  QPushButton* back_;
  QListView* seals_;
  QScrollArea* scroll_;
  QBoxLayout* columns_;
  IdentityCard* identity_;
  EvidenceView* differences_;
  RightsCard* rights_;
  ChecksCard* checks_;
  PageCard* page_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_
