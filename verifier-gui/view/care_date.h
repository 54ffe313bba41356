// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_CARE_DATE_H_
#define SCEAU_VERIFIER_GUI_VIEW_CARE_DATE_H_

#include <QDateEdit>
#include <QLabel>
#include <QWidget>
#include <optional>

#include "sceau/date.h"
#include "sceau/reason.h"

namespace sceau::gui {

// The day of care: today unless somebody says another, and plainly so where it
// is yet to come.
class CareDate : public QWidget {
  Q_OBJECT
 public:
  CareDate(Language language, QWidget* parent);

  // What today is; the day follows it until another was chosen.
  void setToday(Date today);
  // None for today.
  void choose(std::optional<sceau::Date> day);
  void chooseToday() { choose(std::nullopt); }
  QDateEdit* edit() { return edit_; }
  const QLabel* label() const { return label_; }

 signals:
  // None for today.
  void chosen(std::optional<sceau::Date> date);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void take(const QDate& date);

  Language language_;
  QDate today_;
  bool isToday_ = true;
  QLabel* label_;
  QDateEdit* edit_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_CARE_DATE_H_
