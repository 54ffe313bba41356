// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/page_view.h"

#include <QPainter>
#include <utility>

namespace sceau::gui {
namespace {

// Letters of the smallest print have less than one of its dots.
constexpr int kCoarseWidth = 110;

}  // namespace

QPolygonF outlineOf(const Corners& corners, QSizeF page) {
  QPolygonF outline;
  if (page.isEmpty()) return outline;
  for (const Point& corner : corners)
    outline << QPointF(corner.x / page.width(), corner.y / page.height());
  return outline;
}

PageView::PageView(QWidget* parent) : QWidget(parent) { setFitting(false); }

void PageView::setFitting(bool fits) {
  fits_ = fits;
  QSizePolicy policy(QSizePolicy::Expanding,
                     fits ? QSizePolicy::Expanding : QSizePolicy::Preferred);
  policy.setHeightForWidth(!fits);
  setSizePolicy(policy);
  updateGeometry();
}

void PageView::setCover(Cover cover, const QRectF& box) {
  cover_ = cover;
  box_ = box;
  update();
}

void PageView::reveal(bool reveal) {
  isRevealed_ = reveal;
  update();
}

QImage PageView::shown() const {
  if (isRevealed_ || cover_ == Cover::kNone || picture_.isNull()) return picture_;
  if (cover_ == Cover::kWhole) {
    return picture_.scaledToWidth(kCoarseWidth, Qt::SmoothTransformation)
        .scaled(picture_.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  }
  QImage covered = picture_.convertToFormat(QImage::Format_RGB32);
  QPainter painter(&covered);
  const QSizeF size = picture_.size();
  painter.fillRect(QRectF(box_.x() * size.width(), box_.y() * size.height(),
                          box_.width() * size.width(), box_.height() * size.height()),
                   Qt::black);
  return covered;
}

void PageView::setPreview(const PagePreview& preview) {
  const qsizetype needed = qsizetype{preview.width} * preview.height;
  if (preview.width <= 0 || std::ssize(preview.luminance) < needed) {
    clear();
    return;
  }
  picture_ = QImage(preview.luminance.data(), preview.width, preview.height, preview.width,
                    QImage::Format_Grayscale8)
                 .copy();
  outline_.clear();
  cover_ = Cover::kNone;
  isRevealed_ = false;
  updateGeometry();
  update();
}

void PageView::setPicture(const QImage& picture) {
  const bool resized = picture.size() != picture_.size();
  picture_ = picture;
  if (resized) updateGeometry();
  update();
}

void PageView::setOutline(const QPolygonF& outline) {
  outline_ = outline;
  update();
}

void PageView::clear() {
  picture_ = {};
  outline_.clear();
  updateGeometry();
  update();
}

QSize PageView::sizeHint() const {
  const int side = fontMetrics().height() * 18;
  if (fits_) return minimumSizeHint();
  return {side, picture_.isNull() ? side * 3 / 4 : heightForWidth(side)};
}

QSize PageView::minimumSizeHint() const {
  const int line = fontMetrics().height();
  return {line * 12, line * 10};
}

int PageView::heightForWidth(int width) const {
  if (picture_.isNull()) return width * 3 / 4;
  return width * picture_.height() / picture_.width();
}

void PageView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (picture_.isNull()) return;
  const QSizeF size = QSizeF(picture_.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
  const double top = fits_ ? 0 : (height() - size.height()) / 2;
  const QRectF box(QPointF((width() - size.width()) / 2, top), size.toSize());
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(box, shown());
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(box.adjusted(0, 0, -1, -1));
  if (outline_.isEmpty()) return;
  QPolygonF shown;
  for (const QPointF& corner : outline_)
    shown << box.topLeft() + QPointF(corner.x() * box.width(), corner.y() * box.height());
  painter.setRenderHint(QPainter::Antialiasing);
  // Dark in light, so that it is seen on any ground.
  painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolygon(shown);
  painter.setPen(QPen(QColor("#1c3f87"), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolygon(shown);
}

}  // namespace sceau::gui
