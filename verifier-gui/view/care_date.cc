// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/care_date.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

QDate dateOf(Date date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Date dateOf(const QDate& date) {
  return std::chrono::year(date.year()) / std::chrono::month(static_cast<unsigned>(date.month())) /
         std::chrono::day(static_cast<unsigned>(date.day()));
}

}  // namespace

CareDate::CareDate(Language language, QWidget* parent) : QWidget(parent), language_(language) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  label_ = plainLabel(say(Message::kCareOn, language), this);
  label_->setWordWrap(false);
  edit_ = new QDateEdit(this);
  edit_->setCalendarPopup(true);
  edit_->setDisplayFormat(language == Language::kFrench ? QStringLiteral("dd/MM/yyyy")
                                                        : QStringLiteral("yyyy-MM-dd"));
  edit_->setKeyboardTracking(false);
  edit_->setFocusPolicy(Qt::StrongFocus);
  edit_->installEventFilter(this);
  // Qt does not reckon with the arrow of the style sheet.
  const int arrow = edit_->fontMetrics().height() * 7 / 2;
  edit_->setMinimumWidth(edit_->fontMetrics().horizontalAdvance(QStringLiteral("00/00/0000")) +
                         arrow);
  edit_->setAccessibleName(say(Message::kLabelDateOfCare, language));
  connect(edit_, &QDateEdit::dateChanged, this, &CareDate::take);
  layout->addWidget(label_);
  layout->addWidget(edit_);
}

void CareDate::setToday(Date today) {
  if (today_ == dateOf(today)) return;
  today_ = dateOf(today);
  if (isToday_) chooseToday();
}

void CareDate::choose(std::optional<Date> day) {
  const QSignalBlocker quiet(edit_);
  edit_->setDate(day ? dateOf(*day) : today_);
  take(edit_->date());
}

// A wheel that turns over it on the way to what lies below changes no day.
bool CareDate::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel || edit_->hasFocus())
    return QWidget::eventFilter(watched, event);
  event->ignore();
  return true;
}

void CareDate::take(const QDate& date) {
  const bool wasToday = isToday_;
  isToday_ = date == today_;
  const bool isToCome = date > today_;
  label_->setText(say(isToCome ? Message::kCareToCome : Message::kCareOn, language_));
  setInk(label_, isToCome ? "look" : isToday_ ? "quiet" : "good");
  QFont font = label_->font();
  font.setBold(!isToday_);
  label_->setFont(font);
  if (isToCome) {
    label_->setAccessibleName(label_->text());
    QAccessibleEvent alert(label_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
  if (isToday_ && wasToday) return;
  emit chosen(isToday_ ? std::nullopt : std::optional(dateOf(date)));
}

}  // namespace sceau::gui
