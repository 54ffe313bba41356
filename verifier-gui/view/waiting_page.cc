// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/waiting_page.h"

#include <QPushButton>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

WaitingPage::WaitingPage(CameraReader* reader, Language language, QWidget* parent)
    : QWidget(parent) {
  const int space = fontMetrics().height();
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space * 2, space, space * 2, space);
  layout->setSpacing(space * 2);
  auto* words = new QVBoxLayout;
  words->setSpacing(space * 2 / 3);
  auto* title = plainLabel(say(Message::kWindowWaiting, language), this);
  scaleFont(title, 2.2, true);
  words->addStretch(2);
  words->addWidget(title);
  for (const Message way :
       {Message::kWindowWayCamera, Message::kWindowWayScanner, Message::kWindowWayFile}) {
    auto* line = plainLabel(say(way, language), this);
    scaleFont(line, 1.2, false);
    words->addWidget(line);
  }
  auto* privacy = plainLabel(say(Message::kWindowPrivacy, language), this);
  setInk(privacy, "quiet");
  words->addWidget(privacy);
  auto* test =
      new QPushButton(say(Message::kScannerTest, language) + QStringLiteral(" (F9)"), this);
  connect(test, &QPushButton::clicked, this, &WaitingPage::scannerTestAsked);
  words->addWidget(test, 0, Qt::AlignLeft);
  words->addStretch(3);
  auto* card = new Card({}, this);
  camera_ = new CameraView(reader, language, card);
  card->body()->addWidget(camera_, 1);
  layout->addLayout(words, 1);
  layout->addWidget(card, 1);
}

}  // namespace sceau::gui
