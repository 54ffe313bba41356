// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace sceau::gui {

FlowLayout::FlowLayout(QWidget* parent, int across, int down, Qt::Alignment place)
    : QLayout(parent), across_(across), down_(down), place_(place) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
  return size;
}

void FlowLayout::setGeometry(const QRect& area) {
  QLayout::setGeometry(area);
  arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool place) const {
  int x = area.x();
  int y = area.y();
  int line = 0;
  for (const QLayoutItem* item : items_) line = std::max(line, item->sizeHint().height());
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > area.x() && x + size.width() > area.x() + area.width()) {
      x = area.x();
      y += line + down_;
    }
    const int above = place_ == Qt::AlignTop ? 0 : (line - size.height()) / 2;
    if (place) item->setGeometry({QPoint(x, y + above), size});
    x += size.width() + across_;
  }
  return y + line - area.y();
}

}  // namespace sceau::gui
