// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_outline.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "crypto/der_reader.h"
#include "crypto/der_text.h"
#include "crypto/digest.h"
#include "crypto/pem.h"
#include "crypto/rsa_key.h"

namespace sceau::crypto {
namespace {

using std::string_view_literals::operator""sv;

// Object identifiers, as DER writes them.
constexpr auto kCommonName = "\x55\x04\x03"sv;
constexpr auto kCountry = "\x55\x04\x06"sv;
constexpr auto kOrganisation = "\x55\x04\x0A"sv;
constexpr auto kBasicConstraints = "\x55\x1D\x13"sv;
constexpr auto kKeyUsage = "\x55\x1D\x0F"sv;
constexpr auto kEcPublicKey = "\x2A\x86\x48\xCE\x3D\x02\x01"sv;
constexpr auto kPrime256v1 = "\x2A\x86\x48\xCE\x3D\x03\x01\x07"sv;
constexpr auto kSecp384r1 = "\x2B\x81\x04\x00\x22"sv;
// secp224r1, and brainpoolP224r1, P256r1 and P384r1.
constexpr std::string_view kStateCurveOids[] = {
    "\x2B\x81\x04\x00\x21"sv, "\x2B\x24\x03\x03\x02\x08\x01\x01\x05"sv,
    "\x2B\x24\x03\x03\x02\x08\x01\x01\x07"sv, "\x2B\x24\x03\x03\x02\x08\x01\x01\x0B"sv};
constexpr auto kEd25519Oid = "\x2B\x65\x70"sv;
constexpr auto kRsaKey = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"sv;
constexpr auto kRsaPssKey = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0A"sv;

constexpr std::uint8_t kDigitalSignatureOrNonRepudiation = 0xC0;  // in KeyUsage's first byte

absl::Status OutlineJunk(const char* detail) {
  return Refuse(Reason::kTrustJunk, std::string("certificate: ") + detail);
}

struct OutlinedName {
  std::string common_name;
  std::string organisation;
  std::string country;
  bool has_country = false;
};

bool ReadAttribute(ByteSpan attribute, OutlinedName& name, bool& has_common_name,
                   bool& has_organisation) {
  DerReader parts(attribute);
  const auto type = parts.Next(DerTag::kObjectIdentifier);
  const auto value = parts.Next();
  if (!type || !value || !parts.empty()) return false;
  const std::string_view oid = AsText(type->content);
  if (oid == kCountry && !std::exchange(name.has_country, true))
    name.country = TextOfString(*value).value_or(std::string());
  bool* seen = oid == kCommonName ? &has_common_name : nullptr;
  if (oid == kOrganisation) seen = &has_organisation;
  if (seen == nullptr) return true;
  if (*seen) return oid == kOrganisation;  // the first counts; 2D-Doc finds signers by common name
  *seen = true;
  auto text = TextOfString(*value);
  if (!text) return false;
  (oid == kCommonName ? name.common_name : name.organisation) = *std::move(text);
  return true;
}

std::optional<OutlinedName> ReadDistinguishedName(ByteSpan sets) {
  OutlinedName name;
  bool has_common_name = false;
  bool has_organisation = false;
  for (DerReader relative(sets); !relative.empty();) {
    const auto set = relative.Next(DerTag::kSet);
    if (!set) return std::nullopt;
    for (DerReader attributes(set->content); !attributes.empty();) {
      const auto attribute = attributes.Next(DerTag::kSequence);
      if (!attribute ||
          !ReadAttribute(attribute->content, name, has_common_name, has_organisation)) {
        return std::nullopt;
      }
    }
  }
  return name;
}

// Reads a number of at most four digits.
std::optional<int> NumberOf(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

// RFC 5280 §4.1.2.5: YYMMDDHHMMSSZ until 2049, YYYYMMDDHHMMSSZ from 2050.
std::optional<Instant> InstantOf(const DerItem& item) {
  std::string_view text = AsText(item.content);
  const bool is_short = item.tag == DerTag::kUtcTime;
  if (!is_short && item.tag != DerTag::kGeneralizedTime) return std::nullopt;
  if (text.size() != (is_short ? 13U : 15U) || text.back() != 'Z') return std::nullopt;
  const std::size_t year_digits = is_short ? 2 : 4;
  const auto year = NumberOf(text.substr(0, year_digits));
  text.remove_prefix(year_digits);
  const auto part = [&text](std::size_t i) { return NumberOf(text.substr(2 * i, 2)); };
  const bool are_digits =
      std::ranges::all_of(text.substr(0, 10), [](char c) { return c >= '0' && c <= '9'; });
  if (!year || !are_digits) return std::nullopt;
  using namespace std::chrono;
  const int century = is_short ? (*year >= 50 ? 1900 : 2000) : 0;
  const year_month_day date{std::chrono::year{century + *year},
                            month{static_cast<unsigned>(*part(0))},
                            day{static_cast<unsigned>(*part(1))}};
  if (!date.ok() || *part(2) > 23 || *part(3) > 59 || *part(4) > 59) return std::nullopt;
  return sys_days{date} + hours{*part(2)} + minutes{*part(3)} + seconds{*part(4)};
}

bool ReadValidity(ByteSpan validity, CertificateOutline& outline) {
  DerReader parts(validity);
  const auto from = parts.Next();
  const auto until = parts.Next();
  if (!from || !until || !parts.empty()) return false;
  const auto not_before = InstantOf(*from);
  const auto not_after = InstantOf(*until);
  if (!not_before || !not_after) return false;
  outline.not_before = *not_before;
  outline.not_after = *not_after;
  return true;
}

// RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }, in a bit string.
OutlinedKey RsaKeyOf(ByteSpan bit_string) {
  DerReader whole(bit_string.empty() ? bit_string : bit_string.subspan(1));
  const auto key = whole.Next(DerTag::kSequence);
  if (!key) return OutlinedKey::kOtherRsa;
  DerReader parts(key->content);
  const auto modulus = parts.Next(DerTag::kInteger);
  if (!modulus) return OutlinedKey::kOtherRsa;
  const auto first = std::ranges::find_if(modulus->content, [](std::uint8_t b) { return b != 0; });
  if (first == modulus->content.end()) return OutlinedKey::kOtherRsa;
  const auto bytes = static_cast<int>(modulus->content.end() - first);
  const int bits = 8 * (bytes - 1) + static_cast<int>(std::bit_width(*first));
  return bits >= kMinRsaBits && bits <= kMaxRsaBits ? OutlinedKey::kRsa : OutlinedKey::kOtherRsa;
}

std::optional<OutlinedKey> KeyOf(ByteSpan public_key_info) {
  DerReader parts(public_key_info);
  const auto algorithm = parts.Next(DerTag::kSequence);
  const auto key = parts.Next(DerTag::kBitString);
  if (!algorithm || !key || !parts.empty()) return std::nullopt;
  DerReader algorithm_parts(algorithm->content);
  const auto type = algorithm_parts.Next(DerTag::kObjectIdentifier);
  if (!type) return std::nullopt;
  const std::string_view oid = AsText(type->content);
  if (oid == kEd25519Oid) return OutlinedKey::kEd25519;
  if (oid == kRsaKey || oid == kRsaPssKey) return RsaKeyOf(key->content);
  if (oid != kEcPublicKey) return OutlinedKey::kOther;
  const auto curve = algorithm_parts.Next(DerTag::kObjectIdentifier);
  if (!curve) return OutlinedKey::kOtherCurve;
  const std::string_view name = AsText(curve->content);
  if (name == kPrime256v1) return OutlinedKey::kP256;
  if (name == kSecp384r1) return OutlinedKey::kP384;
  return std::ranges::find(kStateCurveOids, name) != std::end(kStateCurveOids)
             ? OutlinedKey::kStateCurve
             : OutlinedKey::kOtherCurve;
}

OutlinedKey OutlinedKeyOf(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return OutlinedKey::kP256;
    case Algorithm::kEs384:
      return OutlinedKey::kP384;
    case Algorithm::kEdDsa:
      return OutlinedKey::kEd25519;
  }
  return OutlinedKey::kOther;
}

// BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }
std::optional<bool> IsAuthority(ByteSpan value) {
  DerReader whole(value);
  const auto constraints = whole.Next(DerTag::kSequence);
  if (!constraints || !whole.empty()) return std::nullopt;
  DerReader parts(constraints->content);
  const auto authority = parts.Next(DerTag::kBoolean);
  if (authority && authority->content.size() != 1) return std::nullopt;
  if (!parts.empty() && !parts.Next(DerTag::kInteger)) return std::nullopt;
  if (!parts.empty()) return std::nullopt;
  return authority && authority->content[0] != 0;
}

std::optional<bool> IsForDocuments(ByteSpan value) {
  DerReader whole(value);
  const auto bits = whole.Next(DerTag::kBitString);
  if (!bits || !whole.empty() || bits->content.empty()) return std::nullopt;
  return bits->content.size() > 1 && (bits->content[1] & kDigitalSignatureOrNonRepudiation) != 0;
}

struct OutlinedExtensions {
  std::optional<bool> is_authority;
  std::optional<bool> is_for_documents;
};

bool ReadExtension(ByteSpan extension, OutlinedExtensions& found) {
  DerReader parts(extension);
  const auto type = parts.Next(DerTag::kObjectIdentifier);
  if (!type) return false;
  parts.Next(DerTag::kBoolean);  // critical
  const auto value = parts.Next(DerTag::kOctetString);
  if (!value || !parts.empty()) return false;
  const std::string_view oid = AsText(type->content);
  if (oid == kBasicConstraints) {
    if (found.is_authority) return false;  // twice
    found.is_authority = IsAuthority(value->content);
    return found.is_authority.has_value();
  }
  if (oid == kKeyUsage) {
    if (found.is_for_documents) return false;
    found.is_for_documents = IsForDocuments(value->content);
    return found.is_for_documents.has_value();
  }
  return true;
}

// What follows the key: two unique identifiers that nobody uses, and the extensions.
bool ReadExtensions(DerReader& parts, CertificateOutline& outline) {
  OutlinedExtensions found;
  parts.Next(DerTag::kContext1Primitive);
  parts.Next(DerTag::kContext2Primitive);
  if (!parts.empty()) {
    const auto wrapped = parts.Next(DerTag::kContext3);
    if (!wrapped || !parts.empty()) return false;
    DerReader wrapper(wrapped->content);
    const auto list = wrapper.Next(DerTag::kSequence);
    if (!list || !wrapper.empty()) return false;
    for (DerReader extensions(list->content); !extensions.empty();) {
      const auto extension = extensions.Next(DerTag::kSequence);
      if (!extension || !ReadExtension(extension->content, found)) return false;
    }
  }
  outline.is_authority = found.is_authority.value_or(false);
  outline.is_for_documents = found.is_for_documents.value_or(true);
  outline.may_sign_documents = !outline.is_authority && outline.is_for_documents;
  return true;
}

// The number of an INTEGER in DER.
Bytes PositiveNumber(ByteSpan integer) {
  if (!integer.empty() && integer.front() >= 0x80) return {};
  const auto first = std::ranges::find_if(integer, [](std::uint8_t byte) { return byte != 0; });
  return {first, integer.end()};
}

bool ReadSigned(ByteSpan signed_part, CertificateOutline& outline) {
  DerReader parts(signed_part);
  parts.Next(DerTag::kContext0);  // the version
  const auto serial = parts.Next(DerTag::kInteger);
  const auto algorithm = parts.Next(DerTag::kSequence);
  const auto issuer = parts.Next(DerTag::kSequence);
  const auto validity = parts.Next(DerTag::kSequence);
  const auto subject = parts.Next(DerTag::kSequence);
  const auto key_info = parts.Next(DerTag::kSequence);
  if (!serial || !algorithm || !issuer || !validity || !subject || !key_info) return false;
  auto issuer_name = ReadDistinguishedName(issuer->content);
  auto subject_name = ReadDistinguishedName(subject->content);
  const auto key = KeyOf(key_info->content);
  if (!issuer_name || !subject_name || !key) return false;
  outline.issuer_common_name = std::move(issuer_name->common_name);
  outline.subject_common_name = std::move(subject_name->common_name);
  outline.subject_organisation = std::move(subject_name->organisation);
  outline.subject_country = std::move(subject_name->country);
  outline.serial_number = PositiveNumber(serial->content);
  outline.subject = ToBytes(subject->whole);
  outline.key = *key;
  return ReadValidity(validity->content, outline) && ReadExtensions(parts, outline);
}

}  // namespace

absl::StatusOr<CertificateOutline> OutlineOf(ByteSpan der) {
  DerReader file(der);
  const auto certificate = file.Next(DerTag::kSequence);
  if (!certificate || !file.empty()) return OutlineJunk("not one certificate in der");
  DerReader parts(certificate->content);
  const auto signed_part = parts.Next(DerTag::kSequence);
  const auto algorithm = parts.Next(DerTag::kSequence);
  const auto signature = parts.Next(DerTag::kBitString);
  CertificateOutline outline;
  if (!signed_part || !algorithm || !signature || !parts.empty() ||
      !ReadSigned(signed_part->content, outline)) {
    return OutlineJunk("its structure, a name or a date is malformed");
  }
  outline.sha256 = Sha256(der);
  return outline;
}

CertificateOutline OutlineOf(const Certificate& certificate) {
  CertificateOutline outline{.sha256 = certificate.sha256(),
                             .subject_common_name = certificate.subject_common_name(),
                             .subject_organisation = certificate.subject_organisation(),
                             .subject_country = certificate.subject_country(),
                             .issuer_common_name = certificate.issuer_common_name(),
                             .subject = certificate.SubjectDer(),
                             .serial_number = certificate.SerialNumber(),
                             .not_before = certificate.not_before(),
                             .not_after = certificate.not_after(),
                             .is_authority = certificate.is_authority(),
                             .is_for_documents = certificate.is_for_documents(),
                             .may_sign_documents = certificate.may_sign_documents()};
  if (const auto& key = certificate.public_key()) outline.key = OutlinedKeyOf(key->algorithm());
  if (certificate.rsa_key()) outline.key = OutlinedKey::kRsa;
  if (certificate.state_curve_key()) outline.key = OutlinedKey::kStateCurve;
  return outline;
}

absl::StatusOr<CertificateOutline> OutlineOrParse(ByteSpan der) {
  auto outline = OutlineOf(der);
  if (outline.ok()) return outline;
  SCEAU_ASSIGN_OR_RETURN(const Certificate certificate, Certificate::ParseDer(der));
  return OutlineOf(certificate);
}

absl::StatusOr<std::vector<CertificateBlock>> SplitCertificates(ByteSpan bytes) {
  std::vector<CertificateBlock> split;
  if (DerReader file(bytes); file.Next(DerTag::kSequence) && file.empty()) {
    split.push_back({ToBytes(bytes), "CERTIFICATE"});
    return split;
  }
  if (auto der = ReadOnlyPemBlock(bytes, "CERTIFICATE")) {
    split.push_back({*std::move(der), "CERTIFICATE"});
    return split;
  }
  if (!LooksLikePem(bytes)) return OutlineJunk("neither der nor pem");
  const auto blocks = ReadPem(bytes);
  if (!blocks || blocks->empty()) return OutlineJunk("damaged pem");
  for (const PemBlock& block : *blocks)
    split.push_back({ToBytes(block.der()), std::string(block.label())});
  return split;
}

}  // namespace sceau::crypto
