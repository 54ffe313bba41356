// SPDX-License-Identifier: Apache-2.0
#include "document/image/heif_library.h"

#include <dlfcn.h>

#include <optional>

namespace sceau::document {
namespace {

template <typename Function>
bool Find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<HeifLibrary> Load() {
  void* library = ::dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  HeifLibrary heif;
  bool complete = true;
#define SCEAU_HEIF_FIND(name) complete = Find(library, #name, heif.name) && complete;
  SCEAU_HEIF_FUNCTIONS(SCEAU_HEIF_FIND)
#undef SCEAU_HEIF_FIND
  return complete ? std::optional(heif) : std::nullopt;
}

}  // namespace

const HeifLibrary* LoadHeif() {
  static const std::optional<HeifLibrary> library = Load();
  return library ? &*library : nullptr;
}

}  // namespace sceau::document
