// SPDX-License-Identifier: Apache-2.0
// sceau-gui-stress DOCUMENTS [FRAMES [FILES]]: a long session in one window. Prints how long a
// readable frame waits for its answer, how far the memory grows, and how long the window stood
// still.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>

#include "verifier-gui/testing/counter_clock.h"
#include "verifier-gui/view/main_window.h"

namespace sceau::gui {
namespace {

constexpr int kPatience = 60'000;
constexpr int kSettled = 500;  // frames, after which nothing should grow

// Of this process alone: its helpers are others.
long residentKilobytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ')[1].toLong();
  }
  return 0;
}

// The longest time in which the window did nothing, from a timer that should come each 5 ms.
class Pulse : public QObject {
 public:
  Pulse() {
    since_.start();
    connect(&timer_, &QTimer::timeout, this,
            [this] { longest_ = std::max(longest_, since_.restart()); });
    timer_.start(5);
  }
  qint64 longest() const { return longest_; }
  void restart() {
    since_.restart();
    longest_ = 0;
  }

 private:
  QTimer timer_;
  QElapsedTimer since_;
  qint64 longest_ = 0;
};

QImage greyOf(const QString& path) {
  return QImage(path).convertToFormat(QImage::Format_Grayscale8);
}

// A new one each time, as a camera gives: a sink says nothing of a frame that it has already.
QVideoFrame frameOf(const QImage& image) {
  QVideoFrame frame(QVideoFrameFormat(image.size(), QVideoFrameFormat::Format_Y8));
  if (!frame.map(QVideoFrame::WriteOnly)) return frame;
  for (int y = 0; y < image.height(); ++y)
    std::copy_n(image.constScanLine(y), image.width(),
                frame.bits(0) + std::ptrdiff_t{y} * frame.bytesPerLine(0));
  frame.unmap();
  return frame;
}

// Milliseconds from the first frame that shows a code to its answer, frames coming as from a
// camera.
std::vector<qint64> showCodes(MainWindow& window, const QString& documents, int rounds) {
  std::vector<qint64> waits;
  for (int i = 0; i < rounds; ++i) {
    for (const char* name : {"genuine", "expired", "forged", "foreign"}) {
      window.session()->clear();
      const QImage image = greyOf(documents + QLatin1Char('/') + QLatin1String(name) + ".png");
      QElapsedTimer wait;
      wait.start();
      const bool answered = QTest::qWaitFor(
          [&] {
            window.cameraReader()->sink()->setVideoFrame(frameOf(image));
            QTest::qWait(10);
            return window.session()->state() == Session::State::kAnswer;
          },
          kPatience);
      if (answered) waits.push_back(wait.elapsed());
    }
  }
  std::ranges::sort(waits);
  return waits;
}

int run(int argc, char** argv) {
  if (argc < 2) return 2;
  const QApplication app(argc, argv);
  const QString documents = QString::fromLocal8Bit(argv[1]);
  const int frames = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 10'000;
  const int files = argc > 3 ? QString::fromLocal8Bit(argv[3]).toInt() : 500;
  QElapsedTimer start;
  start.start();
  WindowOptions options;
  options.trust.directory = (documents + QStringLiteral("/confiance")).toStdString();
  options.now = counterNow;
  MainWindow window(options);
  window.show();
  if (!QTest::qWaitForWindowExposed(&window)) return 1;
  std::printf("window shown after %lld ms\n", static_cast<long long>(start.elapsed()));

  showCodes(window, documents, 1);
  const std::vector<qint64> waits = showCodes(window, documents, 10);
  if (waits.size() != 40) return 1;
  std::printf("frame to answer: median %lld ms, worst %lld ms (%zu)\n",
              static_cast<long long>(waits[waits.size() / 2]), static_cast<long long>(waits.back()),
              waits.size());

  Pulse pulse;
  const QImage shown[] = {greyOf(documents + "/genuine.png"), greyOf(documents + "/unsealed.png"),
                          greyOf(documents + "/forged.png")};
  long settled = 0;
  CameraReader& reader = *window.cameraReader();
  for (int i = 0; i < frames; ++i) {
    reader.sink()->setVideoFrame(frameOf(shown[i / 10 % 3]));
    QTest::qWait(5);
    if (i == kSettled) settled = residentKilobytes();
  }
  std::printf(
      "%d frames: %d read, %d dropped, memory %+ld kB after the first %d, still for %lld ms at "
      "most\n",
      frames, reader.readCount(), reader.droppedCount(), residentKilobytes() - settled, kSettled,
      static_cast<long long>(pulse.longest()));

  pulse.restart();
  QStringList paths;
  for (int i = 0; i < files; ++i)
    paths.append(documents + (i % 2 == 0 ? "/genuine.pdf" : "/forged.pdf"));
  window.openPaths(paths);
  if (!QTest::qWaitFor([&] { return window.session()->documents()->doneCount() == files; },
                       10 * kPatience))
    return 1;
  std::printf("%d files: memory %+ld kB after the first %d frames, still for %lld ms at most\n",
              files, residentKilobytes() - settled, kSettled,
              static_cast<long long>(pulse.longest()));
  return 0;
}

}  // namespace
}  // namespace sceau::gui

int main(int argc, char** argv) { return sceau::gui::run(argc, argv); }
