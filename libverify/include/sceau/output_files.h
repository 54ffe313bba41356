// SPDX-License-Identifier: Apache-2.0
// Several files that appear together, each whole, or not at all.
#ifndef SCEAU_OUTPUT_FILES_H_
#define SCEAU_OUTPUT_FILES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// Not thread-safe: one for each set of files. Two of them, in one process or two, may write the
// same names; each file is then whole, and of the one that was committed last.
class OutputFiles {
 public:
  enum class Readers { kOwner, kEverybody };  // mode 0600, 0644
  enum class Existing { kReplace, kRefuse };

  OutputFiles() = default;
  ~OutputFiles();  // what was not committed leaves nothing behind
  OutputFiles(const OutputFiles&) = delete;
  OutputFiles& operator=(const OutputFiles&) = delete;

  // Writes the content, synced, to a file without a name in the folder of `path`, which the system
  // takes away whatever becomes of the process; to a temporary name where the file system has no
  // such files. Links are not followed. A folder that is missing is made. Errors:
  // output.not-written, output.exists.
  absl::Status Stage(const std::string& path, std::string_view content, Readers readers,
                     Existing existing);

  // Gives every staged file its name. When one cannot have it, those that had theirs are removed
  // again, except for those that replaced a file: the older one is gone, and the new one is whole.
  // Files are never replaced under kRefuse, not even one that appeared just now.
  absl::Status Commit();

  // The file that the last error was about.
  const std::string& failed_path() const { return failed_path_; }

 private:
  struct File {
    std::string path;
    int descriptor = -1;
    std::string temporary;  // empty while it has no name
    Existing existing = Existing::kRefuse;
    bool replaces = false;  // something bore the name when it was staged
  };
  static bool Open(const std::string& folder, File& file);
  static bool Name(File& file);
  std::vector<File> staged_;
  std::string failed_path_;
};

}  // namespace sceau

#endif  // SCEAU_OUTPUT_FILES_H_
