// SPDX-License-Identifier: Apache-2.0
// Work on several things at once, with the results handed over in their order.
#ifndef SCEAU_CLI_PARALLEL_H_
#define SCEAU_CLI_PARALLEL_H_

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace sceau::cli {

// Calls work(i) for i in [0, count) on up to `jobs` threads, and consume(i, result) on the caller's
// thread for i = 0, 1, 2 … until it returns false. Work runs ahead of consume by a bounded amount,
// so that results do not pile up. While there is nothing to consume, idle() is called ten times a
// second. `work` must not throw.
template <typename Result, typename Work, typename Consume, typename Idle>
void RunInOrder(std::size_t count, std::size_t jobs, const Work& work, const Consume& consume,
                const Idle& idle) {
  constexpr std::chrono::milliseconds kIdlePause{100};
  const auto run_here = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, work(i))) return;
    }
  };
  if (count <= 1) return run_here();
  jobs = std::clamp<std::size_t>(jobs, 1, count);

  const std::size_t ahead = jobs * 4;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Result>> results(count);
  std::size_t next = 0;
  std::size_t consumed = 0;
  bool stopped = false;

  const auto worker = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return stopped || next == count || next < consumed + ahead; });
      if (stopped || next == count) return;
      const std::size_t mine = next++;
      lock.unlock();
      Result result = work(mine);
      lock.lock();
      results[mine] = std::move(result);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  try {
    while (threads.size() < jobs) threads.emplace_back(worker);
  } catch (const std::system_error&) {  // the system gives no more threads: fewer do the work too
    if (threads.empty()) return run_here();
  }

  std::unique_lock lock(mutex);
  while (consumed < count && !stopped) {
    while (!changed.wait_for(lock, kIdlePause, [&] { return results[consumed].has_value(); })) {
      lock.unlock();
      idle();
      lock.lock();
    }
    Result result = *std::move(results[consumed]);
    results[consumed].reset();
    lock.unlock();
    const bool go_on = consume(consumed, std::move(result));
    lock.lock();
    stopped = !go_on;
    ++consumed;
    changed.notify_all();
  }
}

}  // namespace sceau::cli

#endif  // SCEAU_CLI_PARALLEL_H_
