// SPDX-License-Identifier: Apache-2.0
// OpenSSL without memory, for tests: each of its allocations fails in turn, and those of whatever
// is given the same functions.
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

// Runs `act` once for each of its allocations, or each `step`-th; says how many there are, and 0
// when OpenSSL does not ask us. std::bad_alloc is a fair answer. To look at what it got, `act`
// calls EndShortage().
long FailEach(Shortage shortage, const std::function<void()>& act, long step = 1);
void EndShortage();

// malloc() and realloc() that fail when it is their turn.
void* AllocateOrFail(std::size_t size);
void* ReallocateOrFail(void* old, std::size_t size);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_FAILING_MEMORY_TESTING_H_
