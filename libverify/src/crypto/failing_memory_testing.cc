// SPDX-License-Identifier: Apache-2.0
#include "crypto/failing_memory_testing.h"

#include <openssl/crypto.h>

#include <cstdlib>
#include <new>

namespace sceau::crypto {
namespace {

// The allocation of this thread that fails; 0: none does.
thread_local long fails_at = 0;
thread_local Shortage kind = Shortage::kOne;
thread_local long allocations = 0;
thread_local std::size_t size_that_failed = 0;

bool Fails(std::size_t size) {
  if (fails_at == 0 || ++allocations < fails_at) return false;
  if (allocations == fails_at) {
    size_that_failed = size;
    return true;
  }
  return kind == Shortage::kFromHere || (kind == Shortage::kThatSize && size == size_that_failed);
}
void* Allocate(std::size_t size, const char* /*file*/, int /*line*/) {
  return AllocateOrFail(size);
}
void* Reallocate(void* old, std::size_t size, const char* /*file*/, int /*line*/) {
  return ReallocateOrFail(old, size);
}
void Release(void* memory, const char* /*file*/, int /*line*/) { std::free(memory); }

// OpenSSL takes them before its first allocation only.
const bool is_installed = CRYPTO_set_mem_functions(Allocate, Reallocate, Release) == 1;

}  // namespace

long FailEach(Shortage shortage, const std::function<void()>& act, long step) {
  if (!is_installed) return 0;
  kind = shortage;
  for (long i = 1;; i += step) {
    fails_at = i;
    allocations = 0;
    try {
      act();
    } catch (const std::bad_alloc&) {
    }
    EndShortage();
    if (allocations < i) return allocations;
  }
}

void EndShortage() { fails_at = 0; }

void* AllocateOrFail(std::size_t size) { return Fails(size) ? nullptr : std::malloc(size); }
void* ReallocateOrFail(void* old, std::size_t size) {
  return Fails(size) ? nullptr : std::realloc(old, size);
}

}  // namespace sceau::crypto
