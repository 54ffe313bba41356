// SPDX-License-Identifier: Apache-2.0
#include "wording/typography.h"

#include <gmock/gmock.h>

#include <cctype>

#include "sceau/error.h"
#include "sceau/reason.h"
#include "wording/messages.h"

namespace sceau::wording {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(TypographyTest, FrenchIsSetAsPrintersDo) {
  struct Case {
    const char* plain;
    const char* set;
  };
  for (const Case& c :
       {Case{"l'heure d'été : qu'est-ce ?", "l\u2019heure d\u2019été\u00A0: qu\u2019est-ce\u202F?"},
        Case{"« oui » ; non !", "«\u00A0oui\u00A0»\u202F; non\u202F!"},
        Case{"liste n° 3, 20 %", "liste n°\u00A03, 20\u00A0%"},
        Case{"d'{0} à 14:32:05", "d\u2019{0} à 14:32:05"}, Case{"('x') 5'", "('x') 5'"},
        Case{"", ""}}) {
    EXPECT_EQ(Typeset(c.plain, Language::kFrench), c.set);
    EXPECT_EQ(Typeset(c.set, Language::kFrench), c.set) << "once is enough";
    EXPECT_EQ(Typeset(c.plain, Language::kEnglish), c.plain);
  }
}

void ExpectWellSet(const std::string& text) {
  for (const char* wrong : {" :", " ;", " !", " ?", "« ", " »", "n° "})
    EXPECT_THAT(text, Not(HasSubstr(wrong)));
  for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 1)) {
    const bool inWord = at > 0 && at + 1 < text.size() &&
                        std::isalpha(static_cast<unsigned char>(text[at - 1])) != 0 &&
                        std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0;
    EXPECT_FALSE(inWord) << text;
  }
}

TEST(TypographyTest, EveryFrenchSentenceIsWellSet) {
  for (const Message message : AllMessages())
    ExpectWellSet(Typeset(Pattern(message, Language::kFrench), Language::kFrench));
  for (const Reason reason : AllReasons())
    ExpectWellSet(Typeset(ReasonSentence(reason, Language::kFrench), Language::kFrench));
}

}  // namespace
}  // namespace sceau::wording
