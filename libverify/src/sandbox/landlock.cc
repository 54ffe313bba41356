// SPDX-License-Identifier: Apache-2.0
// By system calls: the kernel's header of Debian 12 knows less than newer kernels can.
// Documentation/userspace-api/landlock.rst.
#include "sandbox/landlock.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/descriptor.h"

namespace sceau::sandbox {
namespace {

constexpr unsigned kGetLevel = 1;
constexpr int kPathBeneath = 1;

constexpr std::uint64_t kReadFile = std::uint64_t{1} << 2;
constexpr std::uint64_t kReadFolder = std::uint64_t{1} << 3;

struct RulesetAttributes {
  std::uint64_t files = 0;
  std::uint64_t network = 0;  // level 4
  std::uint64_t scoped = 0;   // level 6
};

struct [[gnu::packed]] PathBeneath {
  std::uint64_t allowed = 0;
  std::int32_t folder = -1;
};

// Everything that this level can refuse.
RulesetAttributes AllOf(int level) {
  constexpr int kBits[] = {13, 14, 15, 15, 16};  // of levels 1 to 5
  const int bits = kBits[std::clamp(level, 1, 5) - 1];
  RulesetAttributes all;
  all.files = (std::uint64_t{1} << bits) - 1;
  if (level >= 4) all.network = 3;  // bind, connect
  if (level >= 6) all.scoped = 3;   // abstract sockets, signals
  return all;
}

std::size_t SizeFor(int level) {
  if (level >= 6) return sizeof(RulesetAttributes);
  return level >= 4 ? offsetof(RulesetAttributes, scoped) : offsetof(RulesetAttributes, network);
}

bool AllowReading(int ruleset, const char* folder) {
  const Descriptor opened(::open(folder, O_PATH | O_CLOEXEC));
  if (opened.get() < 0) return true;  // what is not there needs no rule
  const PathBeneath rule{kReadFile | kReadFolder, opened.get()};
  return ::syscall(SYS_landlock_add_rule, ruleset, kPathBeneath, &rule, 0) == 0;
}

}  // namespace

int LandlockLevel() {
  const long level = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, kGetLevel);
  return static_cast<int>(std::max<long>(0, level));
}

bool RestrictFiles(std::span<const char* const> readable, int at_most) {
  const int level = std::min(LandlockLevel(), at_most);
  if (level < kMinLandlock) return false;
  const RulesetAttributes attributes = AllOf(level);
  const Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, SizeFor(level), 0)));
  if (ruleset.get() < 0) return false;
  const bool added = std::ranges::all_of(
      readable, [&](const char* folder) { return AllowReading(ruleset.get(), folder); });
  return added && ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

}  // namespace sceau::sandbox
