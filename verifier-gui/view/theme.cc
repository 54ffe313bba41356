// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/theme.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>
#include <QStyleHints>
#include <algorithm>

namespace sceau::gui {
namespace {

// To be read across a counter.
constexpr double kSmallestPoints = 11.25;

QString sheetPattern() {
  return QStringLiteral(
      "QWidget#bar, QWidget#foot { background: %CARD; border: 0; }"
      "QWidget#bar { border-bottom: 1px solid %EDGE; }"
      "QWidget#foot { border-top: 1px solid %EDGE; }"
      "QFrame#card { background: %CARD; border: 1px solid %EDGE; "
      "border-radius: 10px; }"
      "QFrame#line { background: %EDGE; border: 0; max-height: 1px; }"
      "QLabel#brand { color: %ACCENT; }"
      "QLabel#quiet { color: %QUIET; }"
      "QLabel#good { color: %GOOD; }"
      "QLabel#look { color: %LOOK; }"
      "QLabel#bad { color: %BAD; }"
      "QLabel:disabled, QLabel#good:disabled, QLabel#look:disabled, QLabel#bad:disabled"
      " { color: %QUIET; }"
      "QPushButton, QToolButton { background: %CARD; color: %INK; border: 1px "
      "solid %BORDER;"
      " border-radius: 6px; padding: 0.4em 0.9em; }"
      "QToolButton::menu-indicator { image: none; }"
      "QPushButton:hover, QToolButton:hover { border-color: %ACCENT; }"
      "QPushButton:pressed, QToolButton:pressed { background: %WINDOW; }"
      "QPushButton:disabled { color: %QUIET; }"
      "QPushButton:checked { border: 2px solid %ACCENT; }"
      "QPushButton:focus, QToolButton:focus, QLineEdit:focus, QDateEdit:focus, "
      "QComboBox:focus,"
      " QAbstractItemView:focus { border: 2px solid %ACCENT; }"
      "QPushButton#primary { background: %BUTTON; color: %ONBUTTON; "
      "border-color: %BUTTON;"
      " font-weight: 600; }"
      "QPushButton#primary:focus { border: 2px solid %INK; }"
      "QPushButton#link { border: 2px solid transparent; background: transparent; color: %ACCENT;"
      " padding: 0; text-decoration: underline; }"
      "QPushButton#link:focus { border: 2px solid %ACCENT; }"
      "QLineEdit, QDateEdit, QComboBox { background: %CARD;"
      " border: 1px solid %BORDER; border-radius: 6px; padding: 0.4em 0.6em; }"
      "QDateEdit::drop-down, QComboBox::drop-down { border: 0; width: 1.6em; }"
      "QDateEdit::down-arrow, QComboBox::down-arrow { image: url(:/chevron.png);"
      " width: 0.8em; height: 0.8em; }"
      "QFrame#drop { background: %WINDOW; border: 2px dashed %BORDER; border-radius: 10px; }"
      "QLabel#step { border: 2px solid %BORDER; color: %QUIET; }"
      "QLabel#stepNow { border: 2px solid %BUTTON; background: %BUTTON; color: %ONBUTTON; }"
      "QScrollArea, QScrollArea > QWidget > QWidget#content { background: "
      "transparent;"
      " border: 0; }"
      "QTableView, QListView, QTextBrowser { background: %CARD; color: %INK;"
      " border: 1px solid %EDGE; gridline-color: %EDGE; }"
      "QTableView, QListView { selection-background-color: %CHOSEN; selection-color: %INK; }"
      "QTableView::indicator { width: 1em; height: 1em; border: 1px solid %BORDER;"
      " border-radius: 3px; background: %CARD; }"
      "QTableView::indicator:checked { background: %BUTTON; image: url(:/tick.png); }"
      "QHeaderView::section { background: %CARD; color: %QUIET; border: 0;"
      " border-bottom: 1px solid %EDGE; padding: 0.4em; font-weight: 600; }"
      "QToolTip { background: %CARD; color: %INK; border: 1px solid %BORDER; "
      "}");
}

QFont readableFont() {
  QFont font = QApplication::font();
  font.setPointSizeF(std::max(font.pointSizeF(), kSmallestPoints));
  return font;
}

}  // namespace

const Theme& themeOf(bool dark) {
  static const Theme light = {"#f4f5f7", "#ffffff", "#dfe2e8", "#838c9b", "#1b1f27",
                              "#565f6f", "#0b6b34", "#855700", "#9b1515", "#143a6b",
                              "#143a6b", "#ffffff", "#e7eef9"};
  static const Theme black = {"#15181d", "#1e222a", "#39404c", "#7c8698", "#e9ecf1",
                              "#a9b1bf", "#7fd8a0", "#f0c060", "#ff9d97", "#8fb8ff",
                              "#2b5cac", "#ffffff", "#2a3850"};
  return dark ? black : light;
}

QPalette paletteOf(bool dark) {
  const Theme& theme = themeOf(dark);
  QPalette palette(theme.card, theme.window);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                         QPalette::BrightText, QPalette::ToolTipText})
    palette.setColor(role, theme.ink);
  palette.setColor(QPalette::Base, theme.card);
  palette.setColor(QPalette::AlternateBase, theme.window);
  palette.setColor(QPalette::ToolTipBase, theme.card);
  palette.setColor(QPalette::PlaceholderText, theme.quiet);
  palette.setColor(QPalette::Highlight, theme.button);
  palette.setColor(QPalette::HighlightedText, theme.onButton);
  palette.setColor(QPalette::Link, theme.accent);
  palette.setColor(QPalette::Mid, theme.border);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, theme.quiet);
  return palette;
}

QString styleSheetOf(bool dark) {
  const Theme& theme = themeOf(dark);
  const std::pair<const char*, QColor> colours[] = {
      {"%WINDOW", theme.window}, {"%CARD", theme.card},     {"%EDGE", theme.edge},
      {"%BORDER", theme.border}, {"%INK", theme.ink},       {"%QUIET", theme.quiet},
      {"%GOOD", theme.good},     {"%LOOK", theme.look},     {"%BAD", theme.bad},
      {"%ACCENT", theme.accent}, {"%BUTTON", theme.button}, {"%ONBUTTON", theme.onButton},
      {"%CHOSEN", theme.chosen}};
  QString sheet = sheetPattern();
  for (const auto& [name, colour] : colours) sheet.replace(QLatin1String(name), colour.name());
  return sheet;
}

bool isSystemDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
  return QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
#endif
}

void dressApplication(bool dark) {
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setPalette(paletteOf(dark));
  QApplication::setFont(readableFont());
}

}  // namespace sceau::gui
