// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "attestation/printed_facts.h"
#include "base/status.h"
#include "base/text.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "seal/cose/item_text.h"
#include "seal/hc1/parse.h"
#include "seal/hc1/subject.h"

namespace sceau::seal::hc1 {
namespace {

using codec::CborItem;
using Type = CborItem::Type;

// RFC 8392 §3.1, and the number that the IANA registered for health certificates.
constexpr std::int64_t kIssuer = 1;
constexpr std::int64_t kExpires = 4;
constexpr std::int64_t kIssuedAt = 6;
constexpr std::int64_t kHealthCertificate = -260;
constexpr std::int64_t kEuCertificate = 1;

struct Label {
  std::string_view group;
  std::string_view key;
  std::string_view french;
  std::string_view english;
};
constexpr Label kLabels[] = {
#define SCEAU_HC1_FIELD(group, key, french, english) {group, key, french, english},
#include "seal/hc1/fields.inc"
#undef SCEAU_HC1_FIELD
};

struct Meaning {
  std::string_view key;
  std::string_view code;
  std::string_view meaning;
};
constexpr Meaning kMeanings[] = {
#define SCEAU_HC1_VALUE(key, code, meaning) {key, code, meaning},
#include "seal/hc1/values.inc"
#undef SCEAU_HC1_VALUE
};

struct Kind {
  std::string_view group;
  const char* french;
  const char* english;
};
constexpr Kind kKinds[] = {
    {"v", "Certificat COVID numérique de l'UE : vaccination",
     "EU Digital COVID Certificate: vaccination"},
    {"t", "Certificat COVID numérique de l'UE : test", "EU Digital COVID Certificate: test"},
    {"r", "Certificat COVID numérique de l'UE : rétablissement",
     "EU Digital COVID Certificate: recovery"},
};

absl::Status MalformedToken(std::string_view field, std::string_view what) {
  return Refuse(Reason::kSealMalformedClaims, fmt::format("{}: {}", field, what));
}

// The text was read whole: what is cut or too long is the claims themselves.
absl::StatusOr<codec::LenientCbor> Decode(ByteSpan content) {
  auto decoded = codec::DecodeLenientCbor(content, Limits{}.cbor_depth);
  if (decoded.ok() || ReasonOf(decoded.status()) == Reason::kSealCborDuplicateKey) return decoded;
  return Refuse(Reason::kSealMalformedCbor, DetailOf(decoded.status()));
}

// As carried. What is null or undefined says nothing.
std::string ValueOf(const CborItem& item) {
  const CborItem& plain = item.WithoutTags();
  if (plain.IsText()) return std::string(plain.text());
  if (plain.type == Type::kNull || plain.type == Type::kSimple) return {};
  return cose::PlainValue(plain);
}

// Schemas before 1.3 let a day be written as an instant: "1990-01-31T00:00:00".
std::string_view DayOf(std::string_view value) {
  constexpr std::size_t kDayLength = 10;
  return value.size() > kDayLength && value[kDayLength] == 'T' ? value.substr(0, kDayLength)
                                                               : value;
}

std::string Shown(std::string_view key, std::string_view value) {
  for (const Meaning& row : kMeanings) {
    if (row.key == key && row.code == value) return std::string(row.meaning);
  }
  for (const std::string_view day : {"dob", "dt", "fr", "df", "du"}) {
    if (key == day) return EscapeUnsafe(DayOf(value));
  }
  return EscapeUnsafe(value);
}

std::optional<Instant> InstantOf(const CborItem* item) {
  if (item == nullptr) return std::nullopt;
  constexpr std::uint64_t kYear3000 = 32'503'680'000;
  const CborItem& plain = item->WithoutTags();
  double seconds = -1;
  if (plain.IsUnsigned() && plain.argument < kYear3000) {
    seconds = static_cast<double>(plain.argument);
  } else if (plain.type == Type::kFloat) {
    seconds = std::floor(plain.number());
  }
  if (!(seconds >= 0 && seconds < static_cast<double>(kYear3000))) return std::nullopt;
  return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

class Decoder {
 public:
  DecodedClaims Run(const CborItem& token, const CborItem& certificate) {
    AddCertificate(certificate);
    AddToken(token);
    decoded_.claims.subjects = SubjectsOf(certificate);
    decoded_.claims.printed = attestation::PrintedFactsOf(decoded_.claims.subjects);
    return std::move(decoded_);
  }

 private:
  void AddCertificate(const CborItem& certificate) {
    if (const CborItem* names = certificate.Find("nam"); names != nullptr)
      AddMap(names->WithoutTags(), "nam", "nam.");
    AddMap(certificate, "", "");
    for (const Kind& kind : kKinds) {
      const CborItem* entries = certificate.Find(kind.group);
      if (entries == nullptr || entries->WithoutTags().type != Type::kArray) continue;
      const std::vector<CborItem>& items = entries->WithoutTags().children;
      if (!items.empty() && decoded_.claims.kind_french.empty()) {
        decoded_.claims.kind_french = kind.french;
        decoded_.claims.kind_english = kind.english;
      }
      for (std::size_t i = 0; i < items.size(); ++i)
        AddMap(items[i].WithoutTags(), kind.group, fmt::format("{}.{}.", kind.group, i));
    }
  }

  // The members of one map that we know, in the order of fields.inc, and then the others.
  void AddMap(const CborItem& map, std::string_view group, const std::string& prefix) {
    if (map.type != Type::kMap) return;
    for (const Label& label : kLabels) {
      const CborItem* item = label.group == group ? map.Find(label.key) : nullptr;
      if (item == nullptr) continue;
      Add({.id = prefix + std::string(label.key),
           .label_french = std::string(label.french),
           .label_english = std::string(label.english),
           .value = ValueOf(*item),
           .shown = Shown(label.key, ValueOf(*item)),
           .known = true});
    }
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      const std::string key = ValueOf(map.children[i]);
      if (!IsKnown(group, key)) AddUnknown(prefix + EscapeUnsafe(key), map.children[i + 1]);
    }
  }

  static bool IsKnown(std::string_view group, std::string_view key) {
    constexpr std::string_view kMaps[] = {"nam", "v", "t", "r"};
    if (group.empty() && std::ranges::find(kMaps, key) != std::end(kMaps)) return true;
    return std::ranges::any_of(
        kLabels, [&](const Label& label) { return label.group == group && label.key == key; });
  }

  void AddUnknown(std::string id, const CborItem& item) {
    decoded_.notes.push_back({Reason::kSealUnknownField, "field " + id});
    const std::string value = ValueOf(item);
    Add({.id = std::move(id),
         .label_french = {},
         .label_english = {},
         .value = value,
         .shown = EscapeUnsafe(value)});
  }

  void AddToken(const CborItem& token) {
    const auto issued = InstantOf(token.Find(kIssuedAt));
    const auto expires = InstantOf(token.Find(kExpires));
    Validity& validity = decoded_.claims.validity;
    if (issued) {
      validity.issued_on = ParisDay(*issued);
      validity.issued_at = *issued;
      validity.signed_between = {*issued, *issued};
    }
    if (expires) validity.until = ParisDay(*expires - std::chrono::seconds{1});
    const CborItem* issuer = token.Find(kIssuer);
    AddTokenField("iss", "Pays émetteur", "Issuing country", issuer,
                  issuer == nullptr ? "" : EscapeUnsafe(ValueOf(*issuer)));
    AddTokenField("iat", "Émis le", "Issued at", token.Find(kIssuedAt), InstantText(issued));
    AddTokenField("exp", "Valable jusqu'au", "Valid until", token.Find(kExpires),
                  InstantText(expires));
  }

  static std::string InstantText(const std::optional<Instant>& instant) {
    return instant ? FormatIsoInstant(*instant) : std::string();
  }

  void AddTokenField(const char* id, const char* french, const char* english, const CborItem* item,
                     std::string shown) {
    if (item == nullptr) return;
    const std::string value = ValueOf(*item);
    Add({.id = id,
         .label_french = french,
         .label_english = english,
         .value = value,
         .shown = shown.empty() ? EscapeUnsafe(value) : std::move(shown),
         .known = true});
  }

  void Add(ClaimField field) { decoded_.claims.fields.push_back(std::move(field)); }

  DecodedClaims decoded_;
};

}  // namespace

absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal) {
  SCEAU_ASSIGN_OR_RETURN(const codec::LenientCbor decoded, Decode(seal.content));
  const CborItem& token = decoded.root.WithoutTags();
  const CborItem* health = token.Find(kHealthCertificate);
  if (health == nullptr) return MalformedToken("-260", "missing");
  const CborItem* certificate = health->WithoutTags().Find(kEuCertificate);
  if (certificate == nullptr || certificate->WithoutTags().type != Type::kMap)
    return MalformedToken("-260/1", "not a map");
  return Decoder().Run(token, certificate->WithoutTags());
}

}  // namespace sceau::seal::hc1
