// SPDX-License-Identifier: Apache-2.0
// A small list, signed on the spot.
#ifndef SCEAU_LIST_READER_LIST_TESTING_H_
#define SCEAU_LIST_READER_LIST_TESTING_H_

#include <xmlsec/xmlsec.h>
// The first of them all must come first.
#include <gtest/gtest.h>
#include <libxml/valid.h>
#include <xmlsec/crypto.h>
#include <xmlsec/xmldsig.h>

#include <string>
#include <string_view>

#include "crypto/certificate.h"
#include "list_reader/xml_document.h"
#include "list_reader/xmlsec_library.h"

namespace sceau::list_reader {

// `text` with its only `from` changed to `to`.
inline std::string With(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    ADD_FAILURE() << "not once: " << from;
    return text;
  }
  return text.replace(at, from.size(), to);
}

// The certificate's Base64, as a list carries it.
inline std::string Base64Of(const crypto::Certificate& certificate) {
  std::string pem = certificate.ToPem();
  pem.erase(0, pem.find('\n'));
  return pem.substr(0, pem.find("-----"));
}

// One service with one older status; the signature is still to be made.
inline std::string UnsignedList(const crypto::Certificate& authority) {
  return R"(<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="list">
<SchemeInformation><TSLVersionIdentifier>5</TSLVersionIdentifier>
<TSLSequenceNumber>7</TSLSequenceNumber>
<SchemeOperatorName><Name xml:lang="fr">Agence de Fiction</Name></SchemeOperatorName>
<SchemeTerritory>FR</SchemeTerritory><ListIssueDateTime>2026-06-01T08:30:15Z</ListIssueDateTime>
<NextUpdate><dateTime>2026-12-01T00:00:00Z</dateTime></NextUpdate></SchemeInformation>
<TrustServiceProviderList><TrustServiceProvider>
<TSPInformation><TSPName><Name xml:lang="fr">Prestataire
 de Fiction</Name></TSPName></TSPInformation>
<TSPServices><TSPService><ServiceInformation>
<ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/CA/PKC</ServiceTypeIdentifier>
<ServiceName><Name xml:lang="fr">FR99</Name></ServiceName>
<ServiceDigitalIdentity><DigitalId><X509Certificate>)" +
         Base64Of(authority) + R"(</X509Certificate></DigitalId></ServiceDigitalIdentity>
<ServiceStatus>http://uri.etsi.org/TrstSvc/Svcstatus/inaccord</ServiceStatus>
<StatusStartingTime>2026-03-01T00:00:00Z</StatusStartingTime></ServiceInformation>
<ServiceHistory><ServiceHistoryInstance>
<ServiceStatus>http://uri.etsi.org/TrstSvc/Svcstatus/suspended</ServiceStatus>
<StatusStartingTime>2026-02-01T00:00:00Z</StatusStartingTime>
</ServiceHistoryInstance></ServiceHistory></TSPService></TSPServices>
</TrustServiceProvider></TrustServiceProviderList>
<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>
<ds:Reference URI=""><ds:Transforms>
<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
<ds:DigestValue/></ds:Reference><ds:Reference URI="#props">
<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#sha384"/>
<ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/>
<ds:Object><x:QualifyingProperties xmlns:x="http://uri.etsi.org/01903/v1.3.2#">
<x:SignedProperties Id="props"/></x:QualifyingProperties></ds:Object></ds:Signature>
</TrustServiceStatusList>)";
}

inline void AnnounceIds(xmlDoc* document, xmlNode* node) {
  for (xmlNode* child : Children(node)) AnnounceIds(document, child);
  xmlAttr* id = xmlHasProp(node, AsXml("Id"));
  if (id != nullptr) xmlAddID(nullptr, document, id->children->content, id);
}

// Signs whatever the template asks for, good or bad. `signer` has a `key`.
inline std::string SignList(const std::string& unsigned_list, const auto& signer) {
  EXPECT_TRUE(XmlsecReady());
  const auto document = ParseXml(AsBytes(unsigned_list), Limits{});
  if (!document.ok()) {
    ADD_FAILURE() << document.status();
    return "";
  }
  xmlNode* root = xmlDocGetRootElement(document->get());
  AnnounceIds(document->get(), root);
  xmlNode* signature = OnlyChild(root, kSignatureNamespace, "Signature");
  const std::string pem = *signer.key.ToPem(std::nullopt);
  xmlSecDSigCtx* context = xmlSecDSigCtxCreate(nullptr);
  context->signKey = xmlSecCryptoAppKeyLoadMemory(
      reinterpret_cast<const xmlSecByte*>(pem.data()), static_cast<xmlSecSize>(pem.size()),
      xmlSecKeyDataFormatPem, nullptr, nullptr, nullptr);
  EXPECT_EQ(xmlSecDSigCtxSign(context, signature), 0);
  xmlSecDSigCtxDestroy(context);
  xmlChar* text = nullptr;
  int size = 0;
  xmlDocDumpMemory(document->get(), &text, &size);
  std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  xmlFree(text);
  return out;
}

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_LIST_TESTING_H_
