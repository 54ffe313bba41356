// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/dissect.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "fmt/format.h"
#include "seal/two_d_doc/fields.h"

namespace sceau::seal::two_d_doc {
namespace {

std::string ShowDay(const std::optional<Date>& day) {
  return day ? FormatIsoDate(*day) : std::string("undated");
}

// Adds parts one after another.
class Writer {
 public:
  Writer(Layer& layer, std::size_t offset, bool is_signed)
      : layer_(layer), offset_(offset), is_signed_(is_signed) {}

  void Add(int depth, std::size_t length, std::string name, std::string value) {
    Open(depth, length, std::move(name), std::move(value));
    offset_ += length;
  }
  // A part whose own parts follow.
  void Open(int depth, std::size_t length, std::string name, std::string value) {
    layer_.parts.push_back({.offset = offset_,
                            .length = length,
                            .depth = depth,
                            .name = std::move(name),
                            .value = std::move(value),
                            .is_signed = is_signed_});
  }

 private:
  Layer& layer_;
  std::size_t offset_;
  bool is_signed_;
};

std::string TypeName(const Header& header) {
  const DocumentType* type = header.UsesKnownTables() ? FindDocumentType(header.type) : nullptr;
  return type != nullptr ? fmt::format("{} ({})", header.type, type->french) : header.type;
}

void AddHeader(const Header& header, Writer& writer) {
  writer.Open(0, header.length(), "header", "");
  writer.Add(1, 2, "marker", "DC");
  writer.Add(1, 2, "version", fmt::format("{:02}", header.version));
  writer.Add(1, 4, "ca id", header.authority);
  writer.Add(1, 4, "certificate id", header.certificate);
  writer.Add(1, 4, "issue date", ShowDay(header.issued_on));
  writer.Add(1, 4, "signature date", ShowDay(header.signed_on));
  writer.Add(1, 2, "type", TypeName(header));
  if (header.perimeter) writer.Add(1, 2, "perimeter", *header.perimeter);
  if (header.country) writer.Add(1, 2, "country", *header.country);
}

void AddFields(std::string_view data, bool use_tables, Writer& writer) {
  std::vector<Field> fields;
  const bool whole = SplitFields(data, use_tables, fields).ok();
  for (const Field& field : fields) {
    std::string name = fmt::format("field {}", field.id);
    if (field.known != nullptr) name += fmt::format(": {}", field.known->label_french);
    if (field.truncated) name += " (cut by the issuer)";
    writer.Add(1, field.length, std::move(name), ShowValue(field));
  }
  if (whole) return;
  const std::size_t read = fields.empty() ? 0 : fields.back().offset + fields.back().length;
  writer.Add(1, data.size() - read, "not taken apart", EscapeUnsafe(data.substr(read)));
}

}  // namespace

Layer DissectText(ByteSpan payload, const SplitText& parts) {
  Layer layer{"text", ToBytes(payload), {}};
  const bool use_tables = parts.header.UsesKnownTables();
  Writer signed_part(layer, 0, true);
  AddHeader(parts.header, signed_part);
  signed_part.Open(0, parts.data().size(), "data", "");
  AddFields(parts.data(), use_tables, signed_part);
  Writer unsigned_part(layer, parts.signed_text.size(), false);
  if (parts.HasUnit()) unsigned_part.Add(0, 1, "separator", "US");
  unsigned_part.Add(0, parts.signature_text.size(),
                    parts.HasUnit() ? "signature in base32" : "signature", "");
  std::size_t end = parts.annex_offset() - 1;
  if (!parts.annex.empty()) {
    unsigned_part.Add(0, 1, "separator", "GS");
    unsigned_part.Open(0, parts.annex.size(), "unsigned annex", "");
    AddFields(parts.annex, use_tables, unsigned_part);
    end += 1 + parts.annex.size();
  }
  if (end < payload.size()) unsigned_part.Add(0, payload.size() - end, "end", "");
  return layer;
}

Layer DissectSignature(ByteSpan signature) {
  Layer layer{"signature", ToBytes(signature), {}};
  Writer writer(layer, 0, false);
  const std::size_t half = signature.size() / 2;
  writer.Add(0, half, "r", ToHex(signature.first(half)));
  writer.Add(0, signature.size() - half, "s", ToHex(signature.subspan(half)));
  return layer;
}

}  // namespace sceau::seal::two_d_doc
