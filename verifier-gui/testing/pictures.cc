// SPDX-License-Identifier: Apache-2.0
// sceau-gui-pictures DOCUMENTS OUT: a picture of each state of the window, for
// docs/images. DOCUMENTS is what make_documents.py made.
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <functional>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_clock.h"
#include "verifier-gui/view/help_window.h"
#include "verifier-gui/view/main_window.h"
#include "verifier-gui/view/scanner_page.h"
#include "verifier-gui/view/theme.h"

namespace sceau::gui {
namespace {

constexpr int kPatience = 30'000;

struct Look {
  const char* suffix;
  Language language;
  bool dark;
  double scale;
  QSize size;
};
constexpr Look kLooks[] = {{"fr", Language::kFrench, false, 1, {1366, 768}},
                           {"en-dark", Language::kEnglish, true, 1, {1366, 768}},
                           {"fr-200", Language::kFrench, false, 2, {1600, 1200}},
                           {"fr-small", Language::kFrench, false, 1, {800, 600}}};

class Photographer {
 public:
  Photographer(QString documents, QString out, const Look& look)
      : documents_(std::move(documents)), out_(std::move(out)), look_(look) {
    QFont font = QApplication::font();
    font.setPointSizeF(11.25 * look.scale);
    QApplication::setFont(font);
    dressApplication(look.dark);
    WindowOptions options;
    options.language = look.language;
    options.trust.directory = document("confiance").toStdString();
    options.now = counterNow;
    options.dark = look.dark;
    window_ = std::make_unique<MainWindow>(options);
    window_->resize(look.size);
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
    good = take("files",
                [this](Session& s) {
                  return s.documents()->doneCount() == 6 &&
                         (look_.size.height() < 700 * look_.scale ||
                          !window_->filesView()->page()->view()->isEmpty());
                }) &&
           good;
    window_->session()->clear();
    return takeCamera() && takeScanner() && takeHelp() && takeFirstStart() && good;
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
    return good && take("camera", [](Session&) { return true; }) && takeStale();
  }

  // Another paper, without a seal, lies before the camera by now.
  bool takeStale() {
    Report web;
    web.others.push_back({"web-address", "QRCode", 1, {}});
    web.outcome = Outcome::kNoSeal;
    for (int i = 0; i < 4; ++i) window_->session()->showCameraReport(web);
    return take("stale", [](Session& s) { return s.isStale(); });
  }

  bool takeHelp() const {
    HelpWindow help(look_.language, window_.get());
    help.show();
    QTest::qWait(200);
    return save(&help, "help");
  }

  bool takeScanner() const {
    ScannerFilter filter;
    ScannerPage page(&filter, look_.language, window_.get());
    page.check("]d2D)M");
    page.show();
    QTest::qWait(200);
    return save(&page, "scanner");
  }

  // Both files have come, and the fingerprint is to be compared; then the example.
  bool takeFirstStart() const {
    const QTemporaryDir state;
    WindowOptions options;
    options.language = look_.language;
    options.trust.state = state.filePath("trust").toStdString();
    options.now = counterNow;
    options.dark = look_.dark;
    MainWindow window(options);
    window.resize(look_.size);
    window.show();
    const QString vectors = QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/");
    window.openPaths({vectors + "bundle.trust", vectors + "pinned.roots"});
    QTest::qWait(200);
    const bool good = save(&window, "first-start");
    window.firstStartPage()->exampleButton()->click();
    const bool isShown = QTest::qWaitFor(
        [&] { return window.session()->state() == Session::State::kAnswer; }, kPatience);
    QTest::qWait(200);
    return save(&window, "example") && isShown && good;
  }

  QString documents_;
  QString out_;
  const Look& look_;
  std::unique_ptr<MainWindow> window_;
};

int run(int argc, char** argv) {
  if (argc != 3) return 2;
  const QApplication app(argc, argv);
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
