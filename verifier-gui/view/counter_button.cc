// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/counter_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

#include "verifier-gui/view/tones.h"

namespace sceau::gui {

CounterButton::CounterButton(const QString& name, std::optional<Tone> tone, QWidget* parent)
    : QPushButton(parent), name_(name), tone_(tone) {
  setCheckable(true);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setCount(0);
}

void CounterButton::setCount(int count) {
  count_ = count;
  setAccessibleName(QStringLiteral("%1, %2").arg(name_).arg(count));
  update();
}

QFont CounterButton::largeFont() const {
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.9);
  large.setBold(true);
  return large;
}

QSize CounterButton::sizeHint() const {
  const int width = fontMetrics().horizontalAdvance(name_) + 2 * margin();
  return {width, heightForWidth(width)};
}

// The name may take several lines, and none of its words may.
QSize CounterButton::minimumSizeHint() const {
  int width = 0;
  for (const QString& word : name_.split(QLatin1Char(' ')))
    width = std::max(width, fontMetrics().horizontalAdvance(word));
  return {width + 2 * margin(), QFontMetrics(largeFont()).height() + fontMetrics().height()};
}

int CounterButton::heightForWidth(int width) const {
  const QRect room(0, 0, width - 2 * margin(), fontMetrics().height() * 8);
  const int name = fontMetrics().boundingRect(room, Qt::TextWordWrap, name_).height();
  return QFontMetrics(largeFont()).height() + name + margin();
}

void CounterButton::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionButton option;
  initStyleOption(&option);
  painter.drawControl(QStyle::CE_PushButtonBevel, option);
  const QRect room = rect().adjusted(margin(), margin() / 2, -margin(), -margin() / 2);
  const QColor ink = palette().color(QPalette::WindowText);
  painter.setPen(tone_ ? coloursOf(*tone_, isDark(palette())).text : ink);
  painter.setFont(largeFont());
  painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, QString::number(count_));
  painter.setPen(ink);
  painter.setFont(font());
  painter.drawText(room.adjusted(0, QFontMetrics(largeFont()).height(), 0, 0),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, name_);
}

}  // namespace sceau::gui
