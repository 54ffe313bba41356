// SPDX-License-Identifier: Apache-2.0
// What the helper can be started for. Each returns how the process ends.
#ifndef SCEAU_HELPER_MODES_H_
#define SCEAU_HELPER_MODES_H_

#include "isolation/helper_exit.h"

namespace sceau::helper {

// One document, read by this process.
isolation::HelperExit RunOnce(int socket);

// Documents one after the other, each read by a fork that ends with it; after each, its wait status
// goes back over the socket. This process looks at no byte of them.
isolation::HelperExit RunServer(int socket);

// Pictures of a camera, in the same way: a paper that took the decoder over could otherwise answer
// for all that are shown after it. It starts faster, because it loads no library that reads files.
isolation::HelperExit RunFrames(int socket);

}  // namespace sceau::helper

#endif  // SCEAU_HELPER_MODES_H_
