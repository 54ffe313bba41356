// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/identity_card.h"

#include <QHBoxLayout>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/flow_layout.h"

namespace sceau::gui {

IdentityCard::IdentityCard(Session* session, Language language, QWidget* parent)
    : Card(say(Message::kWindowCompare, language), parent), language_(language) {
  name_ = plainLabel({}, this);
  scaleFont(name_, 2.53, true);
  nameInUse_ = plainLabel({}, this);
  scaleFont(nameInUse_, 1.27, false);
  setInk(nameInUse_, "quiet");
  born_ = plainLabel({}, this);
  scaleFont(born_, 1.93, true);
  born_->setWordWrap(false);
  nir_ = plainLabel({}, this);
  nir_->setWordWrap(false);
  nir_->setTextInteractionFlags(Qt::NoTextInteraction);
  scaleFont(nir_, 1.13, false);
  reveal_ = new QPushButton(say(Message::kWindowRevealNir, language), this);
  connect(reveal_, &QPushButton::pressed, this, [this] { reveal(true); });
  connect(reveal_, &QPushButton::released, this, [this] { reveal(false); });
  // The number stands beside the date, or below it.
  auto* number = new QWidget(this);
  auto* row = new QHBoxLayout(number);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(nir_);
  row->addWidget(reveal_);
  auto* second = new QWidget(this);
  auto* flow = new FlowLayout(second, fontMetrics().height() * 2, 2);
  flow->addWidget(born_);
  flow->addWidget(number);
  holder_ = new HolderBox(session, language, this);
  body()->addWidget(name_);
  body()->addWidget(nameInUse_);
  body()->addWidget(second);
  body()->addWidget(holder_);
}

void IdentityCard::reveal(bool reveal) {
  const QString& number = reveal ? person_.nirInFull : person_.nirMasked;
  nir_->setText(number.isEmpty() ? QString()
                                 : say(Message::kWindowNir, language_, number.toStdString()));
  emit revealed(reveal);
}

void IdentityCard::setStale(bool isStale) {
  setEnabled(!isStale || holder_->isTypedIn());
  for (QWidget* part : std::initializer_list<QWidget*>{name_, nameInUse_, born_, nir_, reveal_})
    part->setEnabled(!isStale);
}

void IdentityCard::setAnswer(const Answer& answer) {
  person_ = answer.identity.value_or(Identity{});
  setVisible(answer.identity.has_value());
  holder_->refresh();
  name_->setText(person_.name);
  nameInUse_->setText(person_.nameInUse);
  nameInUse_->setVisible(!person_.nameInUse.isEmpty());
  born_->setText(person_.born);
  const bool hasNir = !person_.nirMasked.isEmpty();
  nir_->setVisible(hasNir);
  reveal_->setVisible(hasNir);
  reveal(false);
}

}  // namespace sceau::gui
