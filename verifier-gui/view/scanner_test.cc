// SPDX-License-Identifier: Apache-2.0
// A handheld scanner types as a keyboard does: into the window, through the system, wherever the
// focus is, at its own speed.
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QWindow>

#include "verifier-gui/testing/counter_fixture.h"

namespace sceau::gui {
namespace {

class ScannerTest : public CounterTest {
 protected:
  // As the system hands keys over: to the window, with the moment of each, which is all that says
  // when it was pressed. The window gives them to what has the focus, if something has.
  void typeIntoWindow(const QString& text, int gap) {
    moment_ += 60'000;
    for (const QChar letter : text) {
      const bool isReturn = letter == QLatin1Char('\r');
      const auto key = isReturn ? int{Qt::Key_Return} : int{letter.toUpper().unicode()};
      QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, letter);
      moment_ += gap;
      press.setTimestamp(static_cast<quint64>(moment_));
      QApplication::sendEvent(window_->windowHandle(), &press);
    }
  }

  // What may have the focus while an answer stands: nothing, or each part in turn.
  void focusOn(int turn) {
    QList<QWidget*> parts;
    for (QWidget* widget : window_->findChildren<QWidget*>()) {
      if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0)
        parts.append(widget);
    }
    const qsizetype part = turn % (parts.size() + 1);
    if (part < parts.size()) {
      parts[part]->setFocus();
    } else if (QWidget* focus = QApplication::focusWidget()) {
      focus->clearFocus();
    }
  }
};

// Twenty-five at each speed, of two patients in turn, so that each has to bring another answer.
TEST_F(ScannerTest, AHundredOfAHundredScansWhereverTheFocusIs) {
  const QString seals[] = {sealText("genuine"), sealText("expired")};
  const Tone tones[] = {Tone::kCompare, Tone::kNotOpen};
  int scan = 0;
  for (const int gap : {4, 12, 20, 40}) {
    for (int i = 0; i < 25; ++i, ++scan) {
      focusOn(scan);
      typeIntoWindow(seals[scan % 2] + QLatin1Char('\r'), gap);
      const int number = scan + 1;
      ASSERT_TRUE(QTest::qWaitFor(
          [&] {
            return session().state() == Session::State::kAnswer &&
                   session().reading().number == number;
          },
          kPatience))
          << gap << " ms, scan " << number;
      ASSERT_EQ(tone(), tones[scan % 2]) << gap << " ms, scan " << number;
      ASSERT_TRUE(window_->isVisible());
      EXPECT_TRUE(window_->findChild<HolderBox*>()->findChild<QLineEdit*>()->text().isEmpty());
    }
  }
  EXPECT_EQ(scan, 100);
}

// On a busy system the release of a key and its next stroke have one moment, which Qt takes for a
// key that is held down.
TEST_F(ScannerTest, OfTwoEqualLettersBothAreHeard) {
  const QString seal = sealText("genuine") + QLatin1Char('\r');
  int doubled = 0;
  for (qsizetype i = 0; i < seal.size(); ++i) {
    const bool isSame = i > 0 && seal[i] == seal[i - 1];
    doubled += isSame ? 1 : 0;
    QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, seal.mid(i, 1), isSame);
    moment_ += 4;
    press.setTimestamp(static_cast<quint64>(moment_));
    QApplication::sendEvent(window_->windowHandle(), &press);
  }
  EXPECT_GT(doubled, 0);
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kCompare);
}

TEST_F(ScannerTest, AKeyThatIsHeldDownTypesNothingForAScan) {
  for (int i = 0; i < 50; ++i) {
    QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"), i > 0);
    moment_ += i == 1 ? 250 : 30;
    press.setTimestamp(static_cast<quint64>(moment_));
    QApplication::sendEvent(window_->windowHandle(), &press);
  }
  EXPECT_FALSE(QTest::qWaitFor([&] { return session().state() != Session::State::kWaiting; }, 200));
}

TEST_F(ScannerTest, NothingNeedsTheFocus) {
  ASSERT_EQ(session().state(), Session::State::kWaiting);
  focusOn(0);
  if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();
  ASSERT_EQ(QApplication::focusWidget(), nullptr);
  typeIntoWindow(sealText("genuine") + QLatin1Char('\r'), 12);
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kCompare);
}

TEST_F(ScannerTest, TheDayOfCareTakesNoDigitsOfASeal) {
  QDateEdit* edit = window_->careDate()->edit();
  const QDate today = edit->date();
  edit->setFocus();
  typeIntoWindow(sealText("genuine") + QLatin1Char('\r'), 20);
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(edit->date(), today);
  EXPECT_FALSE(session().dateOfCare());
}

}  // namespace
}  // namespace sceau::gui
