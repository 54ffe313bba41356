// SPDX-License-Identifier: Apache-2.0
#include "cli/large_heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace sceau::cli {

void MakeHeapLarge() {
  constexpr int kAhead = 32 << 20;
  constexpr int kLargest = 3 << 20;  // of the heap; what is larger is given back when it is freed
  ::mallopt(M_TOP_PAD, kAhead);
  ::mallopt(M_TRIM_THRESHOLD, 2 * kAhead);
  ::mallopt(M_MMAP_THRESHOLD, kLargest);
  constexpr std::size_t kGrowing = std::size_t{1} << 20;  // more than the heap has yet
  void* grown = std::malloc(kGrowing);
  constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
  const auto at = reinterpret_cast<std::uintptr_t>(grown);
  const std::uintptr_t before = (kLargePage - at % kLargePage) % kLargePage;
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  // A memory of its own, as the sanitizers have, is not there.
  if (grown != nullptr && at + before < end && end - at <= 2 * std::uintptr_t{kAhead})
    ::madvise(static_cast<char*>(grown) + before, end - at - before, MADV_HUGEPAGE);
  std::free(grown);
}

}  // namespace sceau::cli
