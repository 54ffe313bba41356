// SPDX-License-Identifier: Apache-2.0
// What a hijacked decoder would try. Each is done by a process of its own, in the sandbox or not.
#ifndef SCEAU_SANDBOX_ESCAPES_TESTING_H_
#define SCEAU_SANDBOX_ESCAPES_TESTING_H_

#include <sys/types.h>

#include <span>
#include <string>

namespace sceau::sandbox {

// What the process that tries inherited, so that an attempt fails for no other reason than the
// sandbox.
struct Surroundings {
  pid_t parent = 0;
  int parent_pidfd = -1;
  int program = -1;    // /bin/false, open
  int network = -1;    // a network namespace
  int socket = -1;     // local, unconnected
  int pipe = -1;       // to write
  std::string folder;  // writable, with a file `file`
  std::string file;
  int* parents_number = nullptr;
};

struct Escape {
  const char* name;
  // True when it worked. May not return, when what it starts ends with 1.
  bool (*attempt)(const Surroundings& around);
};

std::span<const Escape> FileEscapes();
std::span<const Escape> ProcessEscapes();
std::span<const Escape> SystemEscapes();

}  // namespace sceau::sandbox

#endif  // SCEAU_SANDBOX_ESCAPES_TESTING_H_
