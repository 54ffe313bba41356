// SPDX-License-Identifier: Apache-2.0
// The fields of a trusted list, each named by its parent. All refuse trust.etsi-malformed with the
// field's name.
#ifndef SCEAU_LIST_READER_FIELDS_H_
#define SCEAU_LIST_READER_FIELDS_H_

#include <libxml/tree.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/date.h"

namespace sceau::list_reader {

// Not empty, without unsafe characters; line breaks and tabs are spaces, and none is at an end.
absl::StatusOr<std::string> ReadText(const xmlNode* parent, const char* field);
// The first of the names in several languages.
absl::StatusOr<std::string> ReadName(const xmlNode* parent, const char* field);
absl::StatusOr<std::uint64_t> ReadNumber(const xmlNode* parent, const char* field);
// "2025-08-25T11:00:00Z" exactly (clause 5.1.4).
absl::StatusOr<Instant> ReadInstant(const xmlNode* parent, const char* field);

// RFC 4648 §4 with padding; white space between is passed over.
std::optional<Bytes> DecodeBase64(std::string_view text);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_FIELDS_H_
