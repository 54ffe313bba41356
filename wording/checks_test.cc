// SPDX-License-Identifier: Apache-2.0
#include "wording/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "wording/report_testing.h"

namespace sceau::wording {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> WordsOf(const SealReport& seal, Language language) {
  std::vector<std::string> words;
  for (const Check& check : ChecksOf(seal, Day(2026, 11, 23), language)) {
    words.push_back(std::string(Pattern(check.label, language)) + ": " + check.word);
  }
  return words;
}

TEST(ChecksTest, SayEachAxisInBothLanguages) {
  EXPECT_THAT(WordsOf(TestSeal(), Language::kFrench),
              ElementsAre("Sceau: intact, de la CPAM de Paris (clé 0123456789abcdef)",
                          "Retrait: non prévu par l'émetteur", "Droits: ouverts le 23/11/2026",
                          "Personne: non comparée à une personne attendue",
                          "Page imprimée: nom, date de naissance et dates des droits comme dans le "
                          "sceau ; comparez le reste vous-même",
                          "Confiance: liste des émetteurs sans date"));
  EXPECT_THAT(WordsOf(TestSeal(), Language::kEnglish),
              ElementsAre("Seal: intact, of CPAM de Paris (key 0123456789abcdef)",
                          "Withdrawal: not offered by the issuer", "Rights: open on 2026-11-23",
                          "Person: not compared with a person expected",
                          "Printed page: name, birth date and dates of rights as in the seal; "
                          "compare the rest yourself",
                          "Trust: list of issuers without a date"));
}

TEST(ChecksTest, AWithdrawalSaysSinceWhenAndWhy) {
  SealReport seal = TestSeal();
  seal.axes.status = StatusAxis::kRevoked;
  seal.withdrawal = WithdrawalNotice{Day(2026, 11, 3), "lost"};
  EXPECT_EQ(ChecksOf(seal, Day(2026, 11, 23), Language::kFrench)[1].word,
            "retirée par l'émetteur le 03/11/2026 (perdue)");
}

TEST(ChecksTest, EachReasonIsReportedOnce) {
  SealReport seal = TestSeal();
  seal.reasons = {{Reason::kDocumentHiddenCode, ""}, {Reason::kInternal, ""}};
  const auto checks = ChecksOf(seal, Day(2026, 11, 23), Language::kFrench);
  EXPECT_THAT(checks[4].reasons, ElementsAre(Reason::kDocumentHiddenCode));
  EXPECT_THAT(checks[0].reasons, IsEmpty());
  EXPECT_THAT(NotesOf(seal), ElementsAre(Reason::kInternal));
}

}  // namespace
}  // namespace sceau::wording
