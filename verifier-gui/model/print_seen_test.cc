// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/print_seen.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <functional>

namespace sceau::gui {
namespace {

constexpr QSize kPicture(640, 480);
constexpr QRect kSheet(170, 20, 300, 420);

Luminance luminanceIn(const QImage& image) {
  Luminance out{image.width(), image.height(), {}};
  for (int y = 0; y < image.height(); ++y)
    out.pixels.insert(out.pixels.end(), image.constScanLine(y),
                      image.constScanLine(y) + image.width());
  return out;
}

// Short strokes in lines, as letters of so many pixels are.
void write(QPainter& painter, const QRect& sheet, int height, const QColor& ink) {
  quint32 state = 7;
  for (int y = sheet.top() + 3 * height; y < sheet.bottom() - 3 * height; y += 2 * height) {
    for (int x = sheet.left() + 3 * height; x < sheet.right() - 3 * height; x += height) {
      state = state * 1664525 + 1013904223;
      if (state >> 29 == 0) continue;  // between two words
      painter.setPen(ink);
      painter.drawLine(x, y, x, y + height);
      painter.drawLine(x, y + static_cast<int>(state >> 24) % height, x + height / 2,
                       y + static_cast<int>(state >> 24) % height);
    }
  }
}

struct Scene {
  const char* what;
  bool isPage;
  std::function<void(QPainter&)> draw;
};

const Scene kScenes[] = {
    {"a dark table", false, [](QPainter&) {}},
    {"a blank sheet on it", false,
     [](QPainter& painter) { painter.fillRect(kSheet, QColor(225, 225, 225)); }},
    {"light that falls off", false,
     [](QPainter& painter) {
       QLinearGradient light(0, 0, kPicture.width(), kPicture.height());
       light.setColorAt(0, QColor(240, 240, 240));
       light.setColorAt(1, QColor(20, 20, 20));
       painter.fillRect(QRect(QPoint(), kPicture), light);
     }},
    {"boards", false,
     [](QPainter& painter) {
       for (int x = 0; x < kPicture.width(); x += 60)
         painter.fillRect(x, 0, 4, kPicture.height(), QColor(20, 20, 20));
     }},
    {"light letters on dark keys", false,
     [](QPainter& painter) { write(painter, kSheet, 8, QColor(220, 220, 220)); }},
    {"a printed page", true,
     [](QPainter& painter) {
       painter.fillRect(kSheet, QColor(225, 225, 225));
       write(painter, kSheet, 6, QColor(40, 40, 40));
     }},
    {"a page near the camera", true,
     [](QPainter& painter) {
       painter.fillRect(QRect(QPoint(), kPicture), QColor(200, 200, 200));
       write(painter, QRect(QPoint(), kPicture), 12, QColor(30, 30, 30));
     }},
    {"a page in poor light", true,
     [](QPainter& painter) {
       painter.fillRect(kSheet, QColor(110, 110, 110));
       write(painter, kSheet, 6, QColor(50, 50, 50));
     }},
};

TEST(PrintSeenTest, OnPrintedPagesAlone) {
  for (const Scene& scene : kScenes) {
    QImage image(kPicture, QImage::Format_Grayscale8);
    image.fill(QColor(70, 70, 70));
    QPainter painter(&image);
    scene.draw(painter);
    painter.end();
    EXPECT_EQ(showsPrint(luminanceIn(image)), scene.isPage) << scene.what;
  }
}

TEST(PrintSeenTest, AnEmptyPictureShowsNothing) { EXPECT_FALSE(showsPrint({})); }

}  // namespace
}  // namespace sceau::gui
