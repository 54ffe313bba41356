// SPDX-License-Identifier: Apache-2.0
#include "layout/set_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace sceau::layout {
namespace {

using testing::ElementsAre;

constexpr TextStyle kTen{10};

std::vector<std::string> Lines(const std::string& text, double width) {
  const Fonts fonts = *Fonts::Open();
  std::vector<std::string> lines;
  const auto set = SetText(fonts, {{text}}, kTen, width);
  for (const auto& line : set->lines) {
    std::u32string characters;
    for (const Letter& letter : line) characters += letter.character;
    lines.push_back(EncodeUtf8(characters));
  }
  return lines;
}

struct Wrapped {
  std::string text;
  double width;
  std::vector<std::string> lines;
};

TEST(SetTextTest, BreaksWhereFrenchDoes) {
  const Wrapped rows[] = {
      {"", 50, {""}},
      {"Zoé", 50, {"Zoé"}},
      {"Zoé Hélène Marie", 60, {"Zoé Hélène ", "Marie"}},
      {"Zoé Hélène", 36, {"Zoé ", "Hélène"}},
      {"Anne-Sophie", 40, {"Anne-", "Sophie"}},
      {"Caisse/Fonds", 40, {"Caisse/", "Fonds"}},
      {"le\u00A023/11/2026", 20, {"le\u00A02", "3/1", "1/2", "026"}},  // no place to break
      {"12-34 56", 30, {"12-34 ", "56"}},
      {"- a", 8, {"- ", "a"}},
      {"WWWW", 25, {"WW", "WW"}},
      {"W", 1, {"W"}},                 // a line takes one letter at least
      {"a    b", 10, {"a    ", "b"}},  // spaces hang over the end
  };
  for (const Wrapped& row : rows) EXPECT_EQ(Lines(row.text, row.width), row.lines) << row.text;
}

TEST(SetTextTest, PutsLettersByAdvanceAndKerning) {
  const Fonts fonts = *Fonts::Open();
  const auto set = SetText(fonts, {{"AV11"}}, {20.48}, 500);  // a hundredth of a point per unit
  ASSERT_TRUE(set);
  ASSERT_EQ(set->lines.size(), 1U);
  std::vector<double> places;
  for (const Letter& letter : set->lines[0]) places.push_back(letter.x);
  using testing::DoubleNear;
  EXPECT_THAT(places, ElementsAre(DoubleNear(0, 1e-9), DoubleNear(12.96 - 0.82, 1e-9),
                                  DoubleNear(12.96 - 0.82 + 12.2, 0.1),
                                  DoubleNear(places[2] + 11.71, 1e-9)));
}

TEST(SetTextTest, EachLineBeginsAtTheEdge) {
  const Fonts fonts = *Fonts::Open();
  const auto set = SetText(fonts, {{"Zoé Hélène Marie"}}, kTen, 60);
  ASSERT_EQ(set->lines.size(), 2U);
  EXPECT_EQ(set->lines[1][0].x, 0);
}

TEST(SetTextTest, LettersKeepTheFactThatTheyPrint) {
  const Fonts fonts = *Fonts::Open();
  const FactKey name{PrintedKind::kBirthName, 0};
  const auto set = SetText(fonts, {{"a"}, {"bc", name}, {"d"}}, kTen, 500);
  std::vector<bool> facts;
  for (const Letter& letter : set->lines[0]) facts.push_back(letter.fact == name);
  EXPECT_THAT(facts, ElementsAre(false, true, true, false));
}

TEST(SetTextTest, RefusesLettersThatTheFaceLacks) {
  const Fonts fonts = *Fonts::Open();
  for (const char* text : {"محمد", "Zoe\u0301", "\xFF", "中"}) {
    EXPECT_FALSE(SetText(fonts, {{"ab"}, {text}}, kTen, 500)) << text;
    EXPECT_FALSE(HasLettersOf(fonts, text)) << text;
  }
  EXPECT_TRUE(HasLettersOf(fonts, "Zoé Ελένη Елена"));
}

}  // namespace
}  // namespace sceau::layout
