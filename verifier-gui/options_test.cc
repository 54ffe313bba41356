// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/options.h"

#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

TEST(OptionsTest, AreReadOrRefused) {
  struct Case {
    QStringList arguments;
    bool good;
  };
  const Case cases[] = {
      {{}, true},
      {{"a.pdf", "b.png"}, true},
      {{"--lang", "en"}, true},
      {{"--lang", "de"}, false},
      {{"--clear-after", "0"}, true},
      {{"--clear-after", "-1"}, false},
      {{"--clear-after", "soon"}, false},
      {{"--clear-after", "999999"}, false},
      {{"--unknown"}, false},
      {{"--trust"}, false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(readOptions(c.arguments, Language::kFrench).mistake.isEmpty(), c.good)
        << c.arguments.join(QLatin1Char(' ')).toStdString();
}

TEST(OptionsTest, SayWhatTheyWereGiven) {
  const Options options = readOptions(
      {"--lang", "en", "--trust", "certs", "--state", "s", "--clear-after", "30", "a.pdf"},
      Language::kFrench);
  EXPECT_EQ(options.language, Language::kEnglish);
  EXPECT_EQ(options.trust.directory, "certs");
  EXPECT_EQ(options.trust.state, "s");
  EXPECT_EQ(options.idleTime, std::chrono::seconds(30));
  EXPECT_EQ(options.files, QStringList{"a.pdf"});
  EXPECT_EQ(readOptions({}, Language::kEnglish).language, Language::kEnglish);
  EXPECT_EQ(readOptions({}, Language::kFrench).idleTime, std::chrono::minutes(2));
}

}  // namespace
}  // namespace sceau::gui
