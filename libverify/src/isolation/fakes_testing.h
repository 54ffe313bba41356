// SPDX-License-Identifier: Apache-2.0
// Helpers that misbehave (fake_helper_testing.cc).
#ifndef SCEAU_ISOLATION_FAKES_TESTING_H_
#define SCEAU_ISOLATION_FAKES_TESTING_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace sceau::isolation {

// The fake helper under a name that says what it does.
inline std::string Fake(const std::string& kind) {
  const std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) / ("sceau-fakes-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::filesystem::path link = folder / kind;
  if (!std::filesystem::exists(link)) std::filesystem::create_symlink(SCEAU_FAKE_HELPER, link);
  return link;
}

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_FAKES_TESTING_H_
