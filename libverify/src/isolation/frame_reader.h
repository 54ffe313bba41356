// SPDX-License-Identifier: Apache-2.0
// The symbols of a camera's pictures, one after the other. Each is read by a process of its own, so
// that no paper can answer for the next; a server that stays forks them, which costs a millisecond.
#ifndef SCEAU_ISOLATION_FRAME_READER_H_
#define SCEAU_ISOLATION_FRAME_READER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/page.h"
#include "isolation/helper_process.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// Not thread-safe.
class FrameReader {
 public:
  explicit FrameReader(Limits limits = {}, std::string helper = HelperPath());

  // Within Limits::frame_time. Refuses document.too-many-pixels, document.too-many-symbols,
  // document.deadline, document.out-of-memory, document.reader-crashed, isolation.unavailable;
  // after any of them the next picture is read as if nothing had been.
  absl::StatusOr<std::vector<Symbol>> ReadFrame(ImageView frame);

 private:
  Limits limits_;
  std::string helper_;
  std::optional<HelperProcess> server_;
  int frames_ = 0;  // that it has read
};

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_FRAME_READER_H_
