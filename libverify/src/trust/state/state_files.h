// SPDX-License-Identifier: Apache-2.0
// The files of a state directory: `state.cbor`, which names the bundle in force by its digest, that
// bundle, and its status lists in the form that look-ups read without inflating it. What it
// names is written first, so that a stop at any moment leaves the old whole or the new one.
#ifndef SCEAU_TRUST_STATE_STATE_FILES_H_
#define SCEAU_TRUST_STATE_STATE_FILES_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/descriptor.h"
#include "base/status.h"
#include "sceau/limits.h"
#include "trust/bundle/signed_file.h"
#include "trust/state/installed_trust.h"
#include "trust/status_list/mapped_status_list.h"

namespace sceau::trust {

// Refuses trust.not-installed, trust.state-unusable.
absl::StatusOr<InstalledTrust> ReadState(const std::string& state);
absl::Status WriteState(const std::string& state, const InstalledTrust& installed);

// One update at a time; released when the descriptor closes. Makes the directory.
absl::StatusOr<Descriptor> LockState(const std::string& state);

// The bundle, its status lists, and at last the state that names them.
absl::Status WriteFiles(const std::string& state, const InstalledTrust& installed, ByteSpan bundle,
                        const std::vector<Bytes>& status_lists);
// What an earlier installation wrote, and nothing else: a user may keep bundles of his own here.
void RemoveFilesOf(const std::string& state, const InstalledTrust& earlier);

absl::StatusOr<Bytes> ReadInstalledBundle(const std::string& state, const InstalledTrust& installed,
                                          const Limits& limits);
// The installed bundle, taken apart: it is the one that was taken.
absl::StatusOr<SignedFile> OpenInstalled(ByteSpan bytes, const InstalledTrust& installed);
absl::StatusOr<std::vector<MappedStatusList>> OpenStatusLists(const std::string& state,
                                                              const InstalledTrust& installed,
                                                              std::size_t count);

// An installation may change everything between two reads of ours: what it then takes away is found
// under the new names.
template <typename Read>
auto ReadAgainWhileChanging(const std::string& state, Read read)
    -> decltype(read(std::declval<const InstalledTrust&>())) {
  constexpr int kMaxReads = 100;
  for (int i = 0;; ++i) {
    SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
    auto result = read(installed);
    if (result.ok() || i == kMaxReads) return result;
    SCEAU_ASSIGN_OR_RETURN(const InstalledTrust after, ReadState(state));
    if (after.digest == installed.digest) return result;
  }
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATE_STATE_FILES_H_
