// SPDX-License-Identifier: Apache-2.0
// The colours and the shape of each tone, on light and on dark grounds.
#ifndef SCEAU_VERIFIER_GUI_VIEW_TONES_H_
#define SCEAU_VERIFIER_GUI_VIEW_TONES_H_

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QPalette>

#include "verifier-gui/model/answer.h"

namespace sceau::gui {

struct ToneColours {
  QColor ground;
  QColor text;  // at least 4.5:1 on the ground
  QColor mark;  // of the shape and the edge; at least 3:1 on the ground
};

bool isDark(const QPalette& palette);
ToneColours coloursOf(Tone tone, bool dark);
// Of the banner, the same by day and by night: white at 7:1 on a solid ground.
ToneColours bannerColoursOf(Tone tone);

// WCAG 2.1, relative luminance: 1 to 21.
double contrastOf(const QColor& a, const QColor& b);

// A tick in a disc, two lines in a hexagon, a cross in an octagon, a clock, an
// exclamation mark in a triangle, a dash in a square, a lozenge: to be told
// apart without colours.
void paintTone(QPainter& painter, const QRectF& box, Tone tone, const ToneColours& colours);
QIcon toneIcon(Tone tone, bool dark, int side);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_TONES_H_
