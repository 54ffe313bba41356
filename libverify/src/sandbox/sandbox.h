// SPDX-License-Identifier: Apache-2.0
// What a process gives up before it reads a document: files, network, processes, code that is not
// loaded yet, memory and time beyond its limits.
#ifndef SCEAU_SANDBOX_SANDBOX_H_
#define SCEAU_SANDBOX_SANDBOX_H_

#include <limits>
#include <optional>
#include <utility>

#include "sandbox/system_calls.h"
#include "sceau/limits.h"

namespace sceau::sandbox {

struct SandboxOptions {
  bool fonts = false;  // pages will be drawn, with letters that the document has not embedded
  int landlock_at_most = std::numeric_limits<int>::max();  // for tests of older kernels
};

class Sandbox {
 public:
  // Takes the files away, from this process and all that it forks, and prepares the rest. Without
  // Landlock no file can be opened inside at all, fonts neither. Nothing when there is no seccomp.
  static std::optional<Sandbox> Prepare(const SandboxOptions& options);

  // The rest, for this process: from here on hostile bytes may be looked at. False: they may not.
  bool Enter(const Limits& limits) const;

 private:
  explicit Sandbox(Filter filter) : filter_(std::move(filter)) {}
  Filter filter_;
};

// No core, no other process that looks into this one. False when the kernel refuses.
bool HideFromOthers();

}  // namespace sceau::sandbox

#endif  // SCEAU_SANDBOX_SANDBOX_H_
