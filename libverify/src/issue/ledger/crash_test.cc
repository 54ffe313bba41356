// SPDX-License-Identifier: Apache-2.0
// Killed at any moment, an issuer has lost nothing: what was handed out stands in the ledger.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <time.h>  // timer_create

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "base/status.h"
#include "issue/ledger/ledger_testing.h"
#include "issue/ledger/sqlite.h"

namespace sceau::issue {
namespace {

using std::chrono::microseconds;

constexpr int kRounds = 100;

// SIGKILL, from the kernel, that long from now.
void KillMeIn(microseconds delay) {
  sigevent event{};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  timer_t timer{};
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(delay);
  const itimerspec when{.it_interval = {},
                        .it_value = {.tv_sec = seconds.count(),
                                     .tv_nsec = microseconds{delay - seconds}.count() * 1000}};
  if (::timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 ||
      ::timer_settime(timer, 0, &when, nullptr) != 0)
    ::_exit(1);
}

class CrashTest : public LedgerFixture {
 protected:
  // Issues one and hands it out as a file under its number; gives the code to end with when it
  // cannot.
  int HandOutOne(const Ledger& ledger) const {
    const auto issued = IssueAttestation(ClaimsOf("LEFÈVRE", kNirOfZoe), Options(ledger));
    if (!issued.ok()) return 3;
    const std::string file = folder_ + "/out/" + issued->document_id;
    return WriteFileAtomically(file, AsBytes(issued->seal_text)).ok() ? 0 : 4;
  }

  [[noreturn]] void IssueUntilKilled(microseconds delay) const {
    KillMeIn(delay);
    const auto ledger = OpenLedger(path_);
    if (!ledger.ok()) ::_exit(2);
    while (true) {
      if (const int code = HandOutOne(*ledger); code != 0) ::_exit(code);
    }
  }

  std::vector<std::string> HandedOut() const {
    std::vector<std::string> ids;
    for (const auto& file : std::filesystem::directory_iterator(folder_ + "/out")) {
      const std::string name = file.path().filename().string();
      if (ParseDocumentId(name)) ids.push_back(name);  // else a temporary that was cut short
    }
    return ids;
  }
};

// However slow the machine: where hardly any was handed out, the next rounds are longer.
TEST_F(CrashTest, WhatAppearedIsInTheLedgerAndNoEntryIsUsedTwice) {
  std::filesystem::create_directories(folder_ + "/out");
  Open();
  std::mt19937 random(20261123);
  microseconds longest{30'000};
  for (int round = 0; round < kRounds; ++round) {
    const microseconds moment{
        std::uniform_int_distribution<microseconds::rep>(1, longest.count())(random)};
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) IssueUntilKilled(moment);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "round " << round << " ended by " << WEXITSTATUS(status);
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
    if (round % 10 == 9 && HandedOut().size() < static_cast<std::size_t>(round) / 2) longest *= 2;
  }
  const Ledger ledger = Open();
  std::set<std::pair<std::uint64_t, std::uint64_t>> entries;
  const std::vector<std::string> appeared = HandedOut();
  for (const std::string& id : appeared) {
    const auto entry = FindInLedger(ledger, *ParseDocumentId(id));
    ASSERT_TRUE(entry.ok()) << id;
    EXPECT_TRUE(entries.insert({entry->status.list, entry->status.index}).second);
  }
  EXPECT_GT(appeared.size(), 20U) << "killed too early to say anything";
  EXPECT_GE(SummarizeLedger(ledger)->valid, appeared.size());
  const auto database = Database::Open(path_, std::chrono::seconds{1});
  auto check = database->Prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.ok() && *check->Step());
  EXPECT_EQ(AsText(check->Blob(0)), "ok");
}

}  // namespace
}  // namespace sceau::issue
