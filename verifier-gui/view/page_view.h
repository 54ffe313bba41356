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
  // What is kept from who looks over a shoulder: nothing, a place, or all that
  // could be read.
  enum class Cover { kNone, kBox, kWhole };

  explicit PageView(QWidget* parent = nullptr);

  // Without an outline and a cover.
  void setPreview(const PagePreview& preview);
  void setPicture(const QImage& picture);
  // Of the picture, in parts of its sides; empty for none.
  void setOutline(const QPolygonF& outline);
  // `box` in parts of the sides.
  void setCover(Cover cover, const QRectF& box);
  void reveal(bool reveal);
  void clear();
  bool isEmpty() const { return picture_.isNull(); }
  const QImage& picture() const { return picture_; }
  // What is painted of it.
  QImage shown() const;

  // Takes the room that there is, instead of the height of the picture.
  void setFitting(bool fits);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return !fits_ && !picture_.isNull(); }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage picture_;
  QPolygonF outline_;
  QRectF box_;
  Cover cover_ = Cover::kNone;
  bool isRevealed_ = false;
  bool fits_ = false;
};

// In parts of the sides of a page or picture.
QPolygonF outlineOf(const Corners& corners, QSizeF page);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_PAGE_VIEW_H_
