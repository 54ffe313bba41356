// SPDX-License-Identifier: Apache-2.0
#include "base/large_memory.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace sceau {
namespace {

constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;

// AddressSanitizer watches the edges of its own memory alone.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kIsWatched = true;
#else
constexpr bool kIsWatched = false;
#endif
#elif defined(__SANITIZE_ADDRESS__)
constexpr bool kIsWatched = true;
#else
constexpr bool kIsWatched = false;
#endif

}  // namespace

void PreferLargePages(void* memory, std::size_t bytes) {
  const std::uintptr_t into = reinterpret_cast<std::uintptr_t>(memory) % kLargePage;
  const std::size_t before = (kLargePage - into) % kLargePage;
  if (bytes < before + kLargePage) return;
  // Refused where the kernel has none: small ones do as well.
  ::madvise(static_cast<char*>(memory) + before, (bytes - before) / kLargePage * kLargePage,
            MADV_HUGEPAGE);
}

void ReserveLarge(Bytes& bytes, std::size_t capacity) {
  bytes.reserve(capacity);
  PreferLargePages(bytes.data(), bytes.capacity());
}

void* AllocateLarge(std::size_t bytes) {
  if (kIsWatched) return ::operator new(bytes, std::align_val_t(kLargePage));
  const std::size_t whole = (bytes + kLargePage - 1) / kLargePage * kLargePage;
  if (whole < bytes) throw std::bad_alloc();
  void* memory = ::mmap(nullptr, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  PreferLargePages(memory, whole);
  return memory;
}

void FreeLarge(void* memory, std::size_t bytes) {
  if (kIsWatched)
    ::operator delete(memory, std::align_val_t(kLargePage));
  else
    ::munmap(memory, (bytes + kLargePage - 1) / kLargePage * kLargePage);
}

}  // namespace sceau
