// SPDX-License-Identifier: Apache-2.0
#include "verify/draw_page.h"

#include <optional>
#include <utility>

namespace sceau::verify {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

PageDrawer::PageDrawer(ByteSpan document, const Context& context)
    : document_(document),
      context_(&context),
      deadline_(Clock::now() + context.limits.decode_wall) {}

PageRaster PageDrawer::Draw(const Page& page) {
  const bool is_text = page.width <= 0 || page.height <= 0;  // of a scanner
  if (context_ == nullptr || is_text || pages_left_ == 0) return {};
  --pages_left_;
  Limits limits = context_->limits;
  limits.decode_wall =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
  if (limits.decode_wall <= std::chrono::milliseconds{0}) return {};
  std::optional<Page> drawn = context_->reader->ReadPixels(document_, page.number, limits);
  // Corners and words are in pixels of the page as it was read before.
  if (!drawn || drawn->width != page.width || drawn->height != page.height) return {};
  return std::move(drawn->raster);
}

std::vector<isolation::RecognisedWord> PageDrawer::Recognise(const PageImage& image) {
  if (context_ == nullptr || !context_->recognise_words || recognised_left_ == 0) return {};
  --recognised_left_;
  Limits limits = context_->limits;
  limits.recognise_wall -= recognising_;
  if (limits.recognise_wall <= std::chrono::milliseconds{0}) return {};
  const auto started = Clock::now();
  std::vector<isolation::RecognisedWord> words = context_->reader->Recognise(image, limits);
  recognising_ += std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started);
  return words;
}

}  // namespace sceau::verify
