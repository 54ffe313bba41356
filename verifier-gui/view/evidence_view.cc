// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/evidence_view.h"

#include <QPixmap>
#include <algorithm>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/flow_layout.h"

namespace sceau::gui {
namespace {

// The pictures have two pixels for each of a page at 200 dpi: so the print has
// about twice its size on an ordinary screen, and as much detail on one with
// small pixels.
constexpr double kPixelsPerPoint = 2;
constexpr int kMaxWidth = 300;

QPixmap pixmapOf(const QByteArray& png) {
  QPixmap picture;
  if (!picture.loadFromData(png, "PNG")) return picture;
  const int maxWidth = static_cast<int>(kMaxWidth * kPixelsPerPoint);
  if (picture.width() > maxWidth)
    picture = picture.scaledToWidth(maxWidth, Qt::SmoothTransformation);
  picture.setDevicePixelRatio(kPixelsPerPoint);
  return picture;
}

// No wider than the picture below it, but for its longest word.
void keepWithin(int width, QLabel* label) {
  const QFontMetrics metrics(label->font());
  for (const QString& word : label->text().split(QLatin1Char(' ')))
    width = std::max(width, metrics.horizontalAdvance(word));
  const QRect room(0, 0, width, metrics.height() * 8);
  label->setFixedSize(width,
                      metrics.boundingRect(room, Qt::TextWordWrap, label->text()).height() + 2);
}

}  // namespace

EvidenceView::EvidenceView(Language language, QWidget* parent)
    : Card(say(Message::kWindowEvidence, language), parent), language_(language) {}

QWidget* EvidenceView::makeRow(const DifferenceRow& row, QWidget* parent) const {
  auto* box = new QWidget(parent);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  const QPixmap print = pixmapOf(row.png);
  auto* picture = new QLabel(box);
  picture->setPixmap(print);
  const int width = static_cast<int>(print.width() / kPixelsPerPoint);
  auto* label = plainLabel(row.label, box);
  scaleFont(label, 1.13, true);
  keepWithin(width, label);
  layout->addWidget(label);
  if (!row.signedValue.isEmpty()) {
    const std::string signedValue = row.signedValue.toStdString();
    auto* value = plainLabel(say(Message::kWindowSignedValue, language_, signedValue), box);
    scaleFont(value, 1.27, true);
    setInk(value, "bad");
    keepWithin(width, value);
    layout->addWidget(value);
  }
  picture->setAccessibleName(row.label);
  picture->setAccessibleDescription(row.legend);
  layout->addWidget(picture, 0, Qt::AlignLeft);
  layout->addStretch(1);
  return box;
}

void EvidenceView::setDifferences(const std::vector<DifferenceRow>& rows) {
  delete table_;
  table_ = new QWidget(this);
  auto* all = new QVBoxLayout(table_);
  all->setContentsMargins(0, 0, 0, 0);
  const int space = fontMetrics().height();
  QWidget* group = nullptr;
  QString legend;
  for (const DifferenceRow& row : rows) {
    if (row.legend != legend || group == nullptr) {
      all->addWidget(plainLabel(row.legend, table_));
      group = new QWidget(table_);
      new FlowLayout(group, space, space / 2, Qt::AlignTop);
      all->addWidget(group);
    }
    legend = row.legend;
    group->layout()->addWidget(makeRow(row, group));
  }
  body()->addWidget(table_);
  setVisible(!rows.empty());
}

}  // namespace sceau::gui
