// SPDX-License-Identifier: Apache-2.0
// What a hand does to the window besides dropping files: it pastes, opens the menu, turns the wheel
// and goes from list to list.
#include <QAction>
#include <QClipboard>
#include <QDateEdit>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QWheelEvent>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/testing/trust_vectors.h"
#include "verifier-gui/view/counter_button.h"

namespace sceau::gui {
namespace {

class ControlsTest : public CounterTest {
 protected:
  // Chooses `path` in the dialog that comes next.
  void chooseInNextDialog(const QString& path) {
    auto* poll = new QTimer(window_.get());
    QObject::connect(poll, &QTimer::timeout, poll, [poll, path] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) return;
      poll->deleteLater();
      dialog->selectFile(path);
      QMetaObject::invokeMethod(dialog, "accept");
    });
    poll->start(1);
  }

  static void turnWheel(QWidget* over) {
    const QPointF place(over->rect().center());
    QWheelEvent wheel(place, over->mapToGlobal(place), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(over, &wheel);
  }

  static void trigger(QWidget& window, Message name) {
    for (QAction* action : window.actions())
      if (action->text() == say(name, Language::kFrench)) return action->trigger();
    ADD_FAILURE() << "not in the menu";
  }
};

TEST_F(ControlsTest, TheTextOfACodeIsPasted) {
  const struct {
    QString text;
    Tone expected;
  } cases[] = {{sealText("genuine"), Tone::kCompare},
               {sealText("expired") + QLatin1Char('\n'), Tone::kNotOpen},
               {QStringLiteral("https://example.org/"), Tone::kNoSeal},
               {QString(1'000'000, QLatin1Char('x')), Tone::kUnsure}};
  for (const auto& c : cases) {
    QApplication::clipboard()->setText(c.text);
    QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitForState(Session::State::kAnswer)) << c.text.left(20).toStdString();
    EXPECT_EQ(tone(), c.expected) << c.text.left(20).toStdString();
    session().clear();
  }
  QApplication::clipboard()->clear();
}

TEST_F(ControlsTest, TheMenuTakesATrustFile) {
  QTemporaryDir state;
  WindowOptions options;
  options.trust.state = state.filePath("trust").toStdString();
  options.now = [] { return issuedOfTrustVector() + std::chrono::hours(1); };
  FirstStart start(options.trust);
  ASSERT_TRUE(start.take(trustVector("pinned.roots")).ok());
  ASSERT_TRUE(start.accept(options.now()).ok());
  MainWindow window(options);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, kPatience));
  EXPECT_TRUE(window.firstStartPage()->isVisible());
  chooseInNextDialog(trustVector("bundle.trust"));
  answerNextQuestion(Message::kTrustInstall);
  trigger(window, Message::kMenuTrust);
  EXPECT_EQ(answered_, 1);
  EXPECT_TRUE(LoadInstalledTrust(options.trust.state).ok());
  EXPECT_FALSE(window.firstStartPage()->isVisible());
}

TEST_F(ControlsTest, AWheelOverTheDayOfCareChangesNoDay) {
  QDateEdit* edit = window_->careDate()->edit();
  edit->clearFocus();
  const QDate today = edit->date();
  turnWheel(edit);
  EXPECT_EQ(edit->date(), today);
  edit->setFocus();
  turnWheel(edit);
  EXPECT_NE(edit->date(), today) << "of somebody who is there";
}

TEST_F(ControlsTest, AWheelIsAHandAtWork) {
  drop({"genuine.pdf", "forged.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  session().setIdleTime(std::chrono::milliseconds(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().isVeiled(); }, kPatience));
  session().setIdleTime(std::chrono::milliseconds(0));
  EXPECT_FALSE(session().isVeiled());
  turnWheel(window_->centralWidget());
  EXPECT_TRUE(window_->filesView()->table()->isVisible());
}

// What was filtered or searched for in one list hides nothing of the next.
TEST_F(ControlsTest, EachListBeginsWithoutAFilter) {
  drop({"genuine.pdf", "forged.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  FilesView* view = window_->filesView();
  const auto shown = [&] { return view->table()->model()->rowCount(); };
  auto* search = view->findChild<QLineEdit*>();
  const QList<CounterButton*> counters = view->findChildren<CounterButton*>();
  ASSERT_EQ(shown(), 2);
  counters[1]->click();
  EXPECT_EQ(shown(), 1) << "the refused one";
  search->setText(QStringLiteral("nobody"));
  EXPECT_EQ(shown(), 0);
  search->clear();
  counters[0]->click();
  EXPECT_EQ(shown(), 2);
  counters[1]->click();
  search->setText(QStringLiteral("forged"));
  session().clear();
  drop({"genuine.pdf", "expired.pdf", "unsealed.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 3; }, kPatience));
  EXPECT_EQ(shown(), 3);
  EXPECT_TRUE(search->text().isEmpty());
  EXPECT_TRUE(counters[0]->isChecked());
}

}  // namespace
}  // namespace sceau::gui
