// SPDX-License-Identifier: Apache-2.0
#include "capture/decide.h"

#include <algorithm>
#include <string>

namespace sceau::capture {
namespace {

// Tuned on made captures of one seed and measured on others (docs/benchmarks.md).
// Fixed words near must be this clear, and agree where they lie, before anything near them can
// differ.
constexpr float kNearLikeness = 0.80F;
constexpr float kNearShare = 0.5F;
constexpr float kNearLikenessToAgree = 0.55F;
constexpr float kNearShareToAgree = 0.2F;
constexpr float kMaxSpread = 1.6F;
constexpr int kMinSupport = 3;
constexpr int kMinColumn = 1;
constexpr int kMinBeside = 1;
constexpr float kFlat = 0.5F;  // of SeenWord::spread and bend
constexpr int kManyAround = 6;
constexpr float kBent = 1.5F;  // of SeenWord::bend, with a stretched word
// Beyond it neither whole words nor odd letters say anything.
constexpr float kNotFlat = 1.5F;
// A letter is another one.
constexpr float kOther = -0.35F;
constexpr float kLeft = 0.62F;
constexpr float kLeftOfAccent = 0.45F;
constexpr float kOverdone = -1.6F;  // of an accent: more than the accent is there
constexpr float kSeparation = 12;
constexpr float kPenMissing = 0.03F;
constexpr float kUnderAPen = 0.2F;  // extra, of a letter that is itself
constexpr int kPenLetters = 2;
// A letter that is none of the known ones.
constexpr float kOdd = -0.2F;
constexpr float kOddMissing = 0.14F;
constexpr float kOddExtra = 0.16F;
constexpr float kMoved = 0.62F;  // left of it by the letter that is expected, a pixel further
// A word is another one, of likeness by that of the fixed words near.
constexpr float kUnlike = 0.72F;
constexpr float kMissing = 0.14F;
constexpr float kExtra = 0.14F;
constexpr float kBoth = 0.42F;
constexpr float kExtraInGlare = 0.5F;
constexpr float kWritten = 0.2F;  // of WordFit: what is extra is writing
constexpr float kItself = 0.15F;  // LetterEvidence::lowest
constexpr int kSeveral = 3;       // letters that are not themselves
constexpr float kNotItself = -0.3F;
constexpr float kSeveralUnlike = 0.8F;
constexpr float kSeveralChanged = 0.05F;  // missing, and extra
// Another text is read: as like as print, and what the expected one leaves is explained by it.
constexpr float kAsPrinted = 0.92F;
constexpr float kLeftByReading = 0.5F;
constexpr float kFewExtraOfReading = 0.1F;
constexpr float kOtherwise = 0.85F;   // the likeness of one expected letter, by that of another
constexpr float kInkInGlare = 0.05F;  // LetterEvidence::extra
// The text goes on.
constexpr float kContinues = 0.75F;
constexpr float kInkOfOneLetter = 0.3F;
constexpr float kLetterClear = 0.5F;  // of each letter before it, LetterEvidence::lowest
// All is as expected.
constexpr float kMinRatio = 0.86F;
constexpr float kFewMissing = 0.12F;
constexpr float kFewExtra = 0.25F;
constexpr float kInkAfter = 0.45F;
constexpr float kAsExpected = 0.2F;  // +1 is the letter itself, -1 another one
constexpr float kSeparationToAgree = 6;
constexpr float kMarkSeen = 0.55F;            // of the ink of a dot or an accent
constexpr float kMarkSeenInTwoTones = 0.25F;  // where a threshold eats half of it
constexpr float kMarkAdded = 0.6F;            // of the dot of an i

// Comparisons are written so that NaN speaks neither for nor against the page.
class FactDecider {
 public:
  FactDecider(const std::vector<WordEvidence>& words, const CaptureTraits& traits)
      : words_(words), traits_(traits) {
    for (const WordEvidence& word : words) letters_ += word.word->word->letters.size();
  }

  FactDecision Run() {
    for (const WordEvidence& word : words_) {
      if (!word.measured) {
        Doubt(word, FactWhy::kOutOfSight);
        continue;
      }
      if (word.crossed) {  // whose edge both hides and adds, as what a forger prints does
        Doubt(word, FactWhy::kDoubt);
        continue;
      }
      if (IsSure(word)) {
        if (OtherText(word) || OtherLetter(word) || OddLetter(word) || GoesOn(word))
          return decision_;
      }
      if (!IsClear(word)) Doubt(word, FactWhy::kPoorCapture);
      if (!IsAsExpected(word)) Doubt(word, FactWhy::kDoubt);
      if (!(word.ink_after >= 0 && word.ink_after <= kInkAfter)) Doubt(word, FactWhy::kInkAfter);
    }
    return decision_;
  }

  // What is read explains all that is there as well as print is explained, and the expected text
  // does not.
  FactDecision RunReading(const OtherText& reading, const FactDecision& doubt) {
    decision_ = doubt;
    const WordEvidence& first = words_.front();
    const bool sure = std::ranges::all_of(words_, [this](const WordEvidence& word) {
      return word.measured && !word.crossed && IsSure(word) && IsFlat(word);
    });
    const bool faint = std::ranges::any_of(
        words_, [](const WordEvidence& word) { return word.in_glare || word.pale; });
    const float ratio = reading.likeness / NearLikeness(first);
    if (IsTiny() && !(Ratio(first) < kOtherwise * ratio)) return decision_;
    if (!sure || (faint && !AddsInk()) || LiesOverLetters() || !IsOtherText(reading) ||
        !(ratio >= kAsPrinted) || !(reading.extra <= kFewExtraOfReading) ||
        !AreAsPrinted(reading.letters, ratio, reading.missing, reading.extra))
      return decision_;
    Differs(first, FactWhy::kOtherText, nullptr);
    NameOnlyLetter(reading);
    return decision_;
  }

 private:
  // Where a single letter of the row is another one.
  void NameOnlyLetter(const OtherText& reading) {
    if (reading.text.size() != reading.expected.size()) return;
    const auto [own, other] = std::ranges::mismatch(reading.expected, reading.text);
    if (!std::ranges::equal(own + 1, reading.expected.end(), other + 1, reading.text.end())) return;
    auto place = own - reading.expected.begin();
    for (const WordEvidence& word : words_) {
      const auto length = std::ssize(word.word->word->letters);
      if (place < 0) return;  // a space
      if (place < length) {
        decision_ = {FactResult::kDiffers,
                     FactWhy::kOtherLetter,
                     word.word->index,
                     static_cast<int>(place),
                     *own,
                     *other};
        return;
      }
      place -= length + 1;
    }
  }

  // A letter that is not its own has ink that the own one has not. Glare, and a camera that smooths
  // grey print, only take the tail of a Q away.
  bool AddsInk() const {
    return std::ranges::any_of(words_, [](const WordEvidence& word) {
      return word.letters && std::ranges::any_of(*word.letters, [](const LetterEvidence& e) {
               return e.lowest < kOther && e.extra > std::max(kInkInGlare, e.missing);
             });
    });
  }

  // A pen, dirt and the edge of a stain lie over several letters and take nothing from them.
  bool LiesOverLetters() const {
    std::ptrdiff_t others = 0;
    for (const WordEvidence& word : words_) {
      if (!word.letters) continue;
      for (const LetterEvidence& e : *word.letters) {
        if (!(e.lowest < kOther)) continue;
        if (e.missing >= kPenMissing) return false;
        ++others;
      }
    }
    return others >= kPenLetters;
  }

  // More than a part of the text that is expected, which may be wiped, and more than other spaces
  // and accents, which a stroke of a pen makes.
  bool IsOtherText(const OtherText& reading) const {
    if (reading.expected.starts_with(reading.text)) return false;
    const std::u32string own = LettersOf(reading.expected);
    const std::u32string other = LettersOf(reading.text);
    return !std::ranges::equal(own, other, SameButForAccent) && reading.left < kLeftByReading &&
           reading.separation > kSeparation;
  }

  static std::u32string LettersOf(std::u32string text) {
    std::erase_if(text, [](char32_t c) { return OthersOfItsKind(c).empty(); });
    return text;
  }

  // A fact of one character, such as a rank: dirt may turn it into something else.
  bool IsTiny() const { return letters_ <= 1; }

  // Short words of longer facts: a few pixels decide them. Digits are wider than most letters.
  bool IsSmall(const WordEvidence& word) const {
    const auto& letters = word.word->word->letters;
    const bool number = std::all_of(letters.begin(), letters.end(),
                                    [](const ExpectedLetter& l) { return IsDigit(l.letter); });
    return letters_ <= 2 || (letters.size() <= (number ? 2 : 3) && words_.size() > 1);
  }

  // Nothing above or below the word is asked for where everything around lies as on flat paper.
  static bool LiesSurely(const SeenWord& word) {
    const bool flat = word.bend <= kFlat && word.spread <= kFlat && word.support >= kManyAround &&
                      word.beside >= kManyAround;
    return word.spread <= kMaxSpread && word.support >= kMinSupport &&
           (word.column >= kMinColumn || flat) && word.beside >= kMinBeside;
  }

  static bool IsSure(const WordEvidence& word) {
    const float straight = word.word->support >= kManyAround ? kBent : kFlat;
    const bool bent = word.stretched && word.word->bend > straight;
    return word.near_likeness >= kNearLikeness && word.near_share >= kNearShare &&
           LiesSurely(*word.word) && !bent;
  }

  static bool IsClear(const WordEvidence& word) {
    return word.near_likeness >= kNearLikenessToAgree && word.near_share >= kNearShareToAgree;
  }

  // Where whole words and unknown letters say something: neither on bent paper, nor in glare, nor
  // where a fax broke grey up.
  bool IsEven(const WordEvidence& word) const { return IsFlat(word) && !word.in_glare; }

  bool IsFlat(const WordEvidence& word) const {
    return word.word->bend <= kNotFlat && !(word.pale && traits_.two_tones);
  }

  static float NearLikeness(const WordEvidence& word) {
    return std::max(0.01F, word.near_likeness);
  }

  static float Ratio(const WordEvidence& word) { return word.likeness / NearLikeness(word); }

  // Where most letters of a word are wrong, the word lies elsewhere, or its letters are of another
  // face: the letters say nothing one by one.
  static bool MostAreGood(const WordEvidence& word) {
    if (!word.letters) return false;
    const auto good = std::count_if(word.letters->begin(), word.letters->end(),
                                    [](const LetterEvidence& e) { return e.lowest > 0.3F; });
    return 2 * static_cast<std::size_t>(good) >= word.letters->size();
  }

  // Glare takes ink away, and its edge adds a little.
  bool IsUnlike(const WordEvidence& word) const {
    return IsFlat(word) && Ratio(word) < kUnlike && word.missing + word.extra > kBoth &&
           (!word.in_glare || word.extra > kExtraInGlare);
  }

  // A short word alone is a few pixels; a second one that is unlike speaks for it.
  bool IsOneOfSeveral(const WordEvidence& word) const {
    return std::ranges::any_of(words_, [this, &word](const WordEvidence& other) {
      return &other != &word && other.measured && !other.crossed && IsSure(other) &&
             IsUnlike(other);
    });
  }

  // Of a value in another type: no letter is certainly another one, and several are not their own.
  bool HasSeveralOthers(const WordEvidence& word) const {
    if (!word.letters || !IsEven(word) || !(Ratio(word) < kSeveralUnlike)) return false;
    const auto others = std::ranges::count_if(*word.letters, [](const LetterEvidence& e) {
      return e.lowest < kNotItself && e.lowest_separation > kSeparation;
    });
    return others >= kSeveral && word.missing > kSeveralChanged && word.extra > kSeveralChanged;
  }

  // Where each letter is itself, what else is there lies over it, such as the print of a stamp.
  static bool AllAreThemselves(const WordEvidence& word) {
    return word.letters && std::ranges::all_of(*word.letters, [](const LetterEvidence& e) {
             return e.lowest > kItself;
           });
  }

  bool IsAnotherWord(const WordEvidence& word) const {
    return IsUnlike(word) && !AllAreThemselves(word) && word.missing > kMissing &&
           word.extra > kExtra && (!IsSmall(word) || IsOneOfSeveral(word));
  }

  bool OtherText(const WordEvidence& word) {
    return word.written > kWritten && (IsAnotherWord(word) || HasSeveralOthers(word)) &&
           Differs(word, FactWhy::kOtherText, nullptr);
  }

  bool IsOther(const WordEvidence& word, const LetterEvidence& letter) const {
    const bool other =
        letter.toward < kOther && letter.separation > kSeparation && letter.other != kNoLetter;
    if (!other || (word.in_glare && !(letter.extra >= 0.1F)) || !(letter.left < letter.moved))
      return false;
    if (!SameButForAccent(Expected(word, letter), letter.other)) return letter.left < kLeft;
    return letter.left < kLeftOfAccent && !traits_.two_tones && letter.toward >= kOverdone;
  }

  // A pen adds ink alone, and to several letters of the row.
  bool IsUnderAPen(const WordEvidence& word) const {
    std::ptrdiff_t darker = 0;
    for (const WordEvidence& other : words_) {
      if (!other.letters || other.word->word->baseline != word.word->word->baseline) continue;
      darker += std::ranges::count_if(*other.letters, [&](const LetterEvidence& e) {
        return e.extra > kUnderAPen && !IsOther(other, e);
      });
    }
    return word.missing < kPenMissing && darker >= kPenLetters;
  }

  bool OtherLetter(const WordEvidence& word) {
    if (IsTiny() || !word.letters || !(MostAreGood(word) || Ratio(word) > 0.6F)) return false;
    const LetterEvidence* best = nullptr;
    for (const LetterEvidence& letter : *word.letters) {
      if (IsOther(word, letter) && (best == nullptr || letter.left < best->left)) best = &letter;
    }
    return best != nullptr && !IsUnderAPen(word) && Differs(word, FactWhy::kOtherLetter, best);
  }

  // What damages a whole line, such as a torn edge, makes each of its letters odd.
  static bool MostAreWhole(const WordEvidence& word) {
    const auto whole = std::ranges::count_if(*word.letters, [](const LetterEvidence& e) {
      return e.missing <= kFewMissing && e.extra <= kFewExtra;
    });
    return 2 * static_cast<std::size_t>(whole) >= word.letters->size();
  }

  bool OddLetter(const WordEvidence& word) {
    if (!word.letters || !IsEven(word) || IsSmall(word) || !(word.written > kWritten) ||
        !MostAreWhole(word) || !(MostAreGood(word) || Ratio(word) > 0.8F))
      return false;
    for (const LetterEvidence& letter : *word.letters) {
      if (OthersOfItsKind(Expected(word, letter)).empty()) continue;  // an apostrophe is a speck
      if (letter.toward < kOdd && letter.missing > kOddMissing && letter.extra > kOddExtra &&
          letter.separation > kSeparation && letter.moved > kMoved) {
        return Differs(word, FactWhy::kOddLetter, &letter);
      }
    }
    return false;
  }

  // Where nothing lies over the word: a stamp that does goes on behind it.
  bool GoesOn(const WordEvidence& word) {
    if (!(word.continues.letter != kNoLetter && word.continues.likeness > kContinues &&
          word.ink_after > kInkOfOneLetter))
      return false;
    if (!word.letters || !std::ranges::all_of(*word.letters, [](const LetterEvidence& e) {
          return e.lowest > kLetterClear;
        }))
      return false;
    Differs(word, FactWhy::kGoesOn, nullptr);
    decision_.seen = word.continues.letter;
    return true;
  }

  bool IsAsExpected(const WordEvidence& word) const {
    const float mark_seen = traits_.two_tones ? kMarkSeenInTwoTones : kMarkSeen;
    return AreAsPrinted(word.letters, Ratio(word), word.missing, word.extra) &&
           word.marks.faintest >= mark_seen && word.marks.added <= kMarkAdded;
  }

  // Whether the letters explain what is seen, and each of them better than any other would.
  bool AreAsPrinted(const std::optional<std::vector<LetterEvidence>>& letters, float ratio,
                    float missing, float extra) const {
    return letters && ratio >= kMinRatio && missing <= kFewMissing && extra <= kFewExtra &&
           std::all_of(letters->begin(), letters->end(), [this](const LetterEvidence& e) {
             return e.lowest > kAsExpected && e.lowest_separation > kSeparationToAgree &&
                    e.extra <= traits_.few_extra;
           });
  }

  static char32_t Expected(const WordEvidence& word, const LetterEvidence& letter) {
    return word.word->word->letters[static_cast<std::size_t>(letter.letter)].letter;
  }

  bool Differs(const WordEvidence& word, FactWhy why, const LetterEvidence* letter) {
    decision_ = {FactResult::kDiffers, why, word.word->index, -1, 0, 0};
    if (letter != nullptr) {
      decision_.letter = letter->letter;
      decision_.expected = Expected(word, *letter);
      if (why == FactWhy::kOtherLetter) decision_.seen = letter->other;
    }
    return true;
  }

  void Doubt(const WordEvidence& word, FactWhy why) {
    if (decision_.result != FactResult::kAgrees) return;
    decision_ = {FactResult::kNotCompared, why, word.word->index, -1, 0, 0};
  }

  const std::vector<WordEvidence>& words_;
  const CaptureTraits& traits_;
  std::size_t letters_ = 0;
  FactDecision decision_;
};

}  // namespace

CaptureTraits TraitsOf(const std::vector<std::vector<WordEvidence>>& facts, bool two_tones) {
  constexpr std::size_t kMany = 50;     // letters
  constexpr std::size_t kPercent = 95;  // of them are not those that a forger changed
  constexpr float kAboveThem = 4;
  constexpr float kMost = 0.15F;
  CaptureTraits traits{.two_tones = two_tones};
  std::vector<float> extra;
  for (const std::vector<WordEvidence>& words : facts) {
    for (const WordEvidence& word : words) {
      if (!word.letters) continue;
      for (const LetterEvidence& letter : *word.letters) {
        if (letter.extra >= 0) extra.push_back(letter.extra);  // NaN is not
      }
    }
  }
  if (extra.size() < kMany) return traits;
  const auto place = extra.begin() + static_cast<std::ptrdiff_t>(extra.size() * kPercent / 100);
  std::nth_element(extra.begin(), place, extra.end());
  traits.few_extra = std::clamp(kAboveThem * *place, traits.few_extra, kMost);
  return traits;
}

FactDecision DecideFact(const std::vector<WordEvidence>& words, const CaptureTraits& traits) {
  if (words.empty()) return {FactResult::kNotCompared, FactWhy::kNotOnPage, -1, -1, 0, 0};
  return FactDecider(words, traits).Run();
}

FactDecision DecideByReading(const std::vector<WordEvidence>& row, const OtherText& reading,
                             const CaptureTraits& traits, const FactDecision& doubt) {
  if (row.empty()) return doubt;
  return FactDecider(row, traits).RunReading(reading, doubt);
}

}  // namespace sceau::capture
