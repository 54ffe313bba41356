// SPDX-License-Identifier: Apache-2.0
#include "cli/secret.h"

#include <string.h>  // explicit_bzero
#include <sys/prctl.h>
#include <sys/resource.h>

namespace sceau::cli {

void Wipe(std::string& text) {
  // The whole capacity: a shorter text may have replaced a longer one.
  text.resize(text.capacity());
  ::explicit_bzero(text.data(), text.size());
  text.clear();
}

NoCoreDumps::NoCoreDumps() : dumpable_before_(::prctl(PR_GET_DUMPABLE)) {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
}

NoCoreDumps::~NoCoreDumps() {
  if (dumpable_before_ == 1) ::prctl(PR_SET_DUMPABLE, 1);
}

}  // namespace sceau::cli
