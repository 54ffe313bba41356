// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/help_window.h"

#include <QFile>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

// Pictures and other pages are for the reader of docs/: the window shows the same itself.
QString guideOf(Language language) {
  QFile file(language == Language::kFrench ? QStringLiteral(":/help/fr.md")
                                           : QStringLiteral(":/help/en.md"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)"));
  static const QRegularExpression otherPages(QStringLiteral("^\\*\\[.*\\*$"),
                                             QRegularExpression::MultilineOption);
  static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
  QString guide = QString::fromUtf8(file.readAll()).remove(picture).remove(otherPages);
  guide.replace(link, QStringLiteral("\\1"));
  return fromUtf8(wording::Typeset(guide.toStdString(), language));
}

}  // namespace

HelpWindow::HelpWindow(Language language, QWidget* parent) : QDialog(parent) {
  setWindowTitle(say(Message::kWindowHelpButton, language));
  const int letter = fontMetrics().averageCharWidth();
  resize(letter * 110, fontMetrics().height() * 32);
  words_ = new QLineEdit(this);
  words_->setPlaceholderText(say(Message::kHelpSearch, language));
  words_->setAccessibleName(say(Message::kHelpSearch, language));
  page_ = new QTextBrowser(this);
  page_->setAccessibleName(say(Message::kWindowHelpButton, language));
  page_->setOpenLinks(false);
  page_->setMarkdown(guideOf(language));
  connect(words_, &QLineEdit::returnPressed, this, [this] { search(words_->text()); });
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(words_);
  layout->addWidget(page_, 1);
}

bool HelpWindow::search(const QString& words) {
  if (words.isEmpty()) return false;
  if (page_->find(words)) return true;
  page_->moveCursor(QTextCursor::Start);
  return page_->find(words);
}

void HelpWindow::showHeading(const QString& heading) {
  page_->moveCursor(QTextCursor::Start);
  static_cast<void>(page_->find(heading, QTextDocument::FindCaseSensitively));
  page_->ensureCursorVisible();
}

}  // namespace sceau::gui
