// SPDX-License-Identifier: Apache-2.0
// For tests: OpenSSL without memory. Each of its allocations fails in turn, and so do those of
// whoever is given the same functions.
#ifndef SCEAU_CRYPTO_FAILING_MEMORY_TESTING_H_
#define SCEAU_CRYPTO_FAILING_MEMORY_TESTING_H_

#include <cstddef>
#include <functional>

namespace sceau::crypto {

enum class Shortage {
  kOne,       // one allocation fails
  kFromHere,  // so do all that follow
  kThatSize,  // so do those of the same size that follow
};

// Runs `act` once for each of its allocations, or for each `step`-th of them. Returns how many
// there are; 0 when OpenSSL does not use our functions. `act` may throw std::bad_alloc. To look at
// what it got, `act` calls EndShortage().
long FailEach(Shortage shortage, const std::function<void()>& act, long step = 1);
void EndShortage();

// malloc() and realloc() that fail when it is their turn.
void* AllocateOrFail(std::size_t size);
void* ReallocateOrFail(void* old, std::size_t size);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_FAILING_MEMORY_TESTING_H_
