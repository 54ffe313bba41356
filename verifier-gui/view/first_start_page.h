// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_FIRST_START_PAGE_H_
#define SCEAU_VERIFIER_GUI_VIEW_FIRST_START_PAGE_H_

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include "verifier-gui/model/first_start.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

// What is shown until this computer knows whom to trust: three steps, each said
// as it is done.
class FirstStartPage : public QScrollArea {
  Q_OBJECT
 public:
  FirstStartPage(FirstStart* start, Language language, QWidget* parent);

  // Takes the trust files among them.
  void take(const QStringList& paths);
  // A text that a scanner typed: false where it is not a fingerprint to compare with that shown.
  bool compare(const QString& text);
  // Whether the roots are pinned, and only the list of issuers is missing.
  void setPinned(bool isPinned);
  const QLabel* scanned() const { return scanned_; }
  QPushButton* acceptButton() { return accept_; }
  QPushButton* exampleButton() { return example_; }

 signals:
  void choiceAsked();
  void accepted();
  void helpAsked();
  void exampleAsked();

 private:
  void fill(QVBoxLayout* body, QWidget* card);
  QWidget* makeDrop(QWidget* parent);
  QWidget* makeComparison(QWidget* parent);
  void addLine(QVBoxLayout* body);
  QLabel* addStep(QVBoxLayout* body, Message title, QWidget* control);
  void refreshMatch();
  void refresh();

  FirstStart* start_;
  Language language_;
  bool isPinned_ = false;
  QString refusal_;
  FingerprintMatch match_ = FingerprintMatch::kNone;  // of what was scanned
  QList<QLabel*> steps_;
  QLabel* received_;
  QLabel* fingerprint_;
  QLabel* scanned_;
  QPushButton* choose_;
  QPushButton* accept_;
  QPushButton* example_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FIRST_START_PAGE_H_
