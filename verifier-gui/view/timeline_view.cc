// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/timeline_view.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

// A bar that goes on beyond the scale ends in a point.
QPainterPath shapeOf(const QRectF& box, const TimelineBar& bar) {
  const double tip = std::min(box.height() / 2, box.width() / 3);
  const double left = box.left() + (bar.startsBefore ? tip : 0);
  const double right = box.right() - (bar.endsAfter ? tip : 0);
  QPainterPath path(QPointF(left, box.top()));
  path.lineTo(right, box.top());
  path.lineTo(box.right(), box.center().y());
  path.lineTo(right, box.bottom());
  path.lineTo(left, box.bottom());
  path.lineTo(box.left(), box.center().y());
  path.closeSubpath();
  return path;
}

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineView::setTimeline(const Timeline& timeline) {
  timeline_ = timeline;
  setAccessibleDescription(timeline.spoken);
  updateGeometry();
  update();
}

int TimelineView::lineHeight() const { return fontMetrics().height(); }

QSize TimelineView::sizeHint() const {
  // The day above, two lines for each bar, the ends of the scale below.
  const auto lines = 2 + 2 * static_cast<int>(timeline_.bars.size());
  return {lineHeight() * 20, lineHeight() * lines + lineHeight() / 2};
}

QSize TimelineView::minimumSizeHint() const { return {lineHeight() * 12, sizeHint().height()}; }

void TimelineView::paintBar(QPainter& painter, const TimelineBar& bar, const QRectF& row) {
  const int line = lineHeight();
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(
      QRectF(row.left(), row.top(), row.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
      fontMetrics().elidedText(bar.period, Qt::ElideRight, static_cast<int>(row.width())));
  const QRectF box(row.left() + bar.from * row.width(), row.top() + line * 1.1,
                   std::max((bar.to - bar.from) * row.width(), 4.0), line * 0.6);
  const ToneColours colours =
      coloursOf(bar.coversDay ? Tone::kGood : Tone::kNoSeal, isDark(palette()));
  painter.setPen(QPen(colours.mark, 1));
  // Full where the day of care lies in it, hatched where it does not.
  painter.setBrush(bar.coversDay ? QBrush(colours.mark) : QBrush(colours.mark, Qt::BDiagPattern));
  painter.drawPath(shapeOf(box, bar));
}

void TimelineView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int line = lineHeight();
  const QRectF area(0, 0, width(), height());
  QRectF row(area.left() + 1, line * 1.2, area.width() - 2, line * 2);
  const double day = row.left() + timeline_.day * row.width();
  const QColor ink = palette().color(QPalette::WindowText);
  for (const TimelineBar& bar : timeline_.bars) {
    paintBar(painter, bar, row);
    // Across the bars, and not through what is written over them.
    painter.setPen(QPen(ink, 3));
    painter.drawLine(QPointF(day, row.top() + line), QPointF(day, row.top() + line * 1.8));
    row.translate(0, line * 2);
  }
  const double wide = fontMetrics().horizontalAdvance(timeline_.dayText) + line;
  const double left = std::clamp(day - wide / 2, 0.0, std::max(0.0, area.width() - wide));
  painter.setPen(ink);
  QFont bold = font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.drawText(QRectF(left, 0, wide, line), Qt::AlignCenter, timeline_.dayText);
  painter.setFont(font());
  const QRectF foot(area.left(), row.top() + line * 0.15, area.width(), line);
  painter.drawText(foot, Qt::AlignLeft, timeline_.firstText);
  painter.drawText(foot, Qt::AlignRight, timeline_.lastText);
}

}  // namespace sceau::gui
