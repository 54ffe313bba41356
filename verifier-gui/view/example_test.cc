// SPDX-License-Identifier: Apache-2.0
// The example that the window carries: seen without trust, and never taken for a paper.
#include "verifier-gui/model/example.h"

#include <QTemporaryDir>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/testing/trust_vectors.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

using ExampleTest = CounterTest;

void expectExample(MainWindow& window) {
  const auto* banner = window.findChild<VerdictBanner*>();
  EXPECT_EQ(banner->ground(), bannerColoursOf(Tone::kTest).ground);
  EXPECT_TRUE(banner->accessibleName().startsWith(QStringLiteral("EXEMPLE")));
  EXPECT_TRUE(banner->accessibleName().contains(say(Message::kExampleSentence, Language::kFrench)));
  EXPECT_FALSE(window.proof()) << "nothing to keep";
  EXPECT_EQ(window.session()->reading().number, 0) << "not a paper of the day";
}

TEST_F(ExampleTest, ShowsAnAnswerBeforeAnythingIsInstalled) {
  const QTemporaryDir state;
  WindowOptions options;
  options.trust.state = state.filePath("trust").toStdString();
  options.now = [] { return *ParseIsoInstant("2031-05-02T10:00:00Z"); };
  MainWindow window(options);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, kPatience));
  window.firstStartPage()->exampleButton()->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.session()->state() == Session::State::kAnswer; },
                              kPatience));
  expectExample(window);
  EXPECT_EQ(window.session()->report()->verdict, Verdict::kUndetermined);
  EXPECT_EQ(window.session()->report()->seals[0].axes.seal, SealAxis::kTestIssuer);
  EXPECT_EQ(window.session()->report()->seals[0].axes.document, DocumentAxis::kAgrees);
  EXPECT_TRUE(window.findChild<IdentityCard*>()->isVisible());
  for (const char* name : {"EXEMPLE Camille", "QUELQUUN Dautre"}) {
    window.session()->askHolder({name, {}, {}});
    EXPECT_NE(window.session()->report()->seals[0].axes.holder, HolderAxis::kNotAsked);
    expectExample(window);
  }
  window.session()->clear();
  EXPECT_TRUE(window.firstStartPage()->isVisible());
  EXPECT_FALSE(window.session()->isExample());
  EXPECT_FALSE(LoadInstalledTrust(options.trust.state).ok()) << "nothing is installed by looking";
}

TEST_F(ExampleTest, WhereTrustIsInstalledItIsAStrangersPaper) {
  session().openExample();
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  expectExample(*window_);
  const QTemporaryDir scratch;
  QFile file(scratch.filePath("example.pdf"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(exampleDocument());
  file.close();
  window_->openPaths({file.fileName()});
  EXPECT_FALSE(session().isExample());
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  EXPECT_EQ(tone(), Tone::kUnsure);
  EXPECT_EQ(session().report()->seals[0].axes.seal, SealAxis::kIssuerUnknown);
  EXPECT_EQ(session().reading().number, 1);
}

// The letter may have a code of the fingerprint: then nobody has to compare digits.
TEST_F(ExampleTest, AFingerprintThatIsScannedIsCompared) {
  const QTemporaryDir state;
  WindowOptions options;
  options.trust.state = state.filePath("trust").toStdString();
  options.now = counterNow;
  MainWindow window(options);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, kPatience));
  FirstStartPage* page = window.firstStartPage();
  const QString other(64, QLatin1Char('0'));
  EXPECT_FALSE(page->compare(other)) << "nothing has come yet";
  window.openPaths({trustVector("pinned.roots")});
  ASSERT_TRUE(page->scanned()->isVisible());
  EXPECT_FALSE(page->compare(QStringLiteral("https://example.org/")));
  EXPECT_TRUE(page->compare(other));
  EXPECT_EQ(page->scanned()->text(), say(Message::kStartOtherPrint, Language::kFrench));
  EXPECT_FALSE(page->acceptButton()->isEnabled());
  FirstStart start(options.trust);
  ASSERT_TRUE(start.take(trustVector("pinned.roots")).ok());
  EXPECT_TRUE(page->compare(start.fingerprint()));
  EXPECT_EQ(page->scanned()->text(), say(Message::kStartSamePrint, Language::kFrench));
  EXPECT_TRUE(page->acceptButton()->isEnabled());
}

}  // namespace
}  // namespace sceau::gui
