// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/top_bar.h"

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

// Narrower bars, in average letters, leave out the name of the program and the button for help,
// which the menu has too.
constexpr int kNarrowBar = 125;

}  // namespace

TopBar::TopBar(Language language, QMenu* menu, QWidget* parent)
    : QWidget(parent), language_(language) {
  setObjectName(QStringLiteral("bar"));
  setAttribute(Qt::WA_StyledBackground);
  const int space = fontMetrics().height();
  layout_ = new QHBoxLayout(this);
  layout_->setContentsMargins(space, space / 3, space, space / 3);
  layout_->setSpacing(space * 3 / 4);
  brand_ = plainLabel(QStringLiteral("◉ Sceau"), this);
  brand_->setObjectName(QStringLiteral("brand"));
  scaleFont(brand_, 1.27, true);
  camera_ = plainLabel({}, this);
  scanner_ = plainLabel({}, this);
  for (QLabel* label : {brand_, camera_, scanner_}) label->setWordWrap(false);
  open_ = new QPushButton(say(Message::kWindowOpen, language), this);
  help_ = new QPushButton(say(Message::kWindowHelpButton, language), this);
  menu_ = new QToolButton(this);
  menu_->setText(say(Message::kWindowMenu, language));
  menu_->setMenu(menu);
  menu_->setPopupMode(QToolButton::InstantPopup);
  menu_->setFocusPolicy(Qt::TabFocus);
  layout_->addWidget(brand_);
  layout_->addWidget(camera_);
  layout_->addWidget(scanner_);
  layout_->addStretch(1);
  layout_->addWidget(open_);
  layout_->addWidget(help_);
  layout_->addWidget(menu_);
  setCamera(false);
  setScanner(false);
}

void TopBar::addTool(QWidget* tool) { layout_->insertWidget(layout_->indexOf(open_), tool); }

void TopBar::setLamp(QLabel* lamp, bool isOn, const QString& text) {
  lamp->setText((isOn ? QStringLiteral("● ") : QStringLiteral("○ ")) + text);
  lamp->setAccessibleName(text);
  setInk(lamp, isOn ? "good" : "quiet");
}

void TopBar::setCamera(bool isOn) {
  setLamp(camera_, isOn, say(isOn ? Message::kLampCameraOn : Message::kLampCameraOff, language_));
}

void TopBar::setScanner(bool hears) {
  setLamp(scanner_, hears,
          say(hears ? Message::kLampScannerReady : Message::kLampScannerDeaf, language_));
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const bool isWide = width() >= fontMetrics().averageCharWidth() * kNarrowBar;
  for (QWidget* part : std::initializer_list<QWidget*>{brand_, help_}) part->setVisible(isWide);
}

}  // namespace sceau::gui
