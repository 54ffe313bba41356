// SPDX-License-Identifier: Apache-2.0
#include "cli/output_files.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "fmt/format.h"
#include "sceau/error.h"

namespace sceau::cli {

absl::Status RefuseExisting(const std::string& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) == 0) return Refuse(Reason::kOutputExists, "");
  return absl::OkStatus();
}

absl::Status RefuseExistingBut(const std::string& path, std::string_view start) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0)
    return errno == ENOENT || errno == ENOTDIR
               ? absl::OkStatus()
               : Refuse(Reason::kOutputNotWritten, fmt::format("look: {}", std::strerror(errno)));
  if (!S_ISREG(facts.st_mode))
    return Refuse(Reason::kOutputNotWritten, "the name exists and is not an ordinary file");
  std::ifstream file(path, std::ios::binary);
  std::string found(start.size(), '\0');
  file.read(found.data(), static_cast<std::streamsize>(found.size()));
  const bool is_alike = facts.st_size == 0 || (file.good() && found == start);
  return is_alike ? absl::OkStatus() : Refuse(Reason::kOutputExists, "a file of another kind");
}

bool IsSamePlace(const std::string& a, const std::string& b) {
  const auto place = [](const std::filesystem::path& path) {
    std::error_code failed;
    const auto folder = std::filesystem::weakly_canonical(
        path.has_parent_path() ? path.parent_path() : std::filesystem::path("."), failed);
    return (failed ? path.parent_path() : folder) / path.filename();
  };
  return place(a) == place(b);
}

}  // namespace sceau::cli
