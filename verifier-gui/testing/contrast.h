// SPDX-License-Identifier: Apache-2.0
// How far every text of a window stands out from its ground, measured on its picture.
#ifndef SCEAU_VERIFIER_GUI_TESTING_CONTRAST_H_
#define SCEAU_VERIFIER_GUI_TESTING_CONTRAST_H_

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QColor>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QList>
#include <algorithm>

#include "verifier-gui/view/tones.h"
#include "verifier-gui/view/verdict_banner.h"

namespace sceau::gui {

struct TextContrast {
  QString text;
  bool isOfBanner = false;
  double ratio = 0;
};

// Between the colour that `box` has most of and the one that stands out most from it, which is the
// middle of the strongest stroke.
inline double contrastIn(const QImage& picture, const QRect& box) {
  QHash<QRgb, int> counts;
  const QRect inside = box.intersected(picture.rect());
  for (int y = inside.top(); y <= inside.bottom(); ++y)
    for (int x = inside.left(); x <= inside.right(); ++x) ++counts[picture.pixel(x, y)];
  QRgb ground = 0;
  int most = 0;
  for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
    if (at.value() <= most) continue;
    most = at.value();
    ground = at.key();
  }
  double best = 1;
  for (auto at = counts.cbegin(); at != counts.cend(); ++at)
    best = std::max(best, contrastOf(QColor(at.key()), QColor(ground)));
  return best;
}

inline bool isInBanner(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget())
    if (qobject_cast<const VerdictBanner*>(widget) != nullptr) return true;
  return false;
}

inline QString textShownBy(const QWidget& widget) {
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) return label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
    return button->text().isEmpty() ? button->accessibleName() : button->text();
  if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
    return field->text().isEmpty() ? field->placeholderText() : field->text();
  return {};
}

// Of each text that is seen and not of a control that is switched off, which WCAG leaves out.
inline QList<TextContrast> contrastsOf(QWidget& window) {
  QList<TextContrast> found;
  const QImage picture = window.grab().toImage();
  const auto measure = [&](QWidget* part, const QRect& seen, const QString& text) {
    if (text.trimmed().isEmpty() || seen.isEmpty()) return;
    const QRect box(part->mapTo(&window, seen.topLeft()), seen.size());
    found.append({text.left(60), isInBanner(part), contrastIn(picture, box)});
  };
  for (QWidget* part : window.findChildren<QWidget*>()) {
    if (!part->isVisible() || !part->isEnabled()) continue;
    // A frame around a text is not its ink.
    constexpr int kFrame = 3;
    const bool isFramed = qobject_cast<QLabel*>(part) == nullptr;
    QRect seen = part->visibleRegion().boundingRect();
    if (isFramed) seen.adjust(kFrame, kFrame, -kFrame, -kFrame);
    measure(part, seen, textShownBy(*part));
    const auto* view = qobject_cast<QAbstractItemView*>(part);
    if (view == nullptr || view->model() == nullptr) continue;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
      for (int column = 0; column < view->model()->columnCount(); ++column) {
        const QModelIndex cell = view->model()->index(row, column);
        const QRect box = view->visualRect(cell).intersected(view->viewport()->rect());
        measure(view->viewport(), box, cell.data().toString());
      }
    }
  }
  return found;
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_TESTING_CONTRAST_H_
