// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_PAGE_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_PAGE_VIEW_H_

#include <QImage>
#include <QPolygonF>
#include <QWidget>

#include "sceau/report.h"

namespace sceau::gui {

// A page, or a camera's picture, with the code outlined.
class PageView : public QWidget {
  Q_OBJECT
 public:
  explicit PageView(QWidget* parent = nullptr);

  // Without an outline.
  void setPreview(const PagePreview& preview);
  void setPicture(const QImage& picture);
  // Of the picture, in parts of its sides; empty for none.
  void setOutline(const QPolygonF& outline);
  void clear();
  bool isEmpty() const { return picture_.isNull(); }
  const QImage& picture() const { return picture_; }

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return !picture_.isNull(); }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage picture_;
  QPolygonF outline_;
};

// In parts of the sides of a page or picture.
QPolygonF outlineOf(const Corners& corners, QSizeF page);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_PAGE_VIEW_H_
