// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/answer_view.h"

#include <QScrollBar>
#include <algorithm>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

// Narrower windows show the page below the rest.
constexpr int kTwoColumns = 62;  // average letters

Message staleWords(StaleBy by) {
  switch (by) {
    case StaleBy::kCode:
      return Message::kWindowStale;
    case StaleBy::kPage:
      return Message::kWindowStalePage;
    case StaleBy::kScan:
      return Message::kWindowStaleScan;
  }
  return Message::kWindowStale;
}

}  // namespace

AnswerView::AnswerView(Session* session, Language language, QWidget* parent)
    : QWidget(parent), session_(session), language_(language) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  banner_ = new VerdictBanner(this);
  layout->addWidget(banner_);
  scroll_ = new QScrollArea(this);
  scroll_->setWidget(makeParts());
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  layout->addWidget(scroll_, 1);
}

// Made in the order in which they are seen, which is that of the Tab key and of
// screen readers.
QWidget* AnswerView::makeParts() {
  auto* content = new QWidget(this);
  content->setObjectName(QStringLiteral("content"));
  columns_ = new QBoxLayout(QBoxLayout::LeftToRight, content);
  const int space = fontMetrics().height();
  columns_->setContentsMargins(space, space * 3 / 4, space, space * 3 / 4);
  columns_->setSpacing(space * 3 / 4);
  auto* left = new QVBoxLayout;
  left->setSpacing(space * 3 / 5);
  back_ = new QPushButton(say(Message::kBackToBatch, language_), content);
  connect(back_, &QPushButton::clicked, session_, &Session::backToBatch);
  left->addWidget(back_, 0, Qt::AlignLeft);
  testNotice_ = plainLabel(say(Message::kWindowTestNotice, language_), content);
  setInk(testNotice_, "look");
  scaleFont(testNotice_, 1.2, true);
  left->addWidget(testNotice_);
  seals_ = new QListView(content);
  seals_->setModel(session_->seals());
  seals_->setWordWrap(true);
  seals_->setAccessibleName(say(Message::kSealList, language_));
  const auto select = [this](const QModelIndex& index) {
    session_->selectSeal(session_->seals()->sealOf(index.row()));
  };
  connect(seals_, &QListView::clicked, this, select);
  connect(seals_, &QListView::activated, this, select);
  left->addWidget(seals_);
  identity_ = new IdentityCard(session_, language_, content);
  differences_ = new EvidenceView(language_, content);
  rights_ = new RightsCard(language_, content);
  checks_ = new ChecksCard(language_, content);
  for (QWidget* part : std::initializer_list<QWidget*>{identity_, rights_, checks_})
    left->addWidget(part);
  left->addStretch(1);
  page_ = new PageCard(language_, content);
  connect(identity_, &IdentityCard::revealed, page_, &PageCard::reveal);
  connect(page_, &PageCard::enlarged, this, &AnswerView::arrange);
  auto* right = new QVBoxLayout;
  right->addWidget(differences_, 0, Qt::AlignTop);
  right->addWidget(page_);
  columns_->addLayout(left);
  columns_->addLayout(right);
  return content;
}

void AnswerView::refresh() {
  if (session_->state() == Session::State::kFailed) {
    showAnswer(answerOf(session_->failure(), language_));
  } else if (session_->state() == Session::State::kAnswer && session_->report()) {
    showAnswer(session_->isExample() ? exampleAnswerOf(*session_->report(), language_)
                                     : answerOf(*session_->report(), session_->seal(), language_));
  } else {
    showAnswer({});
  }
}

void AnswerView::showAnswer(const Answer& answer) {
  banner_->setAnswer(answer, stampOf(session_->reading(), language_));
  setStale(session_->staleBy());
  testNotice_->setVisible(answer.tone == Tone::kTest);
  back_->setVisible(session_->hasBatch());
  seals_->setVisible(session_->seals()->rowCount() > 1);
  const int rows = std::min(session_->seals()->rowCount(), 3);
  seals_->setFixedHeight(fontMetrics().height() * (2 * rows + 1));
  identity_->setAnswer(answer);
  differences_->setDifferences(answer.differences);
  // Where the page differs what differs stands in its place, and nobody is told of rights, which
  // the details name.
  differs_ = !answer.differences.empty();
  rights_->setAnswer(differs_ ? Answer{} : answer);
  checks_->setAnswer(answer);
  const bool hasPage = session_->report() && !differs_;
  page_->setAnswer(answer, hasPage ? session_->report()->previews : std::vector<PagePreview>{});
  arrange();
}

// Whoever types a name goes on typing.
void AnswerView::setStale(std::optional<StaleBy> by) {
  if (by) banner_->setStale(say(staleWords(*by), language_));
  for (QWidget* part : std::initializer_list<QWidget*>{back_, testNotice_, seals_, differences_,
                                                       rights_, checks_, page_})
    part->setEnabled(!by);
  identity_->setStale(by.has_value());
}

void AnswerView::arrange() {
  const bool isWide = width() >= fontMetrics().averageCharWidth() * kTwoColumns * 2;
  // In one column a page comes last, and what differs on it first.
  const auto inOneColumn = differs_ ? QBoxLayout::BottomToTop : QBoxLayout::TopToBottom;
  columns_->setDirection(isWide ? QBoxLayout::LeftToRight : inOneColumn);
  page_->setBeside(isWide);
  constexpr int kLeft = 5;
  constexpr int kRight = 2;
  constexpr int kWideRight = 6;
  columns_->setStretch(0, kLeft);
  columns_->setStretch(1, differs_ || page_->isEnlarged() ? kWideRight : kRight);
}

void AnswerView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

bool AnswerView::fits() const { return scroll_->verticalScrollBar()->maximum() == 0; }

}  // namespace sceau::gui
