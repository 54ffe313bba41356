// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/checks_card.h"

#include <QGridLayout>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/flow_layout.h"

namespace sceau::gui {
namespace {

const char* inkOf(Mark mark) {
  switch (mark) {
    case Mark::kGood:
      return "good";
    case Mark::kLook:
      return "look";
    case Mark::kBad:
      return "bad";
    case Mark::kNone:
      break;
  }
  return "quiet";
}

void addRows(QGridLayout* grid, const std::vector<CheckRow>& rows, QWidget* parent) {
  for (const CheckRow& row : rows) {
    const int line = grid->rowCount();
    auto* label = plainLabel(row.label, parent);
    label->setWordWrap(false);
    setInk(label, "quiet");
    grid->addWidget(label, line, 0, Qt::AlignTop);
    auto* word = plainLabel((QStringList(row.word) + row.advice).join(QLatin1Char('\n')), parent);
    word->setAccessibleName(row.label + QStringLiteral(": ") + row.word);
    grid->addWidget(word, line, 1);
  }
}

}  // namespace

ChecksCard::ChecksCard(Language language, QWidget* parent)
    : Card(QString(), parent), language_(language) {
  open_ = new QPushButton(say(Message::kWindowDetails, language), this);
  open_->setObjectName(QStringLiteral("link"));
  open_->setCheckable(true);
  connect(open_, &QPushButton::toggled, this, [this](bool opened) {
    if (details_ != nullptr) details_->setVisible(opened);
  });
}

void ChecksCard::setAnswer(const Answer& answer) {
  open_->setChecked(false);
  open_->setParent(this);
  fillMarks(answer);
  fillDetails(answer);
  setVisible(!answer.checks.empty() || !answer.details.empty());
  open_->setChecked(!answer.identity);
}

void ChecksCard::fillMarks(const Answer& answer) {
  delete marks_;
  marks_ = new QWidget(this);
  const int space = fontMetrics().height();
  auto* flow = new FlowLayout(marks_, space, space / 4);
  for (std::size_t i = 0; i < answer.marks.size(); ++i) {
    const CheckMark& check = answer.marks[i];
    const bool isQuiet = check.mark == Mark::kNone;
    auto* label = plainLabel(
        isQuiet ? check.word : signOf(check.mark) + QChar(QChar::Nbsp) + check.word, marks_);
    label->setWordWrap(false);
    setInk(label, inkOf(check.mark));
    if (i < answer.checks.size())
      label->setAccessibleName(answer.checks[i].label + QStringLiteral(": ") +
                               answer.checks[i].word);
    flow->addWidget(label);
  }
  flow->addWidget(open_);
  open_->show();  // it is hidden by each new parent
  body()->addWidget(marks_);
}

void ChecksCard::fillDetails(const Answer& answer) {
  delete details_;
  details_ = new QWidget(this);
  auto* grid = new QGridLayout(details_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(1, 1);
  addRows(grid, answer.checks, details_);
  addRows(grid, answer.details, details_);
  details_->setVisible(false);
  body()->addWidget(details_);
}

}  // namespace sceau::gui
