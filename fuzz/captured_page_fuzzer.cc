// SPDX-License-Identifier: Apache-2.0
// Holds invented captures against pages. The first byte chooses: a capture that was made from the
// expected page and is spoilt by what follows (paint, moved corners, moved words), any pixels with
// any corners, or any evidence for the decision alone.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "capture/decide.h"
#include "capture/judge_page.h"
#include "capture/page_testing.h"
#include "fuzz_check.h"

namespace {

using namespace sceau;           // NOLINT(google-build-using-namespace)
using namespace sceau::capture;  // NOLINT(google-build-using-namespace)

// Values from the input, and zeros after its end.
class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool empty() const { return bytes_.empty(); }
  std::uint8_t Byte() { return Value<std::uint8_t>(); }
  // Any bits, thus NaN and infinities too.
  template <typename T>
  T Value() {
    T value{};
    const std::size_t size = std::min(sizeof value, bytes_.size());
    if (size > 0) std::memcpy(&value, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
    return value;
  }
  std::span<const std::uint8_t> Rest() const { return bytes_; }

 private:
  std::span<const std::uint8_t> bytes_;
};

const ExpectedPage& Expected() {
  static const ExpectedPage page = MakePage(kPageValues);
  return page;
}

void Check(const ExpectedPage& page, const PageJudgement& judgement) {
  fuzz::Check(judgement.registered_share >= 0 && judgement.registered_share <= 1, "a share is one");
  for (const FactJudgement& fact : judgement.facts) {
    fuzz::Check(
        judgement.result == PageResult::kFound || fact.result == capture::FactResult::kNotCompared,
        "nothing is said of a page not found");
    fuzz::Check(fact.result != capture::FactResult::kAgrees || fact.why == FactWhy::kNone,
                "agreeing has no reason");
    fuzz::Check(fact.word < static_cast<int>(page.words.size()), "a word of the page");
    fuzz::Check(fact.result != capture::FactResult::kDiffers || fact.word >= 0, "a word differs");
    if (fact.word >= 0) {
      const ExpectedWord& word = page.words[static_cast<std::size_t>(fact.word)];
      fuzz::Check(fact.letter < static_cast<int>(word.letters.size()), "a letter of the word");
    }
    for (const Point& p : fact.place)
      fuzz::Check(std::isfinite(p.x) && std::isfinite(p.y), "a place is finite");
  }
}

void SpoilPixels(Input& input, PageImage& image) {
  const int x = input.Byte() * image.width / 256;
  const int y = input.Byte() * image.height / 256;
  const int width = std::min<int>(input.Byte(), image.width - x);
  const int height = std::min<int>(input.Byte(), image.height - y);
  const std::uint8_t value = input.Byte();
  for (int row = y; row < y + height; ++row) {
    std::fill_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * image.width + x, width,
                value);
  }
}

void SpoilWord(Input& input, ExpectedPage& page) {
  ExpectedWord& word = page.words[input.Byte() % page.words.size()];
  switch (input.Byte() % 6) {
    case 0:
      word.left = input.Value<float>();
      break;
    case 1:
      word.right = input.Value<float>();
      break;
    case 2:
      word.baseline = input.Value<float>();
      break;
    case 3:
      word.points = input.Value<float>();
      break;
    case 4:
      word.letters[input.Byte() % word.letters.size()] = {
          input.Value<char32_t>(), input.Value<float>(), input.Value<float>()};
      break;
    default:
      word.fact = input.Value<int>();
      break;
  }
}

void JudgeSpoilt(Input input) {
  static const MadeCapture kMade = Capture(Expected(), {.scale = 0.45, .degrees = 1, .blur = 0.5F});
  MadeCapture made = kMade;
  ExpectedPage page = Expected();
  for (int i = 0; i < 24 && !input.empty(); ++i) {
    switch (input.Byte() % 4) {
      case 0:
        made.code[input.Byte() % 4U].x += static_cast<std::int8_t>(input.Byte());
        break;
      case 1:
        SpoilWord(input, page);
        break;
      default:
        SpoilPixels(input, made.image);
        break;
    }
  }
  SquareLetters letters;
  Check(page, JudgePage(page, letters, View(made.image), made.code));
}

void JudgeAnyPixels(Input input) {
  Corners corners;
  for (Point& p : corners) p = {input.Value<double>(), input.Value<double>()};
  const std::span<const std::uint8_t> pixels = input.Rest();
  const int width = input.Byte() + 1;
  const int height = static_cast<int>(pixels.size()) / width;
  SquareLetters letters;
  Check(Expected(), JudgePage(Expected(), letters, ImageView{pixels.data(), width, height, width},
                              corners, {.min_dpi = 1}));
}

// A row in doubt, of which any text was read.
void DecideOnAnyText(Input& input, const std::vector<WordEvidence>& row,
                     const FactDecision& doubt) {
  OtherText reading;
  for (const WordEvidence& word : row) {
    if (!reading.expected.empty()) reading.expected += U' ';
    for (const ExpectedLetter& letter : word.word->word->letters) reading.expected += letter.letter;
  }
  reading.text = reading.expected;
  for (int i = input.Byte() % 4; i > 0; --i)
    reading.text[input.Byte() % reading.text.size()] = input.Byte();
  if ((input.Byte() & 1U) != 0) reading.text += input.Value<char32_t>();
  for (float* value :
       {&reading.likeness, &reading.missing, &reading.extra, &reading.left, &reading.separation}) {
    *value = input.Value<float>();
  }
  reading.letters.emplace(1).front().lowest = input.Value<float>();
  const FactDecision decision =
      DecideByReading(row, reading, TraitsOf({row}, (input.Byte() & 1U) != 0), doubt);
  fuzz::Check(decision.result != capture::FactResult::kAgrees, "no page agrees by what is read");
  fuzz::Check(decision.result != capture::FactResult::kDiffers || decision.word >= 0,
              "a word differs");
  fuzz::Check(decision.result != capture::FactResult::kDiffers || reading.text != reading.expected,
              "what is expected does not differ");
}

void DecideAnything(Input input) {
  const ExpectedPage& page = Expected();
  std::vector<SeenWord> seen(1 + input.Byte() % 4U);
  std::vector<WordEvidence> words;
  bool certain = true;
  for (SeenWord& word : seen) {
    word.index = input.Byte() % static_cast<int>(page.words.size());
    word.word = &page.words[static_cast<std::size_t>(word.index)];
    word.spread = input.Value<float>();
    word.bend = input.Value<float>();
    word.support = input.Byte();
    word.column = input.Byte();
    WordEvidence evidence;
    evidence.word = &word;
    const std::uint8_t flags = input.Byte();
    evidence.measured = (flags & 1U) != 0;
    evidence.stretched = (flags & 2U) != 0;
    evidence.in_glare = (flags & 4U) != 0;
    for (float* value :
         {&evidence.likeness, &evidence.near_likeness, &evidence.near_share, &evidence.missing,
          &evidence.extra, &evidence.ink_after, &evidence.continues.likeness}) {
      *value = input.Value<float>();
    }
    evidence.continues.letter = input.Byte();
    if ((flags & 8U) != 0) {
      evidence.letters.emplace(input.Byte() % 8U);
      for (LetterEvidence& letter : *evidence.letters) {
        letter.letter = input.Byte() % static_cast<int>(word.word->letters.size());
        letter.other = input.Value<char32_t>();
        for (float* value : {&letter.toward, &letter.lowest, &letter.left, &letter.separation,
                             &letter.lowest_separation, &letter.missing, &letter.extra}) {
          *value = input.Value<float>();
        }
      }
    }
    certain = certain && evidence.measured && std::isfinite(evidence.likeness) &&
              std::isfinite(evidence.near_likeness) && std::isfinite(evidence.missing) &&
              std::isfinite(evidence.extra) && std::isfinite(evidence.ink_after);
    words.push_back(evidence);
  }
  const FactDecision decision = DecideFact(words, TraitsOf({words}, (input.Byte() & 1U) != 0));
  fuzz::Check(decision.result != capture::FactResult::kAgrees || certain,
              "what agrees was measured");
  fuzz::Check(decision.result == capture::FactResult::kAgrees || decision.why != FactWhy::kNone,
              "what does not agree has a reason");
  if (decision.result == capture::FactResult::kNotCompared) DecideOnAnyText(input, words, decision);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Input input({data + 1, size - 1});
  switch (data[0] % 3) {
    case 0:
      JudgeSpoilt(input);
      break;
    case 1:
      JudgeAnyPixels(input);
      break;
    default:
      DecideAnything(input);
      break;
  }
  return 0;
}
