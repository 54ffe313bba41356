// SPDX-License-Identifier: Apache-2.0
// Labels that show text from outside: plain, wrapped, to be selected and read
// aloud; and the cards on which they stand.
#ifndef SCEAU_VERIFIER_GUI_VIEW_LABELS_H_
#define SCEAU_VERIFIER_GUI_VIEW_LABELS_H_

#include <QFrame>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

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

// "good", "look", "bad", "quiet": the inks of theme.cc.
inline void setInk(QWidget* widget, const char* ink) {
  widget->setObjectName(QLatin1String(ink));
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

// A part of the window with a title of its own; without a title for an empty
// text.
class Card : public QFrame {
 public:
  Card(const QString& title, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("card"));
    const int space = fontMetrics().height();
    body_ = new QVBoxLayout(this);
    body_->setContentsMargins(space, space * 3 / 5, space, space * 3 / 5);
    body_->setSpacing(space / 4);
    title_ = plainLabel(title, this);
    scaleFont(title_, 0.87, true);
    setInk(title_, "quiet");
    title_->setVisible(!title.isEmpty());
    body_->addWidget(title_);
  }

  QVBoxLayout* body() { return body_; }
  void setTitle(const QString& title) { title_->setText(title); }

 private:
  QVBoxLayout* body_;
  QLabel* title_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_LABELS_H_
