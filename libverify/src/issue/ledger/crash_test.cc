// SPDX-License-Identifier: Apache-2.0
// Killed at any moment, an issuer has lost nothing: what was handed out stands in the ledger.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <time.h>  // timer_create

#include <chrono>
#include <csignal>
#include <random>
#include <set>

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

  // How long this machine takes, as busy as it is, to open the ledger and hand out three.
  microseconds TimeOfThree() const {
    const auto start = std::chrono::steady_clock::now();
    const auto ledger = OpenLedger(path_);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(HandOutOne(*ledger), 0);
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
  }
};

TEST_F(CrashTest, WhatAppearedIsInTheLedgerAndNoEntryIsUsedTwice) {
  std::filesystem::create_directories(folder_ + "/out");
  Open();
  std::mt19937 random(20261123);
  std::uniform_int_distribution<microseconds::rep> moments(1, TimeOfThree().count());
  for (int round = 0; round < kRounds; ++round) {
    const microseconds moment{moments(random)};
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) IssueUntilKilled(moment);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "round " << round << " ended by " << WEXITSTATUS(status);
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
  }
  const Ledger ledger = Open();
  std::set<std::pair<std::uint64_t, std::uint64_t>> entries;
  std::size_t appeared = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder_ + "/out")) {
    const auto id = ParseDocumentId(file.path().filename().string());
    if (!id) continue;  // a temporary that was cut short
    ++appeared;
    const auto entry = FindInLedger(ledger, *id);
    ASSERT_TRUE(entry.ok()) << file.path();
    EXPECT_TRUE(entries.insert({entry->status.list, entry->status.index}).second);
  }
  EXPECT_GT(appeared, 20U) << "killed too early to say anything";
  EXPECT_GE(SummarizeLedger(ledger)->valid, appeared);
  const auto database = Database::Open(path_, std::chrono::seconds{1});
  auto check = database->Prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.ok() && *check->Step());
  EXPECT_EQ(AsText(check->Blob(0)), "ok");
}

}  // namespace
}  // namespace sceau::issue
