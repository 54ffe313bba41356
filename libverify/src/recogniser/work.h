// SPDX-License-Identifier: Apache-2.0
// What sceau-recognise does once it was started: one page of pixels in, its words out.
#ifndef SCEAU_RECOGNISER_WORK_H_
#define SCEAU_RECOGNISER_WORK_H_

#include "isolation/helper_exit.h"

namespace sceau::recogniser {

// Receives a page over the socket, gives up all but memory and the pipe for the answer, and only
// then looks at it. Does not return after an answer.
isolation::HelperExit Work(int socket);

}  // namespace sceau::recogniser

#endif  // SCEAU_RECOGNISER_WORK_H_
