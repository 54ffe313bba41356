// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/verdict_banner.h"

#include <QAccessible>
#include <QGridLayout>
#include <QPainter>
#include <algorithm>

#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

// Of ordinary text: 54 pixels where that has 15, and less where the window is
// narrow.
constexpr double kLargestWord = 3.6;
constexpr double kSmallestWord = 1.6;
// Windows that are lower than so many lines keep their room for what follows.
constexpr int kLowWindow = 36;

const QColor& staleGround() {
  static const QColor grey("#4f555f");
  return grey;
}

}  // namespace

VerdictBanner::VerdictBanner(QWidget* parent) : QWidget(parent) {
  shape_ = new QWidget(this);
  word_ = plainLabel({}, this);
  word_->setWordWrap(false);
  word_->setMinimumWidth(1);  // fitWord() finds letters that have room
  sentence_ = plainLabel({}, this);
  scaleFont(sentence_, 1.4, false);
  next_ = plainLabel({}, this);
  scaleFont(next_, 1.07, false);
  stamp_ = plainLabel({}, this);
  stamp_->setWordWrap(false);
  stamp_->setAlignment(Qt::AlignRight | Qt::AlignTop);
  for (QLabel* label : {word_, sentence_, next_, stamp_}) {
    QPalette inked = label->palette();
    inked.setColor(QPalette::WindowText, Qt::white);
    label->setPalette(inked);
    label->setStyleSheet(QStringLiteral("color: white;"));
  }
  auto* layout = new QGridLayout(this);
  const int space = fontMetrics().height();
  layout->setContentsMargins(space * 3 / 2, space * 3 / 4, space, space * 3 / 4);
  layout->setHorizontalSpacing(space * 5 / 4);
  layout->setVerticalSpacing(space / 4);
  layout->addWidget(shape_, 0, 0, 3, 1, Qt::AlignTop);
  layout->addWidget(word_, 0, 1);
  layout->addWidget(stamp_, 0, 2, Qt::AlignTop);
  layout->addWidget(sentence_, 1, 1, 1, 2);
  layout->addWidget(next_, 2, 1, 1, 2);
  layout->setColumnStretch(1, 1);
  setFocusPolicy(Qt::TabFocus);
  fitWord();
}

QColor VerdictBanner::ground() const {
  return isStale_ ? staleGround() : bannerColoursOf(tone_).ground;
}

void VerdictBanner::setAnswer(const Answer& answer, const QString& stamp) {
  tone_ = answer.tone;
  isStale_ = false;
  word_->setText(answer.word);
  sentence_->setText(answer.sentence);
  // Where the page differs the pictures of it say the rest.
  const QStringList next = answer.differences.empty() ? answer.next : answer.next.mid(0, 1);
  next_->setText(next.join(QLatin1Char('\n')));
  next_->setVisible(!next.isEmpty());
  stamp_->setText(stamp);
  setAccessibleName(answer.word + QStringLiteral(". ") + answer.sentence);
  setAccessibleDescription(answer.next.join(QLatin1Char(' ')) + QLatin1Char(' ') + stamp);
  fitWord();
  update();
  // Read aloud when it comes, whatever has the focus.
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void VerdictBanner::setStale(const QString& why) {
  isStale_ = true;
  next_->setText(why);
  next_->setVisible(true);
  setAccessibleName(why + QLatin1Char(' ') + accessibleName());
  setAccessibleDescription(why);
  update();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

// The largest letters with which the word stands in one line beside the stamp.
void VerdictBanner::fitWord() {
  const int space = fontMetrics().height();
  const bool isLow = window()->height() < kLowWindow * space;
  const double largest = isLow ? kLargestWord * 0.7 : kLargestWord;
  const int side = static_cast<int>(space * (isLow ? 3.2 : 4.6));
  shape_->setFixedSize(side, side);
  const int room = width() - side - stamp_->sizeHint().width() - space * 6;
  QFont big = font();
  big.setWeight(QFont::ExtraBold);
  for (double factor = largest; factor >= kSmallestWord; factor -= 0.2) {
    big.setPointSizeF(font().pointSizeF() * factor);
    if (QFontMetrics(big).horizontalAdvance(word_->text()) <= room) break;
  }
  word_->setFont(big);
}

void VerdictBanner::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitWord();
}

void VerdictBanner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), ground());
  ToneColours colours = bannerColoursOf(tone_);
  colours.ground = ground();
  paintTone(painter, QRectF(shape_->geometry()).adjusted(2, 2, -2, -2), tone_, colours);
  if (!hasFocus()) return;
  painter.setPen(QPen(Qt::white, 2));
  painter.drawRect(rect().adjusted(3, 3, -3, -3));
}

}  // namespace sceau::gui
