// SPDX-License-Identifier: Apache-2.0
// The reader of a camera's pictures that everything above uses: each is read by a process of its
// own, so that no paper can answer for the next; a server that stays forks them, which costs a
// millisecond.
#ifndef SCEAU_ISOLATION_HELPER_FRAME_READER_H_
#define SCEAU_ISOLATION_HELPER_FRAME_READER_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "base/page.h"
#include "isolation/helper_process.h"
#include "isolation/reader.h"
#include "sceau/limits.h"
#include "sceau/programs.h"

namespace sceau::isolation {

// Not thread-safe.
class HelperFrameReader : public FrameReader {
 public:
  explicit HelperFrameReader(Limits limits = {}, std::string programs = ProgramFolder());

  absl::StatusOr<Page> ReadFrame(ImageView frame) override;

 private:
  Limits limits_;
  std::string programs_;  // their folder
  std::optional<HelperProcess> server_;
  int frames_ = 0;  // that it has read
};

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_HELPER_FRAME_READER_H_
