// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/tones.h"

#include <QPainterPath>
#include <QPixmap>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace sceau::gui {
namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminanceOf(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

// With its first corner at `degrees` from the right, clockwise.
QPolygonF regularPolygon(const QRectF& box, int corners, double degrees) {
  QPolygonF polygon;
  for (int i = 0; i < corners; ++i) {
    const double angle = (degrees + 360.0 * i / corners) * std::numbers::pi / 180;
    polygon << box.center() +
                   QPointF(std::cos(angle) * box.width() / 2, std::sin(angle) * box.height() / 2);
  }
  return polygon;
}

QPainterPath outlineOf(const QRectF& box, Tone tone) {
  QPainterPath path;
  switch (tone) {
    case Tone::kGood:
    case Tone::kNotOpen:
      path.addEllipse(box);
      break;
    case Tone::kCompare:
      path.addPolygon(regularPolygon(box, 6, 0));
      break;
    case Tone::kRefused:
      path.addPolygon(regularPolygon(box, 8, 22.5));
      break;
    case Tone::kUnsure:
      path.addPolygon(regularPolygon(box.translated(0, box.height() * 0.08), 3, -90));
      break;
    case Tone::kNoSeal:
      path.addRoundedRect(box, box.width() / 6, box.height() / 6);
      break;
    case Tone::kTest:
      path.addPolygon(regularPolygon(box, 4, -90));
      break;
  }
  path.closeSubpath();
  return path;
}

// Drawn in the unit square.
QPainterPath signOf(Tone tone) {
  QPainterPath path;
  switch (tone) {
    case Tone::kGood:
      path.moveTo(0.28, 0.52);
      path.lineTo(0.44, 0.68);
      path.lineTo(0.73, 0.34);
      break;
    case Tone::kCompare:
      path.moveTo(0.32, 0.4);
      path.lineTo(0.68, 0.4);
      path.moveTo(0.32, 0.6);
      path.lineTo(0.68, 0.6);
      break;
    case Tone::kRefused:
      path.moveTo(0.33, 0.33);
      path.lineTo(0.67, 0.67);
      path.moveTo(0.67, 0.33);
      path.lineTo(0.33, 0.67);
      break;
    case Tone::kNotOpen:
      path.moveTo(0.5, 0.24);
      path.lineTo(0.5, 0.52);
      path.lineTo(0.68, 0.62);
      break;
    case Tone::kUnsure:
      path.moveTo(0.5, 0.36);
      path.lineTo(0.5, 0.58);
      path.moveTo(0.5, 0.7);
      path.lineTo(0.5, 0.705);
      break;
    case Tone::kNoSeal:
      path.moveTo(0.3, 0.5);
      path.lineTo(0.7, 0.5);
      break;
    case Tone::kTest:
      path.moveTo(0.38, 0.4);
      path.lineTo(0.62, 0.4);
      path.moveTo(0.5, 0.4);
      path.lineTo(0.5, 0.66);
      break;
  }
  return path;
}

}  // namespace

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128; }

ToneColours coloursOf(Tone tone, bool dark) {
  struct Row {
    const char* lightGround;
    const char* lightInk;
    const char* darkGround;
    const char* darkInk;
  };
  const auto rowOf = [](Tone t) -> Row {
    switch (t) {
      case Tone::kGood:
        return {"#e2f3e6", "#0b5a2a", "#10301b", "#8fe0a8"};
      case Tone::kCompare:
        return {"#def1f3", "#0b4f58", "#0f2c30", "#8fd8e0"};
      case Tone::kRefused:
        return {"#fde7e7", "#8f1414", "#3a1212", "#ffb0ab"};
      case Tone::kNotOpen:
        return {"#e6ecfa", "#1c3f87", "#16233f", "#a9c3fb"};
      case Tone::kUnsure:
        return {"#fff1d6", "#6b4300", "#352608", "#f5cd80"};
      case Tone::kNoSeal:
        return {"#ecedf0", "#3c424d", "#282b31", "#c6cbd6"};
      case Tone::kTest:
        return {"#f2e6f9", "#5f1f86", "#2d173a", "#deb3f6"};
    }
    return {"#fff1d6", "#6b4300", "#352608", "#f5cd80"};
  };
  const Row row = rowOf(tone);
  const QColor ink(dark ? row.darkInk : row.lightInk);
  return {QColor(dark ? row.darkGround : row.lightGround), ink, ink};
}

ToneColours bannerColoursOf(Tone tone) {
  const auto ground = [tone]() -> const char* {
    switch (tone) {
      case Tone::kGood:
        return "#0a6230";
      case Tone::kCompare:
        return "#0b5560";
      case Tone::kRefused:
        return "#9b1515";
      case Tone::kNotOpen:
        return "#1c3f87";
      case Tone::kUnsure:
        return "#6b4300";
      case Tone::kNoSeal:
        return "#444a56";
      case Tone::kTest:
        return "#5f1f86";
    }
    return "#6b4300";
  };
  return {QColor(ground()), Qt::white, Qt::white};
}

double contrastOf(const QColor& a, const QColor& b) {
  const double one = luminanceOf(a) + 0.05;
  const double other = luminanceOf(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

void paintTone(QPainter& painter, const QRectF& box, Tone tone, const ToneColours& colours) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(outlineOf(box, tone), colours.mark);
  painter.translate(box.topLeft());
  painter.scale(box.width(), box.height());
  painter.setPen(QPen(colours.ground, 0.09, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(signOf(tone));
  painter.restore();
}

QIcon toneIcon(Tone tone, bool dark, int side) {
  QPixmap pixmap(side, side);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paintTone(painter, QRectF(1, 1, side - 2, side - 2), tone, coloursOf(tone, dark));
  QIcon icon(pixmap);
  icon.addPixmap(pixmap, QIcon::Selected);  // which is else made paler
  return icon;
}

}  // namespace sceau::gui
