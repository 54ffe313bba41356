// SPDX-License-Identifier: Apache-2.0
#include "isolation/fakes_testing.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "isolation/helper_process.h"

namespace sceau::isolation {
namespace {

// Gone with the test program.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::path(::testing::TempDir()) /
              ("sceau-fakes-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::string Fake(const std::string& kind) {
  static const Folder folder;
  const std::filesystem::path programs = folder.path() / kind;
  if (!std::filesystem::create_directory(programs)) return programs;
  for (const auto program :
       {HelperProgram::kDecode, HelperProgram::kDecodePdf, HelperProgram::kDraw,
        HelperProgram::kReadList, HelperProgram::kRecognise})
    std::filesystem::create_symlink(SCEAU_FAKE_HELPER, PathOf(program, programs));
  return programs;
}

}  // namespace sceau::isolation
