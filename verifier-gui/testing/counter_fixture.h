// SPDX-License-Identifier: Apache-2.0
// The real window with the documents of testing/make_documents.py, in the
// folder SCEAU_COUNTER.
#ifndef SCEAU_VERIFIER_GUI_TESTING_COUNTER_FIXTURE_H_
#define SCEAU_VERIFIER_GUI_TESTING_COUNTER_FIXTURE_H_

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <memory>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_clock.h"
#include "verifier-gui/view/main_window.h"

namespace sceau::gui {

inline constexpr int kPatience = 30'000;  // for a slow machine

inline QString folder() { return qEnvironmentVariable("SCEAU_COUNTER"); }
inline QString document(const QString& name) { return folder() + QLatin1Char('/') + name; }

inline QString sealText(const QString& name) {
  QFile file(document(name + QStringLiteral(".txt")));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
  return QString::fromUtf8(file.readAll()).trimmed();
}

inline QVideoFrame frameOf(const QImage& image) {
  QVideoFrame frame(QVideoFrameFormat(image.size(), QVideoFrameFormat::Format_Y8));
  const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
  EXPECT_TRUE(frame.map(QVideoFrame::WriteOnly));
  for (int y = 0; y < grey.height(); ++y)
    std::copy_n(grey.constScanLine(y), grey.width(),
                frame.bits(0) + std::ptrdiff_t{y} * frame.bytesPerLine(0));
  frame.unmap();
  return frame;
}

struct Expected {
  const char* name;
  Tone tone;
};
inline constexpr Expected kFive[] = {{"genuine", Tone::kGood},
                                     {"expired", Tone::kNotOpen},
                                     {"forged", Tone::kRefused},
                                     {"foreign", Tone::kUnsure},
                                     {"unsealed", Tone::kNoSeal}};

// Of a code that came without its whole page, which nobody could compare.
inline Tone ofCodeAlone(Tone tone) { return tone == Tone::kGood ? Tone::kCompare : tone; }

class CounterTest : public testing::Test {
 protected:
  CounterTest() {
    if (folder().isEmpty()) return;
    WindowOptions options;
    options.trust.directory = document(QStringLiteral("confiance")).toStdString();
    options.now = counterNow;
    window_ = std::make_unique<MainWindow>(options);
    window_->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(window_.get(), kPatience));
    window_->activateWindow();  // where no window manager does
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get(), kPatience));
  }

  void SetUp() override {
    if (folder().isEmpty()) GTEST_SKIP() << "SCEAU_COUNTER names no documents";
  }

  Session& session() { return *window_->session(); }

  void drop(const QStringList& names) {
    QList<QUrl> urls;
    for (const QString& name : names) urls.append(QUrl::fromLocalFile(document(name)));
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
  }

  bool waitForState(Session::State state) {
    return QTest::qWaitFor([&] { return session().state() == state; }, kPatience);
  }

  Tone tone() { return toneOf(*session().report()); }

  // As a scanner does, wherever the focus is: every key at once, pressed `gap`
  // ms after the one before as its event says; without a gap now.
  void typeAsScanner(const QString& text, int gap = 0) {
    QWidget* focus = QApplication::focusWidget();
    if (focus == nullptr) focus = window_.get();
    for (const QChar letter : text) {
      const bool isReturn = letter == QLatin1Char('\r');
      QKeyEvent press(QEvent::KeyPress, isReturn ? Qt::Key_Return : Qt::Key_unknown, Qt::NoModifier,
                      letter);
      moment_ += gap;
      if (gap > 0) press.setTimestamp(static_cast<quint64>(moment_));
      QApplication::sendEvent(focus, &press);
    }
  }

  // Presses this button of the question that comes next, within the loop in which it stands.
  void answerNextQuestion(Message answer) {
    auto* poll = new QTimer(window_.get());
    QObject::connect(poll, &QTimer::timeout, window_.get(), [this, poll, answer] {
      const auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      for (QAbstractButton* button : box->buttons()) {
        if (button->text() != say(answer, Language::kFrench)) continue;
        poll->stop();
        poll->deleteLater();
        ++answered_;
        button->click();
        return;
      }
    });
    poll->start(1);
  }

  std::unique_ptr<MainWindow> window_;
  int answered_ = 0;  // questions
  qint64 moment_ = 100'000;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_TESTING_COUNTER_FIXTURE_H_
