// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_TIMELINE_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_TIMELINE_VIEW_H_

#include <QWidget>

#include "verifier-gui/model/timeline.h"

namespace sceau::gui {

// A bar for each right, under one line for the day of care.
class TimelineView : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineView(QWidget* parent = nullptr);

  void setTimeline(const Timeline& timeline);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int lineHeight() const;
  void paintBar(QPainter& painter, const TimelineBar& bar, const QRectF& row);

  Timeline timeline_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_TIMELINE_VIEW_H_
