// SPDX-License-Identifier: Apache-2.0
// A seal that names our layout, on a page of pixels, through the whole of verification.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "attestation/claims_of.h"
#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"
#include "page/page_testing.h"
#include "verify/testing/context_fixture.h"

namespace sceau::verify {
namespace {

using testing::Contains;
using testing_support::SomeAttestation;

class OnePageReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override { return outcome; }
  std::optional<Page> ReadPixels(ByteSpan, int page, const Limits& limits) override {
    EXPECT_GT(limits.decode_wall.count(), 0);
    asked.push_back(page);
    return drawn;
  }
  isolation::ReadOutcome outcome;
  std::optional<Page> drawn;
  std::vector<int> asked;
};

class CapturedPageTest : public ContextFixture {
 protected:
  CapturedPageTest() : ContextFixture(&reader_) {}

  static Attestation Sealed() {
    Attestation attestation = SomeAttestation();
    attestation.layout = layout::kLayoutId;
    return attestation;
  }

  // The seal of Sealed() on the page that prints `printed`.
  SealReport Verify(const Attestation& printed) {
    const std::string payload = issuer_.Seal(Sealed());
    const auto fonts = layout::Fonts::Open();
    const auto drawing = layout::LayOut(printed, layout::CodeModules(payload.size()), *fonts);
    const auto expected = layout::ExpectPage(*drawing, *fonts);
    Page page;
    page.width = capture::kPageWidth;
    page.height = capture::kPageHeight;
    page.raster.image.width = page.width;
    page.raster.image.height = page.height;
    for (const std::uint8_t ink : expected->page.ink)
      page.raster.image.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
    page.symbols.push_back(
        {Symbology::kQrCode, ToBytes(AsBytes(payload)), expected->page.code, false});
    reader_.outcome.content.pages = {page};
    return VerifyDocument({}, "a.png", context_).seals.at(0);
  }

  // The same, where the page comes as the words of `said` and only a drawing has its pixels.
  SealReport VerifyWords(const Attestation& printed, const Attestation& said, bool proven,
                         const std::string& added = "") {
    Verify(printed);
    Page& page = reader_.outcome.content.pages.front();
    reader_.drawn = page;
    reader_.drawn->raster.drawn = true;
    page.raster = {};
    const Page words = page::PageLaidOut(attestation::ClaimsOf(said), page.symbols.front());
    page.text_source = words.text_source;
    page.words = words.words;
    page.letters_are_proven = proven;
    page.has_only_words = true;
    if (!added.empty())
      page.words.push_back({added, {1'300, 2'300}, {1'400, 2'320}, Sight::kUnsure});
    reader_.asked.clear();
    return VerifyDocument({}, "a.pdf", context_).seals.at(0);
  }

  OnePageReader reader_;
};

TEST_F(CapturedPageTest, APageThatIsAsSealedAgreesForWhoeverAsksForIt) {
  for (const char* policy : {"counter", "unattended"}) {
    policy_ = *NamedPolicy(policy);
    context_.policy = policy_.get();
    const SealReport seal = Verify(Sealed());
    EXPECT_EQ(seal.axes.document, DocumentAxis::kAgrees);
    EXPECT_EQ(seal.verdict, Verdict::kValid) << policy;
    EXPECT_FALSE(seal.compare_by_eye);
  }
}

TEST_F(CapturedPageTest, OneOtherDayRefusesThePage) {
  Attestation printed = Sealed();
  printed.valid_until = AddDays(printed.valid_until, 1);
  const SealReport seal = Verify(printed);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kDiffers);
  EXPECT_EQ(seal.verdict, Verdict::kInvalid);
  EXPECT_EQ(seal.outcome, Outcome::kRefused);
  EXPECT_THAT(seal.reasons, Contains(Finding{Reason::kDocumentPrintedValidityDiffers, "page 1"}));
}

TEST_F(CapturedPageTest, WordsAsLaidOutAreNotDrawn) {
  const SealReport seal = VerifyWords(Sealed(), Sealed(), true);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kAgrees);
  EXPECT_EQ(seal.printed.front().way, ComparisonWay::kText);
  EXPECT_TRUE(reader_.asked.empty());
}

TEST_F(CapturedPageTest, WordsInLettersThatMayBeOthersAreDrawn) {
  const SealReport good = VerifyWords(Sealed(), Sealed(), false);
  EXPECT_EQ(good.axes.document, DocumentAxis::kAgrees);
  EXPECT_EQ(good.printed.front().way, ComparisonWay::kPixels);
  EXPECT_EQ(good.printed.front().page, 1);
  EXPECT_EQ(reader_.asked, std::vector<int>{1});

  Attestation printed = Sealed();
  printed.valid_until = AddDays(printed.valid_until, 1);
  const SealReport lying = VerifyWords(printed, Sealed(), false);
  EXPECT_EQ(lying.axes.document, DocumentAxis::kDiffers);
  EXPECT_THAT(lying.reasons, Contains(Finding{Reason::kDocumentPrintedValidityDiffers, "page 1"}));
}

// Whatever the pixels say of an accent, the words are certain.
TEST_F(CapturedPageTest, AnotherSpellingInCertainWordsNeverAgrees) {
  Attestation printed = Sealed();
  ASSERT_EQ(printed.holder.given_names, "Zoé Anne");
  printed.holder.given_names = "Zoe Anne";
  for (const bool pixels_agree : {false, true}) {
    const SealReport seal = VerifyWords(pixels_agree ? Sealed() : printed, printed, true);
    EXPECT_NE(seal.axes.document, DocumentAxis::kAgrees) << pixels_agree;
    EXPECT_NE(seal.outcome, Outcome::kInOrder) << pixels_agree;
    EXPECT_THAT(seal.reasons, Contains(Finding{Reason::kDocumentTextAdded, "page 1"}));
  }
}

TEST_F(CapturedPageTest, WhatDiffersOnADrawingHasItsPicture) {
  Attestation printed = Sealed();
  printed.valid_until = AddDays(printed.valid_until, 1);
  VerifyWords(printed, Sealed(), false);
  context_.evidence = EvidencePictures::kNumberCovered;
  context_.pictures_doubts = false;
  const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
  ASSERT_EQ(seal.pictures.size(), 1);
  EXPECT_EQ(seal.pictures.front().fact, (FactKey{PrintedKind::kValidUntil}));
}

TEST_F(CapturedPageTest, WordsBeyondTheLayoutKeepPixelsFromAgreeing) {
  const SealReport seal = VerifyWords(Sealed(), Sealed(), true, "12/05/1984");
  EXPECT_EQ(reader_.asked, std::vector<int>{1});
  EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
  EXPECT_THAT(seal.reasons, Contains(Finding{Reason::kDocumentTextAdded, "page 1"}));
  // Words that prove nothing say nothing against the pixels either.
  EXPECT_EQ(VerifyWords(Sealed(), Sealed(), false, "12/05/1984").axes.document,
            DocumentAxis::kAgrees);
}

TEST_F(CapturedPageTest, ADrawingBesideCertainWordsMustBeLookedAt) {
  struct Case {
    const char* what;
    const char* missing;
    bool proven;
    bool is_drawn;
    DocumentAxis axis;
    Outcome outcome;
    bool remarked;
  };
  constexpr auto kAgrees = DocumentAxis::kAgrees;
  constexpr auto kNotCompared = DocumentAxis::kNotCompared;
  const Case cases[] = {
      {"all words", "", true, true, kNotCompared, Outcome::kNotConfirmed, true},
      {"all words, pixels not known", "", true, false, kNotCompared, Outcome::kNotConfirmed, true},
      {"a word that pixels show", "Qualité", true, true, kNotCompared, Outcome::kNotConfirmed,
       true},
      {"letters that may be others", "", false, true, kAgrees, Outcome::kInOrder, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    VerifyWords(Sealed(), Sealed(), c.proven);
    Page& page = reader_.outcome.content.pages.front();
    page.has_only_words = false;
    if (*c.missing != 0) std::ranges::find(page.words, c.missing, &Word::text)->text = "";
    if (!c.is_drawn) reader_.drawn.reset();
    const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
    EXPECT_EQ(seal.axes.document, c.axis);
    EXPECT_EQ(seal.outcome, c.outcome);
    const bool remarked =
        std::ranges::count(seal.reasons, Reason::kDocumentDrawingAdded, &Finding::reason) > 0;
    EXPECT_EQ(remarked, c.remarked);
  }
}

TEST_F(CapturedPageTest, AGenuinePageThatIsReducedIsNeverHeldAgainstItsPixels) {
  Attestation another = Sealed();
  another.holder.given_names = "Karim";
  for (const double scale : {0.4, 1.0}) {
    VerifyWords(another, Sealed(), true);
    Page& page = reader_.outcome.content.pages.front();
    const auto reduced = [scale](Point at) { return Point{scale * at.x, scale * at.y}; };
    for (Word& word : page.words) {
      word.top_left = reduced(word.top_left);
      word.bottom_right = reduced(word.bottom_right);
      word.sight = Sight::kUnsure;  // as the reader says of small print
    }
    for (Point& corner : page.symbols.front().corners) corner = reduced(corner);
    reader_.asked.clear();
    const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
    EXPECT_EQ(reader_.asked.empty(), scale < 1);
    EXPECT_EQ(seal.axes.document, scale < 1 ? DocumentAxis::kNotCompared : DocumentAxis::kDiffers);
    const bool more =
        std::ranges::count(seal.reasons, Reason::kDocumentTextAdded, &Finding::reason) > 0;
    EXPECT_FALSE(more && scale < 1);
  }
}

// As in the margin of a scan, which the pixels alone do not tell from dirt.
TEST_F(CapturedPageTest, WordsThatAreShownBesideAScanStayAdded) {
  for (const bool drawn : {true, false}) {
    VerifyWords(Sealed(), Sealed(), false);
    std::vector<Word>& words = reader_.outcome.content.pages.front().words;
    for (Word& word : words) word.sight = Sight::kShown;
    words.push_back({"PROLONGATION", {900, 2'290}, {1'100, 2'310}, Sight::kShown});
    reader_.drawn->raster.drawn = drawn;
    const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
    EXPECT_EQ(seal.axes.document, drawn ? DocumentAxis::kAgrees : DocumentAxis::kNotCompared);
    EXPECT_EQ(std::ranges::count(seal.reasons, Reason::kDocumentTextAdded, &Finding::reason),
              drawn ? 0 : 1);
  }
}

TEST_F(CapturedPageTest, InkBeyondTheLayoutKeepsADrawingFromAgreeing) {
  for (const char* policy : {"counter", "insurer", "unattended"}) {
    policy_ = *NamedPolicy(policy);
    context_.policy = policy_.get();
    VerifyWords(Sealed(), Sealed(), false);
    auto& image = reader_.drawn->raster.image;
    for (std::ptrdiff_t y = 2'290; y < 2'310; ++y)  // in the margin, of a pale colour
      std::fill_n(image.pixels.begin() + y * image.width + 900, 100, std::uint8_t{246});
    const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
    EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
    EXPECT_THAT(seal.reasons, Contains(Finding{Reason::kDocumentDrawingAdded, "page 1"}));
    EXPECT_NE(seal.outcome, Outcome::kInOrder) << policy;
  }
}

// Turned, say: every letter is there, and none where the layout has it.
TEST_F(CapturedPageTest, CertainWordsInOtherPlacesLeaveItToThePixels) {
  VerifyWords(Sealed(), Sealed(), true);
  std::vector<Word>& words = reader_.outcome.content.pages.front().words;
  for (Word& word : words) {
    const Word upright = word;
    word.top_left = {2'000 - upright.bottom_right.x, 2'400 - upright.bottom_right.y};
    word.bottom_right = {2'000 - upright.top_left.x, 2'400 - upright.top_left.y};
  }
  const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kAgrees);
  for (const Finding& finding : seal.reasons)
    EXPECT_NE(AreaOf(finding.reason), ReasonArea::kDocument) << ReasonCode(finding.reason);
}

TEST_F(CapturedPageTest, WordsThatAreMissingAreSoOnlyWhereNothingElseMayShowThem) {
  struct Case {
    bool proven;
    bool only_words;
    DocumentAxis axis;
    bool remarked;
  };
  for (const Case& c : {Case{true, true, DocumentAxis::kNotCompared, true},
                        Case{false, true, DocumentAxis::kAgrees, false},
                        Case{false, false, DocumentAxis::kAgrees, false}}) {
    VerifyWords(Sealed(), Sealed(), c.proven);
    Page& page = reader_.outcome.content.pages.front();
    page.has_only_words = c.only_words;
    std::ranges::find(page.words, "Qualité", &Word::text)->text = "";
    const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
    EXPECT_EQ(seal.axes.document, c.axis) << c.proven << c.only_words;
    const auto remarked = [&](Reason reason) {
      return std::ranges::count(seal.reasons, reason, &Finding::reason) > 0;
    };
    EXPECT_EQ(remarked(Reason::kDocumentTextMissing), c.remarked) << c.proven << c.only_words;
    EXPECT_TRUE(remarked(Reason::kFreshnessUndated)) << "what words have nothing to do with stays";
  }
}

TEST_F(CapturedPageTest, WhatCannotBeDrawnStaysOpen) {
  VerifyWords(Sealed(), Sealed(), false);
  reader_.drawn->width += 1;
  EXPECT_EQ(VerifyDocument({}, "a.pdf", context_).seals.at(0).axes.document,
            DocumentAxis::kNotCompared)
      << "of another size";
  reader_.drawn.reset();
  const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
  EXPECT_TRUE(std::ranges::all_of(seal.printed, [](const ComparedFact& compared) {
    return compared.result == FactResult::kNotCompared;
  }));
}

TEST_F(CapturedPageTest, ASealOfAnotherLayoutIsNotDrawn) {
  VerifyWords(Sealed(), Sealed(), false);
  reader_.asked.clear();
  Attestation other = Sealed();
  other.layout.reset();
  reader_.outcome.content.pages.front().symbols.front().payload =
      ToBytes(AsBytes(issuer_.Seal(other)));
  const SealReport seal = VerifyDocument({}, "a.pdf", context_).seals.at(0);
  EXPECT_EQ(seal.axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
  EXPECT_TRUE(reader_.asked.empty());
}

}  // namespace
}  // namespace sceau::verify
