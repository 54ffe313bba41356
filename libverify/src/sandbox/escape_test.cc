// SPDX-License-Identifier: Apache-2.0
// The sandbox of the helpers against what a hijacked decoder would try: nothing may work, at each
// level of Landlock.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <vector>

#include "sandbox/escapes_testing.h"
#include "sandbox/landlock.h"
#include "sandbox/sandbox.h"

namespace sceau::sandbox {
namespace {

std::vector<Escape> AllEscapes() {
  std::vector<Escape> all;
  for (const auto some : {FileEscapes(), ProcessEscapes(), SystemEscapes()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

class EscapeTest : public ::testing::Test {
 protected:
  EscapeTest() {
    around_.parent = ::getpid();
    around_.parent_pidfd = static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0));
    around_.program = ::open("/bin/false", O_RDONLY);
    around_.network = ::open("/proc/self/ns/net", O_RDONLY);
    around_.socket = ::socket(AF_UNIX, SOCK_DGRAM, 0);
    EXPECT_EQ(::pipe(pipe_.data()), 0);
    around_.pipe = pipe_[1];
    around_.folder = ::testing::TempDir() + "sceau-escape-" + std::to_string(::getpid());
    around_.file = around_.folder + "/file";
    around_.parents_number = &number_;
  }
  ~EscapeTest() override {
    for (const int fd : {around_.parent_pidfd, around_.program, around_.network, around_.socket,
                         pipe_[0], pipe_[1]})
      ::close(fd);
    std::filesystem::remove_all(around_.folder);
  }

  // In a process of its own, whose folder is as it should be.
  bool Works(const Escape& escape, const std::function<bool()>& enter) const {
    std::filesystem::remove_all(around_.folder);
    std::filesystem::create_directories(around_.folder);
    std::ofstream(around_.file) << "secret";
    const pid_t child = ::fork();
    if (child == 0) ::_exit(enter() ? (escape.attempt(around_) ? 1 : 0) : 2);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) == 2) << "no sandbox";
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
  }

  int CountOf(const SandboxOptions& options) const {
    int worked = 0;
    for (const Escape& escape : AllEscapes()) {
      const bool works = Works(escape, [&] {
        if (!HideFromOthers()) return false;
        const auto sandbox = Sandbox::Prepare(options);
        return sandbox && sandbox->Enter(Limits{});
      });
      if (works) ADD_FAILURE() << escape.name;
      worked += works ? 1 : 0;
    }
    return worked;
  }

  Surroundings around_;
  std::array<int, 2> pipe_{-1, -1};
  int number_ = 1;
};

TEST_F(EscapeTest, NothingWorksAtAnyLevelOfLandlock) {
  EXPECT_GE(AllEscapes().size(), 38U);
  for (const int level : {std::numeric_limits<int>::max(), kMinLandlock, 0}) {
    SCOPED_TRACE(level);
    EXPECT_EQ(CountOf({.fonts = true, .landlock_at_most = level}), 0);
  }
  EXPECT_EQ(CountOf({.fonts = false}), 0);
}

// What fails without a sandbox too would prove nothing of it. Some of it is refused to ordinary
// users and in containers.
TEST_F(EscapeTest, MostWorksOutside) {
  int worked = 0;
  for (const Escape& escape : AllEscapes()) worked += Works(escape, [] { return true; }) ? 1 : 0;
  EXPECT_GE(worked, 38) << "of " << AllEscapes().size();
}

TEST_F(EscapeTest, FontsAreReadableUnderLandlockAlone) {
  const Escape fonts{"fonts", [](const Surroundings&) {
                       return ::open("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0;
                     }};
  const auto under = [](const SandboxOptions& options) {
    return [options] {
      const auto sandbox = Sandbox::Prepare(options);
      return sandbox && sandbox->Enter(Limits{});
    };
  };
  EXPECT_EQ(Works(fonts, under({.fonts = true})), LandlockLevel() >= kMinLandlock);
  EXPECT_FALSE(Works(fonts, under({.fonts = true, .landlock_at_most = 0})));
  EXPECT_FALSE(Works(fonts, under({.fonts = false})));
}

#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
TEST_F(EscapeTest, MemoryAndTimeAreBounded) {
  Limits limits;
  limits.decode_memory = std::size_t{256} << 20;
  limits.decode_wall = std::chrono::milliseconds{20};
  const auto enter = [&] {
    const auto sandbox = Sandbox::Prepare({});
    return sandbox && sandbox->Enter(limits);
  };
  const Escape memory{"memory", [](const Surroundings&) {
                        const std::size_t much = std::size_t{512} << 20;
                        return ::operator new(much, std::nothrow) != nullptr;
                      }};
  EXPECT_FALSE(Works(memory, enter));
  const Escape time{"time", [](const Surroundings&) {
                      for (volatile int i = 0;;) i = i ^ 1;
                      return true;
                    }};
  EXPECT_FALSE(Works(time, enter));
}
#endif

}  // namespace
}  // namespace sceau::sandbox
