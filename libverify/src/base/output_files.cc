// SPDX-License-Identifier: Apache-2.0
#include "sceau/output_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <system_error>

#include "base/atomic_file.h"
#include "base/descriptor.h"
#include "base/status.h"
#include "fmt/format.h"

namespace sceau {
namespace {

absl::Status NotWritten(std::string_view step) {
  return Refuse(Reason::kOutputNotWritten, fmt::format("{}: {}", step, std::strerror(errno)));
}

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

absl::Status MakeFolder(const std::string& folder) {
  std::error_code error;
  std::error_code ignored;
  std::filesystem::create_directories(folder, error);
  if (!error || std::filesystem::is_directory(folder, ignored)) return absl::OkStatus();
  return Refuse(Reason::kOutputNotWritten, fmt::format("make folder: {}", error.message()));
}

absl::Status Fill(int descriptor, std::string_view content, OutputFiles::Readers readers) {
  const mode_t mode = readers == OutputFiles::Readers::kOwner ? 0600 : 0644;
  if (::fchmod(descriptor, mode) != 0) return NotWritten("set mode");
  if (!WriteAll(descriptor, AsBytes(content))) return NotWritten("write");
  if (::fsync(descriptor) != 0) return NotWritten("sync");
  return absl::OkStatus();
}

// Signals wait while a file has a temporary name, which would outlive the process.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

bool GiveName(int descriptor, const std::string& name) {
  const std::string nameless = fmt::format("/proc/self/fd/{}", descriptor);
  return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

std::string RandomName(const std::string& folder) {
  std::random_device random;
  return fmt::format("{}/.sceau-{:08x}{:08x}", folder, random(), random());
}

// rename() that fails with EEXIST rather than replace.
bool RenameToFreeName(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // Some network file systems do not know the flag; link() refuses an existing name as strictly.
  if (::link(from.c_str(), to.c_str()) != 0) return false;
  ::unlink(from.c_str());
  return true;
}

// Renames are durable once the folder is; one that cannot be opened still holds whole files.
void SyncFolder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) ::fsync(opened.get());
}

}  // namespace

OutputFiles::~OutputFiles() {
  for (const File& file : staged_) {
    if (!file.temporary.empty()) ::unlink(file.temporary.c_str());
    ::close(file.descriptor);
  }
}

bool OutputFiles::Open(const std::string& folder, File& file) {
  file.descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (file.descriptor >= 0) return true;
  if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) return false;
  file.temporary = folder + "/.sceau-XXXXXX";
  file.descriptor = ::mkostemp(file.temporary.data(), O_CLOEXEC);
  if (file.descriptor < 0) file.temporary.clear();
  return file.descriptor >= 0;
}

bool OutputFiles::Name(File& file) {
  if (file.temporary.empty()) {
    if (GiveName(file.descriptor, file.path)) return true;
    if (errno != EEXIST || file.existing == Existing::kRefuse) return false;
    const std::string temporary = RandomName(FolderOf(file.path));
    const SignalsHeld held;
    if (!GiveName(file.descriptor, temporary)) return false;
    if (::rename(temporary.c_str(), file.path.c_str()) == 0) return true;
    const int error = errno;
    ::unlink(temporary.c_str());
    errno = error;
    return false;
  }
  const bool named = file.existing == Existing::kRefuse
                         ? RenameToFreeName(file.temporary, file.path)
                         : ::rename(file.temporary.c_str(), file.path.c_str()) == 0;
  if (named) file.temporary.clear();
  return named;
}

absl::Status OutputFiles::Stage(const std::string& path, std::string_view content, Readers readers,
                                Existing existing) {
  failed_path_ = path;
  struct stat facts {};
  const bool is_there = ::lstat(path.c_str(), &facts) == 0;
  if (is_there) {
    if (existing == Existing::kRefuse) return Refuse(Reason::kOutputExists, "");
    if (!S_ISREG(facts.st_mode))
      return Refuse(Reason::kOutputNotWritten, "the name exists and is not an ordinary file");
  }
  if (absl::Status made = MakeFolder(FolderOf(path)); !made.ok()) return made;
  File file{path, -1, "", existing, is_there};
  if (!Open(FolderOf(path), file)) return NotWritten("create");
  staged_.push_back(file);
  return Fill(file.descriptor, content, readers);
}

absl::Status OutputFiles::Commit() {
  // Those that can fail because of somebody else's file come first, while nothing is replaced yet.
  std::stable_partition(staged_.begin(), staged_.end(),
                        [](const File& file) { return !file.replaces; });
  for (std::size_t done = 0; done < staged_.size(); ++done) {
    if (Name(staged_[done])) continue;
    absl::Status failure =
        errno == EEXIST ? Refuse(Reason::kOutputExists, "") : NotWritten("rename");
    failed_path_ = staged_[done].path;
    for (std::size_t i = 0; i < done; ++i) {
      if (!staged_[i].replaces) ::unlink(staged_[i].path.c_str());
    }
    return failure;
  }
  for (const File& file : staged_) {
    SyncFolder(FolderOf(file.path));
    ::close(file.descriptor);
  }
  staged_.clear();
  return absl::OkStatus();
}

absl::Status WriteFileAtomically(const std::string& path, ByteSpan content) {
  OutputFiles files;
  SCEAU_RETURN_IF_ERROR(files.Stage(path, AsText(content), OutputFiles::Readers::kEverybody,
                                    OutputFiles::Existing::kReplace));
  return files.Commit();
}

}  // namespace sceau
