// SPDX-License-Identifier: Apache-2.0
// Parts of rooms that stand over heavy libraries and are loaded when they are first needed: linked,
// Poppler, Pango and SQLite would cost every process more time than it takes to verify a page. A
// part is a shared object in sceau/ beside libsceau; its one table names what it can do. Tests are
// linked with the parts, and find the same tables there.
#ifndef SCEAU_BASE_PART_H_
#define SCEAU_BASE_PART_H_

#include <string>

#include "absl/status/statusor.h"
#include "base/status.h"

namespace sceau {

// The table of a part, for ever; name and version make its file. It is looked for in PartsFolder(),
// and never where the environment or the current folder say. Thread-safe. Refuses internal, with
// the file.
absl::StatusOr<const void*> LoadPart(const std::string& name);

// Where parts and the helper lie: `sceau` beside libsceau, or where the helper itself was loaded
// from. Empty when the loader was given a path from the current folder, which may have changed
// since.
const std::string& PartsFolder();

// From now on no part is loaded: whoever asks for one ends in `when_asked`, which does not return.
// For a process that may map no more code.
void CloseParts(void (*when_asked)());

// `linked` is the part's weak table: null unless it was linked.
template <typename Table>
absl::StatusOr<const Table*> TakePart(const Table* linked, const char* name) {
  if (linked != nullptr) return linked;
  SCEAU_ASSIGN_OR_RETURN(const void* table, LoadPart(name));
  return static_cast<const Table*>(table);
}

}  // namespace sceau

#endif  // SCEAU_BASE_PART_H_
