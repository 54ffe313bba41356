// SPDX-License-Identifier: Apache-2.0
// Words recognised on the page of a seal, where nothing else says what it prints.
#ifndef SCEAU_VERIFY_RECOGNISE_PAGE_H_
#define SCEAU_VERIFY_RECOGNISE_PAGE_H_

#include "base/page.h"
#include "sceau/report.h"
#include "verify/draw_page.h"

namespace sceau::verify {

// The pixels of a raster turned so that its symbol stands upright, and where they came from.
struct UprightPage {
  PageImage image;
  double cosine = 1;  // of the turn
  double sine = 0;
  Point origin{};  // of the image, in the turned coordinates

  // Of the raster, for a point of the image.
  Point InRaster(Point point) const;
};
// By the upper edge of the symbol, whose corners are in pixels of the raster. Without pixels where
// they say nothing.
UprightPage TurnUpright(const PageImage& raster, const Corners& corners);

// Of a genuine seal. Has the words of its page recognised where page::IsWorthRecognising(), and
// adds what they say against it.
void CompareRecognisedWords(const DocumentContent& content, PageDrawer& drawer, SealReport& seal);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_RECOGNISE_PAGE_H_
