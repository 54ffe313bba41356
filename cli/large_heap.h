// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_CLI_LARGE_HEAP_H_
#define SCEAU_CLI_LARGE_HEAP_H_

namespace sceau::cli {

// Has the main thread's heap grow far at a time and in large pages where the system has some, so
// that a command that lives for one document does not spend a fifth of its time on asking for
// memory. For main(), before there are threads.
void MakeHeapLarge();

}  // namespace sceau::cli

#endif  // SCEAU_CLI_LARGE_HEAP_H_
