// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"

#include <openssl/pem.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <utility>

#include "base/ascii.h"
#include "base/status.h"
#include "base/text.h"
#include "crypto/certificate_fields.h"
#include "crypto/digest.h"
#include "crypto/ecdsa.h"
#include "crypto/key_handle.h"
#include "crypto/pem.h"
#include "crypto/rsa_key_handle.h"
#include "crypto/state_curve_key_handle.h"
#include "fmt/format.h"

namespace sceau::crypto {
namespace {

constexpr int kMinCurveBits = 256;

absl::Status Junk(const std::string& detail) {
  return Refuse(Reason::kTrustJunk, "certificate: " + detail);
}

// DER has one form for each certificate, so that the digest of the file is the certificate's own:
// what is read must be written the same. Trailing bytes fail this too.
X509Ptr ParseExactly(ByteSpan der) {
  if (der.empty() || der.size() > std::numeric_limits<int>::max()) return nullptr;
  const unsigned char* cursor = der.data();
  X509Ptr x509(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
  if (!x509) return nullptr;
  unsigned char* again = nullptr;
  const int length = i2d_X509(x509.get(), &again);
  const OpensslBuffer owned(again);
  if (length <= 0 || !std::equal(der.begin(), der.end(), again, again + length)) return nullptr;
  return x509;
}

// The first value of an attribute as UTF-8; empty when the name does not have it.
absl::StatusOr<std::string> NameAttribute(const X509_NAME* name, int nid, const char* what) {
  const int index = X509_NAME_get_index_by_NID(name, nid, -1);
  if (index < 0) return std::string();
  // 2D-Doc finds signers by common name: a second one would make them ambiguous.
  if (nid == NID_commonName && X509_NAME_get_index_by_NID(name, nid, index) >= 0) {
    return Junk(fmt::format("several values of the {}", what));
  }
  const X509_NAME_ENTRY* entry = X509_NAME_get_entry(name, index);
  unsigned char* utf8 = nullptr;
  const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry));
  const OpensslBuffer owned(utf8);
  if (length < 0) return Junk(fmt::format("the {} is not text", what));
  std::string text(utf8, utf8 + length);
  const auto decoded = DecodeUtf8(text);
  if (!decoded || std::ranges::any_of(*decoded, IsUnsafeInText)) {
    return Junk(fmt::format("the {} holds unsafe characters", what));
  }
  return text;
}

// A common name, organisation or unit as UTF-8; nothing for another attribute.
std::optional<std::string> NamingText(const X509_NAME_ENTRY* entry) {
  const int nid = OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry));
  if (nid != NID_commonName && nid != NID_organizationName && nid != NID_organizationalUnitName)
    return std::nullopt;
  unsigned char* utf8 = nullptr;
  const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry));
  const OpensslBuffer owned(utf8);
  if (length < 0) return std::nullopt;
  return std::string(utf8, utf8 + length);
}

bool HasWord(std::string_view text, std::string_view word) {
  // A byte above ASCII is treated as part of a letter.
  const auto in_word = [](char c) {
    return IsDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const std::string lower = Lower(text);
  const std::string wanted = Lower(word);
  for (std::size_t at = lower.find(wanted); at != lower.npos; at = lower.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || !in_word(lower[at - 1])) && (end == lower.size() || !in_word(lower[end])))
      return true;
  }
  return false;
}

absl::StatusOr<Instant> ToInstant(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return Junk("a date is malformed");
  using namespace std::chrono;
  const year_month_day day{year{parts.tm_year + 1900},
                           month{static_cast<unsigned>(parts.tm_mon) + 1},
                           std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  if (!day.ok()) return Junk("a date does not exist");
  return sys_days{day} + hours{parts.tm_hour} + minutes{parts.tm_min} + seconds{parts.tm_sec};
}

bool HasUnknownCriticalExtension(X509* x509) {
  return (X509_get_extension_flags(x509) & EXFLAG_CRITICAL) != 0;
}

// RFC 8813 and NIST SP 800-131A: what is too weak certifies nothing.
bool IsStrongAuthorityKey(const EVP_PKEY* key) {
  if (key == nullptr) return false;
  const int bits = EVP_PKEY_get_bits(key);
  if (EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1) {
    return bits >= kMinRsaBits;
  }
  if (EVP_PKEY_is_a(key, "EC") == 1) return bits >= kMinCurveBits && !HasExplicitCurve(key);
  return EVP_PKEY_is_a(key, "ED25519") == 1;
}

bool IsStrongSignatureAlgorithm(X509* x509) {
  int digest = NID_undef;
  int key_type = NID_undef;
  if (X509_get_signature_info(x509, &digest, &key_type, nullptr, nullptr) != 1) return false;
  switch (digest) {
    case NID_sha256:
    case NID_sha384:
    case NID_sha512:
      return true;
  }
  return digest == NID_undef && key_type == NID_ED25519;
}

// RFC 5280 §4.2.1.9 and §4.2.1.10.
bool IsWithinConstraints(X509* child, X509* authority) {
  const bool child_is_authority = (X509_get_extension_flags(child) & EXFLAG_CA) != 0;
  const bool self_issued = (X509_get_extension_flags(child) & EXFLAG_SI) != 0;
  if (child_is_authority && !self_issued && X509_get_pathlen(authority) == 0) return false;
  int critical = 0;
  const NameConstraintsPtr constraints(static_cast<NAME_CONSTRAINTS*>(
      X509_get_ext_d2i(authority, NID_name_constraints, &critical, nullptr)));
  if (!constraints) return critical == -1;  // -1: there are none
  return NAME_CONSTRAINTS_check(child, constraints.get()) == X509_V_OK;
}

bool BearsIssuersName(const X509* x509, const X509_NAME* name) {
  return X509_NAME_entry_count(name) > 0 && X509_NAME_cmp(X509_get_issuer_name(x509), name) == 0;
}

}  // namespace

Certificate::Certificate(std::shared_ptr<const Fields> fields) : fields_(std::move(fields)) {}

absl::StatusOr<Certificate> Certificate::ParseDer(ByteSpan der) {
  const ErrorScope errors;
  auto fields = std::make_shared<Fields>();
  fields->x509 = ParseExactly(der);
  X509* x509 = fields->x509.get();
  if (x509 == nullptr) return Junk("not one certificate in der");
  const std::uint32_t flags = X509_get_extension_flags(x509);  // reads and keeps all extensions
  if ((flags & EXFLAG_INVALID) != 0) return Junk("an extension is malformed");

  const X509_NAME* subject = X509_get_subject_name(x509);
  const X509_NAME* issuer = X509_get_issuer_name(x509);
  SCEAU_ASSIGN_OR_RETURN(fields->subject_common_name,
                         NameAttribute(subject, NID_commonName, "subject's common name"));
  SCEAU_ASSIGN_OR_RETURN(fields->subject_organisation,
                         NameAttribute(subject, NID_organizationName, "subject's organisation"));
  // No rule of ours depends on a country: one that cannot be read counts as absent.
  fields->subject_country =
      NameAttribute(subject, NID_countryName, "subject's country").value_or(std::string());
  SCEAU_ASSIGN_OR_RETURN(fields->issuer_common_name,
                         NameAttribute(issuer, NID_commonName, "issuer's common name"));
  SCEAU_ASSIGN_OR_RETURN(fields->not_before, ToInstant(X509_get0_notBefore(x509)));
  SCEAU_ASSIGN_OR_RETURN(fields->not_after, ToInstant(X509_get0_notAfter(x509)));

  const std::uint32_t usage = X509_get_key_usage(x509);  // all bits set when there is no keyUsage
  const bool understood = !HasUnknownCriticalExtension(x509);
  fields->authority = (flags & EXFLAG_CA) != 0;
  fields->may_sign_certificates =
      fields->authority && understood && (usage & KU_KEY_CERT_SIGN) != 0;
  fields->is_for_documents =
      understood && (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
  fields->public_key = PublicKey::Handle::FromPublicKey(EvpPkeyPtr(X509_get_pubkey(x509)));
  if (auto handle = RsaKey::Handle::FromPublicKey(EvpPkeyPtr(X509_get_pubkey(x509))))
    fields->rsa_key = RsaKey(std::move(handle));
  fields->state_curve_key = StateCurveKey::Handle::FromPublicKey(EvpPkeyPtr(X509_get_pubkey(x509)));
  fields->sha256 = Sha256(der);
  return Certificate(std::move(fields));
}

absl::StatusOr<std::vector<Certificate>> Certificate::ParsePem(ByteSpan pem) {
  const auto blocks = ReadPem(pem);
  if (!blocks) return Junk("damaged pem");
  if (blocks->empty()) return Junk("no pem block");
  std::vector<Certificate> certificates;
  for (const PemBlock& block : *blocks) {
    if (block.label() != "CERTIFICATE") return Junk("a pem block that is not a certificate");
    SCEAU_ASSIGN_OR_RETURN(Certificate certificate, ParseDer(block.der()));
    certificates.push_back(std::move(certificate));
  }
  return certificates;
}

absl::StatusOr<std::vector<Certificate>> Certificate::Parse(ByteSpan bytes) {
  auto certificate = ParseDer(bytes);
  if (certificate.ok()) return std::vector<Certificate>{*std::move(certificate)};
  if (!LooksLikePem(bytes)) return certificate.status();
  return ParsePem(bytes);
}

const std::string& Certificate::subject_common_name() const { return fields_->subject_common_name; }
const std::string& Certificate::subject_organisation() const {
  return fields_->subject_organisation;
}
const std::string& Certificate::subject_country() const { return fields_->subject_country; }
const std::string& Certificate::issuer_common_name() const { return fields_->issuer_common_name; }
Instant Certificate::not_before() const { return fields_->not_before; }
Instant Certificate::not_after() const { return fields_->not_after; }
bool Certificate::is_authority() const { return fields_->authority; }
bool Certificate::is_for_documents() const { return fields_->is_for_documents; }
bool Certificate::may_sign_documents() const {
  return fields_->is_for_documents && !fields_->authority;
}
const std::optional<PublicKey>& Certificate::public_key() const { return fields_->public_key; }
const std::optional<RsaKey>& Certificate::rsa_key() const { return fields_->rsa_key; }
const std::optional<StateCurveKey>& Certificate::state_curve_key() const {
  return fields_->state_curve_key;
}
const std::array<std::uint8_t, 32>& Certificate::sha256() const { return fields_->sha256; }

bool Certificate::SubjectEqualsIssuer() const {
  const X509* x509 = fields_->x509.get();
  return X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0;
}

bool Certificate::NamesHaveWord(std::string_view word) const {
  const ErrorScope errors;
  const X509* x509 = fields_->x509.get();
  for (const X509_NAME* name : {X509_get_subject_name(x509), X509_get_issuer_name(x509)}) {
    for (int i = 0; i < X509_NAME_entry_count(name); ++i) {
      const auto text = NamingText(X509_NAME_get_entry(name, i));
      if (text && HasWord(*text, word)) return true;
    }
  }
  return false;
}

bool Certificate::IsIssuedByName(const Certificate& authority) const {
  return BearsIssuersName(fields_->x509.get(),
                          X509_get_subject_name(authority.fields_->x509.get()));
}

bool Certificate::IsIssuedByName(ByteSpan subject) const {
  const ErrorScope errors;
  if (subject.size() > std::numeric_limits<int>::max()) return false;
  X509_NAME* issuer = X509_get_issuer_name(fields_->x509.get());
  // Without memory, or for a name that only looks like one, what has the same bytes is the same.
  const unsigned char* der = nullptr;
  std::size_t length = 0;
  if (X509_NAME_get0_der(issuer, &der, &length) == 1 &&
      std::ranges::equal(subject, ByteSpan(der, length))) {
    return X509_NAME_entry_count(issuer) > 0;
  }
  const unsigned char* cursor = subject.data();
  const X509NamePtr name(d2i_X509_NAME(nullptr, &cursor, static_cast<long>(subject.size())));
  return name && BearsIssuersName(fields_->x509.get(), name.get());
}

Bytes Certificate::SerialNumber() const {
  const ErrorScope errors;
  const ASN1_INTEGER* serial = X509_get0_serialNumber(fields_->x509.get());
  const BnPtr number(ASN1_INTEGER_to_BN(serial, nullptr));
  if (!number || BN_is_negative(number.get()) == 1) return {};
  Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
  BN_bn2bin(number.get(), bytes.data());
  return bytes;
}

Bytes Certificate::SubjectDer() const {
  const ErrorScope errors;
  unsigned char* der = nullptr;
  const int length = i2d_X509_NAME(X509_get_subject_name(fields_->x509.get()), &der);
  const OpensslBuffer owned(der);
  return length > 0 ? Bytes(der, der + length) : Bytes();
}

bool Certificate::IsSignedBy(const Certificate& authority) const {
  const ErrorScope errors;
  if (!authority.fields_->may_sign_certificates || !IsIssuedByName(authority)) return false;
  X509* child = fields_->x509.get();
  X509* parent = authority.fields_->x509.get();
  EVP_PKEY* key = X509_get0_pubkey(parent);
  return IsStrongAuthorityKey(key) && IsStrongSignatureAlgorithm(child) &&
         !HasUnknownCriticalExtension(child) && IsWithinConstraints(child, parent) &&
         X509_verify(child, key) == 1;
}

Bytes Certificate::ToDer() const {
  const ErrorScope errors;
  unsigned char* der = nullptr;
  const int length = i2d_X509(fields_->x509.get(), &der);
  const OpensslBuffer owned(der);
  return length > 0 ? Bytes(der, der + length) : Bytes();
}

std::string Certificate::ToPem() const {
  const ErrorScope errors;
  const BioPtr pem(BIO_new(BIO_s_mem()));
  if (!pem || PEM_write_bio_X509(pem.get(), fields_->x509.get()) != 1) return {};
  return TakeText(pem.get());
}

}  // namespace sceau::crypto
