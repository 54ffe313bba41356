// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/page_card.h"

#include <algorithm>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

// A little more than the digits, whose box is as exact as the page.
constexpr double kMargin = 0.004;  // of the page's sides

QRectF partOf(const Box& box, QSizeF page) {
  const QRectF part(QPointF(box.top_left.x / page.width(), box.top_left.y / page.height()),
                    QPointF(box.bottom_right.x / page.width(), box.bottom_right.y / page.height()));
  return part.normalized().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

}  // namespace

PageCard::PageCard(Language language, QWidget* parent) : Card(QStringLiteral(" "), parent) {
  language_ = language;
  view_ = new PageView(this);
  view_->setAccessibleName(say(Message::kWindowPage, language));
  body()->addWidget(view_, 1);
  show_ = new QPushButton(say(Message::kWindowShowPage, language), this);
  show_->setCheckable(true);
  connect(show_, &QPushButton::toggled, this, [this](bool isShown) {
    reveal(isShown);
    emit enlarged();
  });
  body()->addWidget(show_, 0, Qt::AlignLeft);
}

void PageCard::setAnswer(const Answer& answer, const std::vector<PagePreview>& previews) {
  view_->clear();
  show_->setChecked(false);
  isBlurred_ = false;
  auto preview = std::ranges::find(previews, answer.page, &PagePreview::page);
  if (preview == previews.end()) preview = previews.begin();
  if (preview != previews.end()) {
    view_->setPreview(*preview);
    const QSizeF page(preview->page_width, preview->page_height);
    const bool isItsPage = answer.page == preview->page && !page.isEmpty();
    if (isItsPage) view_->setOutline(outlineOf(answer.corners, page));
    const bool isKnown = isItsPage && answer.numberBox;
    isBlurred_ = !isKnown;
    view_->setCover(isKnown ? PageView::Cover::kBox : PageView::Cover::kWhole,
                    isKnown ? partOf(*answer.numberBox, page) : QRectF());
  }
  show_->setVisible(isBlurred_);
  reveal(false);
  setVisible(!view_->isEmpty());
}

void PageCard::reveal(bool reveal) {
  const bool isShown = reveal || isEnlarged();
  const Message covered = isBlurred_ ? Message::kWindowPageBlurred : Message::kWindowPageCovered;
  view_->reveal(isShown);
  setTitle(say(isShown ? Message::kWindowPageShown : covered, language_));
}

}  // namespace sceau::gui
