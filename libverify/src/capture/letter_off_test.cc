// SPDX-License-Identifier: Apache-2.0
// Letters that a program set a part of a pixel off their places.
#include <gtest/gtest.h>

#include "capture/compare_letters.h"
#include "capture/part_at.h"

namespace sceau::capture {
namespace {

constexpr Type kType{0, 10};
constexpr int kTall = 21;
constexpr int kLow = 15;

// An l, and an i whose accent bears to the right.
class Stems : public LetterDrawer {
 public:
  bool Draw(int /*face*/, float /*points*/, char32_t letter, float /*phase_x*/, float /*phase_y*/,
            LetterInk* ink) override {
    if (letter != U'l' && letter != U'í') return false;
    const bool tall = letter == U'l';
    *ink = {.width = 6, .height = kTall, .left = 0, .top = -kTall, .advance = 7, .coverage = {}};
    for (int y = 0; y < kTall; ++y) {
      const bool stem = tall || y >= kTall - kLow;
      const bool accent = !tall && y < kTall - kLow - 2;
      for (int x = 0; x < ink->width; ++x) {
        const bool inked = (stem && x >= 2 && x < 4) || (accent && x >= 3 && x < 5);
        ink->coverage.push_back(inked ? 255 : 0);
      }
    }
    return true;
  }
};

// What the l of a word says where `printed` stands, `off` by a part of a pixel.
LetterEvidence EvidenceOf(char32_t printed, float off) {
  Stems drawer;
  const BlurWeights blur{0, 1};
  LetterStore letters(drawer, blur);
  const Plane<float>& l = letters.Sharp(kType, U'l')->ink;
  const Plane<float>& other = letters.Sharp(kType, printed)->ink;
  WordFit fit;
  fit.scale = 1;
  fit.made = Blurred(l, blur);
  fit.seen = Blurred(PartAt(other, -off, 0, l.width(), l.height()), blur);
  ExpectedWord word;
  word.face = kType.face;
  word.points = kType.points;
  word.letters = {{U'l', kOriginX, static_cast<float>(kType.OriginY())}};
  SeenWord seen;
  seen.word = &word;
  LocalBlur local;
  local.weights = blur;
  local.noise = 0.02F;
  const auto evidence = TestLetters(seen, fit, local, letters);
  return evidence && evidence->size() == 1 ? evidence->front() : LetterEvidence{};
}

TEST(LetterOffTest, NoOtherLetterExplainsIt) {
  for (const float off : {-0.75F, -0.6F, -0.4F, 0.0F, 0.4F, 0.6F, 0.75F})
    EXPECT_GT(EvidenceOf(U'l', off).lowest, 0.2F) << off;
}

TEST(LetterOffTest, AnotherLetterThatStandsOffIsNotExplained) {
  for (const float off : {-0.75F, -0.6F, -0.4F, 0.0F, 0.4F, 0.6F, 0.75F})
    EXPECT_LT(EvidenceOf(U'í', off).lowest, 0.0F) << off;
}

}  // namespace
}  // namespace sceau::capture
