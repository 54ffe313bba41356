// SPDX-License-Identifier: Apache-2.0
// Checks an invariant of a fuzzer. When it is broken, the process ends so that every runner
// notices.
#ifndef SCEAU_FUZZ_FUZZ_CHECK_H_
#define SCEAU_FUZZ_FUZZ_CHECK_H_

#include <cstdio>
#include <cstdlib>

namespace sceau::fuzz {

inline void Check(bool holds, const char* invariant) {
  if (holds) return;
  std::fprintf(stderr, "invariant broken: %s\n", invariant);
  std::abort();
}

}  // namespace sceau::fuzz

#endif  // SCEAU_FUZZ_FUZZ_CHECK_H_
