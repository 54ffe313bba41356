// SPDX-License-Identifier: Apache-2.0
// What the real window shows of an answer, and what can be done with it.
#include <QAccessible>
#include <QDateEdit>
#include <QFileInfo>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

#include "sceau/inspect.h"
#include "sceau/scanner.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/view/file_dialogs.h"
#include "verifier-gui/view/help_window.h"
#include "verifier-gui/view/scanner_page.h"
#include "verifier-gui/view/tones.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

using WindowTest = CounterTest;

TEST_F(WindowTest, APageThatDiffersIsShownBesideWhatItsSealSays) {
  auto* view = window_->findChild<EvidenceView*>();
  ASSERT_NE(view, nullptr);
  drop({QStringLiteral("edited.png")});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kRefused);
  EXPECT_TRUE(view->isVisible());
  QList<QSize> pictures;
  for (const QLabel* label : view->findChildren<QLabel*>()) {
    if (!label->pixmap().isNull()) pictures.append(label->pixmap().size());
  }
  ASSERT_EQ(pictures.size(),
            2);  // of the birth date, and of the number of the other document
  for (const QSize& size : pictures) EXPECT_GT(size.width(), 2 * size.height() / 3);

  drop({QStringLiteral("genuine.pdf")});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kGood);
  EXPECT_FALSE(view->isVisible());
}

// At the size of a counter's screen, with the sentence about identity below.
TEST_F(WindowTest, OneAnswerIsSeenWithoutScrolling) {
  window_->resize(1366, 768);
  for (const char* name :
       {"genuine.pdf", "expired.pdf", "forged.pdf", "foreign.pdf", "unsealed.pdf", "edited.png"}) {
    drop({QLatin1String(name)});
    ASSERT_TRUE(waitForState(Session::State::kAnswer)) << name;
    QTest::qWait(1);
    EXPECT_TRUE(window_->answerView()->fits()) << name;
    EXPECT_TRUE(window_->footBar()->caution()->isVisible()) << name;
    session().clear();
  }
}

TEST_F(WindowTest, EveryStateFitsASmallScreen) {
  const QSize small(800, 600);
  window_->resize(small);
  const auto expectFit = [&](const char* what) {
    QTest::qWait(1);
    EXPECT_EQ(window_->size(), small) << what;
    EXPECT_TRUE(window_->footBar()->caution()->isVisible()) << what;
  };
  expectFit("waiting");
  for (const char* name : {"genuine.pdf", "edited.png", "unsealed.pdf"}) {
    drop({QLatin1String(name)});
    ASSERT_TRUE(waitForState(Session::State::kAnswer)) << name;
    expectFit(name);
    session().clear();
  }
  drop({"genuine.pdf", "forged.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  expectFit("a list");
}

// A page of which nobody knows where it has the number.
TEST_F(WindowTest, ABlurredPageIsShownWhenAskedFor) {
  auto* card = window_->findChild<AnswerView*>()->findChild<PageCard*>();
  drop({"foreign.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  ASSERT_TRUE(card->showButton()->isVisible());
  EXPECT_NE(card->view()->shown(), card->view()->picture());
  const int width = card->width();
  card->showButton()->click();
  QTest::qWait(1);
  EXPECT_EQ(card->view()->shown(), card->view()->picture());
  EXPECT_GT(card->width(), width) << "large enough to be read";
  session().clear();
  drop({"foreign.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_NE(card->view()->shown(), card->view()->picture()) << "each paper anew";
  drop({"genuine.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 2; }, kPatience));
  EXPECT_FALSE(card->showButton()->isVisible());
}

// Until it is asked for, and then for as long as the button is held.
TEST_F(WindowTest, TheNumberOnThePageIsCovered) {
  const auto* page = window_->findChild<AnswerView*>()->findChild<PageCard*>()->view();
  auto* button = window_->findChild<IdentityCard*>()->findChild<QPushButton*>();
  for (const char* name : {"genuine.pdf", "genuine.png"}) {
    drop({QLatin1String(name)});
    ASSERT_TRUE(waitForState(Session::State::kAnswer));
    ASSERT_FALSE(page->isEmpty());
    const QImage covered = page->shown();
    EXPECT_NE(covered.convertToFormat(QImage::Format_Grayscale8), page->picture()) << name;
    QTest::keyPress(button, Qt::Key_Space);
    EXPECT_EQ(page->shown(), page->picture()) << name;
    QTest::keyRelease(button, Qt::Key_Space);
    EXPECT_EQ(page->shown(), covered) << name;
    session().clear();
  }
}

TEST_F(WindowTest, TheGoodSealOfABadDocumentLooksNoBetter) {
  drop({QStringLiteral("genuine.pdf")});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  Report two = *session().report();
  two.file.clear();
  two.seals.push_back(two.seals[0]);
  two.seals[1].outcome = two.outcome = Outcome::kRefused;
  two.seals[1].axes.seal = SealAxis::kAltered;
  session().clear();
  session().showCameraReport(two);
  const auto* banner = window_->findChild<VerdictBanner*>();
  for (const std::size_t seal : {1U, 0U}) {
    session().selectSeal(seal);
    EXPECT_EQ(banner->ground(), bannerColoursOf(Tone::kRefused).ground) << seal;
    EXPECT_TRUE(banner->accessibleName().startsWith(QStringLiteral("REFUSÉ"))) << seal;
  }
}

TEST_F(WindowTest, TheHolderIsComparedLetterByLetter) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  const Holder holder = session().report()->seals[0].claims->attestation->holder;
  session().askHolder({holder.birth_name + " " + holder.given_names, {}, {}});
  EXPECT_EQ(tone(), Tone::kGood);
  EXPECT_EQ(session().report()->seals[0].axes.holder, HolderAxis::kMatches);
  session().askHolder({"QUELQUUN Dautre", {}, {}});
  EXPECT_EQ(tone(), Tone::kRefused);
  session().askHolder({{}, "yesterday", {}});
  EXPECT_FALSE(session().holderMistake().ok());
  EXPECT_EQ(tone(), Tone::kRefused) << "a question that cannot be read changes nothing";
  session().askHolder({});
  EXPECT_EQ(tone(), Tone::kGood);
}

TEST_F(WindowTest, ThePapersOfADayAreCounted) {
  const auto expectReading = [&](int number, Way way, bool isAgain) {
    EXPECT_EQ(session().reading().number, number);
    EXPECT_EQ(session().reading().way, way);
    EXPECT_EQ(session().reading().isAgain, isAgain);
  };
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  expectReading(1, Way::kFile, false);
  EXPECT_EQ(session().reading().digest.size(), 32);
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kReading));
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  expectReading(1, Way::kFile, true);
  typeAsScanner(sealText("expired") + QLatin1Char('\r'));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 2; }, kPatience));
  expectReading(2, Way::kScanner, false);
  drop({"edited.png"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 3; }, kPatience));
  drop({"genuine.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().reading().number == 4; }, kPatience))
      << "the same seal stands on another page";
}

TEST_F(WindowTest, TheDayOfCareMayBeAnother) {
  drop({"expired.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kNotOpen);
  QDateEdit* edit = window_->careDate()->edit();
  const QDate today = edit->date();
  edit->setDate(today.addDays(-2));
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kGood);
  EXPECT_EQ(window_->careDate()->label()->text(), say(Message::kCareOn, Language::kFrench));
  edit->setDate(today.addDays(1));
  EXPECT_EQ(window_->careDate()->label()->text(), say(Message::kCareToCome, Language::kFrench));
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kNotOpen);
  window_->careDate()->chooseToday();
  EXPECT_FALSE(session().dateOfCare());
}

TEST_F(WindowTest, AnAnswerCanBeKept) {
  QTemporaryDir scratch;
  EXPECT_FALSE(window_->proof()) << "no answer stands";
  drop({"nowhere.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kFailed));
  EXPECT_FALSE(window_->proof());
  const auto isOffered = [&] {
    const auto buttons = window_->footBar()->findChildren<QPushButton*>();
    return std::ranges::any_of(buttons, [](const QPushButton* button) {
      return button->isVisible() && button->text() == say(Message::kProofKeep, Language::kFrench);
    });
  };
  EXPECT_FALSE(isOffered()) << "of a file that could not be read there is nothing to keep";
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_TRUE(isOffered());
  const std::optional<Proof> proof = window_->proof();
  ASSERT_TRUE(proof);
  session().clear();
  const QString path = scratch.filePath("preuve.pdf");
  ASSERT_TRUE(MainWindow::writeProof(*proof, path));
  for (const QString& name : {path, scratch.filePath("preuve.pdf.json")}) {
    EXPECT_GT(QFileInfo(name).size(), 500) << name.toStdString();
    EXPECT_EQ(QFile::permissions(name) & (QFile::ReadGroup | QFile::ReadOther), 0);
  }
}

TEST_F(WindowTest, TheFirstStartTakesTheFilesInAnyOrder) {
  const QString vectors = QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/");
  QTemporaryDir scratch;
  const QString renamed = scratch.filePath("recu.bin");
  ASSERT_TRUE(QFile::copy(vectors + "pinned.roots", renamed));
  const QStringList orders[] = {{vectors + "pinned.roots", vectors + "bundle.trust"},
                                {vectors + "bundle.trust", vectors + "pinned.roots"},
                                {vectors + "bundle.trust", renamed}};
  for (const QStringList& order : orders) {
    for (const bool areTogether : {false, true}) {
      QTemporaryDir state;
      WindowOptions options;
      options.trust.state = state.filePath("trust").toStdString();
      options.now = [] { return *ParseIsoInstant("2026-11-23T10:00:00Z"); };
      MainWindow window(options);
      window.show();
      ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, kPatience));
      EXPECT_TRUE(window.firstStartPage()->isVisible());
      EXPECT_FALSE(window.firstStartPage()->acceptButton()->isEnabled());
      for (const QString& path : order) window.openPaths(areTogether ? order : QStringList{path});
      EXPECT_FALSE(LoadInstalledTrust(options.trust.state).ok());
      ASSERT_TRUE(window.firstStartPage()->acceptButton()->isEnabled());
      window.firstStartPage()->acceptButton()->click();
      EXPECT_TRUE(LoadInstalledTrust(options.trust.state).ok());
      EXPECT_FALSE(window.firstStartPage()->isVisible());
    }
  }
}

TEST_F(WindowTest, AListIsWorkedThrough) {
  drop({"genuine.pdf", "forged.pdf", "unsealed.pdf", "genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kBatch));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 4; }, kPatience));
  QTableView* table = window_->filesView()->table();
  EXPECT_EQ(table->model()->index(0, DocumentsModel::kVerdict).data().toString(),
            QStringLiteral("REFUSÉ"))
      << "the worst first";
  EXPECT_TRUE(session().documents()->explanation(3).contains(QStringLiteral("genuine.pdf")));
  EXPECT_EQ(table->currentIndex().row(), 0) << "the worst is chosen";
  const PageView* page = window_->filesView()->page()->view();
  window_->resize(1366, 768);
  table->selectRow(1);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !page->isEmpty(); }, kPatience));
  table->setCurrentIndex(table->model()->index(0, 0));
  emit table->activated(table->currentIndex());
  EXPECT_EQ(session().state(), Session::State::kAnswer);
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  EXPECT_EQ(session().state(), Session::State::kBatch) << "back to the list";
  EXPECT_EQ(session().documents()->index(1, DocumentsModel::kSeen).data(Qt::CheckStateRole).toInt(),
            Qt::Checked);
  session().setIdleTime(std::chrono::milliseconds(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().isVeiled(); }, kPatience));
  EXPECT_FALSE(table->isVisible());
  EXPECT_EQ(session().documents()->doneCount(), 4) << "covered, and not lost";
  session().setIdleTime(std::chrono::milliseconds(0));
  EXPECT_TRUE(table->isVisible());
  QTemporaryDir scratch;
  ASSERT_TRUE(window_->filesView()->writeSheet(scratch.filePath("liste.csv")));
  EXPECT_TRUE(session().documents()->isExported());
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  EXPECT_EQ(session().state(), Session::State::kWaiting) << "what is exported may be left";
  EXPECT_TRUE(page->isEmpty());
}

TEST_F(WindowTest, NothingTakesAListAwayUnasked) {
  drop({"genuine.pdf", "forged.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  answerNextQuestion(Message::kBatchStay);
  typeAsScanner(sealText("genuine") + QLatin1Char('\r'));
  ASSERT_TRUE(QTest::qWaitFor([&] { return answered_ == 1; }, kPatience)) << "a scan";
  EXPECT_EQ(session().documents()->doneCount(), 2);
  answerNextQuestion(Message::kBatchStay);
  window_->openPaths({QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/bundle.trust")});
  EXPECT_EQ(answered_, 2) << "a list of issuers";
  EXPECT_EQ(session().documents()->doneCount(), 2);
  answerNextQuestion(Message::kBatchLeave);
  typeAsScanner(sealText("genuine") + QLatin1Char('\r'));
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(answered_, 3);
  EXPECT_FALSE(session().hasBatch());
}

TEST_F(WindowTest, WhatIsTypedAboutAnAnswerStaysWithIt) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  auto* field = window_->findChild<HolderBox*>()->findChild<QLineEdit*>();
  field->setText(QStringLiteral("QUELQ"));
  session().selectSeal(0);
  EXPECT_EQ(field->text(), QStringLiteral("QUELQ"));
  session().askHolder({"QUELQUUN", {}, {}});
  EXPECT_EQ(field->text(), QStringLiteral("QUELQUUN"));
  field->setText(QStringLiteral("DURA"));
  session().selectSeal(0);
  EXPECT_EQ(field->text(), QStringLiteral("DURA"));
  session().clear();
  EXPECT_TRUE(field->text().isEmpty());
}

TEST_F(WindowTest, AnotherDayForAListAsksFirst) {
  drop({"genuine.pdf", "forged.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  EXPECT_EQ(session().documents()->digest(0).size(), 32);
  QDateEdit* edit = window_->careDate()->edit();
  const QDate today = edit->date();
  answerNextQuestion(Message::kBatchStay);
  edit->setDate(today.addDays(-2));
  ASSERT_TRUE(QTest::qWaitFor([&] { return edit->date() == today; }, kPatience));
  EXPECT_EQ(answered_, 1);
  EXPECT_FALSE(session().dateOfCare());
  EXPECT_EQ(session().documents()->doneCount(), 2);
}

TEST_F(WindowTest, ACoveredListKeepsItsDay) {
  QDateEdit* edit = window_->careDate()->edit();
  edit->setDate(edit->date().addDays(-2));
  drop({"genuine.pdf", "expired.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  session().setIdleTime(std::chrono::milliseconds(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().isVeiled(); }, kPatience));
  EXPECT_FALSE(QTest::qWaitFor([&] { return !session().isVeiled(); }, 50));
  EXPECT_EQ(session().documents()->doneCount(), 2);
  EXPECT_TRUE(session().dateOfCare());
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  EXPECT_EQ(session().documents()->doneCount(), 2) << "nobody leaves a list unseen";
  session().setIdleTime(std::chrono::milliseconds(0));
}

TEST_F(WindowTest, TheHelpIsShippedAndSearched) {
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    HelpWindow help(language, nullptr);
    EXPECT_FALSE(help.text().contains(QStringLiteral("![")));
    for (const Outcome outcome : {Outcome::kInOrder, Outcome::kRightsNotOpen, Outcome::kRefused,
                                  Outcome::kNotConfirmed, Outcome::kNoSeal}) {
      const QString word = say(wording::NameOf(outcome), language);
      EXPECT_TRUE(help.search(word)) << word.toStdString();
    }
    EXPECT_TRUE(help.search(QStringLiteral("F9")));
    EXPECT_FALSE(help.search(QStringLiteral("no such words")));
  }
}

TEST_F(WindowTest, AFileThatCannotBeWrittenIsSaid) {
  QTemporaryDir scratch;
  const QString path = scratch.filePath("table.csv");
  ASSERT_TRUE(writePrivately(path, "a;b"));
  EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), 0);
  EXPECT_FALSE(writePrivately(scratch.filePath("nowhere/table.csv"), "a;b"));
  EXPECT_FALSE(writePrivately(scratch.path(), "a;b"));
}

TEST_F(WindowTest, NothingPersonalStandsInTitlesOrOnLabelsOnceCleared) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  const Holder holder = session().report()->seals[0].claims->attestation->holder;
  const auto shows = [&](const std::string& text) {
    const auto labels = window_->findChildren<QLabel*>();
    const auto fields = window_->findChildren<QLineEdit*>();
    const auto has = [&](const auto* part) { return part->text().contains(fromUtf8(text)); };
    return std::ranges::any_of(labels, has) || std::ranges::any_of(fields, has);
  };
  EXPECT_TRUE(shows(holder.birth_name));
  for (const std::string& number : {*holder.nir, wording::ShowNir(*holder.nir, true)})
    EXPECT_FALSE(shows(number)) << "masked until held";
  EXPECT_TRUE(shows(wording::ShowNir(*holder.nir, false)));
  session().askHolder({"QUELQUUN Dautre", {}, {}});
  EXPECT_TRUE(shows("QUELQUUN"));
  EXPECT_FALSE(window_->windowTitle().contains(fromUtf8(holder.birth_name)));
  session().clear();
  EXPECT_FALSE(shows(holder.birth_name));
  EXPECT_FALSE(shows("QUELQUUN"));
}

TEST_F(WindowTest, EveryControlHasANameForScreenReaders) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  for (QWidget* widget : window_->findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
        widget->objectName().startsWith(QLatin1String("qt_")))
      continue;
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    ASSERT_NE(interface, nullptr);
    const bool isContainer =
        interface->role() == QAccessible::Client || widget->inherits("QAbstractScrollArea");
    if (isContainer && !widget->inherits("QAbstractItemView")) continue;
    EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
  }
}

TEST_F(WindowTest, TheTestPageTellsWhatIsWrongWithAScanner) {
  ScannerFilter filter;
  ScannerPage page(&filter, Language::kFrench);
  const auto test =
      QString::fromUtf8(ScannerTestText().data(), static_cast<qsizetype>(ScannerTestText().size()));
  page.check(test.toUtf8());
  EXPECT_EQ(page.outcome(), say(Message::kScannerGood, Language::kFrench));
  QString without = test;
  without.remove(QChar(0x1D));
  page.check(without.toUtf8());
  EXPECT_NE(page.outcome(), say(Message::kScannerGood, Language::kFrench));
  EXPECT_TRUE(page.outcome().contains(QStringLiteral("•")));
  page.check("something else");
  EXPECT_TRUE(
      page.outcome().contains(sentenceOf(Reason::kScannerUnknownLayout, Language::kFrench)));
}

TEST_F(WindowTest, TheTestCodeHoldsTheTestText) {
  QFile file(":/scanner-test.png");
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray png = file.readAll();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(png.constData());
  const Inspection inspection =
      InspectBytes({bytes, static_cast<std::size_t>(png.size())}, "scanner-test.png");
  ASSERT_EQ(inspection.symbols.size(), 1U);
  const auto& payload = inspection.symbols[0].payload;
  EXPECT_EQ(std::string(payload.begin(), payload.end()), ScannerTestText());
}

}  // namespace
}  // namespace sceau::gui
