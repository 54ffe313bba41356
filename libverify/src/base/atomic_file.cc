// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

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

// Removed by the destructor unless Keep() was called.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& folder)
      : name_(folder + "/.sceau-XXXXXX"), file_(::mkostemp(name_.data(), O_CLOEXEC)) {}
  ~TemporaryFile() {
    if (remove_ && fd() >= 0) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int fd() const { return file_.get(); }
  const std::string& name() const { return name_; }
  void Keep() { remove_ = false; }

 private:
  std::string name_;
  Descriptor file_;
  bool remove_ = true;
};

bool WriteAll(int fd, ByteSpan content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content = content.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

// The usual 0666 less the umask, which can only be read by setting it; 0644 is what every default
// umask gives.
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
  if (::rename(file.name().c_str(), path.c_str()) != 0) return Failed("rename");
  file.Keep();
  // The rename is durable once the folder is; a folder that cannot be opened still holds a whole
  // file.
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) ::fsync(opened.get());
  return absl::OkStatus();
}

}  // namespace sceau
