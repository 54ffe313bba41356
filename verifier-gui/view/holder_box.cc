// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/holder_box.h"

#include <QFormLayout>
#include <QPushButton>
#include <optional>

#include "sceau/error.h"
#include "verifier-gui/model/letters.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

constexpr int kLongestQuestion = 200;

std::optional<std::string> typedIn(const QLineEdit* edit) {
  const QString text = edit->text().simplified();
  if (text.isEmpty()) return std::nullopt;
  return text.toStdString();
}

const SealReport* sealOf(const Session& session) {
  if (!session.report() || session.seal() >= session.report()->seals.size()) return nullptr;
  return &session.report()->seals[session.seal()];
}

// The dependant who was found (holder.dependant tells the place), or else the holder.
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
    : QGroupBox(say(Message::kHolderTitle, language), parent),
      session_(session),
      language_(language) {
  auto* form = new QFormLayout(this);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  const auto addField = [&](Message label) {
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(kLongestQuestion);
    edit->setAccessibleName(say(label, language_));
    connect(edit, &QLineEdit::returnPressed, this, &HolderBox::ask);
    connect(edit, &QLineEdit::textEdited, session_, &Session::touch);
    form->addRow(say(label, language_), edit);
    return edit;
  };
  name_ = addField(Message::kHolderName);
  born_ = addField(Message::kHolderBorn);
  nir_ = addField(Message::kHolderNir);
  nir_->setEchoMode(QLineEdit::PasswordEchoOnEdit);
  auto* button = new QPushButton(say(Message::kHolderAsk, language_), this);
  connect(button, &QPushButton::clicked, this, &HolderBox::ask);
  form->addRow(button);
  outcome_ = plainLabel({}, this);
  letters_ = new QLabel(this);
  letters_->setTextFormat(Qt::RichText);
  letters_->setWordWrap(true);
  scaleFont(letters_, 1.2, false);
  form->addRow(outcome_);
  form->addRow(letters_);
}

void HolderBox::ask() { session_->askHolder({typedIn(name_), typedIn(born_), typedIn(nir_)}); }

void HolderBox::refresh() {
  const ExpectedHolder& asked = session_->holder();
  const bool isNew = !asked.name && !asked.born && !asked.nir && session_->holderMistake().ok();
  if (isNew) {
    for (QLineEdit* edit : {name_, born_, nir_}) edit->clear();
  }
  outcome_->setText(isNew ? QString() : outcomeText());
  outcome_->setVisible(!outcome_->text().isEmpty());
  letters_->setText(isNew ? QString() : lettersText());
  letters_->setVisible(!letters_->text().isEmpty());
}

QString HolderBox::outcomeText() const {
  if (!session_->holderMistake().ok()) return say(Message::kHolderUnreadable, language_);
  const SealReport* seal = sealOf(*session_);
  if (seal == nullptr) return {};
  QString text = say(wording::WordOf(seal->axes.holder), language_);
  for (const Finding& finding : seal->reasons) {
    if (AreaOf(finding.reason) == ReasonArea::kHolder)
      text += QLatin1Char('\n') + sentenceOf(finding.reason, language_);
  }
  return text;
}

// Letters that only one of the two has are underlined or struck, and said in words below: no
// difference is told by a colour.
QString HolderBox::lettersText() const {
  const SealReport* seal = sealOf(*session_);
  const auto& asked = session_->holder().name;
  if (seal == nullptr || !asked || !seal->claims || !seal->claims->attestation) return {};
  const QString question = fromOutside(*asked);
  const auto runs = compareLetters(question, nearestName(question, personOf(*seal)));
  QString text;
  bool differs = false;
  for (const LetterRun& run : runs) {
    const QString letters = run.text.toHtmlEscaped();
    differs = differs || run.kind != LetterKind::kSame;
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
  if (!differs) return {};
  return text + QStringLiteral("<br><small>%1</small>")
                    .arg(say(Message::kHolderLegend, language_).toHtmlEscaped());
}

}  // namespace sceau::gui
