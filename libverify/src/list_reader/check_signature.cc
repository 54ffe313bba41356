// SPDX-License-Identifier: Apache-2.0
#include "list_reader/check_signature.h"

#include <xmlsec/xmlsec.h>
// The first of them all must come first.
#include <xmlsec/crypto.h>
#include <xmlsec/keys.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>

#include <array>
#include <memory>

#include "base/status.h"
#include "list_reader/signature_form.h"
#include "list_reader/xmlsec_library.h"

namespace sceau::list_reader {
namespace {

constexpr xmlSecSize kMinRsaBits = 2048;

struct FreeKey {
  void operator()(xmlSecKey* key) const { xmlSecKeyDestroy(key); }
};
using KeyPtr = std::unique_ptr<xmlSecKey, FreeKey>;

struct FreeContext {
  void operator()(xmlSecDSigCtx* context) const { xmlSecDSigCtxDestroy(context); }
};

absl::StatusOr<KeyPtr> LoadKey(const crypto::Certificate& signer) {
  const std::string pem = signer.ToPem();
  KeyPtr key(xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(pem.data()),
                                          static_cast<xmlSecSize>(pem.size()),
                                          xmlSecKeyDataFormatCertPem, nullptr, nullptr, nullptr));
  if (key == nullptr) return Refuse(Reason::kTrustEtsiSignature, "the signer's key");
  xmlSecKeyData* value = xmlSecKeyGetValue(key.get());
  const bool rsa = xmlSecKeyDataCheckId(value, xmlSecKeyDataRsaId) != 0 &&
                   xmlSecKeyDataGetSize(value) >= kMinRsaBits;
  // The curve's name is known to `crypto`, which takes none but P-256 and P-384.
  const bool ecdsa =
      xmlSecKeyDataCheckId(value, xmlSecKeyDataEcdsaId) != 0 && signer.public_key().has_value();
  if (!rsa && !ecdsa) return Refuse(Reason::kTrustEtsiSignature, "the signer's kind of key");
  return key;
}

// xmlsec takes every algorithm until the first is enabled; from then on, only those.
bool EnableAlgorithms(xmlSecDSigCtx* context) {
  const std::array signing = {
      xmlSecTransformRsaSha256Id,   xmlSecTransformRsaSha384Id,   xmlSecTransformRsaSha512Id,
      xmlSecTransformEcdsaSha256Id, xmlSecTransformEcdsaSha384Id, xmlSecTransformEcdsaSha512Id,
      xmlSecTransformInclC14NId,    xmlSecTransformInclC14N11Id,  xmlSecTransformExclC14NId};
  const std::array referring = {xmlSecTransformEnvelopedId, xmlSecTransformXPath2Id,
                                xmlSecTransformInclC14NId,  xmlSecTransformInclC14N11Id,
                                xmlSecTransformExclC14NId,  xmlSecTransformSha256Id,
                                xmlSecTransformSha384Id,    xmlSecTransformSha512Id};
  for (const xmlSecTransformId id : signing) {
    if (xmlSecDSigCtxEnableSignatureTransform(context, id) < 0) return false;
  }
  for (const xmlSecTransformId id : referring) {
    if (xmlSecDSigCtxEnableReferenceTransform(context, id) < 0) return false;
  }
  return true;
}

}  // namespace

absl::Status CheckSignature(xmlDoc* document, const crypto::Certificate& signer) {
  SCEAU_ASSIGN_OR_RETURN(xmlNode* const signature, FindSignature(document));
  if (!XmlsecReady()) return Refuse(Reason::kInternal, "xmlsec");
  SCEAU_ASSIGN_OR_RETURN(KeyPtr key, LoadKey(signer));
  const std::unique_ptr<xmlSecDSigCtx, FreeContext> context(xmlSecDSigCtxCreate(nullptr));
  if (context == nullptr || !EnableAlgorithms(context.get())) {
    return Refuse(Reason::kInternal, "xmlsec");
  }
  context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
  context->signKey = key.release();  // with a key set, xmlsec passes over KeyInfo
  if (xmlSecDSigCtxVerify(context.get(), signature) < 0) {
    return Refuse(Reason::kTrustEtsiSignature, "form or algorithm");
  }
  if (context->status != xmlSecDSigStatusSucceeded) {
    return Refuse(Reason::kTrustEtsiSignature, "does not hold under the signer's key");
  }
  return absl::OkStatus();
}

}  // namespace sceau::list_reader
