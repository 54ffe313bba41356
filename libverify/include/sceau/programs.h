// SPDX-License-Identifier: Apache-2.0
// The programs that Sceau starts: they read documents where nothing else can be reached, and issue.
#ifndef SCEAU_PROGRAMS_H_
#define SCEAU_PROGRAMS_H_

#include <string>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// The folder where they lie: libexec/sceau as seen from the file of this library, so that an
// installation may be moved as a whole. Neither the environment nor the current folder has a say.
// Empty when the loader was given a path from a current folder, which may have changed since.
// Thread-safe.
const std::string& ProgramFolder();

}  // namespace sceau

#endif  // SCEAU_PROGRAMS_H_
