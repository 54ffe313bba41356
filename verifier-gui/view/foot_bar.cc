// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/foot_bar.h"

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

FootBar::FootBar(Language language, QWidget* parent) : QWidget(parent), language_(language) {
  setObjectName(QStringLiteral("foot"));
  setAttribute(Qt::WA_StyledBackground);
  const int space = fontMetrics().height();
  layout_ = new QHBoxLayout(this);
  layout_->setContentsMargins(space, space / 4, space, space / 4);
  layout_->setSpacing(space);
  caution_ = plainLabel(say(Message::kNotProven, language), this);
  scaleFont(caution_, 0.93, true);
  setInk(caution_, "look");
  trust_ = plainLabel({}, this);
  scaleFont(trust_, 0.93, false);
  trust_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  next_ = new QPushButton(this);
  next_->setObjectName(QStringLiteral("primary"));
  connect(next_, &QPushButton::clicked, this, &FootBar::nextAsked);
  layout_->addWidget(caution_, 1);
  layout_->addWidget(trust_, 1);
  layout_->addWidget(next_);
  setAnswering(false, false);
}

void FootBar::addTool(QWidget* tool) {
  layout_->insertWidget(layout_->indexOf(next_), tool);
  tools_.append(tool);
  tool->setVisible(false);
}

void FootBar::setAnswering(bool isAnswering, bool isOfBatch) {
  next_->setText(say(isOfBatch ? Message::kWindowNextInBatch : Message::kWindowNext, language_));
  next_->setVisible(isAnswering);
  fit();
}

void FootBar::showTools(bool isShown) {
  for (QWidget* tool : tools_) tool->setVisible(isShown);
  fit();
}

void FootBar::setTrust(const TrustGlance& glance) {
  trust_->setText(glance.text);
  isTrustGood_ = glance.isGood;
  setInk(trust_, isTrustGood_ ? "quiet" : "look");
  fit();
}

void FootBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

// Where not all has room in one line, the sentence about identity goes before a list that is good.
void FootBar::fit() {
  const auto widthOf = [](const QLabel* label) {
    return label->fontMetrics().horizontalAdvance(label->text());
  };
  const int gap = layout_->spacing();
  int rest = width() - 2 * gap;
  for (const QWidget* button : tools_ + QList<QWidget*>{next_}) {
    if (!button->isHidden()) rest -= button->sizeHint().width() + gap;
  }
  const bool hasRoom = widthOf(caution_) + gap + widthOf(trust_) <= rest;
  caution_->setWordWrap(!hasRoom);
  trust_->setVisible(hasRoom || !isTrustGood_);
}

}  // namespace sceau::gui
