// SPDX-License-Identifier: Apache-2.0
// Keeping secrets out of memory dumps and out of memory that is used again.
#ifndef SCEAU_CLI_SECRET_H_
#define SCEAU_CLI_SECRET_H_

#include <cstddef>
#include <string>

namespace sceau::cli {

// Overwrites the text and empties it, in a way that the compiler may not leave out.
void Wipe(std::string& text);

// Wipes a text at the end of its scope.
class WipeAtEnd {
 public:
  explicit WipeAtEnd(std::string& text) : text_(text) {}
  ~WipeAtEnd() { Wipe(text_); }
  WipeAtEnd(const WipeAtEnd&) = delete;
  WipeAtEnd& operator=(const WipeAtEnd&) = delete;

 private:
  std::string& text_;
};

// While it lives, the process leaves no core file and other processes of the user cannot read its
// memory. Lives longer than any key, and than what documents say of people.
class NoCoreDumps {
 public:
  NoCoreDumps();
  ~NoCoreDumps();
  NoCoreDumps(const NoCoreDumps&) = delete;
  NoCoreDumps& operator=(const NoCoreDumps&) = delete;

 private:
  int dumpable_before_;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_SECRET_H_
