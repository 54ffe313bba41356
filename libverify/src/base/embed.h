// SPDX-License-Identifier: Apache-2.0
// A file as part of a program.
#ifndef SCEAU_BASE_EMBED_H_
#define SCEAU_BASE_EMBED_H_

#include <cstdint>

// Declares name_begin and name_end. The assembler copies the file into the read-only data, of which
// the kernel reads only the pages that are used: a start that uses nothing of it pays nothing.
#define SCEAU_EMBED(name, file)                                 \
  asm(".pushsection .rodata\n"                                  \
      ".balign 16\n"                                            \
      ".hidden " #name "_begin\n.globl " #name "_begin\n" #name \
      "_begin:\n"                                               \
      ".incbin \"" file                                         \
      "\"\n"                                                    \
      ".hidden " #name "_end\n.globl " #name "_end\n" #name     \
      "_end:\n"                                                 \
      ".popsection\n");                                         \
  extern "C" const std::uint8_t name##_begin[];                 \
  extern "C" const std::uint8_t name##_end[]

#endif  // SCEAU_BASE_EMBED_H_
