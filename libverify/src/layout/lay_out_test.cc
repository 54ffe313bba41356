// SPDX-License-Identifier: Apache-2.0
#include "layout/lay_out.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "attestation/printed_facts.h"
#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"
#include "layout/attestation_testing.h"

namespace sceau::layout {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int kModules = 69;

PageDrawing Draw(const Attestation& attestation, int modules = kModules) {
  const Fonts fonts = *Fonts::Open();
  auto drawing = LayOut(attestation, modules, fonts);
  EXPECT_TRUE(drawing.ok()) << drawing.status();
  return drawing.ok() ? *std::move(drawing) : PageDrawing{};
}

template <typename Kind>
std::vector<Kind> All(const PageDrawing& drawing) {
  std::vector<Kind> all;
  for (const Operation& operation : drawing.operations) {
    if (const auto* one = std::get_if<Kind>(&operation)) all.push_back(*one);
  }
  return all;
}

std::string TextOf(const TextRun& run) {
  std::u32string characters;
  for (const Letter& letter : run.letters) characters += letter.character;
  return EncodeUtf8(characters);
}

// Its letters side by side, a line break as it stands.
std::string Printed(const PageDrawing& drawing, const FactKey& key) {
  std::u32string characters;
  for (const TextRun& run : All<TextRun>(drawing)) {
    for (const Letter& letter : run.letters) {
      if (letter.fact == key) characters += letter.character;
    }
  }
  return EncodeUtf8(characters);
}

struct Described {
  std::string what;  // and its text
  std::vector<double> numbers;
};

Described Describe(const Operation& operation) {
  if (const auto* tag = std::get_if<OpenTag>(&operation))
    return {fmt::format("open {}", tag->name), {}};
  if (std::holds_alternative<CloseTag>(operation)) return {"close", {}};
  if (const auto* run = std::get_if<TextRun>(&operation)) {
    std::vector<double> numbers = {run->style.points, run->baseline};
    for (const Letter& letter : run->letters) numbers.push_back(letter.x);
    return {
        fmt::format("{} {:.3f} '{}'", run->style.face == Face::kRegular ? "regular" : "semibold",
                    run->style.ink.red, TextOf(*run)),
        numbers};
  }
  if (const auto* area = std::get_if<Rectangle>(&operation))
    return {fmt::format("rectangle {:.3f}", area->ink.red),
            {area->x, area->y, area->width, area->height}};
  const auto& code = std::get<CodePlace>(operation);
  return {fmt::format("code {}", code.modules), {code.x, code.y, code.module}};
}

std::string Line(const Described& described) {
  std::string line = described.what;
  for (const double number : described.numbers) line += fmt::format("\t{:.3f}", number);
  return line;
}

Described Parse(const std::string& line) {
  std::istringstream in(line);
  Described described;
  std::getline(in, described.what, '\t');
  for (std::string number; std::getline(in, number, '\t');)
    described.numbers.push_back(std::stod(number));
  return described;
}

bool IsNear(const Described& a, const Described& b) {
  constexpr double kTolerance = 0.01;  // points
  return a.what == b.what && std::ranges::equal(a.numbers, b.numbers, [](double x, double y) {
           return std::abs(x - y) <= kTolerance;
         });
}

struct Frozen {
  const char* name;
  Attestation attestation;
  int modules;
};

std::vector<Frozen> FrozenPages() {
  Attestation strange = OnePerson();
  strange.fund.name = "Caisse primaire de l’Île-de-France – AVENIR Tourcoing, P. Yvelines";
  strange.holder.birth_name = "VAN DEN WYNGAERT-TAŸEB D’AVOUT";
  strange.holder.given_names = "Anne-Sophie Élodie Œnone fi fl ffi Væ ÇÀ 012 Ελένη Łukasz To";
  return {{"one-person", OnePerson(), 65},
          {"two-children", TwoChildren(), 69},
          {"many", ManyRightsAndDependants(), 125},
          {"strange", strange, 73}};
}

// Seals with the layout's id are out in the world: the page that they were printed with stays. When
// this fails, the change makes another layout (kLayoutId).
TEST(LayOutTest, LayoutOneStays) {
  for (const Frozen& page : FrozenPages()) {
    SCOPED_TRACE(page.name);
    std::ifstream file(
        fmt::format(SCEAU_SOURCE_DIR "/libverify/src/layout/testdata/layout-1-{}.tsv", page.name));
    ASSERT_TRUE(file.is_open());
    const PageDrawing drawing = Draw(page.attestation, page.modules);
    std::string line;
    for (const Operation& operation : drawing.operations) {
      ASSERT_TRUE(std::getline(file, line)) << "more is drawn: " << Line(Describe(operation));
      EXPECT_TRUE(IsNear(Parse(line), Describe(operation))) << line << "\n"
                                                            << Line(Describe(operation));
    }
    EXPECT_FALSE(std::getline(file, line)) << "no longer drawn: " << line;
  }
}

TEST(LayOutTest, PrintsEveryFact) {
  const Attestation attestation = TwoChildren();
  const PageDrawing drawing = Draw(attestation);
  for (const PrintedFact& fact : attestation::PrintedFactsOf(attestation)) {
    EXPECT_NE(Printed(drawing, fact.key), "")
        << static_cast<int>(fact.key.kind) << " " << int{fact.key.row};
  }
  using enum PrintedKind;
  EXPECT_EQ(Printed(drawing, {kBirthName}), "LEFÈVRE");
  EXPECT_EQ(Printed(drawing, {kDependantGivenNames, 1}), "Maëlys");
  EXPECT_EQ(Printed(drawing, {kDependantBirthDate, 1}), "00/00/2019");
  EXPECT_EQ(Printed(drawing, {kRight, 1}),
            "Complémentaire santé solidaire sans participation financière");
  EXPECT_EQ(Printed(drawing, {kRightUntil, 0}), "sans date de fin");
  EXPECT_EQ(Printed(drawing, {kRightUntil, 1}), "31/08/2027");
  EXPECT_EQ(Printed(drawing, {kValidUntil}), "22/05/2027");
  EXPECT_EQ(Printed(drawing, {kNir}), "2 84 05 88 321 025 32");
  EXPECT_EQ(Printed(drawing, {kReplacedNumber}), "");
}

TEST(LayOutTest, WhatPrintsNoFactIsTheSameOnEveryPage) {
  const auto fixed_text = [](const PageDrawing& drawing) {
    std::multiset<char32_t> letters;
    for (const TextRun& run : All<TextRun>(drawing)) {
      for (const Letter& letter : run.letters) {
        if (!letter.fact) letters.insert(letter.character);
      }
    }
    return letters;
  };
  Attestation other = OnePerson();
  other.fund = {"029990000", "Autre caisse"};
  other.holder = {"MARTIN", "X", "Léa", "19990101", 2, "299019999999999", Role::kDependant};
  other.valid_until = Day(2027, 1, 1);
  EXPECT_EQ(fixed_text(Draw(OnePerson())), fixed_text(Draw(other)));
}

// Beyond that, the code's own quiet zone is not covered either.
void ExpectInside(const PageDrawing& drawing) {
  const CodePlace code = All<CodePlace>(drawing).at(0);
  const double quiet = kQuietModules * code.module;
  const double side = code.modules * code.module;
  for (const TextRun& run : All<TextRun>(drawing)) {
    ASSERT_FALSE(run.letters.empty());
    const double ascent = run.style.points;
    EXPECT_GE(run.letters.front().x, kLeftEdge) << TextOf(run);
    EXPECT_GE(run.baseline - ascent, 0) << TextOf(run);
    EXPECT_LE(run.baseline, kPageHeight - 20) << TextOf(run);
    auto last = std::find_if(run.letters.rbegin(), run.letters.rend(),
                             [](const Letter& letter) { return letter.character != U' '; });
    if (last != run.letters.rend()) {
      EXPECT_LE(last->x + last->advance, kRightEdge + 0.001);
    }
    const bool beside = run.letters.front().x > code.x + side + quiet / 2;
    EXPECT_TRUE(beside || run.baseline < code.y - quiet / 2) << TextOf(run);
  }
}

TEST(LayOutTest, NothingLeavesThePageOrCoversTheCode) {
  Attestation wide = OnePerson();
  wide.fund.name = std::string(100, 'W');
  wide.holder.birth_name = std::string(100, 'M');
  wide.holder.given_names = std::string(100, 'I');
  wide.dependants = {{std::string(100, 'W'), std::string(100, 'M'), "20150704", 99}};
  for (const int modules : {21, 65, 125, 177}) {
    SCOPED_TRACE(modules);
    ExpectInside(Draw(OnePerson(), modules));
    if (modules < 125) ExpectInside(Draw(wide, modules));
  }
  ExpectInside(Draw(ManyRightsAndDependants(), 125));
}

TEST(LayOutTest, TagsNest) {
  int depth = 0;
  for (const Operation& operation : Draw(TwoChildren()).operations) {
    if (std::holds_alternative<OpenTag>(operation)) ++depth;
    if (std::holds_alternative<CloseTag>(operation)) --depth;
    ASSERT_GE(depth, 0);
    if (std::holds_alternative<TextRun>(operation)) {
      EXPECT_GT(depth, 1);
    }
  }
  EXPECT_EQ(depth, 0);
}

TEST(LayOutTest, ModulesAreLargeWhereThereIsRoom) {
  EXPECT_EQ(All<CodePlace>(Draw(OnePerson(), 65)).at(0).module, 1.8);
  EXPECT_EQ(All<CodePlace>(Draw(OnePerson(), 77)).at(0).module, 1.44);
  for (const int modules : {20, 178, 0, -1}) {
    const Fonts fonts = *Fonts::Open();
    EXPECT_EQ(ReasonOf(LayOut(OnePerson(), modules, fonts).status()),
              Reason::kClaimsTooLargeForCode);
  }
}

TEST(LayOutTest, RefusesMoreThanAPageHolds) {
  Attestation attestation = ManyRightsAndDependants();
  for (Dependant& dependant : attestation.dependants) dependant.name = std::string(100, 'W');
  const Fonts fonts = *Fonts::Open();
  const auto drawing = LayOut(attestation, 125, fonts);
  EXPECT_EQ(ReasonOf(drawing.status()), Reason::kClaimsTooLargeForCode);
  EXPECT_THAT(DetailOf(drawing.status()), Not(HasSubstr("W")));
}

class TwoLines : public ForeignText {
 public:
  absl::StatusOr<BlockSize> Measure(std::string_view text, const TextStyle& style,
                                    double) override {
    texts.emplace_back(text);
    return BlockSize{2 * LineHeight(style.points), Ascent(style.points)};
  }
  static double LineHeight(double points) { return 1.5 * points; }
  static double Ascent(double points) { return points; }
  std::set<std::string> seen() const { return {texts.begin(), texts.end()}; }
  std::vector<std::string> texts;
};

// Texts that the page's font has no letters for are measured and drawn by somebody else, alone.
TEST(LayOutTest, LeavesForeignLettersToOthers) {
  Attestation attestation = OnePerson();
  attestation.holder.birth_name = "محمد";
  const Fonts fonts = *Fonts::Open();
  EXPECT_TRUE(IsExact(fonts, OnePerson()));
  EXPECT_FALSE(IsExact(fonts, attestation));
  EXPECT_EQ(ReasonOf(LayOut(attestation, kModules, fonts).status()), Reason::kClaimsNoFont);

  TwoLines foreign;
  const auto drawing = LayOut(attestation, kModules, fonts, &foreign);
  ASSERT_TRUE(drawing.ok()) << drawing.status();
  EXPECT_EQ(foreign.seen(), std::set<std::string>{"محمد"});
  const auto blocks = All<ForeignBlock>(*drawing);
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_GT(blocks[0].x, kLeftEdge);
  EXPECT_GT(blocks[0].y, 200);
}

TEST(LayOutTest, APageIsExactWhenEveryNameIs) {
  const Fonts fonts = *Fonts::Open();
  const std::string foreign = "שלום";
  const auto with = [&](auto change) {
    Attestation attestation = TwoChildren();
    change(attestation);
    return IsExact(fonts, attestation);
  };
  EXPECT_FALSE(with([&](Attestation& a) { a.fund.name = foreign; }));
  EXPECT_FALSE(with([&](Attestation& a) { a.holder.name_in_use = foreign; }));
  EXPECT_FALSE(with([&](Attestation& a) { a.holder.given_names = foreign; }));
  EXPECT_FALSE(with([&](Attestation& a) { a.dependants[1].name = foreign; }));
  EXPECT_FALSE(with([&](Attestation& a) { a.dependants[0].given_names = foreign; }));
  EXPECT_TRUE(with([&](Attestation& a) { a.holder.name_in_use.reset(); }));
}

}  // namespace
}  // namespace sceau::layout
