// SPDX-License-Identifier: Apache-2.0
#include "base/part.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <memory>
#include <string_view>

namespace sceau {
namespace {

constexpr std::string_view kFolder = "/sceau/";
// Parts of another version would not fit.
constexpr std::string_view kEnding = "-" SCEAU_VERSION ".so";
constexpr std::string_view kTablePrefix = "sceau_part_";

// An address in whatever file this code was linked into.
constexpr char kHere = 0;

// Of the file itself, behind symbolic links. Empty when the loader was given a path from the
// current folder, which may have changed since.
std::string OwnFolder() {
  Dl_info info{};
  if (::dladdr(&kHere, &info) == 0 || info.dli_fname == nullptr || *info.dli_fname != '/')
    return {};
  const std::unique_ptr<char, decltype(&::free)> path(::realpath(info.dli_fname, nullptr), &::free);
  if (path == nullptr) return {};
  const std::string_view file = path.get();
  return std::string(file.substr(0, file.rfind('/')));
}

}  // namespace

absl::StatusOr<const void*> LoadPart(const std::string& name) {
  static const std::string folder = OwnFolder();
  if (folder.empty()) return Refuse(Reason::kInternal, "no absolute path to libsceau");
  const std::string file = folder + std::string(kFolder) + name + std::string(kEnding);
  void* part = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (part == nullptr) return Refuse(Reason::kInternal, file);
  const void* table = ::dlsym(part, (std::string(kTablePrefix) + name).c_str());
  if (table == nullptr) return Refuse(Reason::kInternal, file + ": not a part");
  return table;
}

}  // namespace sceau
