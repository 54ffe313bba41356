// SPDX-License-Identifier: Apache-2.0
// The colours of the window, light and dark. They are set by us: Qt 6.4 stays
// light whatever the system says.
#ifndef SCEAU_VERIFIER_GUI_VIEW_THEME_H_
#define SCEAU_VERIFIER_GUI_VIEW_THEME_H_

#include <QColor>
#include <QPalette>
#include <QString>

namespace sceau::gui {

struct Theme {
  QColor window;
  QColor card;
  QColor edge;    // of cards
  QColor border;  // of fields and buttons, 3:1 on a card
  QColor ink;
  QColor quiet;  // titles and what did not run
  QColor good;
  QColor look;  // to look at, and the sentence about identity
  QColor bad;
  QColor accent;  // links, and the ground of the button that goes on
  QColor button;
  QColor onButton;
  QColor chosen;  // the ground of a row that is looked at
};

const Theme& themeOf(bool dark);
QPalette paletteOf(bool dark);
QString styleSheetOf(bool dark);

// What the system asks for, as far as this Qt knows.
bool isSystemDark();

// The style, the palette and a font of 15 pixels at 96 dpi at least, for the
// whole program.
void dressApplication(bool dark);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_THEME_H_
