// SPDX-License-Identifier: Apache-2.0
// Poppler and glib end the process by abort() when memory runs out. So do checks that failed: what
// tells them apart is whether memory can still be had.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>

#include "isolation/helper_exit.h"

// In the place of libc's, for all that is loaded: inside the sandbox that one's signals are not
// allowed.
extern "C" [[noreturn, gnu::visibility("default")]] void abort() noexcept {
  constexpr std::size_t kMuch = std::size_t{256} << 20;
  constexpr int kAborted = 134;  // as a shell says it
  const void* memory =
      ::mmap(nullptr, kMuch, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ::_exit(memory == MAP_FAILED ? static_cast<int>(sceau::isolation::HelperExit::kOutOfMemory)
                               : kAborted);
}
