// SPDX-License-Identifier: Apache-2.0
// An answer is that of one paper: whichever way another one comes in, what stands is grey or gone
// before the next answer is there.
#include <QPainter>
#include <QTemporaryDir>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

class StaleTest : public CounterTest {
 protected:
  const VerdictBanner* banner() { return window_->findChild<VerdictBanner*>(); }

  // Pictures of a camera until `done`, or so many that were read.
  bool film(const QImage& image, const std::function<bool()>& done, int most = 1'000'000) {
    CameraReader& reader = *window_->cameraReader();
    const int last = reader.readCount() + most;
    const bool isOver = QTest::qWaitFor(
        [&] {
          if (!reader.isReading() && reader.readCount() < last)
            reader.sink()->setVideoFrame(frameOf(image));
          return done() || (reader.readCount() >= last && !reader.isReading());
        },
        kPatience);
    EXPECT_TRUE(isOver);
    return done();
  }

  void answerByCamera() {
    const QImage sealed(document("genuine.png"));
    ASSERT_TRUE(film(sealed, [&] { return session().state() == Session::State::kAnswer; }));
    ASSERT_EQ(session().reading().way, Way::kCamera);
  }

  // The same page, on which nothing was ever sealed.
  static QImage pageWithoutCode() {
    QImage page = QImage(document("genuine.png")).convertToFormat(QImage::Format_Grayscale8);
    QPainter painter(&page);
    const QRect middle(page.width() / 4, page.height() / 4, page.width() / 2, page.height() / 2);
    painter.fillRect(middle, Qt::white);
    painter.setPen(Qt::black);
    painter.drawText(middle, Qt::TextWordWrap,
                     QString(QStringLiteral("Attestation de droits ")).repeated(60));
    return page;
  }
};

// A stale green stood through two hundred pictures of such a paper.
TEST_F(StaleTest, ThePaperWithoutACodeBeforeTheCamera) {
  answerByCamera();
  QImage table(640, 480, QImage::Format_Grayscale8);
  table.fill(QColor(90, 90, 90));
  EXPECT_FALSE(film(
      table, [&] { return session().isStale(); }, 12))
      << "it was put down";
  const int before = window_->cameraReader()->readCount();
  EXPECT_TRUE(film(pageWithoutCode(), [&] { return session().isStale(); }));
  EXPECT_LE(window_->cameraReader()->readCount() - before, 8);
  EXPECT_TRUE(banner()->isStale());
  EXPECT_FALSE(window_->findChild<IdentityCard*>()->isEnabled());
  EXPECT_TRUE(film(QImage(document("genuine.png")), [&] { return !session().isStale(); }))
      << "the paper that was answered";
  EXPECT_FALSE(banner()->isStale());
}

TEST_F(StaleTest, ThePaperWithoutACodeInAFile) {
  QTemporaryDir scratch;
  const QString path = scratch.filePath("page.png");
  ASSERT_TRUE(pageWithoutCode().save(path));
  for (const bool byCamera : {false, true}) {
    if (byCamera) {
      answerByCamera();
    } else {
      drop({"genuine.pdf"});
      ASSERT_TRUE(waitForState(Session::State::kAnswer));
    }
    window_->openPaths({path});
    EXPECT_FALSE(banner()->isVisible()) << "at once";
    ASSERT_TRUE(waitForState(Session::State::kAnswer));
    EXPECT_EQ(tone(), Tone::kNoSeal);
    session().clear();
  }
}

// A scan takes seconds, through which the answer before it would stand.
TEST_F(StaleTest, ASealThatIsBeingTyped) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  const QString seal = sealText("expired");
  typeAsScanner(seal.left(4));
  EXPECT_TRUE(session().isStale());
  EXPECT_TRUE(banner()->isStale());
  EXPECT_TRUE(
      banner()->accessibleName().contains(say(Message::kWindowStaleScan, Language::kFrench)));
  typeAsScanner(seal.mid(4) + QLatin1Char('\r'));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 2; }, kPatience));
  EXPECT_FALSE(session().isStale());
}

TEST_F(StaleTest, ATextWithoutASealThatIsTyped) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  typeAsScanner(QStringLiteral("3400930000120\r"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 2; }, kPatience));
  EXPECT_NE(tone(), Tone::kGood);
}

// It asks about the answer that stands.
TEST_F(StaleTest, AnIdentityThatIsTyped) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  typeAsScanner(QStringLiteral(
      "IS010000000000000000000000S1284058832102532S21.2.250.1.213.1.4.8\x1DS3QUELQUUN"
      "\x1DS4DAUTRE\x1DS5FS612-05-1984S758832\r"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().holder().name.has_value(); }, kPatience));
  EXPECT_FALSE(session().isStale());
}

// The camera's grey is not the scanner's: an identity asks about an answer, and brings none back.
TEST_F(StaleTest, AnIdentityThatIsTypedWhileTheCameraSeesAnotherPage) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report paper = *session().report();
  paper.file.clear();
  session().clear();
  session().showCameraReport(paper);
  for (int i = 0; i < 9; ++i) session().showCameraReport(Report{}, true);
  ASSERT_EQ(session().staleBy(), StaleBy::kPage);
  typeAsScanner(QStringLiteral(
      "IS010000000000000000000000S1284058832102532S21.2.250.1.213.1.4.8\x1DS3QUELQUUN"
      "\x1DS4DAUTRE\x1DS5FS612-05-1984S758832\r"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().holder().name.has_value(); }, kPatience));
  EXPECT_EQ(session().staleBy(), StaleBy::kPage);
  EXPECT_TRUE(banner()->isStale());
  session().expectScan();
  session().showCameraReport(paper);
  EXPECT_EQ(session().staleBy(), StaleBy::kScan) << "the camera takes back its own grey alone";
}

// The page that was answered shows itself without its code too.
TEST_F(StaleTest, TheSamePaperComesBackWithWhatIsTyped) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report paper = *session().report();
  paper.file.clear();
  Report moving = paper;
  moving.seals[0].axes.document = DocumentAxis::kNotCompared;
  session().clear();
  session().showCameraReport(paper);
  const int turn = session().turn();
  auto* name = window_->findChild<HolderBox*>()->findChild<QLineEdit*>();
  name->setFocus();
  name->insert(QStringLiteral("Lef"));
  for (int i = 0; i < 9; ++i) session().showCameraReport(Report{}, true);
  ASSERT_TRUE(banner()->isStale());
  EXPECT_TRUE(
      banner()->accessibleName().contains(say(Message::kWindowStalePage, Language::kFrench)));
  EXPECT_TRUE(name->hasFocus());
  EXPECT_FALSE(window_->findChild<RightsCard*>()->isEnabled());
  name->insert(QStringLiteral("evre"));
  ExpectedHolder holder;
  holder.name = "Lefevre";
  session().askHolder(holder);
  session().showCameraReport(moving);
  EXPECT_FALSE(session().isStale());
  EXPECT_EQ(session().turn(), turn);
  EXPECT_EQ(session().holder().name, "Lefevre");
  EXPECT_EQ(name->text(), QStringLiteral("Lefevre"));
  EXPECT_EQ(session().report()->seals[0].axes.document, DocumentAxis::kNotCompared)
      << "its page may be another, until it is compared";
}

// Beside a code without a seal the page may be exchanged for another with the same seal.
TEST_F(StaleTest, APageThatComesBackIsComparedAnew) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report agrees = *session().report();
  agrees.file.clear();
  ASSERT_EQ(agrees.seals[0].axes.document, DocumentAxis::kAgrees);
  Report moving = agrees;
  moving.seals[0].axes.document = DocumentAxis::kNotCompared;
  Report differs = agrees;
  differs.seals[0].axes.document = DocumentAxis::kDiffers;
  Report web;
  web.others.push_back({"web-address", "QRCode", 1, {}});
  const auto see = [&](const Report& report, int pictures = 1) {
    for (int i = 0; i < pictures; ++i) session().showCameraReport(report);
  };
  const auto said = [&] { return session().report()->seals[0].axes.document; };
  session().clear();
  see(agrees);
  see(moving);
  EXPECT_EQ(said(), DocumentAxis::kAgrees) << "it lay there all the time";
  see(web, 3);
  ASSERT_TRUE(session().isStale());
  see(moving);
  EXPECT_FALSE(session().isStale());
  EXPECT_EQ(said(), DocumentAxis::kNotCompared);
  see(differs);
  see(web, 3);
  see(moving);
  see(agrees);
  EXPECT_FALSE(session().isStale());
  EXPECT_EQ(said(), DocumentAxis::kDiffers) << "a difference that was seen stays";
  see(web, 6);
  see(moving);
  EXPECT_FALSE(session().isStale());
  EXPECT_EQ(said(), DocumentAxis::kDiffers) << "it was away, and is not compared yet";
  see(agrees);
  EXPECT_EQ(said(), DocumentAxis::kAgrees);
}

// A scanner that begins to type leaves what lies before the camera where it is.
TEST_F(StaleTest, TheSheetUnderTheCameraWhileAScannerTypes) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report web;
  web.others.push_back({"web-address", "QRCode", 1, {}});
  session().expectScan();
  const int turn = session().turn();
  for (int i = 0; i < 30; ++i) session().showCameraReport(web);
  EXPECT_EQ(session().turn(), turn);
  EXPECT_EQ(session().staleBy(), StaleBy::kScan);
}

// A green that stands while another paper lies before the camera would be read
// as its answer.
TEST_F(StaleTest, AnAnswerGreysWhenTheCameraSeesAnotherPaper) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report paper = *session().report();
  paper.file.clear();
  Report web;
  web.others.push_back({"web-address", "QRCode", 1, {}});
  web.reasons = {{Reason::kDocumentNoSeal, ""}};
  web.outcome = Outcome::kNoSeal;
  const auto* banner = window_->findChild<VerdictBanner*>();
  const QColor green = bannerColoursOf(toneOf(paper)).ground;

  session().clear();
  session().showCameraReport(paper);
  EXPECT_EQ(banner->ground(), green);
  for (int i = 0; i < 4; ++i) session().showCameraReport(web);
  EXPECT_TRUE(session().isStale());
  EXPECT_TRUE(banner->isStale());
  EXPECT_FALSE(window_->findChild<IdentityCard*>()->isEnabled()) << "all of it is grey";
  EXPECT_NE(banner->ground(), green);
  session().showCameraReport(paper);
  EXPECT_FALSE(session().isStale()) << "the seal stood beside the address";
  EXPECT_TRUE(window_->findChild<IdentityCard*>()->isEnabled());
  EXPECT_EQ(banner->ground(), green);
  for (int i = 0; i < 20; ++i) session().showCameraReport(web);
  EXPECT_EQ(tone(), Tone::kNoSeal) << "it is another paper";
  EXPECT_FALSE(session().isStale());
}

}  // namespace
}  // namespace sceau::gui
