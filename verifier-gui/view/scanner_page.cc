// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/scanner_page.h"

#include <QDialogButtonBox>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include "sceau/scanner.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {

ScannerPage::ScannerPage(const ScannerFilter* scanner, Language language, QWidget* parent)
    : QDialog(parent), language_(language) {
  setWindowTitle(say(Message::kScannerTest, language));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(plainLabel(say(Message::kScannerPrompt, language), this));
  auto* code = new QLabel(this);
  code->setPixmap(QPixmap(QStringLiteral(":/scanner-test.png")));
  code->setAlignment(Qt::AlignCenter);
  code->setAccessibleName(say(Message::kScannerCode, language));
  layout->addWidget(code);
  outcome_ = plainLabel({}, this);
  outcome_->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
  outcome_->setMinimumHeight(fontMetrics().height() * 6);
  outcome_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  layout->addWidget(outcome_);
  auto* buttons = new QDialogButtonBox(this);
  buttons->addButton(say(Message::kScannerClose, language), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addWidget(buttons);
  connect(scanner, &ScannerFilter::scanned, this, &ScannerPage::check);
}

void ScannerPage::check(const QByteArray& typed) {
  const ScannerCheck check = CheckScanner(typed.toStdString(), {});
  QStringList lines;
  if (check.recognised)
    lines << say(check.faults.empty() ? Message::kScannerGood : Message::kScannerRepaired,
                 language_);
  for (const Finding& fault : check.faults)
    lines << QStringLiteral("• ") + sentenceOf(fault.reason, language_);
  outcome_->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace sceau::gui
