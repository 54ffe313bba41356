// SPDX-License-Identifier: Apache-2.0
#include "crypto/hostile_certificate.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <stdexcept>

namespace sceau::crypto {
namespace {

// If OpenSSL cannot make what the test describes, the test has a bug.
void Must(bool done) {
  if (!done) throw std::logic_error("hostile certificate: OpenSSL refused the recipe");
}

void AddCommonName(X509_NAME* name, int type, const std::string& text) {
  const ByteSpan bytes = AsBytes(text);
  Must(X509_NAME_add_entry_by_NID(name, NID_commonName, type, bytes.data(),
                                  static_cast<int>(bytes.size()), -1, 0) == 1);
}

void AddExtensions(X509* x509, const CertificateRecipe& recipe) {
  for (const auto& [nid, value] : recipe.extensions) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str());
    Must(extension != nullptr && X509_add_ext(x509, extension, -1) == 1);
    X509_EXTENSION_free(extension);
  }
  if (recipe.unknown_critical_extension.empty()) return;
  ASN1_OBJECT* object = OBJ_txt2obj(recipe.unknown_critical_extension.c_str(), 1);
  const OctetStringPtr value(ASN1_OCTET_STRING_new());
  Must(ASN1_OCTET_STRING_set(value.get(), AsBytes("\x05\x00").data(), 2) == 1);
  X509_EXTENSION* extension = X509_EXTENSION_create_by_OBJ(nullptr, object, 1, value.get());
  ASN1_OBJECT_free(object);
  Must(extension != nullptr && X509_add_ext(x509, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

}  // namespace

Bytes MakeCertificate(const CertificateRecipe& recipe, EVP_PKEY* subject_key, EVP_PKEY* signer) {
  const X509Ptr made(X509_new());
  X509* x509 = made.get();
  Must(X509_set_version(x509, X509_VERSION_3) == 1);
  Must(ASN1_INTEGER_set(X509_get_serialNumber(x509), 7) == 1);
  if (!recipe.subject.empty()) {
    AddCommonName(X509_get_subject_name(x509), recipe.common_name_type, recipe.subject);
  }
  for (const std::string& name : recipe.more_common_names) {
    AddCommonName(X509_get_subject_name(x509), V_ASN1_UTF8STRING, name);
  }
  if (!recipe.issuer.empty()) {
    AddCommonName(X509_get_issuer_name(x509), V_ASN1_UTF8STRING, recipe.issuer);
  }
  Must(ASN1_TIME_set_string(X509_getm_notBefore(x509), "20250101000000Z") == 1);
  Must(ASN1_STRING_set(X509_getm_notAfter(x509), recipe.not_after.c_str(),
                       static_cast<int>(recipe.not_after.size())) == 1);
  X509_getm_notAfter(x509)->type = V_ASN1_GENERALIZEDTIME;
  Must(X509_set_pubkey(x509, subject_key) == 1);
  AddExtensions(x509, recipe);
  Must(X509_sign(x509, signer, recipe.digest) > 0);
  unsigned char* der = nullptr;
  const int length = i2d_X509(x509, &der);
  const OpensslBuffer owned(der);
  Must(length > 0);
  return Bytes(der, der + length);
}

EvpPkeyPtr MakeRsaKey(unsigned bits) { return EvpPkeyPtr(EVP_RSA_gen(bits)); }

EvpPkeyPtr MakeEcKey(const char* curve) { return EvpPkeyPtr(EVP_EC_gen(curve)); }

EvpPkeyPtr MakeExplicitP256Key() {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  Must(EVP_PKEY_set_utf8_string_param(key.get(), OSSL_PKEY_PARAM_EC_ENCODING,
                                      OSSL_PKEY_EC_ENCODING_EXPLICIT) == 1);
  // Through its encoding, as it would come in a file.
  unsigned char* der = nullptr;
  const int length = i2d_PrivateKey(key.get(), &der);
  const OpensslBuffer owned(der);
  const unsigned char* cursor = der;
  EvpPkeyPtr again(d2i_AutoPrivateKey(nullptr, &cursor, length));
  Must(again != nullptr);
  return again;
}

EvpPkeyPtr MakeInfiniteP256Key() {
  std::string curve = "P-256";
  std::uint8_t infinity = 0;
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), curve.size()),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, &infinity, 1),
      OSSL_PARAM_construct_end()};
  const EvpPkeyCtxPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  Must(EVP_PKEY_fromdata_init(context.get()) == 1);
  Must(EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY,
                         const_cast<OSSL_PARAM*>(parameters)) == 1);
  return EvpPkeyPtr(key);
}

EvpPkeyPtr MakeEd25519PublicKey(ByteSpan raw) {
  return EvpPkeyPtr(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw.data(), raw.size()));
}

}  // namespace sceau::crypto
