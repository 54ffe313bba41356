// SPDX-License-Identifier: Apache-2.0
#include "wording/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace sceau::wording {
namespace {

std::set<char> Placeholders(std::string_view pattern) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
    if (pattern[i] == '{' && pattern[i + 2] == '}') found.insert(pattern[i + 1]);
  }
  return found;
}

TEST(MessagesTest, BothLanguagesTakeTheSameArguments) {
  for (Message message : AllMessages()) {
    const std::string_view french = Pattern(message, Language::kFrench);
    const std::string_view english = Pattern(message, Language::kEnglish);
    EXPECT_FALSE(french.empty());
    EXPECT_FALSE(english.empty());
    EXPECT_EQ(Placeholders(french), Placeholders(english)) << french;
  }
}

TEST(MessagesTest, EveryPatternCanBeFilled) {
  for (Message message : AllMessages()) {
    for (Language language : {Language::kFrench, Language::kEnglish})
      EXPECT_FALSE(Say(message, language, "a", "b", "c", "d", "e", "f", "g", "h").empty());
  }
}

// domain.md §5 of the project's founding notes: words that would promise what a seal cannot.
TEST(MessagesTest, NoWordPromisesTooMuch) {
  for (Message message : AllMessages()) {
    const std::string french(Pattern(message, Language::kFrench));
    for (const char* word :
         {"authentique", "Authentique", "ameli", "Carte Vitale", "document officiel", "valide"})
      EXPECT_THAT(french, testing::Not(testing::HasSubstr(word)));
    if (message == Message::kNotProven) continue;
    EXPECT_THAT(french, testing::Not(testing::HasSubstr("garantie")));
  }
}

TEST(MessagesTest, ArgumentsGoToTheirPlaces) {
  EXPECT_EQ(Say(Message::kSealGenuine, Language::kFrench, "de la caisse", "0123"),
            "intact, de la caisse (clé 0123)");
  EXPECT_EQ(Say(Message::kSealGenuine, Language::kEnglish, "of the fund", "0123"),
            "intact, of the fund (key 0123)");
}

TEST(MessagesTest, TheLocaleChoosesTheLanguage) {
  struct Case {
    const char* lc_all;
    const char* lc_messages;
    const char* lang;
    Language expected;
  };
  const Case cases[] = {
      {nullptr, nullptr, nullptr, Language::kFrench},
      {nullptr, nullptr, "fr_FR.UTF-8", Language::kFrench},
      {nullptr, nullptr, "en_GB.UTF-8", Language::kEnglish},
      {nullptr, nullptr, "C.UTF-8", Language::kFrench},
      {nullptr, nullptr, "de_DE.UTF-8", Language::kFrench},
      {nullptr, "en_US", "fr_FR", Language::kEnglish},
      {"fr_FR", "en_US", "en_US", Language::kFrench},
      {"", "", "en", Language::kEnglish},
  };
  for (const Case& c : cases)
    EXPECT_EQ(LanguageOfLocale(c.lc_all, c.lc_messages, c.lang), c.expected)
        << (c.lang == nullptr ? "" : c.lang);
}

}  // namespace
}  // namespace sceau::wording
