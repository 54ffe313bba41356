// SPDX-License-Identifier: Apache-2.0
#include "layout/embedded_fonts.h"

#include <cstddef>
#include <cstdint>

#include "base/embed.h"

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
