// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/holder_box.h"

#include <QPushButton>
#include <algorithm>
#include <optional>

#include "sceau/error.h"
#include "verifier-gui/model/letters.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

constexpr int kLongestQuestion = 200;
// Fewer letters are found in any name.
constexpr qsizetype kShortestName = 3;

std::optional<std::string> typedIn(const QLineEdit* edit) {
  const QString text = edit->text().simplified();
  if (text.isEmpty()) return std::nullopt;
  return text.toStdString();
}

const SealReport* sealOf(const Session& session) {
  if (!session.report() || session.seal() >= session.report()->seals.size()) return nullptr;
  return &session.report()->seals[session.seal()];
}

void tell(QLabel* note, const QString& text) {
  note->setText(text);
  note->setVisible(!text.isEmpty());
}

// Letters that only one of the two has are underlined or struck, and said in
// words below: no difference is told by a colour.
QString markUp(const std::vector<LetterRun>& runs) {
  QString text;
  for (const LetterRun& run : runs) {
    const QString letters = run.text.toHtmlEscaped();
    switch (run.kind) {
      case LetterKind::kSame:
        text += letters;
        break;
      case LetterKind::kAlike:
        text += QStringLiteral("<i>%1</i>").arg(letters);
        break;
      case LetterKind::kMissing:
        text += QStringLiteral("<b><u>%1</u></b>").arg(letters);
        break;
      case LetterKind::kExtra:
        text += QStringLiteral("<s>%1</s>").arg(letters);
        break;
    }
  }
  return text;
}

// The dependant who was found (holder.dependant tells the place), or else the
// holder.
Holder personOf(const SealReport& seal) {
  const Attestation& attestation = *seal.claims->attestation;
  for (const Finding& finding : seal.reasons) {
    if (finding.reason != Reason::kHolderDependant) continue;
    const std::size_t place =
        QString::fromStdString(finding.detail).section(QLatin1Char('/'), -1).toUInt();
    if (place >= attestation.dependants.size()) continue;
    Holder person;
    person.birth_name = attestation.dependants[place].name;
    person.given_names = attestation.dependants[place].given_names;
    return person;
  }
  return attestation.holder;
}

}  // namespace

HolderBox::HolderBox(Session* session, Language language, QWidget* parent)
    : QWidget(parent), session_(session), language_(language) {
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(fontMetrics().height() / 2);
  grid_->setVerticalSpacing(2);
  name_ = addField(Message::kHolderName, Message::kHolderName, 4);
  born_ = addField(Message::kHolderBorn, Message::kHolderBornHint, 2);
  nir_ = addField(Message::kHolderNir, Message::kHolderNirHint, 2);
  nir_.edit->setEchoMode(QLineEdit::PasswordEchoOnEdit);
  name_.note->setTextFormat(Qt::RichText);
  connect(name_.edit, &QLineEdit::textEdited, this, [this] { showLetters(false); });
  auto* button = new QPushButton(say(Message::kHolderAsk, language_), this);
  connect(button, &QPushButton::clicked, this, &HolderBox::ask);
  grid_->addWidget(button, 0, grid_->columnCount());
  outcome_ = plainLabel({}, this);
  grid_->addWidget(outcome_, 2, 0, 1, -1);
}

HolderBox::Field HolderBox::addField(Message label, Message hint, int stretch) {
  Field field{new QLineEdit(this), plainLabel({}, this)};
  const int column = name_.edit == nullptr ? 0 : grid_->columnCount();
  field.edit->setMaxLength(kLongestQuestion);
  field.edit->setAccessibleName(say(label, language_));
  field.edit->setPlaceholderText(say(hint, language_));
  connect(field.edit, &QLineEdit::returnPressed, this, &HolderBox::ask);
  connect(field.edit, &QLineEdit::textEdited, session_, &Session::touch);
  const QFontMetrics metrics = field.edit->fontMetrics();
  field.edit->setMinimumWidth(metrics.horizontalAdvance(field.edit->placeholderText()) +
                              2 * metrics.height());
  setInk(field.note, "look");
  field.note->setVisible(false);
  grid_->addWidget(field.edit, 0, column);
  grid_->addWidget(field.note, 1, column, Qt::AlignTop);
  grid_->setColumnStretch(column, stretch);
  return field;
}

void HolderBox::ask() {
  if (noteMistakes())
    session_->askHolder({typedIn(name_.edit), typedIn(born_.edit), typedIn(nir_.edit)});
}

// Beside each field what is wrong with it; true when nothing is.
bool HolderBox::noteMistakes() {
  const bool isBornGood = session_->canAsk({{}, typedIn(born_.edit), {}});
  const bool isNirGood = session_->canAsk({{}, {}, typedIn(nir_.edit)});
  tell(born_.note, isBornGood ? QString() : say(Message::kHolderBornMistake, language_));
  tell(nir_.note, isNirGood ? QString() : say(Message::kHolderNirMistake, language_));
  return isBornGood && isNirGood;
}

void HolderBox::refresh() {
  const ExpectedHolder& asked = session_->holder();
  const bool isAsked = asked.name || asked.born || asked.nir || !session_->holderMistake().ok();
  if (session_->turn() != turn_) {
    turn_ = session_->turn();
    filled_ = {};
    for (const Field& field : {name_, born_, nir_}) {
      field.edit->clear();
      tell(field.note, {});
    }
  }
  fill(asked);
  if (isAsked) noteMistakes();
  showLetters(isAsked);
  tell(outcome_, isAsked ? outcomeText() : QString());
  outcome_->setEnabled(!session_->isStale());
}

bool HolderBox::isTypedIn() const {
  return name_.edit->hasFocus() || born_.edit->hasFocus() || nir_.edit->hasFocus();
}

// What a code reader asked stands in the fields as if it had been typed: once, so that the next
// question can be typed meanwhile.
void HolderBox::fill(const ExpectedHolder& asked) {
  const bool isKnown =
      asked.name == filled_.name && asked.born == filled_.born && asked.nir == filled_.nir;
  if (isKnown) return;
  filled_ = asked;
  const auto set = [](QLineEdit* edit, const std::optional<std::string>& text) {
    if (text && edit->text().simplified() != fromOutside(*text)) edit->setText(fromOutside(*text));
  };
  set(name_.edit, asked.name);
  set(born_.edit, asked.born);
  set(nir_.edit, asked.nir);
}

QString HolderBox::outcomeText() const {
  const SealReport* seal = sealOf(*session_);
  if (seal == nullptr || !session_->holderMistake().ok()) return {};
  QString text = say(wording::WordOf(seal->axes.holder), language_);
  for (const Finding& finding : seal->reasons) {
    // The banner says the others.
    if (AreaOf(finding.reason) == ReasonArea::kHolder && IsRemark(finding))
      text += QLatin1Char('\n') + sentenceOf(finding.reason, language_);
  }
  return text;
}

// While somebody types, only what the seal does not have is a difference: the
// rest may yet come.
void HolderBox::showLetters(bool isAsked) {
  const SealReport* seal = sealOf(*session_);
  const QString question = fromOutside(name_.edit->text().simplified().toStdString());
  const bool canCompare = seal != nullptr && seal->claims && seal->claims->attestation &&
                          question.size() >= kShortestName;
  if (!canCompare) {
    tell(name_.note, {});
    return;
  }
  const auto runs = compareLetters(question, nearestName(question, personOf(*seal)));
  const auto has = [&](LetterKind kind) {
    return std::ranges::find(runs, kind, &LetterRun::kind) != runs.end();
  };
  const bool differs = has(LetterKind::kExtra) || (isAsked && has(LetterKind::kMissing));
  const bool isSame = !differs && !has(LetterKind::kMissing) && !has(LetterKind::kAlike);
  const bool isOther = isAsked && seal->axes.holder == HolderAxis::kDiffers;
  QString text = isSame ? QString() : markUp(runs);
  if (differs && !isOther) {
    text += QStringLiteral("<br>") + say(Message::kHolderCheckName, language_).toHtmlEscaped();
  }
  name_.edit->setAccessibleDescription(differs ? say(Message::kHolderCheckName, language_)
                                               : QString());
  name_.note->setToolTip(say(Message::kHolderLegend, language_));
  tell(name_.note, text);
}

}  // namespace sceau::gui
