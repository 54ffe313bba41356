// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>

#include "sandbox/escapes_testing.h"

namespace sceau::sandbox {
namespace {

using In = const Surroundings&;

constexpr std::size_t kPage = 4096;

// Ends the second process, if there is one.
bool IsParentOf(long child) {
  if (child == 0) ::_exit(0);
  return child > 0;
}

bool Run(In in, bool by_descriptor) {
  std::array<char*, 1> none = {nullptr};
  if (by_descriptor)
    ::syscall(SYS_execveat, in.program, "", none.data(), none.data(), AT_EMPTY_PATH);
  else
    ::syscall(SYS_execve, "/bin/false", none.data(), none.data());
  return false;
}

bool Map(int protection, int flags, int fd) {
  return ::mmap(nullptr, kPage, protection, flags, fd, 0) != MAP_FAILED;
}

bool MakeExecutable(long call) {
  void* page = ::mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page != MAP_FAILED && ::syscall(call, page, kPage, PROT_READ | PROT_EXEC, -1) == 0;
}

bool Touch(In in, long call) {
  int mine = 0;
  const iovec here{&mine, sizeof(mine)};
  const iovec there{in.parents_number, sizeof(int)};
  return ::syscall(call, in.parent, &here, 1, &there, 1, 0) == sizeof(int);
}

#ifdef __x86_64__
// The same kernel by its 32-bit door, where numbers mean other calls: 20 is getpid.
bool CallBy32Bits() {
  long result = 20;
  asm volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
  return result > 0;
}
#endif

struct CloneArguments {
  std::array<std::uint64_t, 11> fields{};
};

constexpr Escape kProcessEscapes[] = {
    {"execve", [](In in) { return Run(in, false); }},
    {"execveat", [](In in) { return Run(in, true); }},
    {"fork", [](In) { return IsParentOf(::syscall(SYS_fork)); }},
    {"clone", [](In) { return IsParentOf(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
    {"vfork", [](In) { return IsParentOf(::syscall(SYS_vfork)); }},
    {"clone3",
     [](In) {
       const CloneArguments arguments;
       return IsParentOf(::syscall(SYS_clone3, &arguments, sizeof(arguments)));
     }},
    {"map code that can be written",
     [](In) { return Map(PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1); }},
    {"map code", [](In) { return Map(PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1); }},
    {"map a program", [](In in) { return Map(PROT_READ | PROT_EXEC, MAP_PRIVATE, in.program); }},
    {"make memory code", [](In) { return MakeExecutable(SYS_mprotect); }},
    {"make memory code by key", [](In) { return MakeExecutable(SYS_pkey_mprotect); }},
    {"read the parent's memory", [](In in) { return Touch(in, SYS_process_vm_readv); }},
    {"write the parent's memory", [](In in) { return Touch(in, SYS_process_vm_writev); }},
    {"trace the parent",
     [](In in) { return ::ptrace(PTRACE_SEIZE, in.parent, nullptr, nullptr) == 0; }},
    {"be traced", [](In) { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
    {"signal the parent", [](In in) { return ::kill(in.parent, 0) == 0; }},
    {"signal a thread of the parent",
     [](In in) { return ::syscall(SYS_tgkill, in.parent, in.parent, 0) == 0; }},
    {"signal by descriptor",
     [](In in) { return ::syscall(SYS_pidfd_send_signal, in.parent_pidfd, 0, nullptr, 0) == 0; }},
    {"hold the parent", [](In in) { return ::syscall(SYS_pidfd_open, in.parent, 0) >= 0; }},
    {"take a descriptor of the parent",
     [](In in) { return ::syscall(SYS_pidfd_getfd, in.parent_pidfd, 0, 0) >= 0; }},
    {"the parent's limits",
     [](In in) {
       rlimit limit{};
       return ::prlimit(in.parent, RLIMIT_NOFILE, nullptr, &limit) == 0;
     }},
    {"own limits",
     [](In) {
       const rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
       return ::setrlimit(RLIMIT_CPU, &limit) == 0;
     }},
    {"stop the clock",
     [](In) {
       const itimerval none{};
       return ::setitimer(ITIMER_REAL, &none, nullptr) == 0;
     }},
#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
    {"survive the clock", [](In) { return ::signal(SIGALRM, SIG_IGN) != SIG_ERR; }},
    {"hide from the clock",
     [](In) {
       sigset_t all;
       ::sigfillset(&all);
       return ::sigprocmask(SIG_BLOCK, &all, nullptr) == 0;
     }},
#endif
    {"survive the server", [](In) { return ::prctl(PR_SET_PDEATHSIG, 0) == 0; }},
    {"be dumpable", [](In) { return ::prctl(PR_SET_DUMPABLE, 1) == 0; }},
    {"another scheduler",
     [](In) {
       const sched_param idle{};
       return ::sched_setscheduler(0, SCHED_BATCH, &idle) == 0;
     }},
    {"priority", [](In) { return ::setpriority(PRIO_PROCESS, 0, 5) == 0; }},
    {"a session of its own", [](In) { return ::setsid() > 0; }},
    {"another user", [](In) { return ::setuid(::getuid()) == 0; }},
#ifdef __x86_64__
    {"x32 call", [](In) { return ::syscall(0x40000000 | SYS_getpid) > 0; }},
    {"32-bit call", [](In) { return CallBy32Bits(); }},
#endif
};

}  // namespace

std::span<const Escape> ProcessEscapes() { return kProcessEscapes; }

}  // namespace sceau::sandbox
