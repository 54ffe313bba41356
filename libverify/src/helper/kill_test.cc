// SPDX-License-Identifier: Apache-2.0
// Helpers killed at any moment while a batch is read: every document gets an answer, and none a
// wrong one. `SCEAU_KILLS` and `SCEAU_FILES` ask for more than a test run has time for.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/status.h"
#include "document/pdf/testing.h"
#include "helper/processes_testing.h"
#include "isolation/helper_reader.h"

namespace sceau::helper {
namespace {

int Asked(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

// Kills one helper after the other until it has killed enough or nothing is read any more.
int KillSome(int most, const std::atomic<bool>& done) {
  std::minstd_rand random(20261126);
  int killed = 0;
  while (killed < most && !done) {
    const std::vector<pid_t> helpers = HelperProcesses();
    if (!helpers.empty() && ::kill(helpers[random() % helpers.size()], SIGKILL) == 0) ++killed;
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
  }
  return killed;
}

TEST(KillTest, EveryDocumentGetsAnAnswer) {
  const int files = Asked("SCEAU_FILES", 60);
  const int kills = Asked("SCEAU_KILLS", 15);
  const Bytes pdf = document::testing::MakePdf({{"0 g 10 10 50 50 re f", "[0 0 200 200]"}});
  isolation::HelperReader reader({.source = isolation::PageSource::kDrawing});
  std::atomic<bool> done = false;
  std::atomic<int> killed = 0;
  std::map<Reason, int> reasons;
  int read = 0;
  {
    const std::jthread killer([&] { killed = KillSome(kills, done); });
    for (int i = 0; i < files || (killed == 0 && !done && i < 10 * files); ++i) {
      const auto outcome = reader.Read(pdf, {});
      if (outcome.ok())
        read += outcome->content.pages.size() == 1 ? 1 : 0;
      else
        ++reasons[ReasonOf(outcome.status())];
    }
    done = true;
  }
  RecordProperty("killed", killed);
  EXPECT_GT(killed, 0);
  EXPECT_GT(read, 0);
  for (const auto& [reason, count] : reasons)
    EXPECT_EQ(reason, Reason::kDocumentReaderCrashed) << ReasonCode(reason) << " " << count;
  std::printf("%d helpers killed; read %d, crashed %d\n", killed.load(), read,
              reasons[Reason::kDocumentReaderCrashed]);
  EXPECT_TRUE(HelperProcesses().size() <= 1);
}

}  // namespace
}  // namespace sceau::helper
