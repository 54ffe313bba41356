// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>

#include "sandbox/escapes_testing.h"

namespace sceau::sandbox {
namespace {

using In = const Surroundings&;

bool CanRead(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY);
  char byte = 0;
  return fd >= 0 && ::read(fd, &byte, 1) == 1;
}

struct OpenHow {
  std::uint64_t flags = 0;
  std::uint64_t mode = 0;
  std::uint64_t resolve = 0;
};

constexpr Escape kFileEscapes[] = {
    {"read /etc/passwd", [](In) { return CanRead("/etc/passwd"); }},
    {"read /etc/hostname by open()",
     [](In) { return ::syscall(SYS_open, "/etc/hostname", O_RDONLY) >= 0; }},
    {"read a file of the user", [](In in) { return CanRead(in.file); }},
    {"read by openat2",
     [](In) {
       OpenHow how;
       return ::syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", &how, sizeof(how)) >= 0;
     }},
    {"open a path alone", [](In) { return ::open("/etc/passwd", O_PATH) >= 0; }},
    {"write to a file", [](In in) { return ::open(in.file.c_str(), O_WRONLY) >= 0; }},
    {"read and write a file", [](In in) { return ::open(in.file.c_str(), O_RDWR) >= 0; }},
    {"make a file",
     [](In in) { return ::open((in.folder + "/new").c_str(), O_WRONLY | O_CREAT, 0600) >= 0; }},
    {"make a file without a name",
     [](In in) { return ::open(in.folder.c_str(), O_TMPFILE | O_WRONLY, 0600) >= 0; }},
    {"cut a file", [](In in) { return ::truncate(in.file.c_str(), 0) == 0; }},
    {"list a folder",
     [](In in) {
       const int fd = ::open(in.folder.c_str(), O_RDONLY | O_DIRECTORY);
       std::array<char, 4096> entries{};
       return fd >= 0 && ::syscall(SYS_getdents64, fd, entries.data(), entries.size()) > 0;
     }},
    {"own memory as a file", [](In) { return ::open("/proc/self/mem", O_RDWR) >= 0; }},
    {"own maps", [](In) { return CanRead("/proc/self/maps"); }},
    {"parent's memory as a file",
     [](In in) { return CanRead("/proc/" + std::to_string(in.parent) + "/environ"); }},
    {"parent's descriptors",
     [](In in) {
       return ::open(("/proc/" + std::to_string(in.parent) + "/fd").c_str(), O_RDONLY) >= 0;
     }},
    {"a terminal", [](In) { return ::open("/dev/tty", O_RDWR) >= 0 || CanRead("/dev/urandom"); }},
    {"mkdir", [](In in) { return ::mkdir((in.folder + "/d").c_str(), 0700) == 0; }},
    {"symlink", [](In in) { return ::symlink("/", (in.folder + "/s").c_str()) == 0; }},
    {"link", [](In in) { return ::link(in.file.c_str(), (in.folder + "/l").c_str()) == 0; }},
    {"rename", [](In in) { return ::rename(in.file.c_str(), (in.file + "2").c_str()) == 0; }},
    {"unlink", [](In in) { return ::unlink(in.file.c_str()) == 0; }},
    {"chmod", [](In in) { return ::chmod(in.file.c_str(), 0777) == 0; }},
    {"chown", [](In in) { return ::chown(in.file.c_str(), ::getuid(), ::getgid()) == 0; }},
    {"extended attribute",
     [](In in) { return ::syscall(SYS_setxattr, in.file.c_str(), "user.a", "b", 1, 0) == 0; }},
    {"watch files", [](In) { return ::inotify_init1(0) >= 0; }},
    {"watch all files", [](In) { return ::fanotify_init(FAN_CLASS_NOTIF, O_RDONLY) >= 0; }},
    {"a file by its handle",
     [](In in) {
       std::array<std::uint64_t, 32> handle{128};
       int mount = 0;
       return ::syscall(SYS_name_to_handle_at, AT_FDCWD, in.file.c_str(), handle.data(), &mount,
                        0) == 0;
     }},
    {"mount",
     [](In in) {
       return ::mount("none", in.folder.c_str(), "tmpfs", 0, nullptr) == 0 &&
              ::umount(in.folder.c_str()) == 0;
     }},
    {"change the root", [](In) { return ::chroot("/") == 0; }},
    {"change the folder", [](In) { return ::chdir("/") == 0; }},
    {"a memory file", [](In) { return ::memfd_create("a", 0) >= 0; }},
    {"ask a descriptor by ioctl",
     [](In in) {
       int count = 0;
       return ::ioctl(in.pipe, FIONREAD, &count) == 0;
     }},
    {"duplicate a descriptor", [](In in) { return ::dup(in.pipe) >= 0; }},
};

}  // namespace

std::span<const Escape> FileEscapes() { return kFileEscapes; }

}  // namespace sceau::sandbox
