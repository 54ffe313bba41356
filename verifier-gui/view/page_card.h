// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_PAGE_CARD_H_
#define SCEAU_VERIFIER_GUI_VIEW_PAGE_CARD_H_

#include <QPushButton>
#include <vector>

#include "verifier-gui/model/answer.h"
#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/page_view.h"

namespace sceau::gui {

// The page that was read, its code ringed, the number on it covered. Hidden
// where there is none.
class PageCard : public Card {
  Q_OBJECT
 public:
  PageCard(Language language, QWidget* parent);

  void setAnswer(const Answer& answer, const std::vector<PagePreview>& previews);
  // Shows what is covered, for as long as it is asked for.
  void reveal(bool reveal);
  // Beside the rest it takes the height that is there; below it has that of the
  // page.
  void setBeside(bool isBeside) { view_->setFitting(isBeside && !isEnlarged()); }
  // Somebody asked to read a page that was blurred.
  bool isEnlarged() const { return show_->isChecked(); }
  const PageView* view() const { return view_; }
  QPushButton* showButton() { return show_; }

 signals:
  void enlarged();

 private:
  Language language_;
  PageView* view_;
  QPushButton* show_;
  bool isBlurred_ = false;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_PAGE_CARD_H_
