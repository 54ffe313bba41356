// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"
#include "seal/vds/documents.h"
#include "seal/vds/features.h"
#include "seal/vds/header.h"
#include "seal/vds/parse.h"
#include "seal/vds/zone.h"

namespace sceau::seal::vds {
namespace {

// A day of the issuer, wherever on Earth it is: clocks are up to 14 hours ahead of UTC, and 12
// behind.
std::pair<Instant, Instant> SomewhereOn(Date day) {
  using std::chrono::hours;
  const Instant midnight = std::chrono::sys_days{day};
  return {midnight - hours{14}, midnight + hours{24 + 12} - std::chrono::seconds{1}};
}

void DescribeHeader(const Header& header, Claims& claims) {
  claims.header = {{"version", fmt::format("{}", header.version)},
                   {"issuing_country", header.country},
                   {"signer", header.signer},
                   {"certificate_reference", header.certificate},
                   {"issue_date", FormatIsoDate(header.issued_on)},
                   {"signature_date", FormatIsoDate(header.signed_on)},
                   {"feature_definition", fmt::format("{:02X}", header.definition)},
                   {"document_category", fmt::format("{:02X}", header.category)}};
  claims.validity.issued_on = header.issued_on;
  claims.validity.signed_between = SomewhereOn(header.signed_on);
  const Document* document = FindDocument(header.definition, header.category);
  if (document == nullptr) return;
  claims.kind_french = document->french;
  claims.kind_english = document->english;
}

// The features of a social insurance card that name its holder.
constexpr std::uint8_t kCardDefinition = 0xFC;
constexpr std::uint8_t kSurname = 0x02;
constexpr std::uint8_t kFirstName = 0x03;
constexpr std::uint8_t kNameAtBirth = 0x04;
constexpr std::size_t kMaxCardName = 30;  // characters: one that fills its place may be cut

class FeatureDecoder {
 public:
  FeatureDecoder(const Header& header, DecodedClaims& decoded)
      : header_(header), decoded_(decoded) {}

  absl::Status Add(const Feature& feature) {
    if (std::exchange(seen_[feature.tag], true)) return Malformed(feature, "repeated");
    const FeatureKind* kind = FindFeature(header_.definition, header_.category, feature.tag);
    const std::string id = fmt::format("{:02X}", feature.tag);
    if (kind == nullptr) {
      decoded_.notes.push_back({Reason::kSealUnknownField, "feature " + id});
      AddField({.id = id,
                .label_french = {},
                .label_english = {},
                .value = ToHex(feature.value),
                .shown = ToHex(feature.value)});
      return absl::OkStatus();
    }
    auto value = ValueOf(kind->coding, feature.value);
    if (!value) return Malformed(feature, "not written as it should be");
    if (kind->coding == Coding::kZone36) ReadZone(value->carried, 36);
    if (kind->coding == Coding::kZone44) ReadZone(value->carried, 44);
    if (header_.definition == kCardDefinition) ReadCard(feature.tag, value->carried);
    AddField({.id = id,
              .label_french = kind->french,
              .label_english = kind->english,
              .value = std::move(value->carried),
              .shown = std::move(value->shown),
              .known = true});
    return absl::OkStatus();
  }

  // Once all features were added.
  void Finish() {
    if (surname_.empty()) return;
    Subject subject;
    // A card has a name at birth where that is another one.
    subject.birth_name = name_at_birth_.empty() ? surname_ : name_at_birth_;
    if (!name_at_birth_.empty()) subject.name_in_use = surname_;
    subject.given_names = first_name_;
    subject.is_name_complete =
        IsWhole(surname_) && IsWhole(first_name_) && IsWhole(subject.birth_name);
    decoded_.claims.subjects.push_back(std::move(subject));
  }

 private:
  static absl::Status Malformed(const Feature& feature, std::string_view what) {
    return Refuse(Reason::kSealMalformedField, fmt::format("feature {:02X} at offset {}: {}",
                                                           feature.tag, feature.offset, what));
  }

  static bool IsWhole(std::string_view name) {
    const auto characters = DecodeUtf8(name);
    return characters && !characters->empty() && characters->size() < kMaxCardName;
  }

  static bool IsSafeName(std::string_view name) {
    const auto characters = DecodeUtf8(name);
    return characters && std::ranges::none_of(*characters, IsUnsafeInText);
  }

  void ReadZone(std::string_view zone, std::size_t line) {
    if (auto subject = SubjectOf(zone, line, header_.issued_on))
      decoded_.claims.subjects.push_back(*std::move(subject));
    decoded_.claims.validity.until = LastDayOf(zone, line);
  }

  void ReadCard(std::uint8_t tag, const std::string& text) {
    if (!IsSafeName(text)) return;
    if (tag == kSurname) surname_ = text;
    if (tag == kFirstName) first_name_ = text;
    if (tag == kNameAtBirth) name_at_birth_ = text;
  }

  void AddField(ClaimField field) { decoded_.claims.fields.push_back(std::move(field)); }

  const Header& header_;
  DecodedClaims& decoded_;
  std::array<bool, 256> seen_{};
  std::string surname_;
  std::string first_name_;
  std::string name_at_birth_;
};

}  // namespace

absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal) {
  SCEAU_ASSIGN_OR_RETURN(const Header header, ParseHeader(seal.content));
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Feature> features,
                         SplitFeatures(seal.content, header.length));
  DecodedClaims decoded;
  DescribeHeader(header, decoded.claims);
  FeatureDecoder decoder(header, decoded);
  for (const Feature& feature : features) SCEAU_RETURN_IF_ERROR(decoder.Add(feature));
  decoder.Finish();
  return decoded;
}

}  // namespace sceau::seal::vds
