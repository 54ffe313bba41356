// SPDX-License-Identifier: Apache-2.0
// What this thread has spent, whatever else the machine does.
#ifndef SCEAU_BASE_CPU_TIME_H_
#define SCEAU_BASE_CPU_TIME_H_

#include <time.h>  // clock_gettime

#include <chrono>

namespace sceau {

inline std::chrono::nanoseconds ThreadCpuTime() {
  timespec spent{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return std::chrono::seconds{spent.tv_sec} + std::chrono::nanoseconds{spent.tv_nsec};
}

}  // namespace sceau

#endif  // SCEAU_BASE_CPU_TIME_H_
