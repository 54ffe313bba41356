// SPDX-License-Identifier: Apache-2.0
// The helpers that a test has running.
#ifndef SCEAU_HELPER_PROCESSES_TESTING_H_
#define SCEAU_HELPER_PROCESSES_TESTING_H_

#include <sys/types.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace sceau::helper {

inline std::vector<pid_t> ChildrenOf(pid_t process) {
  std::vector<pid_t> children;
  std::error_code gone;
  const std::filesystem::path tasks = "/proc/" + std::to_string(process) + "/task";
  for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) children.push_back(child);
  }
  return children;
}

// Of this process, and what they forked.
inline std::vector<pid_t> HelperProcesses() {
  std::vector<pid_t> helpers = ChildrenOf(::getpid());
  const std::vector<pid_t> own = helpers;
  for (const pid_t helper : own) {
    for (const pid_t child : ChildrenOf(helper)) helpers.push_back(child);
  }
  return helpers;
}

}  // namespace sceau::helper

#endif  // SCEAU_HELPER_PROCESSES_TESTING_H_
