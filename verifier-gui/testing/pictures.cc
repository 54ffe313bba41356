// SPDX-License-Identifier: Apache-2.0
// sceau-gui-pictures DOCUMENTS OUT: a picture of each state of the window, for docs/images.
// DOCUMENTS is what make_documents.py made.
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QStyleFactory>
#include <QTest>
#include <cstdio>
#include <functional>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_clock.h"
#include "verifier-gui/view/main_window.h"
#include "verifier-gui/view/scanner_page.h"

namespace sceau::gui {
namespace {

constexpr int kPatience = 30'000;

struct Look {
  const char* suffix;
  Language language;
  bool dark;
  double scale;
};
constexpr Look kLooks[] = {{"fr", Language::kFrench, false, 1},
                           {"en-dark", Language::kEnglish, true, 1},
                           {"fr-200", Language::kFrench, false, 2}};

QPalette darkPalette() {
  QPalette palette(QColor("#3a3d44"), QColor("#202226"));
  palette.setColor(QPalette::WindowText, QColor("#e8eaee"));
  palette.setColor(QPalette::Text, QColor("#e8eaee"));
  palette.setColor(QPalette::ButtonText, QColor("#e8eaee"));
  palette.setColor(QPalette::Base, QColor("#17181b"));
  palette.setColor(QPalette::Highlight, QColor("#3f6fd1"));
  palette.setColor(QPalette::PlaceholderText, QColor("#aab0bb"));
  return palette;
}

class Photographer {
 public:
  Photographer(QString documents, QString out, const Look& look)
      : documents_(std::move(documents)), out_(std::move(out)), look_(look) {
    QApplication::setPalette(look.dark ? darkPalette() : QApplication::style()->standardPalette());
    QFont font = QApplication::font();
    font.setPointSizeF(10 * look.scale);
    QApplication::setFont(font);
    WindowOptions options;
    options.language = look.language;
    options.trust.directory = document("confiance").toStdString();
    options.now = counterNow;
    window_ = std::make_unique<MainWindow>(options);
    window_->resize(look.scale > 1 ? QSize(1500, 1300) : QSize(1100, 980));
    window_->show();
    window_->startCamera();
  }

  bool takeAll() {
    bool good = take("waiting", [](Session& s) { return s.state() == Session::State::kWaiting; });
    for (const char* name : {"genuine", "expired", "forged", "foreign", "unsealed"}) {
      window_->openPaths({document(name) + QStringLiteral(".pdf")});
      good = take(name, [](Session& s) { return s.state() == Session::State::kAnswer; }) && good;
    }
    window_->openPaths({document("edited.png")});
    good = take("edited", [](Session& s) { return s.state() == Session::State::kAnswer; }) && good;
    window_->openPaths({document("genuine.pdf")});
    good = QTest::qWaitFor([&] { return window_->session()->state() == Session::State::kAnswer; },
                           kPatience) &&
           good;
    window_->session()->askHolder({"LEFEBVRE Zoe", {}, {}});
    good = take("person", [](Session& s) { return s.state() == Session::State::kAnswer; }) && good;
    window_->openPaths({document("genuine.pdf"), document("expired.pdf"), document("forged.pdf"),
                        document("foreign.pdf"), document("unsealed.pdf"), document("lost.pdf")});
    good = take("files", [](Session& s) { return s.documents()->doneCount() == 6; }) && good;
    window_->session()->clear();
    return takeCamera() && takeScanner() && good;
  }

 private:
  QString document(const char* name) const {
    return documents_ + QLatin1Char('/') + QLatin1String(name);
  }

  bool save(QWidget* widget, const char* name) const {
    const QString path =
        QStringLiteral("%1/%2-%3.png").arg(out_, QLatin1String(name), QLatin1String(look_.suffix));
    return widget->grab().save(path);
  }

  bool take(const char* name, const std::function<bool(Session&)>& isThere) {
    if (!QTest::qWaitFor([&] { return isThere(*window_->session()); }, kPatience)) {
      std::fprintf(stderr, "pictures: no %s\n", name);
      return false;
    }
    QTest::qWait(200);  // for the layout
    return save(window_.get(), name);
  }

  bool takeCamera() {
    const QImage image = QImage(document("genuine.png")).convertToFormat(QImage::Format_RGB32);
    QVideoFrame frame(QVideoFrameFormat(image.size(), QVideoFrameFormat::Format_BGRX8888));
    if (!frame.map(QVideoFrame::WriteOnly)) return false;
    std::copy_n(image.constBits(), image.sizeInBytes(), frame.bits(0));
    frame.unmap();
    const bool good = QTest::qWaitFor(
        [&] {
          window_->cameraReader()->sink()->setVideoFrame(frame);
          QTest::qWait(100);
          return window_->session()->state() == Session::State::kAnswer;
        },
        kPatience);
    return good && take("camera", [](Session&) { return true; });
  }

  bool takeScanner() const {
    ScannerFilter filter;
    ScannerPage page(&filter, look_.language);
    page.check("]d2D)M");
    page.show();
    QTest::qWait(200);
    return save(&page, "scanner");
  }

  QString documents_;
  QString out_;
  const Look& look_;
  std::unique_ptr<MainWindow> window_;
};

int run(int argc, char** argv) {
  if (argc != 3) return 2;
  const QApplication app(argc, argv);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QDir().mkpath(QString::fromLocal8Bit(argv[2]));
  bool good = true;
  for (const Look& look : kLooks)
    good = Photographer(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]), look)
               .takeAll() &&
           good;
  return good ? 0 : 1;
}

}  // namespace
}  // namespace sceau::gui

int main(int argc, char** argv) { return sceau::gui::run(argc, argv); }
