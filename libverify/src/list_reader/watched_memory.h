// SPDX-License-Identifier: Apache-2.0
// Whether libxml2 and xmlsec ever asked for memory in vain, which neither tells reliably.
#ifndef SCEAU_LIST_READER_WATCHED_MEMORY_H_
#define SCEAU_LIST_READER_WATCHED_MEMORY_H_

namespace sceau::list_reader {

// From now on, for this process.
void WatchMemory();
bool MemoryRanOut();

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_WATCHED_MEMORY_H_
