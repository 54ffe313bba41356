// SPDX-License-Identifier: Apache-2.0
// The system calls that a decoder needs, and no others.
#ifndef SCEAU_SANDBOX_SYSTEM_CALLS_H_
#define SCEAU_SANDBOX_SYSTEM_CALLS_H_

#include <linux/filter.h>

#include <optional>
#include <vector>

namespace sceau::sandbox {

enum class Files { kNone, kReadOnly };

// Programs for the kernel, made once and used by each child; both have a say on each call. What the
// first does not know ends the process; what the second does not allow is refused, for libraries
// try a few things that they can do without.
struct Filter {
  std::vector<sock_filter> known;
  std::vector<sock_filter> allowed;
};

// Nothing when libseccomp cannot make it for this machine.
std::optional<Filter> MakeFilter(Files files);

// For this process, for ever. Needs PR_SET_NO_NEW_PRIVS. False: the kernel has no seccomp.
bool Install(const Filter& filter);

}  // namespace sceau::sandbox

#endif  // SCEAU_SANDBOX_SYSTEM_CALLS_H_
