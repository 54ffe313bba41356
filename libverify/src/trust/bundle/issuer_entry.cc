// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/issuer_entry.h"

#include <algorithm>
#include <set>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/registry.h"
#include "trust/bundle/field_reader.h"
#include "trust/certified.h"

namespace sceau::trust {
namespace {

using codec::CborItem;

constexpr std::size_t kMaxCertificates = 5'000;
constexpr int kMaxNamesakes = 16;  // a renewed authority keeps its name
constexpr std::size_t kMaxFormats = 8;
constexpr std::size_t kMaxFunds = 2'000;
// Regime (2), fund (3), centre (4): at least the regime is named.
constexpr std::size_t kMinFundPrefix = 2;
constexpr std::size_t kMaxFundPrefix = 9;

enum IssuerKey : std::int64_t {
  kName = 1,
  kCertificates = 2,
  kFormats = 3,
  kFunds = 4,
  kRetired = 5,
  kCompromised = 6,
  kTest = 7,
  kMaximumValidity = 8,
  kAlwaysOffersStatus = 9,
};

bool IsFundPrefix(std::string_view text) {
  return text.size() >= kMinFundPrefix && text.size() <= kMaxFundPrefix &&
         std::ranges::all_of(
             text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

// Whether any format that the entry grants has a property.
bool GrantsAny(const IssuerEntry& entry, bool seal::Format::*property) {
  return std::ranges::any_of(seal::Formats(), [&](const seal::Format& format) {
    return format.*property && Grants(entry, format.id);
  });
}

bool GrantsKeysOf(const IssuerEntry& entry, bool seal::KeyKinds::*kind) {
  return std::ranges::any_of(seal::Formats(), [&](const seal::Format& format) {
    return format.key_kinds.*kind && Grants(entry, format.id);
  });
}

absl::Status CheckLeaf(const IssuerEntry& entry, const crypto::Certificate& leaf,
                       const std::string& field) {
  const bool has_key =
      leaf.public_key() || (leaf.rsa_key() && GrantsKeysOf(entry, &seal::KeyKinds::rsa)) ||
      (leaf.state_curve_key() && GrantsKeysOf(entry, &seal::KeyKinds::state_curves));
  if (!leaf.may_sign_documents() || !has_key)
    return MalformedField(field, "a certificate that may not seal documents");
  // A signature costs a tenth of a millisecond: of thousands of authorities with one name, only a
  // few are tried.
  int asked = 0;
  const auto certifies = [&](const crypto::Certificate& authority) {
    return authority.is_authority() && leaf.IsIssuedByName(authority) && ++asked <= kMaxNamesakes &&
           Certifies(authority, leaf);
  };
  // The right names on a leaf that signed itself prove nothing.
  if (GrantsAny(entry, &seal::Format::leaf_is_certified_by_authority) &&
      std::ranges::none_of(entry.certificates, certifies))
    return Refuse(Reason::kTrustLeafNotCertified, field);
  return absl::OkStatus();
}

void EncodeTexts(std::int64_t key, const std::vector<std::string>& texts,
                 codec::CborWriter& writer) {
  writer.Integer(key).Array(texts.size());
  for (const std::string& text : texts) writer.Text(text);
}

absl::StatusOr<std::vector<std::string>> DecodeTexts(FieldReader& reader, std::int64_t key,
                                                     std::string_view name, std::size_t most) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* list, reader.Array(key, name, 1, most));
  std::vector<std::string> texts;
  for (const CborItem& item : list->children) {
    SCEAU_ASSIGN_OR_RETURN(std::string text, TextOf(item, reader.PathOf(name)));
    texts.push_back(std::move(text));
  }
  return texts;
}

absl::Status DecodeTermsOfAttestations(FieldReader& reader, IssuerEntry& entry) {
  if (reader.Has(kMaximumValidity)) {
    SCEAU_ASSIGN_OR_RETURN(
        const std::uint64_t days,
        reader.Unsigned(kMaximumValidity, "maximum_validity_days", 1, kMaxValidityDays));
    entry.maximum_validity_days = static_cast<int>(days);
  }
  if (reader.Has(kAlwaysOffersStatus)) {
    SCEAU_RETURN_IF_ERROR(
        reader.Unsigned(kAlwaysOffersStatus, "always_offers_status", 1, 1).status());
    entry.always_offers_status = true;
  }
  return absl::OkStatus();
}

absl::Status CheckTermsOfAttestations(const IssuerEntry& entry, const std::string& field) {
  if (!GrantsAny(entry, &seal::Format::scoped_by_fund)) {
    if (entry.maximum_validity_days)
      return MalformedField(field + "/maximum_validity_days",
                            "given without a format of attestations");
    if (entry.always_offers_status)
      return MalformedField(field + "/always_offers_status",
                            "given without a format of attestations");
  }
  if (entry.maximum_validity_days &&
      (*entry.maximum_validity_days < 1 || *entry.maximum_validity_days > kMaxValidityDays))
    return MalformedField(field + "/maximum_validity_days", "out of range");
  return absl::OkStatus();
}

}  // namespace

bool Grants(const IssuerEntry& entry, std::string_view format) {
  return std::ranges::find(entry.formats, format) != entry.formats.end();
}

bool IsNamedByAuthority(const IssuerEntry& entry) {
  return GrantsAny(entry, &seal::Format::leaf_is_certified_by_authority) &&
         !GrantsAny(entry, &seal::Format::scoped_by_fund);
}

void EncodeIssuerEntry(const IssuerEntry& entry, codec::CborWriter& writer) {
  const auto seconds = [](Instant instant) { return instant.time_since_epoch().count(); };
  writer.Map(3 + std::size_t{!entry.funds.empty()} + entry.retired.has_value() +
             entry.compromised.has_value() + entry.test + entry.maximum_validity_days.has_value() +
             entry.always_offers_status);
  writer.Integer(kName).Text(entry.name);
  writer.Integer(kCertificates).Array(entry.certificates.size());
  for (const crypto::Certificate& certificate : entry.certificates)
    writer.ByteString(certificate.ToDer());
  EncodeTexts(kFormats, entry.formats, writer);
  if (!entry.funds.empty()) EncodeTexts(kFunds, entry.funds, writer);
  if (entry.retired) writer.Integer(kRetired).Integer(seconds(*entry.retired));
  if (entry.compromised) writer.Integer(kCompromised).Integer(seconds(*entry.compromised));
  if (entry.test) writer.Integer(kTest).Unsigned(1);
  if (entry.maximum_validity_days)
    writer.Integer(kMaximumValidity).Integer(*entry.maximum_validity_days);
  if (entry.always_offers_status) writer.Integer(kAlwaysOffersStatus).Unsigned(1);
}

absl::StatusOr<OutlinedEntry> OutlineIssuerEntry(const CborItem& item, const std::string& field) {
  SCEAU_ASSIGN_OR_RETURN(FieldReader reader, FieldReader::Open(item, field));
  OutlinedEntry outlined;
  IssuerEntry& entry = outlined.terms;
  SCEAU_ASSIGN_OR_RETURN(entry.name, reader.Text(kName, "name"));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* certificates,
                         reader.Array(kCertificates, "certificates", 1, kMaxCertificates));
  for (const CborItem& certificate : certificates->children) {
    if (certificate.type != CborItem::Type::kBytes)
      return MalformedField(reader.PathOf("certificates"), "no bytes");
    outlined.certificates.push_back(certificate.string);
  }
  SCEAU_ASSIGN_OR_RETURN(entry.formats, DecodeTexts(reader, kFormats, "formats", kMaxFormats));
  if (reader.Has(kFunds)) {
    SCEAU_ASSIGN_OR_RETURN(entry.funds, DecodeTexts(reader, kFunds, "funds", kMaxFunds));
  }
  if (reader.Has(kRetired)) {
    SCEAU_ASSIGN_OR_RETURN(entry.retired, reader.Time(kRetired, "retired"));
  }
  if (reader.Has(kCompromised)) {
    SCEAU_ASSIGN_OR_RETURN(entry.compromised, reader.Time(kCompromised, "compromised"));
  }
  if (reader.Has(kTest)) {
    SCEAU_RETURN_IF_ERROR(reader.Unsigned(kTest, "test", 1, 1).status());
    entry.test = true;
  }
  SCEAU_RETURN_IF_ERROR(DecodeTermsOfAttestations(reader, entry));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return outlined;
}

absl::StatusOr<IssuerEntry> DecodeIssuerEntry(const CborItem& item, const std::string& field) {
  SCEAU_ASSIGN_OR_RETURN(OutlinedEntry outlined, OutlineIssuerEntry(item, field));
  IssuerEntry entry = std::move(outlined.terms);
  for (const ByteSpan der : outlined.certificates) {
    SCEAU_ASSIGN_OR_RETURN(crypto::Certificate parsed, CertificateOf(der, field + "/certificates"));
    entry.certificates.push_back(std::move(parsed));
  }
  SCEAU_RETURN_IF_ERROR(CheckIssuerEntry(entry, field));
  return entry;
}

absl::Status CheckIssuerEntry(const IssuerEntry& entry, const std::string& field) {
  if (!std::ranges::all_of(entry.funds, IsFundPrefix))
    return MalformedField(field + "/funds", "not the start of a fund code");
  if (GrantsAny(entry, &seal::Format::scoped_by_fund) == entry.funds.empty())
    return MalformedField(field + "/funds", "given for formats of attestations, and for them only");
  SCEAU_RETURN_IF_ERROR(CheckTermsOfAttestations(entry, field));
  bool any_leaf = false;
  for (const crypto::Certificate& certificate : entry.certificates) {
    if (certificate.is_authority()) continue;
    any_leaf = true;
    SCEAU_RETURN_IF_ERROR(CheckLeaf(entry, certificate, field + "/certificates"));
  }
  if (!any_leaf) return MalformedField(field + "/certificates", "authorities alone seal nothing");
  return absl::OkStatus();
}

absl::Status RefuseSharedKeyIds(std::span<const IssuerEntry> entries) {
  std::set<seal::KeyId> seen;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const crypto::Certificate& leaf : entries[i].certificates) {
      if (leaf.is_authority()) continue;
      const crypto::CertificateOutline outline = crypto::OutlineOf(leaf);
      for (const seal::Format& format : seal::Formats()) {
        const auto id = KeyIdBy(format, &entries[i], outline);
        if (!id || seen.insert(*id).second) continue;
        return Refuse(Reason::kTrustKeyIdTwice,
                      fmt::format("issuers/{}: {}", i, seal::ToString(HashIdOf(leaf))));
      }
    }
  }
  return absl::OkStatus();
}

std::optional<seal::KeyId> KeyIdBy(const seal::Format& format, const IssuerEntry* entry,
                                   const crypto::CertificateOutline& leaf) {
  const auto leads_to_it = [entry](const seal::Format& row) {
    return entry == nullptr || row.key_naming->is_digest || Grants(*entry, row.id);
  };
  if (!leads_to_it(format)) return std::nullopt;
  for (const seal::Format& earlier : seal::Formats()) {
    if (&earlier == &format) break;
    if (earlier.key_naming == format.key_naming && leads_to_it(earlier)) return std::nullopt;
  }
  return format.key_naming->id_of(leaf);
}

}  // namespace sceau::trust
