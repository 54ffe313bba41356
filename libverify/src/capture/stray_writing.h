// SPDX-License-Identifier: Apache-2.0
// Writing (writing.h) where the page prints nothing: beside it, between what it prints, and all
// round a code whose page is not there.
#ifndef SCEAU_CAPTURE_STRAY_WRITING_H_
#define SCEAU_CAPTURE_STRAY_WRITING_H_

#include <cstdint>
#include <vector>

#include "capture/expected_page.h"
#include "capture/page_map.h"
#include "capture/plane.h"
#include "capture/words.h"
#include "capture/writing.h"

namespace sceau::capture {

// Ink that counts for writing, a third of full ink; and a sixth, as of grey or yellow letters, to
// which the edges of highlighters and the grain of dark pictures come too.
inline constexpr std::uint8_t kDarkInk = kNoInk + 60;
inline constexpr std::uint8_t kPaleInk = kNoInk + 32;

// The least ink that counts for writing on this page: kDarkInk, and less of it where the page's own
// words are paler than they should be, as on photographs with much light. Never below kPaleInk.
std::uint8_t DarkInkOf(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                       const std::vector<SeenWord>& words);

// In the picture outside of all that the page prints, with a margin.
Writing WritingBeside(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                      const PageMap& map);
// 1 where the page, laid straight (200 dpi), prints nothing: neither on what it should print nor
// where its words were found. In what it prints as a whole, without the margins.
Plane<std::uint8_t> UnprintedSpace(const ExpectedPage& expected,
                                   const std::vector<SeenWord>& words);
// In that space of a page, which is as large; `ink` is the least that counts.
Writing WritingIn(const Plane<std::uint8_t>& space, const Plane<std::uint8_t>& page,
                  std::uint8_t ink);
// In the picture but for the code.
Writing WritingRoundCode(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                         const PageMap& map);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_STRAY_WRITING_H_
