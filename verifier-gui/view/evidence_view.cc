// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/evidence_view.h"

#include <QPixmap>
#include <QVBoxLayout>

#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

// The pictures have two pixels for each of a page at 200 dpi: so the print has about twice its size
// on an ordinary screen, and as much detail on one with small pixels.
constexpr double kPixelsPerPoint = 2;
constexpr int kMaxWidth = 900;

QPixmap pixmapOf(const QByteArray& png) {
  QPixmap picture;
  if (!picture.loadFromData(png, "PNG")) return picture;
  const int maxWidth = static_cast<int>(kMaxWidth * kPixelsPerPoint);
  if (picture.width() > maxWidth)
    picture = picture.scaledToWidth(maxWidth, Qt::SmoothTransformation);
  picture.setDevicePixelRatio(kPixelsPerPoint);
  return picture;
}

}  // namespace

EvidenceView::EvidenceView(const QString& title, QWidget* parent) : QGroupBox(title, parent) {
  new QVBoxLayout(this);
}

void EvidenceView::setDifferences(const std::vector<DifferenceRow>& rows) {
  delete table_;
  table_ = new QWidget(this);
  auto* layout = new QVBoxLayout(table_);
  layout->setContentsMargins(0, 0, 0, 0);
  QString legend;
  for (const DifferenceRow& row : rows) {
    if (row.legend != legend) layout->addWidget(plainLabel(row.legend, table_));
    legend = row.legend;
    auto* label = plainLabel(row.label, table_);
    scaleFont(label, 1, true);
    layout->addWidget(label);
    auto* picture = new QLabel(table_);
    picture->setPixmap(pixmapOf(row.png));
    picture->setAccessibleName(row.label);
    picture->setAccessibleDescription(row.legend);
    layout->addWidget(picture, 0, Qt::AlignLeft);
  }
  this->layout()->addWidget(table_);
  setVisible(!rows.empty());
}

}  // namespace sceau::gui
