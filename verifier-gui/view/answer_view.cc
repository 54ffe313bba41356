// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/answer_view.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

// A box whose one child, the table of its rows, is made anew for each answer.
QGroupBox* makeTableBox(const QString& title, QWidget* parent) {
  auto* box = new QGroupBox(title, parent);
  new QVBoxLayout(box);
  return box;
}

void fillTableBox(QGroupBox* box, const std::vector<CheckRow>& rows) {
  while (QLayoutItem* old = box->layout()->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  auto* table = new QWidget(box);
  auto* grid = new QGridLayout(table);
  grid->setColumnStretch(1, 1);
  grid->setContentsMargins(0, 0, 0, 0);
  int line = 0;
  for (const CheckRow& row : rows) {
    auto* label = plainLabel(row.label, table);
    label->setWordWrap(false);
    grid->addWidget(label, line, 0, Qt::AlignTop);
    auto* word = plainLabel(row.word, table);
    scaleFont(word, 1, true);
    word->setAccessibleName(row.label + QStringLiteral(": ") + row.word);
    grid->addWidget(word, line++, 1);
    if (!row.advice.isEmpty())
      grid->addWidget(plainLabel(row.advice.join(QLatin1Char('\n')), table), line++, 1);
  }
  box->layout()->addWidget(table);
  box->setVisible(!rows.empty());
}

}  // namespace

AnswerView::AnswerView(Session* session, Language language, QWidget* parent)
    : QScrollArea(parent), session_(session), language_(language) {
  auto* content = new QWidget(this);
  auto* layout = new QVBoxLayout(content);
  testNotice_ = plainLabel(say(Message::kWindowTestNotice, language), content);
  testNotice_->setAlignment(Qt::AlignCenter);
  back_ = new QPushButton(say(Message::kBackToBatch, language), content);
  connect(back_, &QPushButton::clicked, session, &Session::backToBatch);
  banner_ = new VerdictBanner(content);
  seals_ = new QListView(content);
  seals_->setModel(session->seals());
  seals_->setWordWrap(true);
  seals_->setAccessibleName(say(Message::kSealList, language));
  connect(seals_, &QListView::clicked, this, [this](const QModelIndex& index) {
    session_->selectSeal(session_->seals()->sealOf(index.row()));
  });
  connect(seals_, &QListView::activated, this, [this](const QModelIndex& index) {
    session_->selectSeal(session_->seals()->sealOf(index.row()));
  });
  // Made in the order in which they are seen, which is that of the Tab key and of screen readers.
  differences_ = new EvidenceView(say(Message::kWindowEvidence, language), content);
  makeIdentity(content);
  rights_ = new QGroupBox(say(Message::kLabelRights, language), content);
  timeline_ = new TimelineView(rights_);
  timeline_->setAccessibleName(say(Message::kLabelRights, language));
  (new QVBoxLayout(rights_))->addWidget(timeline_);
  holder_ = new HolderBox(session, language, content);
  details_ = makeTableBox(say(Message::kWindowSays, language), content);
  checks_ = makeTableBox(say(Message::kWindowChecks, language), content);
  page_ = new QGroupBox(say(Message::kWindowPage, language), content);
  pageView_ = new PageView(page_);
  pageView_->setAccessibleName(say(Message::kWindowPage, language));
  (new QVBoxLayout(page_))->addWidget(pageView_);
  notProven_ = plainLabel(say(Message::kNotProven, language), content);
  layout->addWidget(back_, 0, Qt::AlignLeft);
  layout->addWidget(testNotice_);
  layout->addWidget(banner_);
  layout->addWidget(seals_);
  layout->addWidget(differences_);
  layout->addWidget(identity_);
  for (QWidget* part :
       std::initializer_list<QWidget*>{rights_, holder_, details_, checks_, page_, notProven_})
    layout->addWidget(part);
  layout->addStretch(1);
  setWidget(content);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
}

void AnswerView::makeIdentity(QWidget* parent) {
  identity_ = new QGroupBox(say(Message::kWindowCompare, language_), parent);
  auto* layout = new QVBoxLayout(identity_);
  name_ = plainLabel({}, identity_);
  scaleFont(name_, 2, true);
  nameInUse_ = plainLabel({}, identity_);
  scaleFont(nameInUse_, 1.25, false);
  born_ = plainLabel({}, identity_);
  scaleFont(born_, 1.6, true);
  nir_ = plainLabel({}, identity_);
  nir_->setWordWrap(false);
  nir_->setTextInteractionFlags(Qt::NoTextInteraction);
  reveal_ = new QPushButton(say(Message::kWindowRevealNir, language_), identity_);
  // Shown for as long as the button, or the space bar on it, is held.
  connect(reveal_, &QPushButton::pressed, this, [this] { revealNir(true); });
  connect(reveal_, &QPushButton::released, this, [this] { revealNir(false); });
  auto* number = new QHBoxLayout;
  number->addWidget(nir_);
  number->addWidget(reveal_);
  number->addStretch(1);
  for (QLabel* label : {name_, nameInUse_, born_}) layout->addWidget(label);
  layout->addLayout(number);
}

void AnswerView::revealNir(bool reveal) {
  if (!answer_.identity) return;
  const Identity& person = *answer_.identity;
  const QString& number = reveal ? person.nirInFull : person.nirMasked;
  nir_->setText(say(Message::kWindowNir, language_, number.toStdString()));
}

void AnswerView::refresh() {
  if (session_->state() == Session::State::kFailed) {
    showAnswer(answerOf(session_->failure(), language_));
  } else if (session_->state() == Session::State::kAnswer && session_->report()) {
    showAnswer(answerOf(*session_->report(), session_->seal(), language_));
  } else {
    showAnswer({});
  }
}

void AnswerView::showAnswer(const Answer& answer) {
  answer_ = answer;
  banner_->setAnswer(answer);
  testNotice_->setVisible(answer.tone == Tone::kTest);
  back_->setVisible(session_->hasBatch());
  seals_->setVisible(session_->seals()->rowCount() > 1);
  const int rows = std::min(session_->seals()->rowCount(), 4);
  seals_->setFixedHeight(fontMetrics().height() * (3 * rows + 1));
  notProven_->setVisible(answer.identity.has_value() || !answer.details.empty());
  differences_->setDifferences(answer.differences);
  showIdentity(answer);
  fillTableBox(details_, answer.details);
  fillTableBox(checks_, answer.checks);
  showPage(answer);
}

void AnswerView::showIdentity(const Answer& answer) {
  identity_->setVisible(answer.identity.has_value());
  rights_->setVisible(answer.timeline.has_value());
  holder_->setVisible(answer.identity.has_value());
  holder_->refresh();
  if (answer.timeline) timeline_->setTimeline(*answer.timeline);
  if (!answer.identity) {
    for (QLabel* label : {name_, nameInUse_, born_, nir_}) label->clear();
    return;
  }
  const Identity& person = *answer.identity;
  name_->setText(person.name);
  nameInUse_->setText(person.nameInUse);
  nameInUse_->setVisible(!person.nameInUse.isEmpty());
  born_->setText(say(Message::kWindowBorn, language_, person.born.toStdString()));
  const bool hasNir = !person.nirMasked.isEmpty();
  nir_->setVisible(hasNir);
  reveal_->setVisible(hasNir);
  revealNir(false);
}

void AnswerView::showPage(const Answer& answer) {
  pageView_->clear();
  if (session_->report()) {
    const auto& previews = session_->report()->previews;
    auto preview = std::ranges::find(previews, answer.page, &PagePreview::page);
    if (preview == previews.end()) preview = previews.begin();
    if (preview != previews.end()) {
      pageView_->setPreview(*preview);
      if (answer.page == preview->page) {
        const QSizeF page(preview->page_width, preview->page_height);
        pageView_->setOutline(outlineOf(answer.corners, page));
      }
    }
  }
  page_->setVisible(!pageView_->isEmpty());
}

}  // namespace sceau::gui
