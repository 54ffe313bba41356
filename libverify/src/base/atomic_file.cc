// SPDX-License-Identifier: Apache-2.0
// A file appears whole or not at all: temporary in the same folder, synced, renamed, folder synced.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"
#include "sceau/issue.h"

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

// Open until Close(); removed by the destructor unless Keep() was called.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& folder) : name_(folder + "/.sceau-XXXXXX") {
    fd_ = ::mkostemp(name_.data(), O_CLOEXEC);  // mode 0600
  }
  ~TemporaryFile() {
    Close();
    if (remove_) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  bool open() const { return fd_ >= 0; }
  int fd() const { return fd_; }
  const std::string& name() const { return name_; }
  void Keep() { remove_ = false; }
  bool Close() {
    const int fd = std::exchange(fd_, -1);
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  std::string name_;
  int fd_ = -1;
  bool remove_ = true;
};

bool WriteAll(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The usual 0666 less the umask, which can only be read by setting it; 0644 is what every default
// umask gives.
constexpr mode_t kPublicMode = 0644;

}  // namespace

absl::Status WriteFileAtomically(const std::string& path, std::string_view content,
                                 bool private_file) {
  const std::string folder = FolderOf(path);
  struct stat existing {};
  if (::lstat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
    return Refuse(Reason::kOutputNotWritten, "the target exists and is not an ordinary file");
  }
  TemporaryFile file(folder);
  if (!file.open()) return Failed("create");
  if (!private_file && ::fchmod(file.fd(), kPublicMode) != 0) return Failed("set mode");
  if (!WriteAll(file.fd(), content)) return Failed("write");
  if (::fsync(file.fd()) != 0) return Failed("sync");
  if (!file.Close()) return Failed("close");
  if (::rename(file.name().c_str(), path.c_str()) != 0) return Failed("rename");
  file.Keep();
  // The rename is durable once the folder is; a folder that cannot be opened still holds a whole
  // file.
  if (const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); fd >= 0) {
    ::fsync(fd);
    ::close(fd);
  }
  return absl::OkStatus();
}

}  // namespace sceau
