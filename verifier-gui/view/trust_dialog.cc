// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/trust_dialog.h"

#include <QMessageBox>
#include <QPushButton>

#include "sceau/error.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

// A first bundle names every issuer: what does not fit a screen is scrolled to.
constexpr int kShownChanges = 12;

}  // namespace

void tellRefusal(const absl::Status& status, Language language, QWidget* parent) {
  QMessageBox box(QMessageBox::Warning, say(Message::kTrustTitle, language),
                  say(Message::kTrustRefused, language), QMessageBox::Ok, parent);
  box.setTextFormat(Qt::PlainText);
  box.setInformativeText(sentenceOf(ReasonOf(status), language));
  box.exec();
}

bool askToInstall(const TrustState& trust, const QString& path, Instant now, Language language,
                  QWidget* parent) {
  const auto proposal = trust.propose(path);
  if (!proposal.ok()) {
    tellRefusal(proposal.status(), language, parent);
    return false;
  }
  QMessageBox box(QMessageBox::Question, say(Message::kTrustTitle, language), proposal->title,
                  QMessageBox::Cancel, parent);
  box.setTextFormat(Qt::PlainText);
  const QPushButton* install =
      box.addButton(say(Message::kTrustInstall, language), QMessageBox::AcceptRole);
  box.setDefaultButton(QMessageBox::Cancel);
  const QString text = proposal->changes.join(QLatin1Char('\n'));
  if (proposal->changes.size() <= kShownChanges) {
    box.setInformativeText(text);
  } else {
    box.setInformativeText(say(Message::kTrustManyChanges, language, proposal->changes.size()));
    box.setDetailedText(text);
  }
  box.exec();
  if (box.clickedButton() != install) return false;
  const absl::Status accepted = trust.accept(*proposal, now);
  if (!accepted.ok()) tellRefusal(accepted, language, parent);
  return accepted.ok();
}

}  // namespace sceau::gui
