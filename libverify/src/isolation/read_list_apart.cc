// SPDX-License-Identifier: Apache-2.0
#include "isolation/read_list_apart.h"

#include "base/status.h"
#include "isolation/ask.h"
#include "isolation/helper_process.h"

namespace sceau::isolation {
namespace {

// The reasons of a document that was not read, said of a list.
absl::Status OfList(const absl::Status& status) {
  const Reason reason = ReasonOf(status);
  if (reason == Reason::kIsolationUnavailable) return status;
  return Refuse(Reason::kTrustEtsiReaderStopped,
                reason == Reason::kDocumentOutOfMemory ? "memory" : DetailOf(status));
}

}  // namespace

absl::StatusOr<TrustedList> ReadListApart(ByteSpan list, ByteSpan signer, const Limits& limits,
                                          const std::string& programs) {
  if (list.size() > limits.etsi_list_bytes) return Refuse(Reason::kTrustEtsiTooLarge, "bytes");
  SCEAU_ASSIGN_OR_RETURN(
      auto helper,
      HelperProcess::Start(PathOf(HelperProgram::kReadList, programs), HelperMode::kOnce));
  const auto said =
      AskForBytes(helper, WriteListJob({signer, list}), {{}, limits}, MostListAnswerBytes(limits));
  if (!said.ok()) return OfList(said.status());
  return ReadListAnswer(*said, limits);
}

}  // namespace sceau::isolation
