// SPDX-License-Identifier: Apache-2.0
#include "wording/page_words.h"

#include <gtest/gtest.h>

#include "wording/report_testing.h"

namespace sceau::wording {
namespace {

constexpr FactResult kSeen = FactResult::kAgrees;
constexpr FactResult kOpen = FactResult::kNotCompared;

SealReport SealWith(DocumentAxis axis, std::vector<FactResult> facts, std::vector<Reason> reasons) {
  SealReport seal = TestSeal();
  seal.axes.document = axis;
  for (const FactResult result : facts) seal.printed.push_back({.fact = {}, .result = result});
  for (const Reason reason : reasons) seal.reasons.push_back({reason, "page 1"});
  return seal;
}

TEST(PageWordsTest, TheWordAndTheFactsSayTheSame) {
  struct Case {
    DocumentAxis axis;
    std::vector<FactResult> facts;
    std::vector<Reason> reasons;
    Message word;
    std::optional<Message> sentence;
    std::optional<Reason> why;
  };
  constexpr auto kAgrees = DocumentAxis::kAgrees;
  constexpr auto kNotCompared = DocumentAxis::kNotCompared;
  using enum Message;
  const Case cases[] = {
      {kAgrees, {kSeen, kSeen}, {}, kDocumentAgreesWhole, {}, {}},
      {kAgrees, {kSeen, kOpen}, {}, kDocumentAgrees, {}, {}},
      {kAgrees, {}, {}, kDocumentAgrees, {}, {}},
      {DocumentAxis::kDiffers, {kSeen}, {Reason::kDocumentTextAdded}, kDocumentDiffers, {}, {}},
      {DocumentAxis::kNotRun, {}, {}, kNotChecked, {}, {}},
      {kNotCompared, {}, {}, kDocumentNotCompared, kPageNotCompared, {}},
      {kNotCompared, {kOpen}, {}, kDocumentNotCompared, kPageNotCompared, {}},
      {kNotCompared, {kSeen, kOpen}, {}, kDocumentPartly, kPagePartly, {}},
      {kNotCompared,
       {kSeen, kOpen},
       {Reason::kDocumentPartlyCompared},
       kDocumentPartly,
       kPagePartly,
       {}},
      {kNotCompared,
       {kOpen},
       {Reason::kDocumentPageUnrecognised},
       kDocumentUnrecognised,
       kPageUnrecognised,
       {}},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentOtherPageOpen},
       kDocumentOtherOpen,
       kPageOtherOpen,
       {}},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentTextAdded},
       kDocumentMore,
       {},
       Reason::kDocumentTextAdded},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentTextBeside, Reason::kDocumentTextMissing},
       kDocumentLess,
       {},
       Reason::kDocumentTextMissing},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentTextBeside, Reason::kDocumentDrawingAdded},
       kDocumentDrawn,
       {},
       Reason::kDocumentDrawingAdded},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentTextBeside},
       kDocumentBeside,
       {},
       Reason::kDocumentTextBeside},
      {kNotCompared,
       {kSeen},
       {Reason::kDocumentViewersDiffer},
       kDocumentViewers,
       {},
       Reason::kDocumentViewersDiffer},
      {kNotCompared,
       {kOpen},
       {Reason::kDocumentPageUnlike},
       kDocumentUnlike,
       {},
       Reason::kDocumentPageUnlike},
  };
  for (const Case& c : cases) {
    const SealReport seal = SealWith(c.axis, c.facts, c.reasons);
    EXPECT_EQ(WordOfPage(seal), c.word) << Pattern(c.word, Language::kEnglish);
    EXPECT_EQ(SentenceOfPage(seal), c.sentence) << Pattern(c.word, Language::kEnglish);
    EXPECT_EQ(WhyToLook(seal), c.why) << Pattern(c.word, Language::kEnglish);
  }
}

}  // namespace
}  // namespace sceau::wording
