// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_

#include <QGroupBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>

#include "verifier-gui/model/session.h"
#include "verifier-gui/view/evidence_view.h"
#include "verifier-gui/view/holder_box.h"
#include "verifier-gui/view/page_view.h"
#include "verifier-gui/view/timeline_view.h"
#include "verifier-gui/view/verdict_banner.h"

namespace sceau::gui {

// One answer, from what matters most to why: the banner, what differs on the page, whom to compare,
// the rights, the checks, the page.
class AnswerView : public QScrollArea {
  Q_OBJECT
 public:
  AnswerView(Session* session, Language language, QWidget* parent = nullptr);

  void refresh();

 private:
  void makeIdentity(QWidget* parent);
  void showAnswer(const Answer& answer);
  void showIdentity(const Answer& answer);
  void showPage(const Answer& answer);
  void revealNir(bool reveal);

  Session* session_;
  Language language_;
  Answer answer_;
  VerdictBanner* banner_;
  QLabel* testNotice_;
  QPushButton* back_;
  QListView* seals_;
  EvidenceView* differences_;
  QGroupBox* identity_;
  QLabel* name_;
  QLabel* nameInUse_;
  QLabel* born_;
  QLabel* nir_;
  QPushButton* reveal_;
  TimelineView* timeline_;
  QGroupBox* rights_;
  HolderBox* holder_;
  QGroupBox* details_;
  QGroupBox* checks_;
  QGroupBox* page_;
  PageView* pageView_;
  QLabel* notProven_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_ANSWER_VIEW_H_
