// SPDX-License-Identifier: Apache-2.0
// Labels that show text from outside: plain, wrapped, to be selected and read aloud.
#ifndef SCEAU_VERIFIER_GUI_VIEW_LABELS_H_
#define SCEAU_VERIFIER_GUI_VIEW_LABELS_H_

#include <QLabel>

namespace sceau::gui {

inline QLabel* plainLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

// So many times the size of ordinary text.
inline void scaleFont(QWidget* widget, double factor, bool bold) {
  QFont font = widget->font();
  font.setPointSizeF(font.pointSizeF() * factor);
  font.setBold(bold);
  widget->setFont(font);
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_LABELS_H_
