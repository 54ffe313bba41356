// SPDX-License-Identifier: Apache-2.0
// The installed form of a status list: the bytes of a file that look-ups read in place, without
// decoding it. All numbers are little endian.
//
//    0  "SCEAUSL2"                    40  expires, likewise
//    8  bits per entry, 8 bytes       48  size of the packed list, 8 bytes
//   16  key id, 8 bytes               56  number of withdrawals with details, 8 bytes
//   24  number of the list, 8 bytes   64  until when entries were given, as `issued`, plus 1;
//   32  issued, 8 bytes,                  0 if the list does not know
//       seconds since 1970            72  the first 8 bytes of the SHA-256 of all this
//   80  packed list, indices (4 bytes each, ascending), days (2 bytes each), reasons (1 byte each)
//
// "SCEAUSL1", installed by an older version, has its digest at 64 and the list at 72; it does not
// know until when entries were given.
//
// Local and not signed: whoever may write it may also replace the certificates that are trusted.
// The digest guards against accidents, and covers the header alone so that opening takes no time.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_IMAGE_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_IMAGE_H_

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "trust/status_list/status_list.h"
#include "trust/status_list/status_value.h"

namespace sceau::trust {

Bytes WriteStatusListImage(const VerifiedStatusList& list);

// A view: the bytes must outlive it. Whatever the bytes, a look-up stays within them.
class StatusListImage {
 public:
  // Reads the header only. Refuses trust.status-list-unusable.
  static absl::StatusOr<StatusListImage> Read(ByteSpan bytes);

  const StatusListHeader& header() const { return header_; }
  // In constant time, and in the logarithm of the number of withdrawals for details.
  StatusEntry Lookup(std::uint64_t index) const;

 private:
  StatusListImage() = default;
  std::optional<Withdrawal> FindDetails(std::uint64_t index, StatusValue value) const;

  StatusListHeader header_;
  ByteSpan packed_;
  ByteSpan indices_;
  ByteSpan days_;
  ByteSpan reasons_;
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_IMAGE_H_
