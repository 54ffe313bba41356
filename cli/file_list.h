// SPDX-License-Identifier: Apache-2.0
// Which documents a command was given: files, folders, and lists of files.
#ifndef SCEAU_CLI_FILE_LIST_H_
#define SCEAU_CLI_FILE_LIST_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "sceau/verify.h"

namespace sceau::cli {

// More is refused before anything is read: a folder that was not meant.
inline constexpr std::size_t kMaxListedFiles = 1'000'000;
// Of a folder in a folder; bind mounts can loop.
inline constexpr std::size_t kMaxFolderDepth = 64;
// Of a list of names, and of a batch.
inline constexpr std::size_t kMaxListBytes = std::size_t{1} << 28;

struct ListedFile {
  DocumentName name;
  absl::Status problem;  // why it cannot be tried: a folder that cannot be opened …
};

class FileList {
 public:
  explicit FileList(bool recursive) : recursive_(recursive) {}

  // A file as it is named on the command line. A folder stands for its files where folders are
  // read: by name, folders in their place among them, links to folders and hidden files left out.
  // Error of all three: usage, when there are too many files.
  absl::Status Add(const std::string& path);

  // One name per line, or per NUL byte: what `find -print0` writes. The bytes of a name are taken
  // as they are; an empty one is passed over, and "-" is a file.
  absl::Status AddNames(std::string_view list, char separator);

  // {"request_id": "…", "file": "…"} per line, of the file `name`. A line that is not a request has
  // its place and its problem among the others.
  absl::Status AddBatch(std::string_view lines, const std::string& name);

  const std::vector<ListedFile>& files() const { return files_; }
  std::size_t hidden() const { return hidden_; }
  std::size_t links_to_folders() const { return links_to_folders_; }
  // Folders that were named where folders are not read.
  std::size_t folders_unread() const { return folders_unread_; }

 private:
  absl::Status Append(ListedFile file);
  absl::Status AddFolder(const std::string& folder, std::size_t depth);
  absl::Status AddEntry(const std::string& path, std::size_t depth);

  bool recursive_;
  std::vector<ListedFile> files_;
  std::size_t hidden_ = 0;
  std::size_t links_to_folders_ = 0;
  std::size_t folders_unread_ = 0;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_FILE_LIST_H_
