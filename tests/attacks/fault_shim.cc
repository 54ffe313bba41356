// SPDX-License-Identifier: Apache-2.0
// Preloaded into a program, makes one of its calls fail, or all of them fall short.
//   SCEAU_FAULT=KIND:N:ERROR   the N-th call of this kind (file, memory) fails with this errno
//   SCEAU_FAULT=short:0:0      each read and write moves one byte less than asked, where it can
//   SCEAU_FAULT=interrupt:0:0  every other read, write and sync is interrupted
//   SCEAU_FAULT_MARK=PATH      made when the fault was met
// Counting starts with main(), not with what loads the program.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Kind { kNone, kFile, kMemory, kShort, kInterrupt };

Kind fault_kind = Kind::kNone;
long fault_at = 0;
int fault_errno = 0;
std::atomic<long> calls = 0;
std::atomic<bool> armed = false;

template <typename Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void Mark() {
  const char* path = std::getenv("SCEAU_FAULT_MARK");
  if (path == nullptr) return;
  const long made = ::syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY, 0600);
  if (made >= 0) ::syscall(SYS_close, made);
}

bool Fails(Kind kind) {
  if (!armed || fault_kind != kind || ++calls != fault_at) return false;
  Mark();
  errno = fault_errno;
  return true;
}

// A call that moves bytes: what it may move.
bool IsInterrupted() {
  if (!armed || fault_kind != Kind::kInterrupt || ++calls % 2 == 0) return false;
  errno = EINTR;
  return true;
}
std::size_t Shortened(std::size_t count) {
  return armed && fault_kind == Kind::kShort && count > 1 ? count - 1 : count;
}

void ReadFault() {
  const char* text = std::getenv("SCEAU_FAULT");
  if (text == nullptr) return;
  char kind[16] = "";
  if (std::sscanf(text, "%15[a-z]:%ld:%d", kind, &fault_at, &fault_errno) != 3) std::abort();
  if (std::strcmp(kind, "file") == 0) fault_kind = Kind::kFile;
  if (std::strcmp(kind, "memory") == 0) fault_kind = Kind::kMemory;
  if (std::strcmp(kind, "short") == 0) fault_kind = Kind::kShort;
  if (std::strcmp(kind, "interrupt") == 0) fault_kind = Kind::kInterrupt;
  if (fault_kind == Kind::kNone) std::abort();
}

using Main = int(int, char**, char**);
Main* real_main = nullptr;

int ArmedMain(int argc, char** argv, char** environment) {
  ReadFault();
  armed = true;
  const int code = real_main(argc, argv, environment);
  armed = false;
  return code;
}

int ModeOf(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, int) : 0;
}

}  // namespace

extern "C" {

int __libc_start_main(Main* main, int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*end)(), void* stack) {
  using Start = int(Main*, int, char**, void (*)(), void (*)(), void (*)(), void*);
  real_main = main;
  return Real<Start>("__libc_start_main")(ArmedMain, argc, argv, init, fini, end, stack);
}

void* malloc(std::size_t size) {
  static auto* const real = Real<void*(std::size_t)>("malloc");
  return Fails(Kind::kMemory) ? nullptr : real(size);
}
void* realloc(void* old, std::size_t size) {
  static auto* const real = Real<void*(void*, std::size_t)>("realloc");
  return Fails(Kind::kMemory) ? nullptr : real(old, size);
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const int mode = ModeOf(flags, arguments);
  va_end(arguments);
  static auto* const real = Real<int(const char*, int, ...)>("open");
  return Fails(Kind::kFile) ? -1 : real(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const int mode = ModeOf(flags, arguments);
  va_end(arguments);
  static auto* const real = Real<int(const char*, int, ...)>("open64");
  return Fails(Kind::kFile) ? -1 : real(path, flags, mode);
}
int __open_2(const char* path, int flags) {
  static auto* const real = Real<int(const char*, int)>("__open_2");
  return Fails(Kind::kFile) ? -1 : real(path, flags);
}
ssize_t read(int descriptor, void* buffer, std::size_t count) {
  static auto* const real = Real<ssize_t(int, void*, std::size_t)>("read");
  if (Fails(Kind::kFile) || IsInterrupted()) return -1;
  return real(descriptor, buffer, Shortened(count));
}
ssize_t __read_chk(int descriptor, void* buffer, std::size_t count, std::size_t) {
  return read(descriptor, buffer, count);
}
ssize_t write(int descriptor, const void* buffer, std::size_t count) {
  static auto* const real = Real<ssize_t(int, const void*, std::size_t)>("write");
  if (Fails(Kind::kFile) || IsInterrupted()) return -1;
  return real(descriptor, buffer, Shortened(count));
}
ssize_t pwrite64(int descriptor, const void* buffer, std::size_t count, off64_t offset) {
  static auto* const real = Real<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
  if (Fails(Kind::kFile) || IsInterrupted()) return -1;
  return real(descriptor, buffer, Shortened(count), offset);
}
ssize_t pread64(int descriptor, void* buffer, std::size_t count, off64_t offset) {
  static auto* const real = Real<ssize_t(int, void*, std::size_t, off64_t)>("pread64");
  if (Fails(Kind::kFile) || IsInterrupted()) return -1;
  return real(descriptor, buffer, count, offset);
}
int fsync(int descriptor) {
  static auto* const real = Real<int(int)>("fsync");
  return Fails(Kind::kFile) ? -1 : real(descriptor);
}
int fdatasync(int descriptor) {
  static auto* const real = Real<int(int)>("fdatasync");
  return Fails(Kind::kFile) ? -1 : real(descriptor);
}
int fchmod(int descriptor, mode_t mode) {
  static auto* const real = Real<int(int, mode_t)>("fchmod");
  return Fails(Kind::kFile) ? -1 : real(descriptor, mode);
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
  static auto* const real = Real<int(int, const char*, int, const char*, int)>("linkat");
  return Fails(Kind::kFile) ? -1 : real(from_folder, from, to_folder, to, flags);
}
int rename(const char* from, const char* to) {
  static auto* const real = Real<int(const char*, const char*)>("rename");
  return Fails(Kind::kFile) ? -1 : real(from, to);
}
int ftruncate64(int descriptor, off64_t length) {
  static auto* const real = Real<int(int, off64_t)>("ftruncate64");
  return Fails(Kind::kFile) ? -1 : real(descriptor, length);
}
int fstat(int descriptor, struct stat* facts) {
  static auto* const real = Real<int(int, struct stat*)>("fstat");
  return Fails(Kind::kFile) ? -1 : real(descriptor, facts);
}

}  // extern "C"
