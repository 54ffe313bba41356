// SPDX-License-Identifier: Apache-2.0
// How the helper ends, where it can still say so.
#ifndef SCEAU_ISOLATION_HELPER_EXIT_H_
#define SCEAU_ISOLATION_HELPER_EXIT_H_

namespace sceau::isolation {

enum class HelperExit {
  kAnswered = 0,
  kNoSandbox = 70,    // it could not lock itself in, and read nothing
  kOutOfMemory = 71,  // a library gave up for want of it
  kMisused = 72,      // asked by another version, or not by the library
};

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_HELPER_EXIT_H_
