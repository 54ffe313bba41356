// SPDX-License-Identifier: Apache-2.0
// Typed reading of the maps of signed trust files: every member is known, or the file is refused.
#ifndef SCEAU_TRUST_BUNDLE_FIELD_READER_H_
#define SCEAU_TRUST_BUNDLE_FIELD_READER_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "codec/cbor.h"
#include "crypto/certificate.h"
#include "sceau/date.h"

namespace sceau::trust {

absl::Status MalformedField(std::string_view field, std::string_view what);

// One CBOR map with unsigned keys, which must outlive the reader. `name` is where it stands
// ("issuers/2"). Refuses trust.file-malformed, naming the field.
class FieldReader {
 public:
  static absl::StatusOr<FieldReader> Open(const codec::CborItem& item, std::string name);

  absl::StatusOr<std::uint64_t> Unsigned(std::int64_t key, std::string_view field,
                                         std::uint64_t least, std::uint64_t most);
  absl::StatusOr<Instant> Time(std::int64_t key, std::string_view field);
  absl::StatusOr<ByteSpan> ByteString(std::int64_t key, std::string_view field);
  absl::StatusOr<std::string> Text(std::int64_t key, std::string_view field);
  // `least` to `most` items.
  absl::StatusOr<const codec::CborItem*> Array(std::int64_t key, std::string_view field,
                                               std::size_t least, std::size_t most);
  // Whether the member is there, to be read by one of the above.
  bool Has(std::int64_t key) const { return item_->Find(key) != nullptr; }

  // Refuses trust.file-unsupported where the map has a member that nobody asked for.
  absl::Status RefuseOthers() const;

  std::string PathOf(std::string_view field) const;

 private:
  FieldReader(const codec::CborItem& item, std::string name)
      : item_(&item), name_(std::move(name)) {}
  absl::StatusOr<const codec::CborItem*> Require(std::int64_t key, std::string_view field);

  const codec::CborItem* item_;
  std::string name_;
  std::set<std::int64_t> asked_;
};

// A text that may be shown: 1 to 100 characters, nothing that moves a terminal.
absl::StatusOr<std::string> TextOf(const codec::CborItem& item, std::string_view field);
absl::StatusOr<crypto::Certificate> CertificateOf(const codec::CborItem& item,
                                                  std::string_view field);
absl::StatusOr<crypto::Certificate> CertificateOf(ByteSpan der, std::string_view field);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_FIELD_READER_H_
