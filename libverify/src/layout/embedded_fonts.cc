// SPDX-License-Identifier: Apache-2.0
#include "layout/embedded_fonts.h"

#include <cstddef>
#include <cstdint>

// The assembler copies the files into the read-only data, of which the kernel reads only the pages
// that are used: a start that lays nothing out pays nothing for them.
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

SCEAU_EMBED(sceau_font_regular, SCEAU_FONT_FOLDER "/OpenSans-Regular.ttf");
SCEAU_EMBED(sceau_font_semibold, SCEAU_FONT_FOLDER "/OpenSans-Semibold.ttf");

namespace sceau::layout {

ByteSpan FontFile(Face face) {
  const bool regular = face == Face::kRegular;
  const std::uint8_t* begin = regular ? sceau_font_regular_begin : sceau_font_semibold_begin;
  const std::uint8_t* end = regular ? sceau_font_regular_end : sceau_font_semibold_end;
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace sceau::layout
