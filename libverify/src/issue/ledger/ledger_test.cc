// SPDX-License-Identifier: Apache-2.0
#include "sceau/ledger.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <functional>
#include <set>
#include <utility>

#include "base/status.h"
#include "issue/ledger/ledger_testing.h"
#include "issue/ledger/sqlite.h"
#include "trust/certified.h"

namespace sceau::issue {
namespace {

using testing::HasSubstr;
using testing::Not;

class LedgerTest : public LedgerFixture {
 protected:
  static LedgerSelection Person(std::string_view nir) { return {std::nullopt, std::string(nir)}; }

  static LedgerEntry Entry(const Ledger& ledger, const IssuedAttestation& issued) {
    return *FindInLedger(ledger, issued.attestation.document_id);
  }
  absl::StatusOr<IssuedAttestation> Replace(const Ledger& ledger, const std::string& claims,
                                            const DocumentId& old) const {
    IssueOptions options = Options(ledger);
    options.replaces = old;
    return IssueAttestation(claims, options);
  }
  std::string FileContent() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      std::ifstream file(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }
};

TEST_F(LedgerTest, RemembersWhatWasIssuedForItsOwnerAlone) {
  const Ledger ledger = Open();
  const IssuedAttestation issued = Issue(ledger);
  ASSERT_TRUE(issued.attestation.status);
  const LedgerEntry entry = Entry(ledger, issued);
  EXPECT_EQ(entry.document_id, issued.document_id);
  EXPECT_EQ(entry.key_id, seal::ToString(trust::HashIdOf(issuer_->certificate)));
  EXPECT_EQ(entry.status, *issued.attestation.status);
  EXPECT_EQ(entry.issued_at, issued.attestation.issued_at);
  EXPECT_EQ(entry.valid_until, issued.attestation.valid_until);
  EXPECT_EQ(entry.state, LedgerState::kValid);
  EXPECT_FALSE(entry.since);
  for (const auto& file : std::filesystem::directory_iterator(folder_)) {
    struct stat facts {};
    ASSERT_EQ(::stat(file.path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U) << file.path();
  }
  EXPECT_EQ(ReasonOf(FindInLedger(ledger, DocumentId{}).status()), Reason::kLedgerUnknownDocument);
}

TEST_F(LedgerTest, HoldsNoPersonalData) {
  const Ledger ledger = Open();
  ASSERT_TRUE(Request(ledger, ClaimsOf("LEFEVRE-DE-FICTION", kNirOfZoe), "dossier de Zoé").ok());
  const std::string content = FileContent();
  EXPECT_THAT(content, HasSubstr("attestations"));
  for (const std::string& secret :
       {std::string(kNirOfZoe), std::string("FICTION"), std::string("Zoé"), std::string("dossier"),
        std::string("19840512")})
    EXPECT_THAT(content, Not(HasSubstr(secret)));
}

// Whatever is to be drawn of it later.
TEST_F(LedgerTest, ASealKeepsTheLayoutThatItNames) {
  const Ledger ledger = Open();
  for (const Drawing drawing : {Drawing::kPage, Drawing::kCode}) {
    IssueOptions options = Options(ledger);
    options.request_id = drawing == Drawing::kPage ? "page" : "code";
    options.drawing = drawing;
    const auto first = IssueAttestation(ClaimsOf("LEFÈVRE", kNirOfZoe), options);
    ASSERT_TRUE(first.ok()) << first.status();
    EXPECT_EQ(first->attestation.layout.has_value(), drawing == Drawing::kPage);
    options.drawing = drawing == Drawing::kPage ? Drawing::kCode : Drawing::kPage;
    const auto again = IssueAttestation(ClaimsOf("LEFÈVRE", kNirOfZoe), options);
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_EQ(again->seal_text, first->seal_text);
    EXPECT_EQ(again->attestation, first->attestation);
  }
}

TEST_F(LedgerTest, TheSameRequestGivesTheSameAttestation) {
  const std::string claims = ClaimsOf("LEFÈVRE", kNirOfZoe);
  const auto first = Request(Open(), claims, "r1");
  ASSERT_TRUE(first.ok()) << first.status();
  const Ledger ledger = Open();
  // However the JSON is laid out, and whenever it is asked for.
  IssueOptions later = Options(ledger);
  later.request_id = "r1";
  later.now = [] { return Day("2026-11-20"); };
  const auto again = IssueAttestation("  " + claims, later);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->seal_text, first->seal_text);
  EXPECT_EQ(again->attestation, first->attestation);
  EXPECT_NE(Request(ledger, claims, "r2")->document_id, first->document_id);
  EXPECT_NE(Issue(ledger).document_id, Issue(ledger).document_id);

  EXPECT_EQ(ReasonOf(Request(ledger, ClaimsOf("DUPRÉ", kNirOfZoe), "r1").status()),
            Reason::kLedgerRequestDiffers);
  issuer_ = MakeIssuer();
  EXPECT_EQ(ReasonOf(Request(ledger, claims, "r1").status()), Reason::kLedgerRequestOtherKey);
  EXPECT_EQ(ReasonOf(Request(ledger, claims, std::string(201, 'r')).status()),
            Reason::kClaimsBadText);
}

TEST_F(LedgerTest, WhatWasWithdrawnIsNotHandedOutAgain) {
  const Ledger ledger = Open();
  const auto issued = Request(ledger, ClaimsOf("LEFÈVRE"), "r1");
  const Instant now = Day("2026-11-03");
  ASSERT_TRUE(Suspend(ledger, Document(*issued), WithdrawalReason::kFraud, now).ok());
  EXPECT_TRUE(Request(ledger, ClaimsOf("LEFÈVRE"), "r1").ok());
  ASSERT_TRUE(Withdraw(ledger, Document(*issued), WithdrawalReason::kFraud, now).ok());
  EXPECT_EQ(ReasonOf(Request(ledger, ClaimsOf("LEFÈVRE"), "r1").status()),
            Reason::kLedgerWithdrawnForGood);
  IssueOptions delivered = Options(ledger);
  delivered.request_id = "r1";
  delivered.is_delivered = [](const std::string&) { return true; };
  EXPECT_TRUE(IssueAttestation(ClaimsOf("LEFÈVRE"), delivered).ok());
}

TEST_F(LedgerTest, TwoDocumentsToReplaceAreOneTooMany) {
  const Ledger ledger = Open();
  const IssuedAttestation old = Issue(ledger);
  std::string claims = ClaimsOf("LEFÈVRE");
  claims.insert(1, R"("replaces": ")" + old.document_id + R"(", )");
  EXPECT_TRUE(Replace(ledger, claims, old.attestation.document_id).ok());
  EXPECT_EQ(ReasonOf(Replace(ledger, claims, DocumentId{1}).status()), Reason::kClaimsWrongType);
}

TEST_F(LedgerTest, ASignatureThatWasChangedIsNotHandedOut) {
  const Ledger ledger = Open();
  ASSERT_TRUE(Request(ledger, ClaimsOf("LEFÈVRE"), "r1").ok());
  Execute("UPDATE attestations SET signature = zeroblob(64)");
  EXPECT_EQ(ReasonOf(Request(ledger, ClaimsOf("LEFÈVRE"), "r1").status()), Reason::kLedgerUnusable);
}

TEST_F(LedgerTest, ReplacingWithdrawsTheOldOne) {
  const Ledger ledger = Open();
  const IssuedAttestation old = Issue(ledger, "LEFÈVRE", kNirOfZoe);
  const auto fresh = Replace(ledger, ClaimsOf("DUPRÉ", kNirOfZoe), old.attestation.document_id);
  ASSERT_TRUE(fresh.ok()) << fresh.status();
  EXPECT_EQ(fresh->attestation.replaces, old.attestation.document_id);
  const LedgerEntry entry = Entry(ledger, old);
  EXPECT_EQ(entry.state, LedgerState::kWithdrawn);
  EXPECT_EQ(entry.reason, WithdrawalReason::kReplaced);
  EXPECT_EQ(entry.since, fresh->attestation.issued_at);
  EXPECT_EQ(entry.replaced_by, fresh->document_id);
  EXPECT_EQ(Entry(ledger, *fresh).replaces, old.document_id);

  // One that was lost first stays lost.
  const IssuedAttestation lost = Issue(ledger);
  ASSERT_TRUE(Withdraw(ledger, Document(lost), WithdrawalReason::kLost, Day("2026-11-01")).ok());
  ASSERT_TRUE(Replace(ledger, ClaimsOf("LEFÈVRE"), lost.attestation.document_id).ok());
  EXPECT_EQ(Entry(ledger, lost).reason, WithdrawalReason::kLost);

  EXPECT_EQ(ReasonOf(Replace(ledger, ClaimsOf("LEFÈVRE"), DocumentId{1}).status()),
            Reason::kLedgerUnknownDocument);
  const IssuedAttestation other = Issue(ledger, "PAUL", kNirOfPaul);
  EXPECT_EQ(
      ReasonOf(
          Replace(ledger, ClaimsOf("LEFÈVRE", kNirOfZoe), other.attestation.document_id).status()),
      Reason::kLedgerReplacesAnotherPerson);
  EXPECT_EQ(Entry(ledger, other).state, LedgerState::kValid);
}

// Without a NIR on one side, names and birth date say who it is.
TEST_F(LedgerTest, OnlyAnAttestationOfTheSamePersonIsReplaced) {
  const Ledger ledger = Open();
  const auto reason = [&](const IssuedAttestation& old, const std::string& claims) {
    return ReasonOf(Replace(ledger, claims, old.attestation.document_id).status());
  };
  const Reason another = Reason::kLedgerReplacesAnotherPerson;
  const IssuedAttestation unnumbered = Issue(ledger, "LEFÈVRE");
  const IssuedAttestation numbered = Issue(ledger, "LEFÈVRE", kNirOfZoe);
  EXPECT_EQ(reason(unnumbered, ClaimsOf("DUPRÉ")), another);
  EXPECT_EQ(reason(unnumbered, ClaimsOf("DUPRÉ", kNirOfZoe)), another);
  std::string born_later = ClaimsOf("LEFÈVRE");
  born_later.replace(born_later.find("19840512"), 8, "19840513");
  EXPECT_EQ(reason(unnumbered, born_later), another);
  EXPECT_EQ(reason(numbered, ClaimsOf("LEFÈVRE")), another);
  EXPECT_EQ(reason(numbered, ClaimsOf("LEFÈVRE", kNirOfPaul)), another);
  EXPECT_EQ(Entry(ledger, unnumbered).state, LedgerState::kValid);
  EXPECT_EQ(Entry(ledger, numbered).state, LedgerState::kValid);
  const auto again = Replace(ledger, ClaimsOf("Lefevre"), unnumbered.attestation.document_id);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_TRUE(Replace(ledger, ClaimsOf("LEFÈVRE", kNirOfZoe), again->attestation.document_id).ok());
}

TEST_F(LedgerTest, StatesChangeByTheRules) {
  const Ledger ledger = Open();
  const IssuedAttestation issued = Issue(ledger);
  const auto withdraw = [&] {
    return Withdraw(ledger, Document(issued), WithdrawalReason::kStolen, Day("2026-11-03"));
  };
  const auto suspend = [&] {
    return Suspend(ledger, Document(issued), WithdrawalReason::kFraud, Day("2026-11-04"));
  };
  const auto reinstate = [&] { return Reinstate(ledger, Document(issued), Day("2026-11-05")); };
  EXPECT_EQ(*reinstate(), 0U);
  EXPECT_EQ(*suspend(), 1U);
  EXPECT_EQ(*suspend(), 0U);
  EXPECT_EQ(Entry(ledger, issued).state, LedgerState::kSuspended);
  EXPECT_EQ(Entry(ledger, issued).reason, WithdrawalReason::kFraud);
  EXPECT_EQ(*reinstate(), 1U);
  EXPECT_EQ(Entry(ledger, issued).state, LedgerState::kValid);
  EXPECT_EQ(*suspend(), 1U);
  EXPECT_EQ(*withdraw(), 1U);
  EXPECT_EQ(*withdraw(), 0U);
  EXPECT_EQ(ReasonOf(suspend().status()), Reason::kLedgerWithdrawnForGood);
  EXPECT_EQ(ReasonOf(reinstate().status()), Reason::kLedgerWithdrawnForGood);
  const LedgerEntry entry = Entry(ledger, issued);
  EXPECT_EQ(entry.state, LedgerState::kWithdrawn);
  EXPECT_EQ(entry.reason, WithdrawalReason::kStolen);
  EXPECT_EQ(entry.since, Day("2026-11-03"));
}

TEST_F(LedgerTest, APersonIsFoundByNir) {
  const Ledger ledger = Open();
  const IssuedAttestation one = Issue(ledger, "LEFÈVRE", kNirOfZoe);
  const IssuedAttestation two = Issue(ledger, "LEFÈVRE", kNirOfZoe);
  const IssuedAttestation other = Issue(ledger, "PAUL", kNirOfPaul);
  const Instant now = Day("2026-11-03");
  ASSERT_EQ(*Withdraw(ledger, Document(one), WithdrawalReason::kError, now), 1U);
  EXPECT_EQ(*Suspend(ledger, Person(kNirOfZoe), WithdrawalReason::kLost, now), 1U);
  EXPECT_EQ(*Withdraw(ledger, Person("2 84 05 99 999 001 80"), WithdrawalReason::kLost, now), 1U);
  EXPECT_EQ(*Reinstate(ledger, Person(kNirOfZoe), now), 0U);  // passed over: for good
  EXPECT_EQ(Entry(ledger, one).reason, WithdrawalReason::kError);
  EXPECT_EQ(Entry(ledger, two).reason, WithdrawalReason::kLost);
  EXPECT_EQ(Entry(ledger, other).state, LedgerState::kValid);

  struct Row {
    LedgerSelection which;
    Reason reason;
  };
  const Row rows[] = {{{}, Reason::kUsage},
                      {{DocumentId{}, std::string(kNirOfZoe)}, Reason::kUsage},
                      {Person("2840599999002"), Reason::kClaimsBadNir},
                      {Person("284059999900181"), Reason::kClaimsNirKey},
                      {Person("284058832102532"), Reason::kLedgerUnknownHolder},
                      {{DocumentId{1}, std::nullopt}, Reason::kLedgerUnknownDocument}};
  for (const Row& row : rows)
    EXPECT_EQ(ReasonOf(Withdraw(ledger, row.which, WithdrawalReason::kLost, now).status()),
              row.reason);
}

// Two processes that choose at the same moment: the second starts again.
TEST_F(LedgerTest, WhoComesSecondChoosesAgain) {
  LedgerOptions same_choice;
  const auto first_numbers = std::make_shared<int>(0);
  same_choice.random = [first_numbers](std::span<std::uint8_t> out) {
    std::ranges::fill(out, std::uint8_t{0});
    out[0] = static_cast<std::uint8_t>((*first_numbers)++);
  };
  const Ledger mine = Open(same_choice);
  *first_numbers = 0;
  IssuedAttestation theirs;
  IssueOptions options = Options(mine);
  options.random = [&, rounds = 0](std::span<std::uint8_t> out) mutable {
    if (rounds++ == 0) {
      LedgerOptions first;
      first.random = [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, 0); };
      theirs = Issue(Open(first));
    }
    std::ranges::fill(out, static_cast<std::uint8_t>(rounds));
  };
  const auto issued = IssueAttestation(ClaimsOf("LEFÈVRE"), options);
  ASSERT_TRUE(issued.ok()) << issued.status();
  EXPECT_EQ(theirs.attestation.status->index, 0U);
  // From the next block, where nobody draws yet.
  EXPECT_EQ(issued->attestation.status->index, same_choice.block_entries + 1);
}

TEST_F(LedgerTest, TwoWhoServeOneRequestGiveOneAttestation) {
  const Ledger ledger = Open();
  std::string theirs;
  IssueOptions options = Options(ledger);
  options.request_id = "r1";
  options.random = [&](std::span<std::uint8_t> out) {
    if (theirs.empty()) theirs = Request(Open(), ClaimsOf("LEFÈVRE"), "r1")->seal_text;
    std::ranges::fill(out, std::uint8_t{7});
  };
  const auto issued = IssueAttestation(ClaimsOf("LEFÈVRE"), options);
  ASSERT_TRUE(issued.ok()) << issued.status();
  EXPECT_EQ(issued->seal_text, theirs);
  EXPECT_EQ(SummarizeLedger(ledger)->valid, 1U);
}

TEST_F(LedgerTest, WithoutEndBeingSecondGivesUp) {
  const Ledger ledger = Open();
  const IssuedAttestation issued = Issue(ledger);
  IssueOptions options = Options(ledger);
  options.random = [&](std::span<std::uint8_t> out) {
    std::ranges::copy(issued.attestation.document_id, out.begin());
  };
  EXPECT_EQ(ReasonOf(IssueAttestation(ClaimsOf("X"), options).status()), Reason::kLedgerLocked);
}

TEST_F(LedgerTest, AnotherWriterIsWaitedForAndThenSaid) {
  LedgerOptions impatient;
  impatient.patience = std::chrono::milliseconds{1};
  const Ledger ledger = Open(impatient);
  const IssuedAttestation issued = Issue(ledger);
  const std::string again = Request(ledger, ClaimsOf("X"), "r1")->document_id;
  const auto other = Database::Open(path_, std::chrono::seconds{1});
  {
    const auto transaction = Transaction::Begin(*other);
    ASSERT_TRUE(transaction.ok());
    EXPECT_EQ(ReasonOf(IssueAttestation(ClaimsOf("X"), Options(ledger)).status()),
              Reason::kLedgerLocked);
    EXPECT_EQ(ReasonOf(Withdraw(ledger, Document(issued), WithdrawalReason::kLost, {}).status()),
              Reason::kLedgerLocked);
    EXPECT_EQ(Entry(ledger, issued).state, LedgerState::kValid);  // reading goes on
    EXPECT_EQ(Request(ledger, ClaimsOf("X"), "r1")->document_id, again);
  }
  Issue(ledger);
}

TEST_F(LedgerTest, AFullDiskLosesNothing) {
  const Ledger ledger = Open();
  const IssuedAttestation issued = Issue(ledger);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
  const rlimit none{.rlim_cur = 0, .rlim_max = limit.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &none), 0);
  const auto refused = IssueAttestation(ClaimsOf("X"), Options(ledger));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_EQ(ReasonOf(refused.status()), Reason::kLedgerNotWritten) << refused.status();
  EXPECT_EQ(Entry(ledger, issued).state, LedgerState::kValid);
  EXPECT_EQ(SummarizeLedger(ledger)->valid, 1U);
  Issue(ledger);
  EXPECT_EQ(SummarizeLedger(Open())->valid, 2U);
}

TEST_F(LedgerTest, OnlyLedgersAreOpened) {
  const auto write = [this](const std::string& content) {
    std::filesystem::remove_all(path_);
    std::ofstream(path_, std::ios::binary) << content;
  };
  const auto reason = [this] { return ReasonOf(OpenLedger(path_).status()); };
  write("not a database, but long enough to be looked at");
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  write("");
  Execute("CREATE TABLE other (x)");
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  write("");
  Execute("PRAGMA application_id = 7");
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  write("");
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  const auto make = [this] {
    std::filesystem::remove_all(path_);
    ASSERT_TRUE(CreateLedger(path_).ok());
  };
  make();
  EXPECT_EQ(ReasonOf(CreateLedger(path_)), Reason::kOutputExists);
  Execute("PRAGMA user_version = 3");
  EXPECT_EQ(reason(), Reason::kLedgerUnsupported);
  make();
  Execute("DELETE FROM meta");
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  std::filesystem::remove_all(path_);
  std::filesystem::create_directory(path_);
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  std::filesystem::remove_all(path_);
  std::filesystem::create_symlink(folder_ + "/elsewhere", path_);
  EXPECT_EQ(reason(), Reason::kLedgerUnusable);
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/elsewhere"));
  path_ = folder_ + "/no/such/folder";
  EXPECT_EQ(reason(), Reason::kLedgerMissing);
  EXPECT_EQ(ReasonOf(CreateLedger(path_)), Reason::kLedgerNotWritten);
  LedgerOptions odd;
  for (const std::uint64_t entries : {0U, 2U, 10U}) {
    odd.list_entries = entries;
    EXPECT_EQ(ReasonOf(OpenLedger(path_, odd).status()), Reason::kUsage);
  }
  odd = {};
  for (const std::uint64_t entries : {0U, (1U << 20) + 1}) {
    odd.block_entries = entries;
    EXPECT_EQ(ReasonOf(OpenLedger(path_, odd).status()), Reason::kUsage);
  }
}

TEST_F(LedgerTest, RowsThatNoLedgerHoldsAreRefused) {
  const Ledger ledger = Open();
  const IssuedAttestation issued = Issue(ledger);
  for (const char* column : {"block", "entries"}) {
    Execute(fmt::format("UPDATE lists SET {} = 1 << 60", column).c_str());
    EXPECT_EQ(ReasonOf(IssueAttestation(ClaimsOf("X"), Options(ledger)).status()),
              Reason::kLedgerUnusable);
    Execute("UPDATE lists SET block = 65536, entries = 1 << 20");
  }
  Execute("UPDATE attestations SET valid_until = 20269999");
  EXPECT_EQ(ReasonOf(FindInLedger(ledger, issued.attestation.document_id).status()),
            Reason::kLedgerUnusable);
}

}  // namespace
}  // namespace sceau::issue
