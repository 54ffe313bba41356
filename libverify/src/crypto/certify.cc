// SPDX-License-Identifier: Apache-2.0
// Makes certificates. Spec: RFC 5280 §4.1 and §4.2.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "base/text.h"
#include "crypto/certificate_fields.h"
#include "crypto/digest.h"
#include "crypto/key_handle.h"
#include "crypto/private_key.h"
#include "fmt/format.h"

namespace sceau::crypto {
namespace {

constexpr std::size_t kRandomSerialBytes = 16;
constexpr std::size_t kMaxSerialBytes = 20;     // RFC 5280 §4.1.2.2, sign included
constexpr std::size_t kMaxNameCharacters = 64;  // ub-common-name, ub-organization-name
constexpr std::size_t kKeyIdBytes = 20;

// RFC 5280 §4.1.2.5: years of four digits.
constexpr Instant kLastInstant = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31) +
                                 std::chrono::hours(24) - std::chrono::seconds(1);

// The numbers of the bits of KeyUsage (RFC 5280 §4.2.1.3).
constexpr int kDigitalSignatureBit = 0;
constexpr int kKeyCertSignBit = 5;

absl::Status Failed(std::string_view what) {
  return Refuse(Reason::kInternal, fmt::format("openssl: certificate: {}", what));
}

absl::Status CheckName(std::string_view text, std::string_view what) {
  const auto decoded = DecodeUtf8(text);
  if (!decoded || decoded->size() > kMaxNameCharacters ||
      std::ranges::any_of(*decoded, IsUnsafeInText)) {
    return Refuse(Reason::kUsage, fmt::format("certificate: {}", what));
  }
  return absl::OkStatus();
}

absl::Status AddName(X509_NAME* name, int nid, std::string_view text) {
  const ByteSpan bytes = AsBytes(text);
  if (bytes.empty()) return absl::OkStatus();
  // The last arguments append the entry at the end, as a part of its own.
  if (X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, bytes.data(),
                                 static_cast<int>(bytes.size()), -1, 0) != 1) {
    return Failed("name");
  }
  return absl::OkStatus();
}

absl::StatusOr<Bytes> RandomSerial() {
  Bytes serial(kRandomSerialBytes);
  SCEAU_RETURN_IF_ERROR(FillRandom(serial));
  serial.front() = static_cast<std::uint8_t>((serial.front() & 0x7F) | 0x40);  // positive, and long
  return serial;
}

absl::Status SetSerial(X509* x509, ByteSpan serial) {
  const bool zero = std::ranges::all_of(serial, [](std::uint8_t byte) { return byte == 0; });
  const bool sign_byte = !serial.empty() && serial.front() >= 0x80;
  if (zero || serial.size() + (sign_byte ? 1 : 0) > kMaxSerialBytes) {
    return Refuse(Reason::kUsage, "certificate: serial number");
  }
  const BnPtr number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  if (!number) return Failed("serial number");
  const Asn1IntegerPtr integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
  if (!integer || X509_set_serialNumber(x509, integer.get()) != 1) return Failed("serial number");
  return absl::OkStatus();
}

absl::Status SetValidity(X509* x509, Instant from, Instant until) {
  if (until < from || from < Instant{} || until > kLastInstant) {
    return Refuse(Reason::kUsage, "certificate: validity");
  }
  const auto seconds = [](Instant at) {
    return static_cast<std::time_t>(at.time_since_epoch().count());
  };
  const Asn1TimePtr first(ASN1_TIME_set(nullptr, seconds(from)));
  const Asn1TimePtr last(ASN1_TIME_set(nullptr, seconds(until)));
  if (!first || !last || X509_set1_notBefore(x509, first.get()) != 1 ||
      X509_set1_notAfter(x509, last.get()) != 1) {
    return Failed("validity");
  }
  return absl::OkStatus();
}

absl::Status AddExtension(X509* x509, int nid, void* value, bool critical) {
  const bool added = value != nullptr &&
                     X509_add1_ext_i2d(x509, nid, value, critical ? 1 : 0, X509V3_ADD_DEFAULT) == 1;
  return added ? absl::OkStatus() : Failed("extension");
}

absl::Status AddUsage(X509* x509, bool authority) {
  const BasicConstraintsPtr constraints(BASIC_CONSTRAINTS_new());
  const BitStringPtr usage(ASN1_BIT_STRING_new());
  if (!constraints || !usage) return Failed("extension");
  constraints->ca = authority ? 0xFF : 0;
  const int bit = authority ? kKeyCertSignBit : kDigitalSignatureBit;
  if (ASN1_BIT_STRING_set_bit(usage.get(), bit, 1) != 1) return Failed("extension");
  SCEAU_RETURN_IF_ERROR(AddExtension(x509, NID_basic_constraints, constraints.get(), true));
  return AddExtension(x509, NID_key_usage, usage.get(), true);
}

// RFC 7093 §2, method 1: the first 160 bits of SHA-256 of the key's bits.
absl::Status AddSubjectKeyId(X509* x509) {
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const OctetStringPtr id(ASN1_OCTET_STRING_new());
  if (!id || X509_pubkey_digest(x509, EVP_sha256(), digest.data(), &length) != 1 ||
      ASN1_OCTET_STRING_set(id.get(), digest.data(), kKeyIdBytes) != 1) {
    return Failed("key identifier");
  }
  return AddExtension(x509, NID_subject_key_identifier, id.get(), false);
}

absl::Status AddAuthorityKeyId(X509* x509, X509* issuer) {
  const ASN1_OCTET_STRING* id = X509_get0_subject_key_id(issuer);
  if (id == nullptr) return absl::OkStatus();
  const AuthorityKeyIdPtr authority(AUTHORITY_KEYID_new());
  if (!authority) return Failed("authority's key identifier");
  authority->keyid = ASN1_OCTET_STRING_dup(id);
  if (authority->keyid == nullptr) return Failed("authority's key identifier");
  return AddExtension(x509, NID_authority_key_identifier, authority.get(), false);
}

absl::Status SetNames(X509* x509, const PrivateKey::CertificateRequest& request,
                      const X509* issuer) {
  SCEAU_RETURN_IF_ERROR(CheckName(request.organisation, "organisation"));
  SCEAU_RETURN_IF_ERROR(CheckName(request.common_name, "common name"));
  if (!request.country.empty() && request.country.size() != 2)
    return Refuse(Reason::kUsage, "certificate: country");
  if (request.common_name.empty()) return Refuse(Reason::kUsage, "certificate: common name");
  const X509NamePtr subject(X509_NAME_new());
  if (!subject) return Failed("name");
  SCEAU_RETURN_IF_ERROR(AddName(subject.get(), NID_countryName, request.country));
  SCEAU_RETURN_IF_ERROR(AddName(subject.get(), NID_organizationName, request.organisation));
  SCEAU_RETURN_IF_ERROR(AddName(subject.get(), NID_commonName, request.common_name));
  const X509_NAME* issuer_name = issuer != nullptr ? X509_get_subject_name(issuer) : subject.get();
  if (X509_set_subject_name(x509, subject.get()) != 1 ||
      X509_set_issuer_name(x509, issuer_name) != 1) {
    return Failed("name");
  }
  return absl::OkStatus();
}

absl::StatusOr<Bytes> ToDer(const X509* x509) {
  unsigned char* der = nullptr;
  const int length = i2d_X509(x509, &der);
  const OpensslBuffer owned(der);
  if (length <= 0) return Failed("encoding");
  return Bytes(der, der + length);
}

}  // namespace

absl::StatusOr<Certificate> PrivateKey::Certify(const CertificateRequest& request,
                                                const PublicKey& subject_key,
                                                const std::optional<Certificate>& issuer) const {
  const ErrorScope errors;
  if (issuer && !Matches(*issuer)) {
    return Refuse(Reason::kKeyCertificateMismatch, "the issuer's certificate is another key's");
  }
  X509* issuer_x509 = issuer ? issuer->fields_->x509.get() : nullptr;
  const X509Ptr made(X509_new());
  X509* x509 = made.get();
  if (x509 == nullptr || X509_set_version(x509, X509_VERSION_3) != 1 ||
      X509_set_pubkey(x509, subject_key.handle_->key.get()) != 1) {
    return Failed("key");
  }
  Bytes serial = request.serial.value_or(Bytes());
  if (!request.serial) {
    SCEAU_ASSIGN_OR_RETURN(serial, RandomSerial());
  }
  SCEAU_RETURN_IF_ERROR(SetSerial(x509, serial));
  SCEAU_RETURN_IF_ERROR(SetNames(x509, request, issuer_x509));
  SCEAU_RETURN_IF_ERROR(SetValidity(x509, request.not_before, request.not_after));
  SCEAU_RETURN_IF_ERROR(AddUsage(x509, request.authority));
  SCEAU_RETURN_IF_ERROR(AddSubjectKeyId(x509));
  if (issuer_x509 != nullptr) SCEAU_RETURN_IF_ERROR(AddAuthorityKeyId(x509, issuer_x509));
  const char* digest = DigestName(algorithm());
  const EVP_MD* md = digest != nullptr ? EVP_get_digestbyname(digest) : nullptr;
  if (X509_sign(x509, handle_->key.get(), md) <= 0) return Failed("signature");
  SCEAU_ASSIGN_OR_RETURN(const Bytes der, ToDer(x509));
  return Certificate::ParseDer(der);
}

}  // namespace sceau::crypto
