// SPDX-License-Identifier: Apache-2.0
#include "sceau/reason.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "base/text.h"

namespace sceau {
namespace {

TEST(ReasonTest, EveryCodeIsWellFormedAndUnique) {
  std::set<std::string_view> seen;
  for (Reason reason : AllReasons()) {
    const std::string_view code = ReasonCode(reason);
    EXPECT_TRUE(seen.insert(code).second) << code;
    EXPECT_EQ(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-."), code.npos) << code;
    EXPECT_EQ(ReasonFromCode(code), reason);
  }
  EXPECT_GT(seen.size(), 60U);
  EXPECT_FALSE(ReasonFromCode("seal.nonsense").has_value());
}

TEST(ReasonTest, TheAreaIsTheCodeBeforeItsFirstDot) {
  EXPECT_EQ(AreaOf(Reason::kDocumentMissing), ReasonArea::kDocument);
  EXPECT_EQ(AreaOf(Reason::kSealUnknownField), ReasonArea::kSeal);
  EXPECT_EQ(AreaOf(Reason::kHolderNirDiffers), ReasonArea::kHolder);
  EXPECT_EQ(AreaOf(Reason::kUsage), ReasonArea::kUsage);
  EXPECT_EQ(AreaOf(Reason::kInternal), ReasonArea::kInternal);
  std::set<std::pair<ReasonArea, std::string_view>> areas;
  for (const Reason reason : AllReasons()) {
    const std::string_view code = ReasonCode(reason);
    areas.insert({AreaOf(reason), code.substr(0, code.find('.'))});
  }
  std::set<std::string_view> names;
  for (const auto& [area, name] : areas) names.insert(name);
  EXPECT_EQ(names.size(), areas.size()) << "one area for each name";
}

// These kinds follow from nothing in the text of the code.
TEST(ReasonTest, TheKindSaysWhatTheReasonSays) {
  const struct {
    Reason reason;
    ReasonKind kind;
  } kCases[] = {
      {Reason::kDocumentMissing, ReasonKind::kMissing},
      {Reason::kDocumentTooLarge, ReasonKind::kOverLimit},
      {Reason::kRightsTooOld, ReasonKind::kRefuting},
      {Reason::kStatusListTooOld, ReasonKind::kUnknown},
      {Reason::kSealUnsupportedVersion, ReasonKind::kUnsupported},
      {Reason::kSealMalformedCbor, ReasonKind::kMalformed},
      {Reason::kSealSignatureMismatch, ReasonKind::kRefuting},
      {Reason::kSealIssuerUnknown, ReasonKind::kUnknown},
      {Reason::kSealUnknownField, ReasonKind::kRemark},
      {Reason::kPolicyUnusable, ReasonKind::kConfiguration},
      {Reason::kOutputExists, ReasonKind::kUsage},
      {Reason::kInternal, ReasonKind::kInternal},
  };
  for (const auto& c : kCases) EXPECT_EQ(KindOf(c.reason), c.kind) << ReasonCode(c.reason);
}

TEST(ReasonTest, EverySentenceIsWholeInBothLanguages) {
  for (Reason reason : AllReasons()) {
    for (Language language : {Language::kFrench, Language::kEnglish}) {
      const std::string_view sentence = ReasonSentence(reason, language);
      EXPECT_GT(sentence.size(), 30U) << ReasonCode(reason);
      EXPECT_TRUE(sentence.ends_with('.')) << sentence;
      EXPECT_TRUE(IsUtf8(sentence)) << ReasonCode(reason);
    }
    EXPECT_NE(ReasonSentence(reason, Language::kFrench),
              ReasonSentence(reason, Language::kEnglish));
  }
}

// domain.md §5: words that would promise what a seal cannot.
TEST(ReasonTest, NoSentencePromisesTooMuch) {
  for (Reason reason : AllReasons()) {
    for (std::string_view word :
         {"authentique", "ameli", "garantie de paiement", "Carte Vitale", "document officiel"}) {
      EXPECT_EQ(ReasonSentence(reason, Language::kFrench).find(word), std::string_view::npos)
          << ReasonCode(reason);
    }
    if (ReasonCode(reason) == "rights.expired") {
      EXPECT_EQ(ReasonSentence(reason, Language::kFrench).find("imité"), std::string_view::npos);
    }
  }
}

}  // namespace
}  // namespace sceau
