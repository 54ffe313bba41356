// SPDX-License-Identifier: Apache-2.0
#include "cli/output_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "fmt/format.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

absl::Status NotWritten(std::string_view step) {
  return Refuse(Reason::kOutputNotWritten, fmt::format("{}: {}", step, std::strerror(errno)));
}

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool WriteAll(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

absl::Status Fill(int descriptor, std::string_view content, OutputFiles::Readers readers) {
  const mode_t mode = readers == OutputFiles::Readers::kOwner ? 0600 : 0644;
  if (::fchmod(descriptor, mode) != 0) return NotWritten("set mode");
  if (!WriteAll(descriptor, content)) return NotWritten("write");
  if (::fsync(descriptor) != 0) return NotWritten("sync");
  return absl::OkStatus();
}

// rename() that fails with EEXIST rather than replace.
bool RenameToFreeName(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // Some network file systems do not know the flag; a second link is refused as strictly.
  if (::link(from.c_str(), to.c_str()) != 0) return false;
  ::unlink(from.c_str());
  return true;
}

// Renames are durable once the folder is; one that cannot be opened still holds whole files.
void SyncFolder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

OutputFiles::~OutputFiles() {
  for (const File& file : staged_) ::unlink(file.temporary.c_str());
}

absl::Status OutputFiles::Stage(const std::string& path, std::string_view content, Readers readers,
                                Existing existing) {
  failed_path_ = path;
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) == 0) {
    if (existing == Existing::kRefuse) return Refuse(Reason::kOutputExists, "");
    if (!S_ISREG(facts.st_mode))
      return Refuse(Reason::kOutputNotWritten, "the name is that of no ordinary file");
  }
  std::string temporary = FolderOf(path) + "/.sceau-XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return NotWritten("create");
  staged_.push_back({path, temporary, existing});
  absl::Status filled = Fill(descriptor, content, readers);
  if (::close(descriptor) != 0 && filled.ok()) filled = NotWritten("close");
  return filled;
}

absl::Status OutputFiles::Commit() {
  for (std::size_t done = 0; done < staged_.size(); ++done) {
    const File& file = staged_[done];
    const bool renamed = file.existing == Existing::kRefuse
                             ? RenameToFreeName(file.temporary, file.path)
                             : ::rename(file.temporary.c_str(), file.path.c_str()) == 0;
    if (renamed) continue;
    absl::Status failure =
        errno == EEXIST ? Refuse(Reason::kOutputExists, "") : NotWritten("rename");
    failed_path_ = file.path;
    for (std::size_t i = 0; i < done; ++i) ::unlink(staged_[i].path.c_str());
    return failure;
  }
  for (const File& file : staged_) SyncFolder(FolderOf(file.path));
  staged_.clear();
  return absl::OkStatus();
}

absl::Status RefuseExisting(const std::string& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) == 0) return Refuse(Reason::kOutputExists, "");
  return absl::OkStatus();
}

}  // namespace sceau::cli
