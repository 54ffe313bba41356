// SPDX-License-Identifier: Apache-2.0
// The one job of sceau-read-list.
#ifndef SCEAU_LIST_READER_WORK_H_
#define SCEAU_LIST_READER_WORK_H_

#include "isolation/helper_exit.h"
#include "sceau/limits.h"

namespace sceau::list_reader {

// Makes the libraries ready, then gives up all that a process has: from here on a stranger's bytes
// may be looked at. False: they may not.
bool ShutIn(const Limits& limits);

// Reads one list in this process, which ends with it. Returns where nothing could be read.
isolation::HelperExit Work(int socket);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_WORK_H_
