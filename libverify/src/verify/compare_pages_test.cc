// SPDX-License-Identifier: Apache-2.0
#include "verify/compare_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "attestation/claims_of.h"
#include "layout/lay_out.h"
#include "page/check_printed.h"
#include "page/page_testing.h"
#include "sceau/verify.h"

namespace sceau::verify {
namespace {

const std::string kOwn =
    "Attestation de droits à l’assurance maladie\nNom : QUINTEFEUILLE\nPrénom : Zoé\n"
    "Née le 12/05/1984\nAssurance maladie du 01/01/2026 au 31/12/2026\n";
const std::string kAnothers =
    "Attestation de droits à l’assurance maladie\nNom : DURAND\nPrénom : Karim\n"
    "Né le 01/02/1990\nAssurance maladie du 01/03/2026 au 31/03/2027\n";
const std::string kNobodys = "Comment lire ce code\n";

// A document of these pages, numbered from 1, with one seal on `sealed`.
struct Document {
  DocumentContent content;
  Report report;

  Document(const std::vector<std::string>& pages, int sealed,
           std::optional<std::uint64_t> layout = std::nullopt) {
    for (const std::string& text : pages) {
      content.pages.push_back(page::PageOf(text));
      content.pages.back().number = static_cast<int>(content.pages.size());
    }
    AddSeal(sealed, layout);
  }

  // A genuine one.
  SealReport& AddSeal(int sealed, std::optional<std::uint64_t> layout = std::nullopt) {
    SealReport seal;
    seal.page = sealed;
    seal.claims = page::ClaimsOfNobody();
    seal.claims->layout = layout;
    seal.axes = {SealAxis::kGenuine,    StatusAxis::kCurrent,  RightsAxis::kOpen,
                 HolderAxis::kNotAsked, DocumentAxis::kNotRun, FreshnessAxis::kFresh};
    page::CheckedPage checked =
        page::CheckPrinted(*seal.claims, content.pages[static_cast<std::size_t>(sealed - 1)]);
    seal.axes.document = checked.axis;
    seal.printed = checked.printed;
    report.seals.push_back(std::move(seal));
    return report.seals.back();
  }

  const SealReport& Compare(std::string_view policy = "counter") {
    PageDrawer drawer;
    ComparePages(content, **NamedPolicy(policy), drawer, report);
    return report.seals.front();
  }
};

TEST(ComparePagesTest, ThePageBesideABackIsComparedInItsPlace) {
  Document good({kOwn, kNobodys}, 2);
  EXPECT_EQ(good.Compare().axes.document, DocumentAxis::kAgrees);
  EXPECT_TRUE(std::ranges::any_of(good.report.seals.front().printed, [](const ComparedFact& c) {
    return c.result == FactResult::kAgrees && c.page == 1;
  }));
  Document forged({kAnothers, kNobodys}, 2);
  EXPECT_EQ(forged.Compare().axes.document, DocumentAxis::kDiffers);
  EXPECT_EQ(forged.report.seals.front().verdict, Verdict::kInvalid);
}

// Of a paper whose layout is known, it is said even where the page was not compared.
TEST(ComparePagesTest, APageThatViewersMayShowOtherwiseDoesNotAgree) {
  struct Case {
    Showing showing;
    std::string page;
    DocumentAxis axis;
    bool told;
    std::optional<std::uint64_t> layout{};
  };
  const Case cases[] = {
      {Showing::kAlike, kOwn, DocumentAxis::kAgrees, false},
      {Showing::kUnchecked, kOwn, DocumentAxis::kNotCompared, false},
      {Showing::kDiffers, kOwn, DocumentAxis::kNotCompared, true},
      {Showing::kDiffers, kAnothers, DocumentAxis::kDiffers, false},
      {Showing::kDiffers, kNobodys, DocumentAxis::kNotCompared, false},
      {Showing::kDiffers, kNobodys, DocumentAxis::kNotCompared, true, layout::kLayoutId},
  };
  for (const Case& c : cases) {
    Document document({c.page}, 1, c.layout);
    document.content.pages[0].showing = c.showing;
    const SealReport& seal = document.Compare();
    EXPECT_EQ(seal.axes.document, c.axis) << c.page;
    EXPECT_EQ(std::ranges::find(seal.reasons, Reason::kDocumentViewersDiffer, &Finding::reason) !=
                  seal.reasons.end(),
              c.told)
        << c.page;
  }
}

TEST(ComparePagesTest, NoOtherPageSpeaksForASealThatViewersMayShowOtherwise) {
  for (const Showing showing : {Showing::kUnchecked, Showing::kDiffers}) {
    for (const std::size_t page : {0U, 1U}) {
      Document front({kOwn, kNobodys}, 2);
      front.content.pages[page].showing = showing;
      EXPECT_EQ(front.Compare().axes.document, DocumentAxis::kNotCompared) << page;
    }
    for (const std::string& other : {std::string(kOwn), std::string(kNobodys)}) {
      Document beside({kOwn, other}, 1);
      ASSERT_EQ(beside.Compare().axes.document, DocumentAxis::kAgrees);
      Document doubtful({kOwn, other}, 1);
      doubtful.content.pages[1].showing = showing;
      EXPECT_EQ(doubtful.Compare().axes.document, DocumentAxis::kNotCompared) << other;
    }
  }
}

TEST(ComparePagesTest, ABackThatMaySaySomethingIsNotPassedOver) {
  for (const TextSource source : {TextSource::kNone, TextSource::kOcr}) {
    Document document({kAnothers, kNobodys}, 2);
    document.content.pages[1].text_source = source;
    EXPECT_EQ(document.Compare().axes.document, DocumentAxis::kNotCompared);
  }
  Document two({kAnothers, kAnothers, kNobodys}, 3);
  EXPECT_EQ(two.Compare().axes.document, DocumentAxis::kNotCompared);
}

TEST(ComparePagesTest, APageInOutlinesBesideTheSealsIsLeftOpen) {
  for (const bool only_words : {true, false}) {
    Document document({kOwn, kNobodys}, 1);
    document.content.pages[1].has_only_words = only_words;
    EXPECT_EQ(document.Compare().axes.document,
              only_words ? DocumentAxis::kAgrees : DocumentAxis::kNotCompared);
  }
}

TEST(ComparePagesTest, NoSealVouchesForAnotherPage) {
  EXPECT_EQ(Document({kOwn, kNobodys}, 1).Compare().axes.document, DocumentAxis::kAgrees);
  EXPECT_EQ(Document({kOwn, kOwn}, 1).Compare().axes.document, DocumentAxis::kAgrees);
  EXPECT_EQ(Document({kOwn, kAnothers}, 1).Compare().axes.document, DocumentAxis::kNotCompared);
  EXPECT_EQ(Document({kAnothers, kOwn}, 1).Compare().axes.document, DocumentAxis::kDiffers);
}

TEST(ComparePagesTest, APageWithASealOfItsOwnIsHeldAgainstThatAlone) {
  Document family({kOwn, kAnothers}, 1);
  EXPECT_EQ(family.AddSeal(2).axes.document, DocumentAxis::kDiffers);
  EXPECT_EQ(family.Compare().axes.document, DocumentAxis::kAgrees);
}

// Two on a sheet: neither refutes the other.
TEST(ComparePagesTest, ASealBesideAnotherAttestationsIsLeftOpen) {
  Document document({kAnothers}, 1);
  ASSERT_EQ(document.report.seals.front().axes.document, DocumentAxis::kDiffers);
  document.report.seals.front().reasons = {{Reason::kDocumentPrintedNameDiffers, "page 1"}};
  SealReport& other = document.AddSeal(1);
  other.claims->attestation->document_id[0] ^= 1;
  const auto reasons = [&] {
    std::vector<Reason> found;
    for (const Finding& finding : document.Compare().reasons) found.push_back(finding.reason);
    return found;
  };
  EXPECT_EQ(reasons(), std::vector{Reason::kDocumentTextBeside});
  const SealReport& seal = document.report.seals.front();
  EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
  EXPECT_EQ(seal.outcome, Outcome::kNotConfirmed);
  for (const ComparedFact& compared : seal.printed)
    EXPECT_EQ(compared.result, FactResult::kNotCompared);
}

TEST(ComparePagesTest, ACopyOfASealOrAHiddenOneSpeaksForNobodyElse) {
  for (const bool hidden : {false, true}) {
    Document document({kAnothers}, 1);
    SealReport& other = document.AddSeal(1);
    if (hidden) other.reasons = {{Reason::kDocumentHiddenCodeIgnored, ""}};
    if (hidden) other.claims->attestation->document_id[0] ^= 1;
    EXPECT_EQ(document.Compare().axes.document, DocumentAxis::kDiffers) << hidden;
  }
}

TEST(ComparePagesTest, AHiddenOrAlteredSealMakesNoPageItsOwn) {
  Document hidden({kOwn, kAnothers}, 1);
  hidden.AddSeal(2).reasons.push_back({Reason::kDocumentHiddenCode, ""});
  EXPECT_EQ(hidden.Compare().axes.document, DocumentAxis::kNotCompared);

  for (const bool has_claims : {false, true}) {
    Document altered({kOwn, kAnothers}, 1);
    SealReport& seal = altered.AddSeal(2);
    seal.axes.seal = SealAxis::kAltered;
    seal.axes.document = DocumentAxis::kNotRun;
    if (!has_claims) seal.claims.reset();
    EXPECT_EQ(altered.Compare().axes.document, DocumentAxis::kNotCompared) << has_claims;
    EXPECT_EQ(altered.report.seals[1].axes.document, DocumentAxis::kNotRun) << has_claims;
  }
}

TEST(ComparePagesTest, AnAlteredSealOnABackIsNotCompared) {
  Document document({kAnothers, kNobodys}, 2);
  SealReport& altered = document.AddSeal(2);
  altered.axes.seal = SealAxis::kAltered;
  altered.axes.document = DocumentAxis::kNotRun;
  altered.claims.reset();
  EXPECT_EQ(document.Compare().axes.document, DocumentAxis::kDiffers);
  EXPECT_EQ(document.report.seals[1].axes.document, DocumentAxis::kNotRun);
}

TEST(ComparePagesTest, EachOtherPageMustAgreeWithOneOfTheSeals) {
  EXPECT_EQ(Document({kOwn, kOwn, kAnothers}, 1).Compare().axes.document,
            DocumentAxis::kNotCompared);
  Document one_of_two({kOwn, kNobodys, kOwn}, 1);
  Attestation other;
  other.holder.birth_name = "DURAND";
  other.holder.given_names = "Karim";
  other.holder.birth_date = "19900201";
  one_of_two.AddSeal(2).claims = attestation::ClaimsOf(other);
  EXPECT_EQ(one_of_two.Compare().axes.document, DocumentAxis::kAgrees);
}

TEST(ComparePagesTest, PixelsWithoutTheSymbolOfTheSealAreNotCompared) {
  Document document({kNobodys}, 1, layout::kLayoutId);
  PageRaster& raster = document.content.pages[0].raster;
  raster.image = {100, 100, Bytes(100UL * 100UL, 255)};
  EXPECT_EQ(document.Compare().axes.document, DocumentAxis::kNotCompared);
}

// A seal that names its layout, on its page, with a word more or one in the place of another.
struct LaidOut {
  Document document{{""}, 1, layout::kLayoutId};

  explicit LaidOut(const std::optional<Word>& added = std::nullopt,
                   std::pair<std::string_view, std::string_view> exchanged = {}) {
    SealReport& seal = document.report.seals.front();
    Page page = page::PageLaidOut(*seal.claims, page::SymbolOfLength(700));
    if (added) page.words.push_back(*added);
    if (!exchanged.first.empty())
      std::ranges::find(page.words, exchanged.first, &Word::text)->text = exchanged.second;
    page::CheckedPage checked = page::CheckPrinted(*seal.claims, page);
    seal.axes.document = checked.axis;
    seal.printed = checked.printed;
    seal.reasons = checked.findings;
    seal.corners = page.symbols.front().corners;
    document.content.pages = {page};
  }
};

TEST(ComparePagesTest, ASealThatNamesItsLayoutAnswersForEveryWord) {
  LaidOut own;
  EXPECT_EQ(own.document.Compare().axes.document, DocumentAxis::kAgrees);

  const std::vector<Word>& words = own.document.content.pages[0].words;
  Word second = *std::ranges::find(words, "12/05/1984", &Word::text);
  second.text = "1981";
  second.top_left.x += 150;
  second.bottom_right.x += 150;
  for (const char* policy : {"counter", "unattended"}) {
    const SealReport more = LaidOut(second).document.Compare(policy);
    EXPECT_EQ(more.axes.document, DocumentAxis::kNotCompared);
    EXPECT_EQ(more.verdict, Verdict::kUndetermined);
    EXPECT_EQ(more.outcome, Outcome::kNotConfirmed);
    EXPECT_FALSE(more.compare_by_eye);
    EXPECT_EQ(std::ranges::count(more.reasons, Reason::kDocumentTextAdded, &Finding::reason), 1);
  }
}

TEST(ComparePagesTest, OneWordLessOrExchangedIsSaid) {
  struct Case {
    const char* from;
    const char* to;
    DocumentAxis axis;
    Reason reason;
    Outcome outcome;
  };
  const Case cases[] = {
      {"Qualité", "", DocumentAxis::kNotCompared, Reason::kDocumentTextMissing,
       Outcome::kNotConfirmed},
      {"Zoé", "", DocumentAxis::kNotCompared, Reason::kDocumentTextMissing, Outcome::kNotConfirmed},
      {"Zoé", "Zoa", DocumentAxis::kDiffers, Reason::kDocumentPrintedNameDiffers,
       Outcome::kRefused},
      {"31/12/2026", "31/12/2027", DocumentAxis::kDiffers, Reason::kDocumentPrintedRightsDiffer,
       Outcome::kRefused},
  };
  for (const Case& c : cases) {
    LaidOut page(std::nullopt, {c.from, c.to});
    const SealReport& seal = page.document.Compare();
    EXPECT_EQ(seal.axes.document, c.axis) << c.from << c.to;
    EXPECT_EQ(std::ranges::count(seal.reasons, c.reason, &Finding::reason), 1) << c.from << c.to;
    EXPECT_EQ(seal.outcome, c.outcome) << c.from << c.to;
  }
}

TEST(ComparePagesTest, WhyAPageOfOurLayoutWasNotComparedIsAlwaysSaid) {
  const auto reason_of = [](SealReport seal) {
    EXPECT_EQ(seal.axes.document, DocumentAxis::kNotCompared);
    EXPECT_EQ(seal.verdict, Verdict::kValid);
    EXPECT_TRUE(seal.compare_by_eye);
    return seal.reasons.empty() ? Reason::kInternal : seal.reasons.back().reason;
  };
  EXPECT_EQ(reason_of(Document({kNobodys}, 1, layout::kLayoutId).Compare()),
            Reason::kDocumentPageUnrecognised);
  EXPECT_EQ(reason_of(Document({kOwn}, 1, layout::kLayoutId).Compare()),
            Reason::kDocumentPartlyCompared);
  EXPECT_EQ(reason_of(Document({kOwn, kAnothers}, 1).Compare()), Reason::kDocumentOtherPageOpen);
  Document typed({""}, 1, layout::kLayoutId);
  typed.report.seals.front().symbology = SymbologyName(Symbology::kText);
  EXPECT_THAT(typed.Compare().reasons, testing::IsEmpty());
}

TEST(ComparePagesTest, WhoeverReliesOnAPageThatWasNotComparedIsToldSo) {
  struct Case {
    const char* policy;
    bool has_layout;
    Verdict verdict;
  };
  const Case cases[] = {
      {"counter", false, Verdict::kValid},           {"counter", true, Verdict::kValid},
      {"insurer", false, Verdict::kValid},           {"insurer", true, Verdict::kUndetermined},
      {"unattended", false, Verdict::kUndetermined}, {"unattended", true, Verdict::kUndetermined},
  };
  for (const Case& c : cases) {
    Document document({kNobodys}, 1, c.has_layout ? std::optional(1) : std::nullopt);
    const SealReport& seal = document.Compare(c.policy);
    EXPECT_EQ(seal.verdict, c.verdict) << c.policy << c.has_layout;
    EXPECT_EQ(seal.compare_by_eye, c.verdict == Verdict::kValid) << c.policy;
    EXPECT_EQ(std::ranges::count(seal.reasons, Finding{Reason::kDocumentNotCompared, ""}),
              c.verdict == Verdict::kValid ? 0 : 1);
  }
}

}  // namespace
}  // namespace sceau::verify
