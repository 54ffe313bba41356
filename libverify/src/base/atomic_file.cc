// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string_view>
#include <utility>

#include "base/descriptor.h"
#include "base/status.h"
#include "fmt/format.h"

namespace sceau {
namespace {

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

absl::Status Failed(std::string_view step) {
  return Refuse(Reason::kOutputNotWritten, fmt::format("{}: {}", step, std::strerror(errno)));
}

// A temporary file. It has no name, so that nothing is left of it whatever becomes of the process.
// Where the file system has no such files it has a temporary name, which the destructor removes.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string folder)
      : folder_(std::move(folder)),
        file_(::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600)) {
    if (fd() >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return;
    name_ = folder_ + "/.sceau-XXXXXX";
    file_ = Descriptor(::mkostemp(name_.data(), O_CLOEXEC));
    if (fd() < 0) name_.clear();
  }
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int fd() const { return file_.get(); }

  // Gives the file this name, in place of the file that has it.
  bool Become(const std::string& path) {
    if (name_.empty()) {
      if (GiveName(path)) return true;
      if (errno != EEXIST) return false;
      std::random_device random;
      const std::string name = fmt::format("{}/.sceau-{:08x}{:08x}", folder_, random(), random());
      if (!GiveName(name)) return false;
      name_ = name;
    }
    if (::rename(name_.c_str(), path.c_str()) != 0) return false;
    name_.clear();
    return true;
  }

 private:
  bool GiveName(const std::string& name) const {
    const std::string nameless = fmt::format("/proc/self/fd/{}", fd());
    return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
  }

  std::string folder_;
  Descriptor file_;
  std::string name_;
};

// The usual mode is 0666 less the umask, which can be read only by setting it; 0644 is what every
// default umask gives.
constexpr mode_t kPublicMode = 0644;

}  // namespace

absl::Status WriteFileAtomically(const std::string& path, ByteSpan content) {
  const std::string folder = FolderOf(path);
  struct stat existing {};
  if (::lstat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
    return Refuse(Reason::kOutputNotWritten, "the target exists and is not an ordinary file");
  }
  TemporaryFile file(folder);
  if (file.fd() < 0) return Failed("create");
  if (::fchmod(file.fd(), kPublicMode) != 0) return Failed("set mode");
  if (!WriteAll(file.fd(), content)) return Failed("write");
  if (::fsync(file.fd()) != 0) return Failed("sync");
  if (!file.Become(path)) return Failed("rename");
  // The rename is durable once the folder is synced. If the folder cannot be opened, the file is
  // whole all the same.
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) ::fsync(opened.get());
  return absl::OkStatus();
}

}  // namespace sceau
