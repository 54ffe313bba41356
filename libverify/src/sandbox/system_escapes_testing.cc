// SPDX-License-Identifier: Apache-2.0
#include <linux/bpf.h>
#include <linux/netlink.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>

#include "sandbox/escapes_testing.h"

namespace sceau::sandbox {
namespace {

using In = const Surroundings&;

bool Opens(int family, int type, int protocol = 0) { return ::socket(family, type, protocol) >= 0; }

sockaddr_un Name() {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  name.sun_path[1] = 'x';  // abstract: no file is made
  return name;
}

constexpr Escape kSystemEscapes[] = {
    {"internet", [](In) { return Opens(AF_INET, SOCK_STREAM); }},
    {"datagrams", [](In) { return Opens(AF_INET, SOCK_DGRAM); }},
    {"internet 6", [](In) { return Opens(AF_INET6, SOCK_STREAM); }},
    {"local socket", [](In) { return Opens(AF_UNIX, SOCK_STREAM); }},
    {"netlink", [](In) { return Opens(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE); }},
    {"packets", [](In) { return Opens(AF_PACKET, SOCK_RAW); }},
    {"kernel's cryptography", [](In) { return Opens(AF_ALG, SOCK_SEQPACKET); }},
    {"pair of sockets",
     [](In) {
       std::array<int, 2> ends{};
       return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0;
     }},
    {"bind",
     [](In in) {
       const sockaddr_un name = Name();
       return ::bind(in.socket, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) == 0;
     }},
    {"connect",
     [](In in) {
       const sockaddr unspecified{};
       return ::connect(in.socket, &unspecified, sizeof(unspecified)) == 0;
     }},
    {"options of a socket",
     [](In in) {
       const int on = 1;
       return ::setsockopt(in.socket, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)) == 0;
     }},
    {"io_uring",
     [](In) {
       std::array<std::uint64_t, 15> parameters{};
       return ::syscall(SYS_io_uring_setup, 1, parameters.data()) >= 0;
     }},
    {"enter a namespace", [](In in) { return ::setns(in.network, CLONE_NEWNET) == 0; }},
    {"a user namespace", [](In) { return ::unshare(CLONE_NEWUSER) == 0; }},
    {"own files", [](In) { return ::unshare(CLONE_FILES) == 0; }},
    {"bpf",
     [](In) {
       bpf_attr map{};
       map.map_type = BPF_MAP_TYPE_ARRAY;
       map.key_size = map.value_size = 4;
       map.max_entries = 1;
       return ::syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof(map)) >= 0;
     }},
    {"performance counters",
     [](In) {
       perf_event_attr event{};
       event.size = sizeof(event);
       event.type = PERF_TYPE_SOFTWARE;
       event.config = PERF_COUNT_SW_TASK_CLOCK;
       return ::syscall(SYS_perf_event_open, &event, 0, -1, -1, 0) >= 0;
     }},
    {"keys", [](In) { return ::syscall(SYS_keyctl, 0, -3, 1) >= 0; }},
    {"a new key", [](In) { return ::syscall(SYS_add_key, "user", "sceau", "x", 1, -2) >= 0; }},
    {"userfaultfd", [](In) { return ::syscall(SYS_userfaultfd, 1) >= 0; }},
    {"shared memory", [](In) { return ::shmget(IPC_PRIVATE, 4096, 0600) >= 0; }},
    {"message queue", [](In) { return ::msgget(IPC_PRIVATE, 0600) >= 0; }},
    {"semaphores", [](In) { return ::semget(IPC_PRIVATE, 1, 0600) >= 0; }},
    {"kernel's messages", [](In) { return ::syscall(SYS_syslog, 10, nullptr, 0) >= 0; }},
    {"personality", [](In) { return ::personality(0xFFFFFFFF) >= 0; }},
    {"timer",
     [](In) {
       timer_t timer{};
       return ::syscall(SYS_timer_create, CLOCK_MONOTONIC, nullptr, &timer) == 0;
     }},
    {"event descriptor", [](In) { return ::syscall(SYS_eventfd2, 0, 0) >= 0; }},
    {"another filter", [](In) { return ::syscall(SYS_seccomp, 2 /* actions */, 0, nullptr) == 0; }},
    {"another ruleset",
     [](In) { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0; }},
    {"name of the system",
     [](In) {
       std::array<char, 1024> name{};
       return ::syscall(SYS_uname, name.data()) == 0;
     }},
};

}  // namespace

std::span<const Escape> SystemEscapes() { return kSystemEscapes; }

}  // namespace sceau::sandbox
