// SPDX-License-Identifier: Apache-2.0
#include "cli/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>

namespace sceau::cli {
namespace {

std::vector<int> Squares(std::size_t count, std::size_t jobs) {
  std::vector<int> consumed;
  const auto work = [](std::size_t i) { return static_cast<int>(i * i); };
  const auto consume = [&](std::size_t i, int result) {
    EXPECT_EQ(i, consumed.size());
    consumed.push_back(result);
    return true;
  };
  RunInOrder<int>(count, jobs, work, consume, [] {});
  return consumed;
}

TEST(RunInOrderTest, ResultsComeInOrderWhateverTheNumberOfThreads) {
  for (std::size_t count : {0U, 1U, 2U, 7U, 500U}) {
    std::vector<int> expected(count);
    for (std::size_t i = 0; i < count; ++i) expected[i] = static_cast<int>(i * i);
    for (std::size_t jobs : {1U, 2U, 8U}) EXPECT_EQ(Squares(count, jobs), expected) << jobs;
  }
}

TEST(RunInOrderTest, EarlyResultsWaitForLateOnes) {
  std::atomic<bool> second_done = false;
  std::vector<std::size_t> order;
  const auto work = [&](std::size_t i) {
    if (i == 0) second_done.wait(false);  // the first ends only once the second has
    if (i == 1) {
      second_done = true;
      second_done.notify_all();
    }
    return i;
  };
  RunInOrder<std::size_t>(
      2, 2, work,
      [&](std::size_t, std::size_t result) {
        order.push_back(result);
        return true;
      },
      [] {});
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1}));
}

TEST(RunInOrderTest, WorkIsDoneOnSeveralThreadsAtOnce) {
  std::atomic<int> running = 0;
  // Each of the two ends only once both run.
  const auto work = [&](std::size_t) {
    ++running;
    running.notify_all();
    for (int seen = running; seen < 2; seen = running) running.wait(seen);
    return 0;
  };
  int consumed = 0;
  RunInOrder<int>(
      2, 2, work, [&](std::size_t, int) { return ++consumed > 0; }, [] {});
  EXPECT_EQ(consumed, 2);
}

// The first result comes only once idle() was called: a command can be interrupted meanwhile.
TEST(RunInOrderTest, SomethingElseIsDoneWhileThereIsNothingToConsume) {
  for (std::size_t jobs : {1U, 2U}) {
    std::atomic<bool> idled = false;
    int consumed = 0;
    RunInOrder<int>(
        2, jobs,
        [&](std::size_t) {
          idled.wait(false);
          return 0;
        },
        [&](std::size_t, int) { return ++consumed > 0; },
        [&] {
          idled = true;
          idled.notify_all();
        });
    EXPECT_EQ(consumed, 2);
  }
}

TEST(RunInOrderTest, StopsWhenTheConsumerDoes) {
  for (std::size_t jobs : {1U, 4U}) {
    std::atomic<std::size_t> worked = 0;
    std::size_t consumed = 0;
    RunInOrder<int>(
        10'000, jobs,
        [&](std::size_t) {
          ++worked;
          return 0;
        },
        [&](std::size_t, int) { return ++consumed < 3; }, [] {});
    EXPECT_EQ(consumed, 3U);
    EXPECT_LE(worked, 3 + jobs * 5);  // what ran ahead is bounded
  }
}

}  // namespace
}  // namespace sceau::cli
