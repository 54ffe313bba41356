// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/rights_card.h"

#include <QGridLayout>

#include "verifier-gui/model/text.h"

namespace sceau::gui {

RightsCard::RightsCard(Language language, QWidget* parent)
    : Card(QStringLiteral(" "), parent), language_(language) {}

void RightsCard::setAnswer(const Answer& answer) {
  delete rows_;
  rows_ = new QWidget(this);
  auto* grid = new QGridLayout(rows_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(0, 1);
  const int space = fontMetrics().height();
  grid->setVerticalSpacing(space / 4);
  grid->setHorizontalSpacing(space);
  // An open right is green only where the whole answer is.
  const bool isGood = answer.tone == Tone::kGood || answer.tone == Tone::kCompare;
  int line = 0;
  for (const RightRow& row : answer.rights) {
    if (line > 0) {
      auto* rule = new QFrame(rows_);
      rule->setObjectName(QStringLiteral("line"));
      rule->setFixedHeight(1);
      grid->addWidget(rule, line++, 0, 1, 2);
    }
    auto* label = plainLabel(row.label, rows_);
    scaleFont(label, 1.13, false);
    grid->addWidget(label, line, 0);
    auto* words = plainLabel(row.words, rows_);
    scaleFont(words, 1.13, true);
    words->setWordWrap(false);
    words->setAccessibleName(row.label + QStringLiteral(": ") + row.words);
    words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (row.isOpen && isGood) setInk(words, "good");
    grid->addWidget(words, line++, 1);
  }
  body()->addWidget(rows_);
  setTitle(say(Message::kWindowRightsOn, language_, answer.rightsDay.toStdString()));
  setVisible(!answer.rights.empty());
}

}  // namespace sceau::gui
