// SPDX-License-Identifier: Apache-2.0
// One document, asked of a helper that runs: the bytes are handed over, the answer is read under
// its bounds and until its deadline, and an end that is not an answer becomes a reason.
#ifndef SCEAU_ISOLATION_ASK_H_
#define SCEAU_ISOLATION_ASK_H_

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "isolation/helper_process.h"
#include "isolation/request.h"
#include "isolation/wire.h"

namespace sceau::isolation {

// How one document went by a helper.
struct Asked {
  absl::StatusOr<Answer> answer;
  bool received = true;  // false: the helper was gone before it was asked, and may be asked again
  bool healthy = false;  // it may be asked for another document
};

// Of a helper that was started with kOnce, which ends with what it was given. All that it said, at
// most `most` bytes. Refuses what ReasonOfEnd() does.
absl::StatusOr<Bytes> AskForBytes(HelperProcess& helper, ByteSpan given, const Request& request,
                                  std::size_t most);
Asked AskOnce(HelperProcess& helper, ByteSpan document, const Request& request);
// Of one that was started with kServe or kFrames. When it is not healthy, it has to be killed.
Asked AskServer(HelperProcess& helper, ByteSpan document, const Request& request);

// What a wait status says of a helper that gave no whole answer. Refuses document.deadline,
// document.out-of-memory, document.reader-crashed, isolation.unavailable.
absl::Status ReasonOfEnd(int wait_status);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_ASK_H_
