// SPDX-License-Identifier: Apache-2.0
// Every text of every state, as it is painted: EN 301 549, 11.1.4.3.
#include "verifier-gui/testing/contrast.h"

#include <QTemporaryDir>

#include "verifier-gui/testing/counter_fixture.h"
#include "verifier-gui/testing/trust_vectors.h"
#include "verifier-gui/view/scanner_page.h"
#include "verifier-gui/view/theme.h"

namespace sceau::gui {
namespace {

constexpr double kMinOfText = 4.5;
constexpr double kMinOfBanner = 7;

class ContrastTest : public CounterTest, public testing::WithParamInterface<bool> {
 protected:
  void SetUp() override {
    CounterTest::SetUp();
    if (!folder().isEmpty()) dressAs(GetParam());
  }
  void TearDown() override { dressAs(false); }

  void dressAs(bool dark) {
    dressApplication(dark);
    if (window_ == nullptr) return;
    WindowOptions options;
    options.trust.directory = document(QStringLiteral("confiance")).toStdString();
    options.now = counterNow;
    options.dark = dark;
    window_ = std::make_unique<MainWindow>(options);
    window_->resize(1366, 768);
    window_->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(window_.get(), kPatience));
  }

  void expectContrast(QWidget& window, const char* state) {
    QTest::qWait(1);
    const QList<TextContrast> all = contrastsOf(window);
    EXPECT_GE(all.size(), 3) << state;
    for (const TextContrast& one : all) {
      EXPECT_GE(one.ratio, one.isOfBanner ? kMinOfBanner : kMinOfText)
          << state << ": " << one.text.toStdString();
    }
  }
};

TEST_P(ContrastTest, OfAnswers) {
  expectContrast(*window_, "waiting");
  for (const char* name : {"genuine.pdf", "expired.pdf", "forged.pdf", "foreign.pdf",
                           "unsealed.pdf", "edited.png", "nowhere.pdf"}) {
    session().clear();
    drop({QLatin1String(name)});
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
          return session().state() == Session::State::kAnswer ||
                 session().state() == Session::State::kFailed;
        },
        kPatience));
    expectContrast(*window_, name);
  }
  session().clear();
  session().openExample();
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  expectContrast(*window_, "example");
}

TEST_P(ContrastTest, OfAPersonWhoDiffersAndOfAStaleAnswer) {
  drop({"genuine.pdf"});
  ASSERT_TRUE(waitForState(Session::State::kAnswer));
  session().askHolder({"LEFEBVRE Zoe", {}, {}});
  expectContrast(*window_, "person");
  session().expectScan();
  expectContrast(*window_, "stale");
}

TEST_P(ContrastTest, OfAList) {
  drop({"genuine.pdf", "expired.pdf", "forged.pdf", "foreign.pdf", "unsealed.pdf", "lost.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 6; }, kPatience));
  expectContrast(*window_, "files");
}

TEST_P(ContrastTest, OfTheFirstStartTheHelpAndTheTestOfAScanner) {
  const QTemporaryDir state;
  WindowOptions options;
  options.trust.state = state.filePath("trust").toStdString();
  options.now = counterNow;
  options.dark = GetParam();
  MainWindow window(options);
  window.resize(1366, 768);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, kPatience));
  expectContrast(window, "first start");
  window.openPaths({trustVector("bundle.trust"), trustVector("pinned.roots")});
  expectContrast(window, "fingerprint");
  ASSERT_TRUE(window.firstStartPage()->compare(QString(64, QLatin1Char('0'))));
  expectContrast(window, "another fingerprint");
  ScannerFilter filter;
  ScannerPage page(&filter, Language::kFrench, &window);
  page.check("]d2D)M");
  page.show();
  expectContrast(page, "scanner");
}

INSTANTIATE_TEST_SUITE_P(Grounds, ContrastTest, testing::Bool(),
                         [](const auto& parameter) { return parameter.param ? "Dark" : "Light"; });

}  // namespace
}  // namespace sceau::gui
