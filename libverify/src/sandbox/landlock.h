// SPDX-License-Identifier: Apache-2.0
// Takes the file system away from this process and all that it forks, except for reading fonts.
#ifndef SCEAU_SANDBOX_LANDLOCK_H_
#define SCEAU_SANDBOX_LANDLOCK_H_

#include <span>

namespace sceau::sandbox {

// What a kernel knows of Landlock; 0 where it has none.
int LandlockLevel();

// Below this, rules do not hold against renaming.
inline constexpr int kMinLandlock = 2;

// False when the kernel cannot, or not at least at kMinLandlock: nothing is restricted then.
// `at_most` is for tests of older kernels. Needs PR_SET_NO_NEW_PRIVS.
bool RestrictFiles(std::span<const char* const> readable, int at_most);

}  // namespace sceau::sandbox

#endif  // SCEAU_SANDBOX_LANDLOCK_H_
