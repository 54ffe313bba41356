// SPDX-License-Identifier: Apache-2.0
// A day at the counter, through the real window: files are dropped, a camera
// sees codes, a scanner types.
#include <QLineEdit>
#include <QTemporaryDir>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/testing/keyboards.h"

namespace sceau::gui {
namespace {

TEST_F(CounterTest, FilesThatAreDroppedGetTheFiveAnswers) {
  for (const Expected& expected : kFive) {
    drop({QLatin1String(expected.name) + QStringLiteral(".pdf")});
    ASSERT_TRUE(waitForState(Session::State::kAnswer)) << expected.name;
    EXPECT_EQ(tone(), expected.tone) << expected.name;
    EXPECT_FALSE(session().report()->previews.empty()) << expected.name;
    session().clear();
  }
}

TEST_F(CounterTest, TheCameraGetsTheSameFiveAnswers) {
  for (const Expected& expected : kFive) {
    const QImage image(document(QLatin1String(expected.name) + QStringLiteral(".png")));
    ASSERT_FALSE(image.isNull()) << expected.name;
    const bool judged = QTest::qWaitFor(
        [&] {
          window_->cameraReader()->sink()->setVideoFrame(frameOf(image));
          QTest::qWait(20);
          return session().state() == Session::State::kAnswer &&
                 tone() == ofCodeAlone(expected.tone);
        },
        kPatience);
    ASSERT_TRUE(judged) << expected.name;
    // The picture that was being read when the last answer came is judged
    // before the screen is cleared.
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window_->cameraReader()->isReading(); }, kPatience));
    session().clear();
  }
}

TEST_F(CounterTest, TheScannerIsUnderstoodThroughItsFaults) {
  struct Fault {
    const char* what;
    QString (*spoil)(const QString&);
    Tone ofAddress = Tone::kNoSeal;  // which may no longer look like one
  };
  const Fault faults[] = {
      {"none", [](const QString& text) { return text + QLatin1Char('\r'); }},
      {"a US scanner on a French computer",
       [](const QString& text) { return asAzerty(text) + QLatin1Char('\r'); }, Tone::kUnsure},
      {"a French scanner on a US computer",
       [](const QString& text) { return asQwerty(text) + QLatin1Char('\r'); }, Tone::kUnsure},
      {"caps lock", [](const QString& text) { return text.toLower() + QLatin1Char('\r'); }},
      {"a prefix and the code twice",
       [](const QString& text) {
         return QStringLiteral("]Q1") + text + QStringLiteral("\r]Q1") + text + QLatin1Char('\r');
       },
       Tone::kUnsure},
  };
  for (const Fault& fault : faults) {
    for (const Expected& expected : kFive) {
      typeAsScanner(fault.spoil(sealText(QLatin1String(expected.name))));
      ASSERT_TRUE(waitForState(Session::State::kAnswer)) << fault.what << expected.name;
      // What a scanner types refutes nothing.
      Tone typed = expected.tone == Tone::kRefused ? Tone::kUnsure : ofCodeAlone(expected.tone);
      if (expected.tone == Tone::kNoSeal) typed = fault.ofAddress;
      EXPECT_EQ(tone(), typed) << fault.what << ", " << expected.name;
      session().clear();
    }
  }
}

// The paper has a seal, of which the beginning was lost.
TEST_F(CounterTest, TheTailOfASealIsNotAPaperWithoutOne) {
  typeAsScanner(sealText("genuine").right(80) + QLatin1Char('\r'));
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kUnsure);
  const QStringList next = answerOf(*session().report(), 0, Language::kFrench).next;
  EXPECT_TRUE(next.contains(say(Message::kWindowTextHint, Language::kFrench)));
  EXPECT_FALSE(next.contains(sentenceOf(Reason::kDocumentNoSeal, Language::kFrench)));
}

TEST_F(CounterTest, AScanIsNotTypedIntoTheFieldThatHasTheFocus) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  auto* field = window_->findChild<HolderBox*>()->findChild<QLineEdit*>();
  ASSERT_NE(field, nullptr);
  field->setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return field->hasFocus(); }, kPatience));
  QTest::keyClick(field, Qt::Key_D);
  ASSERT_TRUE(QTest::qWaitFor([&] { return field->text() == QStringLiteral("d"); }, kPatience))
      << "fingers are let through";
  typeAsScanner(sealText("forged") + QLatin1Char('\r'));
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return session().state() == Session::State::kAnswer && tone() == Tone::kUnsure; },
      kPatience));
  EXPECT_EQ(field->text(), QString()) << "a new answer asks nothing";
}

// Each key at the moment that its event names, whenever the window comes to
// hear of it.
TEST_F(CounterTest, AScannerMayBeSlowAndTheComputerBusy) {
  for (const int gap : {4, 12, 20, 40}) {
    for (const Expected& expected : kFive) {
      typeAsScanner(sealText(QLatin1String(expected.name)) + QLatin1Char('\r'), gap);
      if (expected.tone == Tone::kNoSeal && gap > ScannerKeys::kGap.count()) continue;
      ASSERT_TRUE(waitForState(Session::State::kAnswer)) << gap << expected.name;
      const Tone typed =
          expected.tone == Tone::kRefused ? Tone::kUnsure : ofCodeAlone(expected.tone);
      EXPECT_EQ(tone(), typed) << gap << expected.name;
      session().clear();
    }
  }
}

TEST_F(CounterTest, TwoPatientsWithinASecondAreNotMixed) {
  typeAsScanner(sealText("genuine") + QLatin1Char('\r'));
  QTest::qWait(50);
  typeAsScanner(sealText("expired") + QLatin1Char('\r'));
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return session().state() == Session::State::kAnswer && tone() == Tone::kNotOpen; },
      kPatience));
}

TEST_F(CounterTest, AnIdentityCodeAsksAboutTheAnswerThatStands) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  typeAsScanner(
      QStringLiteral("IS010000000000000000000000S1284058832102532S21."
                     "2.250.1.213.1.4.8\x1DS3QUELQUUN"
                     "\x1DS4DAUTRE\x1DS5FS612-05-1984S758832\r"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().holder().name.has_value(); }, kPatience));
  EXPECT_EQ(session().report()->seals[0].axes.holder, HolderAxis::kDiffers);
}

TEST_F(CounterTest, ManyFilesFillATable) {
  drop({"genuine.pdf", "forged.pdf", "unsealed.pdf", "lost.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kBatch));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 4; }, kPatience));
  EXPECT_EQ(session().documents()->toCsv().count('\n'), 5);
  session().showRow(0);
  EXPECT_EQ(session().state(), Session::State::kAnswer);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !session().report()->previews.empty(); }, kPatience));
  session().backToBatch();
  EXPECT_EQ(session().state(), Session::State::kBatch);
  session().showRow(3);
  EXPECT_EQ(session().state(), Session::State::kFailed);
  session().backToBatch();
  EXPECT_EQ(session().state(), Session::State::kBatch);
}

TEST_F(CounterTest, ACodeWithoutASealIsAnAnswerOnlyWhereNoneStands) {
  Report web;
  web.others.push_back({"web-address", "QRCode", 1, {}});
  web.reasons = {{Reason::kDocumentNoSeal, ""}};
  web.outcome = Outcome::kNoSeal;
  session().showCameraReport(web);
  session().showCameraReport(Report{});
  session().showCameraReport(web);
  session().showCameraReport(web);
  EXPECT_EQ(session().state(), Session::State::kWaiting) << "not three in a row";
  session().showCameraReport(web);
  ASSERT_EQ(session().state(), Session::State::kAnswer);
  EXPECT_EQ(tone(), Tone::kNoSeal);
  drop({"genuine.pdf"});
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return session().state() == Session::State::kAnswer && tone() == Tone::kGood; },
      kPatience));
  for (int i = 0; i < 9; ++i) session().showCameraReport(web);
  EXPECT_EQ(tone(), Tone::kGood);
}

TEST_F(CounterTest, APaperBeforeTheCameraIsReportedOnce) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report paper = *session().report();
  paper.file.clear();
  session().clear();
  session().showCameraReport(paper);
  ASSERT_EQ(session().state(), Session::State::kAnswer);
  session().clear();
  for (int i = 0; i < 9; ++i) session().showCameraReport(paper);
  EXPECT_EQ(session().state(), Session::State::kWaiting) << "it was cleared and lies there still";
  Report later = paper;
  later.seals[0].axes.rights = RightsAxis::kExpired;
  later.seals[0].outcome = later.outcome = Outcome::kRightsNotOpen;
  session().showCameraReport(later);
  ASSERT_EQ(session().state(), Session::State::kAnswer) << "midnight has passed";
  EXPECT_EQ(tone(), Tone::kNotOpen);
  session().clear();
  for (int i = 0; i < 9; ++i) session().showCameraReport(Report{});
  session().showCameraReport(later);
  EXPECT_EQ(session().state(), Session::State::kAnswer) << "it was taken away and came back";
}

// A paper is compared once it is held still, and hands are not still for long.
TEST_F(CounterTest, WhatACameraSawOfAPageStays) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report moving = *session().report();
  moving.file.clear();
  moving.seals[0].axes.document = DocumentAxis::kNotCompared;
  Report still = moving;
  still.seals[0].axes.document = DocumentAxis::kAgrees;
  Report edited = moving;
  edited.seals[0].axes.document = DocumentAxis::kDiffers;
  edited.seals[0].outcome = edited.outcome = Outcome::kRefused;
  const auto page = [&] { return session().report()->seals[0].axes.document; };

  session().clear();
  session().showCameraReport(moving);
  ASSERT_EQ(session().state(), Session::State::kAnswer);
  ExpectedHolder holder;
  holder.name = "Nobody";
  session().askHolder(holder);
  session().showCameraReport(still);
  EXPECT_EQ(page(), DocumentAxis::kAgrees);
  EXPECT_EQ(session().holder().name, "Nobody") << "who was asked for is asked again";
  EXPECT_NE(session().report()->seals[0].axes.holder, HolderAxis::kNotAsked);
  session().showCameraReport(moving);
  EXPECT_EQ(page(), DocumentAxis::kAgrees);
  session().showCameraReport(edited);
  EXPECT_EQ(page(), DocumentAxis::kDiffers);
  EXPECT_EQ(tone(), Tone::kRefused);
  session().showCameraReport(still);
  EXPECT_EQ(page(), DocumentAxis::kDiffers) << "it is the paper that was seen to differ";

  session().clear();
  session().showCameraReport(edited);
  EXPECT_EQ(session().state(), Session::State::kWaiting) << "it was cleared and lies there still";
}

TEST_F(CounterTest, AKeyHeldDownIsNotAScan) {
  QKeyEvent held(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"), true);
  for (int i = 0; i < 50; ++i) QApplication::sendEvent(window_.get(), &held);
  EXPECT_FALSE(QTest::qWaitFor([&] { return session().state() != Session::State::kWaiting; }, 200));
}

TEST_F(CounterTest, WhatAnEarlierTrustSaidOfAPictureIsNotReported) {
  const QImage image(document("genuine.png"));
  CameraReader& reader = *window_->cameraReader();
  reader.sink()->setVideoFrame(frameOf(image));
  ASSERT_TRUE(reader.isReading());
  reader.setOptions(session().optionsForCamera());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.isReading(); }, kPatience));
  EXPECT_EQ(session().state(), Session::State::kWaiting);
}

TEST_F(CounterTest, ABatchCanBeStopped) {
  drop(QStringList(200, "genuine.pdf"));
  session().cancel();
  const int done = session().documents()->doneCount();
  QTest::qWait(100);
  EXPECT_EQ(session().documents()->doneCount(), done);
}

TEST_F(CounterTest, WhatCannotBeReadSaysSo) {
  drop({"nowhere.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kFailed));
  QTemporaryDir scratch;
  QFile empty(scratch.filePath("empty.pdf"));
  ASSERT_TRUE(empty.open(QIODevice::WriteOnly));
  empty.close();
  session().openFiles({empty.fileName()});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kUnsure);
  session().openText("line one\nline two\xFF\n");
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_NE(tone(), Tone::kGood);
}

TEST_F(CounterTest, NoiseBeforeTheCameraIsNotAnAnswer) {
  QImage noise(640, 480, QImage::Format_Grayscale8);
  quint32 state = 1;
  for (int y = 0; y < noise.height(); ++y) {
    for (int x = 0; x < noise.width(); ++x) {
      state = state * 1664525 + 1013904223;
      noise.scanLine(y)[x] = static_cast<uchar>(state >> 24);
    }
  }
  window_->cameraReader()->sink()->setVideoFrame(frameOf(noise));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window_->cameraReader()->readCount() > 0; }, kPatience));
  EXPECT_EQ(session().state(), Session::State::kWaiting);
}

TEST_F(CounterTest, TheScreenClearsByEscapeAndByItself) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  EXPECT_EQ(session().state(), Session::State::kWaiting);
  EXPECT_FALSE(session().report());
  session().setIdleTime(std::chrono::milliseconds(1));
  drop({"genuine.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().state() != Session::State::kReading; }));
  ASSERT_TRUE(waitForState(Session::State::kWaiting));
}

}  // namespace
}  // namespace sceau::gui
