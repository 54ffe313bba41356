// SPDX-License-Identifier: Apache-2.0
// The pixels of a page, asked for when its words have left open what it prints, and the words of
// one that has none but pixels.
#ifndef SCEAU_VERIFY_DRAW_PAGE_H_
#define SCEAU_VERIFY_DRAW_PAGE_H_

#include <chrono>
#include <vector>

#include "base/bytes.h"
#include "base/page.h"
#include "verify/context.h"

namespace sceau::verify {

// Has pages of one document drawn. Only who judges a seal knows whether its page has to be: that
// needs a signature that holds, a layout that the seal names, and words that were not enough.
class PageDrawer {
 public:
  // Of no document: draws nothing.
  PageDrawer() = default;
  // From now on, all pages take no longer together than one document may (Limits::decode_wall).
  // What is given outlives it.
  PageDrawer(ByteSpan document, const Context& context);

  // Without pixels where the page cannot be drawn, or was drawn as one of another size.
  PageRaster Draw(const Page& page);
  // The words that are recognised on an image, of a few pages alone.
  std::vector<isolation::RecognisedWord> Recognise(const PageImage& image);

 private:
  // Each costs some 100 ms here and there. A family's papers are fewer.
  static constexpr int kMaxPages = 20;
  // Each costs some seconds, and a document has one seal that is worth them. All together have the
  // time of one (Limits::recognise_wall).
  static constexpr int kMaxRecognised = 2;

  ByteSpan document_;
  const Context* context_ = nullptr;
  std::chrono::steady_clock::time_point deadline_;
  int pages_left_ = kMaxPages;
  int recognised_left_ = kMaxRecognised;
  std::chrono::milliseconds recognising_{0};
};

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_DRAW_PAGE_H_
