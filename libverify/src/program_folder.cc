// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>

#include "sceau/programs.h"

namespace sceau {
namespace {

// An address in the file that this code was linked into.
constexpr char kHere = 0;

using OwnedText = std::unique_ptr<char, decltype(&::free)>;

// Behind symbolic links. Empty when there is no such file.
std::string RealPath(const std::string& path) {
  const OwnedText real(::realpath(path.c_str(), nullptr), &::free);
  return real == nullptr ? std::string() : real.get();
}

std::string FindPrograms() {
  Dl_info info{};
  if (::dladdr(&kHere, &info) == 0 || info.dli_fname == nullptr || *info.dli_fname != '/')
    return {};
  const std::string library = RealPath(info.dli_fname);
  if (library.empty()) return {};
  const std::filesystem::path folder = std::filesystem::path(library).parent_path();
  return (folder / SCEAU_PROGRAMS_FROM_LIBRARY).lexically_normal();
}

}  // namespace

const std::string& ProgramFolder() {
  static const std::string folder = FindPrograms();
  return folder;
}

}  // namespace sceau
