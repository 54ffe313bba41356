// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/two_d_doc/fields.h"
#include "seal/two_d_doc/header.h"
#include "seal/two_d_doc/parse.h"
#include "seal/two_d_doc/printed.h"
#include "seal/two_d_doc/subjects.h"

namespace sceau::seal::two_d_doc {
namespace {

std::optional<std::string> IsoOrNothing(const std::optional<Date>& day) {
  if (!day) return std::nullopt;
  return FormatIsoDate(*day);
}

void DescribeHeader(const Header& header, Claims& claims) {
  claims.header = {{"ca_id", header.authority},
                   {"certificate_id", header.certificate},
                   {"version", fmt::format("{:02}", header.version)},
                   {"type", header.type},
                   {"perimeter", header.perimeter},
                   {"country", header.country},
                   {"issue_date", IsoOrNothing(header.issued_on)},
                   {"signature_date", IsoOrNothing(header.signed_on)}};
  claims.validity.issued_on = header.issued_on;
  if (header.signed_on) {
    claims.validity.signed_between = {
        StartOfParisDay(*header.signed_on),
        StartOfParisDay(AddDays(*header.signed_on, 1)) - std::chrono::seconds{1}};
  }
  const DocumentType* type = header.UsesKnownTables() ? FindDocumentType(header.type) : nullptr;
  if (type == nullptr) return;
  claims.kind_french = type->french;
  claims.kind_english = type->english;
}

void DecodeAnnex(std::string_view annex, bool use_tables, DecodedClaims& decoded) {
  if (annex.empty()) return;
  std::vector<Field> fields;
  const absl::Status status = SplitFields(annex, use_tables, fields);
  for (const Field& field : fields) decoded.claims.unsigned_annex.push_back(ToClaim(field));
  decoded.notes.push_back({Reason::kSealUnsignedAnnex, status.ok() ? "" : DetailOf(status)});
}

}  // namespace

absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal) {
  const std::string_view content = AsText(seal.content);
  const std::string_view signed_text = content.substr(0, seal.annex_offset);
  SCEAU_ASSIGN_OR_RETURN(const Header header, ParseHeader(signed_text));
  DecodedClaims decoded;
  DescribeHeader(header, decoded.claims);
  std::vector<Field> fields;
  SCEAU_RETURN_IF_ERROR(
      SplitFields(signed_text.substr(header.length()), header.UsesKnownTables(), fields));
  for (const Field& field : fields) {
    if (field.known == nullptr) {
      decoded.notes.push_back({Reason::kSealUnknownField, fmt::format("field {}", field.id)});
    }
    decoded.claims.fields.push_back(ToClaim(field));
  }
  AddSubjects(fields, decoded.claims);
  if (header.UsesKnownTables()) AddPrinted(header.type, fields, decoded.claims);
  DecodeAnnex(content.substr(seal.annex_offset), header.UsesKnownTables(), decoded);
  return decoded;
}

}  // namespace sceau::seal::two_d_doc
