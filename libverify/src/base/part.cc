// SPDX-License-Identifier: Apache-2.0
#include "base/part.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

namespace sceau {
namespace {

constexpr std::string_view kFolder = "/sceau";
constexpr std::string_view kHelper = "/sceau-decode";
// Parts of another version would not fit.
constexpr std::string_view kEnding = "-" SCEAU_VERSION ".so";
constexpr std::string_view kTablePrefix = "sceau_part_";

// An address in whatever file this code was linked into.
constexpr char kHere = 0;

std::atomic<void (*)()> closed = nullptr;

// The file of this code, behind symbolic links.
std::string OwnFile() {
  Dl_info info{};
  if (::dladdr(&kHere, &info) == 0 || info.dli_fname == nullptr || *info.dli_fname != '/')
    return {};
  const std::unique_ptr<char, decltype(&::free)> path(::realpath(info.dli_fname, nullptr), &::free);
  return path == nullptr ? std::string() : path.get();
}

std::string FindPartsFolder() {
  const std::string file = OwnFile();
  if (file.empty()) return {};
  const std::string folder = file.substr(0, file.rfind('/'));
  return file.ends_with(kHelper) ? folder : folder + std::string(kFolder);
}

}  // namespace

const std::string& PartsFolder() {
  static const std::string folder = FindPartsFolder();
  return folder;
}

void CloseParts(void (*when_asked)()) { closed = when_asked; }

absl::StatusOr<const void*> LoadPart(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, const void*> loaded;
  const std::lock_guard lock(mutex);
  const auto known = loaded.find(name);
  if (known != loaded.end()) return known->second;
  if (void (*when_asked)() = closed; when_asked != nullptr) when_asked();
  if (PartsFolder().empty()) return Refuse(Reason::kInternal, "no absolute path to libsceau");
  const std::string file = PartsFolder() + "/" + name + std::string(kEnding);
  void* part = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (part == nullptr) return Refuse(Reason::kInternal, file);
  const void* table = ::dlsym(part, (std::string(kTablePrefix) + name).c_str());
  if (table == nullptr) return Refuse(Reason::kInternal, file + ": not a part");
  loaded.emplace(name, table);
  return table;
}

}  // namespace sceau
