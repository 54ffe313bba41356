// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/verdict_banner.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>

#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {

VerdictBanner::VerdictBanner(QWidget* parent) : QWidget(parent) {
  shape_ = new QWidget(this);
  const int side = fontMetrics().height() * 4;
  shape_->setFixedSize(side, side);
  word_ = plainLabel({}, this);
  scaleFont(word_, 1.9, true);
  sentence_ = plainLabel({}, this);
  scaleFont(sentence_, 1.25, false);
  next_ = plainLabel({}, this);
  auto* layout = new QGridLayout(this);
  const int space = fontMetrics().height();
  layout->setContentsMargins(space, space, space, space);
  layout->setHorizontalSpacing(space);
  layout->addWidget(shape_, 0, 0, 3, 1, Qt::AlignTop);
  layout->addWidget(word_, 0, 1);
  layout->addWidget(sentence_, 1, 1);
  layout->addWidget(next_, 2, 1);
  layout->setColumnStretch(1, 1);
  setFocusPolicy(Qt::TabFocus);
}

void VerdictBanner::setAnswer(const Answer& answer) {
  tone_ = answer.tone;
  word_->setText(answer.word);
  sentence_->setText(answer.sentence);
  next_->setText(answer.next.join(QStringLiteral("\n")));
  next_->setVisible(!answer.next.isEmpty());
  setAccessibleName(answer.word + QStringLiteral(". ") + answer.sentence);
  setAccessibleDescription(answer.next.join(QLatin1Char(' ')));
  applyColours();
  // Read aloud when it comes, whatever has the focus.
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void VerdictBanner::applyColours() {
  const ToneColours colours = coloursOf(tone_, isDark(palette()));
  for (QLabel* label : {word_, sentence_, next_}) {
    QPalette inked = label->palette();
    inked.setColor(QPalette::WindowText, colours.text);
    label->setPalette(inked);
  }
  update();
}

void VerdictBanner::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyColours();
  QWidget::changeEvent(event);
}

void VerdictBanner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ToneColours colours = coloursOf(tone_, isDark(palette()));
  painter.setPen(QPen(colours.mark, hasFocus() ? 3 : 1));
  painter.setBrush(colours.ground);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
  paintTone(painter, shape_->geometry(), tone_, colours);
}

}  // namespace sceau::gui
