// SPDX-License-Identifier: Apache-2.0
#include "sandbox/system_calls.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "base/descriptor.h"

namespace sceau::sandbox {
namespace {

using Context = std::unique_ptr<void, void (*)(void*)>;

constexpr int kFree[] = {
    SCMP_SYS(read),       SCMP_SYS(pread64),      SCMP_SYS(write),         SCMP_SYS(close),
    SCMP_SYS(lseek),      SCMP_SYS(fstat),        SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(brk),        SCMP_SYS(madvise),      SCMP_SYS(futex),         SCMP_SYS(exit),
    SCMP_SYS(exit_group), SCMP_SYS(getrandom),    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
    SCMP_SYS(sysinfo),    SCMP_SYS(rt_sigreturn),
};

// Of looking for a font: under Landlock these see no content but that of the font folders.
constexpr int kOfFonts[] = {
    SCMP_SYS(newfstatat), SCMP_SYS(readlink),   SCMP_SYS(readlinkat), SCMP_SYS(access),
    SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(getdents64), SCMP_SYS(fstatfs),
    SCMP_SYS(statfs),     SCMP_SYS(fadvise64),  SCMP_SYS(stat),       SCMP_SYS(lstat),
};

// What libraries try and can do without: a cache of fonts to be written, a terminal to be asked.
constexpr int kRefused[] = {
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(fcntl),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(unlink),
    SCMP_SYS(rename),
    SCMP_SYS(link),
    SCMP_SYS(chmod),
    SCMP_SYS(ioctl),
    SCMP_SYS(getcwd),
    SCMP_SYS(prlimit64),
    SCMP_SYS(sched_getaffinity),
};

#ifdef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
// Theirs: UndefinedBehaviorSanitizer asks a pipe whether memory can be read. Ending by a signal is
// left out, so that a finding ends the process as an unknown call.
constexpr int kOfSanitizers[] = {
    SCMP_SYS(sigaltstack), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(gettid),      SCMP_SYS(pipe),         SCMP_SYS(pipe2),
};
#endif

// libseccomp has these as macros of C.
scmp_arg_cmp Is(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}
scmp_arg_cmp HasNone(unsigned argument, std::uint64_t bits) {
  return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}

bool Allow(const Context& filter, int call) {
  const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
  return error == 0 || error == -EDOM;  // the machine has no such call
}

bool AllowEach(const Context& filter, std::span<const int> calls) {
  return std::ranges::all_of(calls, [&](int call) { return Allow(filter, call); });
}

bool AllowIf(const Context& filter, int call, const scmp_arg_cmp& condition) {
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, condition) == 0;
}

// To read, an existing file; where the kernel looks at paths, it looks at Landlock's rules too.
bool AllowFonts(const Context& filter) {
  constexpr unsigned kFlags = 2;
  constexpr unsigned kCommand = 1;
  constexpr std::uint64_t kHarmless = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_DIRECTORY | O_NOFOLLOW;
  constexpr std::uint64_t kAll = 0xFFFFFFFF;
  return AllowEach(filter, kOfFonts) &&
         AllowIf(filter, SCMP_SYS(openat), HasNone(kFlags, kAll & ~kHarmless)) &&
         AllowIf(filter, SCMP_SYS(fcntl), Is(kCommand, F_GETFD)) &&
         AllowIf(filter, SCMP_SYS(fcntl), Is(kCommand, F_SETFD)) &&
         AllowIf(filter, SCMP_SYS(fcntl), Is(kCommand, F_GETFL));
}

// glibc asks for the state of a descriptor by the call that also takes paths.
bool AllowDescriptorState(const Context& filter) {
  constexpr unsigned kFlags = 3;
  return AllowIf(filter, SCMP_SYS(newfstatat), Is(kFlags, AT_EMPTY_PATH));
}

// What both programs allow.
bool AllowDecoding(const Context& filter) {
  constexpr unsigned kProtection = 2;
  const auto no_code = HasNone(kProtection, PROT_EXEC);
#ifdef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
  if (!AllowEach(filter, kOfSanitizers)) return false;
#endif
  return AllowEach(filter, kFree) && AllowIf(filter, SCMP_SYS(mmap), no_code) &&
         AllowIf(filter, SCMP_SYS(mprotect), no_code);
}

// The second program has to be installed under the first, and refuses what installed it.
bool AllowKnown(const Context& filter) {
  return AllowEach(filter, kOfFonts) && AllowEach(filter, kRefused) &&
         AllowIf(filter, SCMP_SYS(prctl), Is(0, PR_SET_SECCOMP));
}

// libseccomp writes a filter to a descriptor only.
std::optional<std::vector<sock_filter>> Export(const Context& filter) {
  const Descriptor memory(::memfd_create("filter", MFD_CLOEXEC));
  if (memory.get() < 0 || seccomp_export_bpf(filter.get(), memory.get()) != 0) return std::nullopt;
  const off_t size = ::lseek(memory.get(), 0, SEEK_END);
  if (size <= 0 || size % static_cast<off_t>(sizeof(sock_filter)) != 0) return std::nullopt;
  std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
  if (::pread(memory.get(), program.data(), static_cast<std::size_t>(size), 0) != size)
    return std::nullopt;
  return program;
}

// Other architectures' numbers mean other calls.
Context NewFilter(std::uint32_t otherwise) {
  Context filter(seccomp_init(otherwise), seccomp_release);
  if (filter != nullptr &&
      seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0)
    filter.reset();
  return filter;
}

bool InstallProgram(const std::vector<sock_filter>& program) {
  // The kernel does not write to it; its header asks for a pointer that could.
  const sock_fprog whole{static_cast<unsigned short>(program.size()),
                         const_cast<sock_filter*>(program.data())};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}

}  // namespace

std::optional<Filter> MakeFilter(Files files) {
  const Context known = NewFilter(SCMP_ACT_KILL_PROCESS);
  if (known == nullptr || !AllowDecoding(known) || !AllowKnown(known)) return std::nullopt;
  const Context allowed = NewFilter(SCMP_ACT_ERRNO(EACCES));
  if (allowed == nullptr || !AllowDecoding(allowed)) return std::nullopt;
  const bool opened =
      files == Files::kReadOnly ? AllowFonts(allowed) : AllowDescriptorState(allowed);
  if (!opened) return std::nullopt;
  auto first = Export(known);
  auto second = Export(allowed);
  if (!first || !second) return std::nullopt;
  return Filter{*std::move(first), *std::move(second)};
}

bool Install(const Filter& filter) {
  return InstallProgram(filter.known) && InstallProgram(filter.allowed);
}

}  // namespace sceau::sandbox
