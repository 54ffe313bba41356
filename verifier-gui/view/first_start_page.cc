// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/first_start_page.h"

#include <QFontDatabase>
#include <QGridLayout>

#include "sceau/error.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

constexpr int kWidth = 100;  // average letters

}  // namespace

FirstStartPage::FirstStartPage(FirstStart* start, Language language, QWidget* parent)
    : QScrollArea(parent), start_(start), language_(language) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  auto* content = new QWidget(this);
  content->setObjectName(QStringLiteral("content"));
  auto* outer = new QVBoxLayout(content);
  auto* card = new Card({}, content);
  card->setMaximumWidth(fontMetrics().averageCharWidth() * kWidth);
  outer->addStretch(1);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(card, 20);
  row->addStretch(1);
  outer->addLayout(row);
  outer->addStretch(2);
  fill(card->body(), card);
  setWidget(content);
  refresh();
}

void FirstStartPage::fill(QVBoxLayout* body, QWidget* card) {
  const int space = fontMetrics().height();
  body->setContentsMargins(space * 2, space, space * 2, space);
  body->setSpacing(space / 2);
  auto* title = plainLabel(say(Message::kStartTitle, language_), card);
  scaleFont(title, 2, true);
  body->addWidget(title);
  body->addWidget(plainLabel(say(Message::kStartIntroduction, language_), card));
  received_ = addStep(body, Message::kStartReceive, makeDrop(card));
  fingerprint_ = addStep(body, Message::kStartCompare, makeComparison(card));
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPointSizeF(font().pointSizeF() * 1.2);
  fingerprint_->setFont(fixed);
  example_ = new QPushButton(say(Message::kStartExample, language_), card);
  connect(example_, &QPushButton::clicked, this, &FirstStartPage::exampleAsked);
  addStep(body, Message::kStartTry, example_)->setText(say(Message::kStartTryHow, language_));
  addLine(body);
  auto* help = new QPushButton(say(Message::kStartNothing, language_), card);
  help->setObjectName(QStringLiteral("link"));
  connect(help, &QPushButton::clicked, this, &FirstStartPage::helpAsked);
  body->addWidget(help, 0, Qt::AlignLeft);
  auto* meanwhile = plainLabel(say(Message::kStartMeanwhile, language_), card);
  setInk(meanwhile, "quiet");
  body->addWidget(meanwhile);
}

// Files are dropped anywhere in the window; this says so.
QWidget* FirstStartPage::makeDrop(QWidget* parent) {
  auto* drop = new QFrame(parent);
  drop->setObjectName(QStringLiteral("drop"));
  auto* row = new QHBoxLayout(drop);
  choose_ = new QPushButton(say(Message::kStartChoose, language_), drop);
  connect(choose_, &QPushButton::clicked, this, &FirstStartPage::choiceAsked);
  row->addStretch(1);
  row->addWidget(choose_);
  row->addWidget(plainLabel(say(Message::kStartOrDrop, language_), drop), 2);
  return drop;
}

QWidget* FirstStartPage::makeComparison(QWidget* parent) {
  auto* comparison = new QWidget(parent);
  auto* column = new QVBoxLayout(comparison);
  column->setContentsMargins(0, 0, 0, 0);
  scanned_ = plainLabel({}, comparison);
  accept_ = new QPushButton(say(Message::kStartAccept, language_), comparison);
  connect(accept_, &QPushButton::clicked, this, &FirstStartPage::accepted);
  column->addWidget(scanned_);
  column->addWidget(accept_, 0, Qt::AlignLeft);
  return comparison;
}

void FirstStartPage::addLine(QVBoxLayout* body) {
  auto* line = new QFrame(this);
  line->setObjectName(QStringLiteral("line"));
  line->setFixedHeight(1);
  body->addWidget(line);
}

// A disc with its number, its title, words that change, and what there is to press.
QLabel* FirstStartPage::addStep(QVBoxLayout* body, Message title, QWidget* control) {
  addLine(body);
  auto* number = plainLabel(QString::number(steps_.size() + 1), this);
  const int side = fontMetrics().height() * 2;
  number->setFixedSize(side, side);
  number->setAlignment(Qt::AlignCenter);
  number->setStyleSheet(QStringLiteral("border-radius: %1px;").arg(side / 2));
  scaleFont(number, 1.13, true);
  steps_.append(number);
  auto* label = plainLabel(say(title, language_), this);
  scaleFont(label, 1.2, true);
  auto* words = plainLabel({}, this);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(side / 2);
  grid->setColumnStretch(1, 1);
  grid->addWidget(number, 0, 0, 3, 1, Qt::AlignTop);
  grid->addWidget(label, 0, 1);
  grid->addWidget(words, 1, 1);
  if (qobject_cast<QPushButton*>(control) != nullptr) {
    grid->addWidget(control, 2, 1, Qt::AlignLeft);
  } else if (control != nullptr) {
    grid->addWidget(control, 2, 1);
  }
  body->addLayout(grid);
  return words;
}

void FirstStartPage::take(const QStringList& paths) {
  refusal_.clear();
  match_ = FingerprintMatch::kNone;
  for (const QString& path : paths) {
    const absl::Status status = start_->take(path);
    if (!status.ok()) refusal_ = sentenceOf(ReasonOf(status), language_);
  }
  refresh();
}

bool FirstStartPage::compare(const QString& text) {
  const FingerprintMatch match = start_->compare(text);
  if (match == FingerprintMatch::kNone) return false;
  match_ = match;
  refresh();
  return true;
}

void FirstStartPage::setPinned(bool isPinned) {
  isPinned_ = isPinned;
  refresh();
}

// What a scanner read of the letter, or that it may.
void FirstStartPage::refreshMatch() {
  Message outcome = Message::kStartScanPrint;
  if (match_ == FingerprintMatch::kSame) outcome = Message::kStartSamePrint;
  if (match_ == FingerprintMatch::kOther) outcome = Message::kStartOtherPrint;
  scanned_->setText(say(outcome, language_));
  scanned_->setVisible(start_->hasRoots());
  setInk(scanned_, match_ == FingerprintMatch::kOther ? "look" : "quiet");
  accept_->setEnabled(start_->hasRoots() && match_ != FingerprintMatch::kOther);
}

void FirstStartPage::refresh() {
  QStringList lines;
  if (!refusal_.isEmpty()) lines.append(refusal_);
  const bool hasRoots = start_->hasRoots() || isPinned_;
  if (hasRoots && start_->hasBundle()) {
    lines.append(say(Message::kStartHasBoth, language_));
  } else if (hasRoots) {
    lines.append(say(Message::kStartLacksBundle, language_));
  } else {
    lines.append(
        say(start_->hasBundle() ? Message::kStartLacksRoots : Message::kStartDrop, language_));
  }
  received_->setText(lines.join(QLatin1Char('\n')));
  fingerprint_->setText(start_->hasRoots() ? start_->fingerprint()
                                           : say(Message::kStartCompareHow, language_));
  fingerprint_->setAccessibleName(fingerprint_->text());
  refreshMatch();
  const bool isComplete = start_->hasRoots() && start_->hasBundle();
  setInk(choose_, isComplete ? "" : "primary");
  setInk(accept_, isComplete ? "primary" : "");
  const qsizetype now = isComplete ? 1 : 0;
  for (qsizetype i = 0; i < steps_.size(); ++i) setInk(steps_[i], i == now ? "stepNow" : "step");
}

}  // namespace sceau::gui
