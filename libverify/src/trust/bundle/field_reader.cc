// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/field_reader.h"

#include <algorithm>

#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"
#include "sceau/limits.h"

namespace sceau::trust {
namespace {

using codec::CborItem;

constexpr std::size_t kMaxTextCharacters = 100;
// 3000-01-01T00:00:00Z: what Date can hold.
constexpr std::uint64_t kEndOfTime = 32'503'680'000;

}  // namespace

absl::Status MalformedField(std::string_view field, std::string_view what) {
  return Refuse(Reason::kTrustFileMalformed, fmt::format("{}: {}", field, what));
}

absl::StatusOr<FieldReader> FieldReader::Open(const CborItem& item, std::string name) {
  if (item.type != CborItem::Type::kMap) return MalformedField(name, "no map");
  return FieldReader(item, std::move(name));
}

std::string FieldReader::PathOf(std::string_view field) const {
  return name_.empty() ? std::string(field) : fmt::format("{}/{}", name_, field);
}

absl::StatusOr<const CborItem*> FieldReader::Require(std::int64_t key, std::string_view field) {
  asked_.insert(key);
  const CborItem* found = item_->Find(key);
  if (found == nullptr) return MalformedField(PathOf(field), "missing");
  return found;
}

absl::StatusOr<std::uint64_t> FieldReader::Unsigned(std::int64_t key, std::string_view field,
                                                    std::uint64_t least, std::uint64_t most) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(key, field));
  if (!item->IsUnsigned() || item->argument < least || item->argument > most)
    return MalformedField(PathOf(field), fmt::format("no number from {} to {}", least, most));
  return item->argument;
}

absl::StatusOr<Instant> FieldReader::Time(std::int64_t key, std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t seconds, Unsigned(key, field, 0, kEndOfTime));
  return Instant(std::chrono::seconds(seconds));
}

absl::StatusOr<ByteSpan> FieldReader::ByteString(std::int64_t key, std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(key, field));
  if (item->type != CborItem::Type::kBytes) return MalformedField(PathOf(field), "no bytes");
  return item->string;
}

absl::StatusOr<std::string> FieldReader::Text(std::int64_t key, std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(key, field));
  return TextOf(*item, PathOf(field));
}

absl::StatusOr<const CborItem*> FieldReader::Array(std::int64_t key, std::string_view field,
                                                   std::size_t least, std::size_t most) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(key, field));
  if (item->type != CborItem::Type::kArray || item->children.size() < least ||
      item->children.size() > most) {
    return MalformedField(PathOf(field), fmt::format("no list of {} to {}", least, most));
  }
  return item;
}

absl::Status FieldReader::RefuseOthers() const {
  for (std::size_t i = 0; i < item_->children.size(); i += 2) {
    const CborItem& key = item_->children[i];
    const bool known = key.IsUnsigned() && key.argument < kEndOfTime &&
                       asked_.contains(static_cast<std::int64_t>(key.argument));
    if (!known) return Refuse(Reason::kTrustFileUnsupported, PathOf("an unknown member"));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> TextOf(const CborItem& item, std::string_view field) {
  if (!item.IsText()) return MalformedField(field, "no text");
  const auto characters = DecodeUtf8(item.text());
  if (!characters || characters->empty() || characters->size() > kMaxTextCharacters ||
      std::ranges::any_of(*characters, IsUnsafeInText)) {
    return MalformedField(field, "a text that cannot be shown");
  }
  return std::string(item.text());
}

absl::StatusOr<crypto::Certificate> CertificateOf(const CborItem& item, std::string_view field) {
  if (item.type != CborItem::Type::kBytes) return MalformedField(field, "no certificate");
  return CertificateOf(item.string, field);
}

absl::StatusOr<crypto::Certificate> CertificateOf(ByteSpan der, std::string_view field) {
  if (der.size() > Limits{}.certificate_bytes) return MalformedField(field, "no certificate");
  auto certificate = crypto::Certificate::ParseDer(der);
  if (!certificate.ok()) return MalformedField(field, DetailOf(certificate.status()));
  return certificate;
}

}  // namespace sceau::trust
