// SPDX-License-Identifier: Apache-2.0
#include "list_reader/watched_memory.h"

#include <libxml/xmlmemory.h>

#include <cstdlib>
#include <cstring>

namespace sceau::list_reader {
namespace {

bool ran_out = false;

void* Watched(void* memory) {
  ran_out = ran_out || memory == nullptr;
  return memory;
}

void* Allocate(std::size_t size) { return Watched(std::malloc(size)); }
void* Reallocate(void* memory, std::size_t size) { return Watched(std::realloc(memory, size)); }
char* Copy(const char* text) { return static_cast<char*>(Watched(::strdup(text))); }

}  // namespace

void WatchMemory() { ::xmlMemSetup(std::free, Allocate, Reallocate, Copy); }

bool MemoryRanOut() { return ran_out; }

}  // namespace sceau::list_reader
